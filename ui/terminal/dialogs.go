package terminal

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
)

// Bounds of what a dialog shows.
const (
	mostLikely  = 5
	mostReasons = 3
)

// number asks until a number from 0 to most is given; false when the person presses Enter or the input ends.
func (g *guide) number(prompt string, most int) (int, bool) {
	return g.numberOr(prompt, 0, most, func(string) (int, bool) { return 0, false })
}

// numberOr asks until a number from least to most is given, or a line that named turns into one; false when
// the person presses Enter or the input ends.
func (g *guide) numberOr(prompt string, least, most int, named func(line string) (int, bool)) (int, bool) {
	for {
		line, ok := g.reply(prompt)
		if !ok || line == "" {
			return 0, false
		}
		if n, ok := named(line); ok {
			return n, true
		}
		if n, err := strconv.Atoi(line); err == nil && n >= least && n <= most {
			return n, true
		}
		g.say("text.number.wrong", "Most", most)
	}
}

// reply asks until a line is given that is no command; false when the input ends or the person leaves.
func (g *guide) reply(prompt string) (string, bool) {
	for {
		if line, ok := g.ask(prompt); !ok || !g.aside(line) {
			return line, ok
		}
		if g.over {
			return "", false
		}
	}
}

// aside takes a command that is typed where an answer is asked for. Leaving and the help work; for the
// others, aside says when they work. It returns false when the line is no command.
func (g *guide) aside(line string) bool {
	said := strings.ToLower(line)
	switch {
	case said == "" || g.command(said) == nil:
		return false
	case said == "q" || said == "quit" || said == "exit":
		g.quit()
	case said == "h" || said == "help":
		g.help()
		g.say("text.aside")
	default:
		g.say("text.aside")
	}
	return true
}

// checklist prints all rows with their status and opens the one that is picked.
func (g *guide) checklist() {
	var steps []pages.Step
	for _, group := range g.s.View().Groups {
		g.out.blank()
		g.out.line(group.Title)
		for _, row := range group.Rows {
			steps = append(steps, pages.Step{Kind: row.Kind, ID: row.ID})
			status := g.text("status." + string(row.Status))
			switch {
			case row.Word != "" && (row.Next || row.Status == session.StatusProblem || row.Status == session.StatusWaiting):
				status = g.text("text.status", "Status", status, "Word", row.Word)
			case row.Word != "":
				status = row.Word
			}
			g.out.item("  "+strconv.Itoa(len(steps))+". ",
				g.text("text.row", "Title", row.Title, "Status", status))
		}
	}
	g.out.blank()
	if n, ok := g.number(g.text("text.row.number"), len(steps)); ok && n > 0 {
		g.open(steps[n-1])
	}
}

// describe asks for the device and its version, which decide the way through Settings.
func (g *guide) describe() {
	h := g.s.View().Case.Header()
	defer func() {
		if h != g.s.View().Case.Header() {
			g.reportError(g.s.SetHeader(h))
		}
	}()
	kinds := []string{apple.IPhone, apple.IPad}
	kind, ok := g.numberOr(g.text("text.device.kind", "Known", g.s.View().Device.Name()), 1, len(kinds),
		func(line string) (int, bool) {
			at := slices.Index(kinds, strings.ToLower(line))
			return at + 1, at >= 0
		})
	if g.over {
		return
	}
	if ok {
		h.Name = g.nameFor(h, kinds[kind-1])
		h.Device = kinds[kind-1]
	}
	for {
		line, ok := g.reply(g.text("text.device.version", "System", apple.Device{Kind: h.Device}.System()))
		if !ok {
			return
		}
		if line == "" {
			break
		}
		if _, err := apple.ParseVersion(line); err == nil {
			h.Version = line
			if remark := g.lib.Phrase.VersionRemark(h.Device, line); remark != "" {
				g.out.block(remark)
			}
			break
		}
		g.say("text.device.version.wrong")
	}
	h.Language = g.language(h.Language)
}

// nameFor is the name of the case once its device is of another kind: a name that the program gave follows the kind.
func (g *guide) nameFor(h casefile.Header, kind string) string {
	if kind == h.Device || g.shelf == nil {
		return h.Name
	}
	taken := g.taken(g.s.File().Path())
	if h.Name != g.lib.Phrase.FreeName(h.Device, taken) {
		return h.Name
	}
	return g.lib.Phrase.FreeName(kind, taken)
}

// language asks which language the phone is set to, whose words the guide then uses.
func (g *guide) language(known string) string {
	if len(g.lib.Base.Languages) == 0 {
		return known
	}
	var ids, list []string
	add := func(id, name string) {
		ids = append(ids, id)
		list = append(list, g.text("text.device.language.item", "Number", len(ids), "Language", name))
	}
	for _, id := range g.lib.Phrase.Languages() {
		add(id, g.lib.Phrase.Language(id))
	}
	n, ok := g.numberOr(g.text("text.device.language", "List", strings.Join(list, ", "),
		"Known", cmp.Or(g.lib.Phrase.Language(known), known)), 1, len(ids),
		func(line string) (int, bool) {
			at := slices.IndexFunc(ids, func(id string) bool { return id != "" && strings.EqualFold(id, line) })
			return at + 1, at >= 0
		})
	if !ok {
		return known
	}
	return ids[n-1]
}

// why says why the step is next and what is likely.
func (g *guide) why() {
	v := g.s.View()
	g.out.blank()
	if g.page.Purpose != "" {
		g.out.line(g.page.Purpose)
	}
	if pages.IsRecommended(v, g.page.Step) && !g.page.IsHandover() {
		g.say("text.why", "Minutes", g.words.Minutes(v.MinutesLeft))
		for _, o := range v.Options[1:min(len(v.Options), 3)] {
			g.out.item("  ", g.text("text.why.other", "Step", stepTitle(g.lib, v, o),
				"Minutes", g.words.Minutes(o.Minutes)))
		}
	}
	if v.EvidenceCount == 0 {
		g.say("text.likely.nothing")
	}
	g.verdict()
	g.say("text.likely")
	for _, c := range v.Likely[:min(len(v.Likely), mostLikely)] {
		g.out.item("  ", g.text("text.cause", "Percent", g.words.Percent(c.P),
			"Cause", g.lib.Base.Fill(c.Cause.Title, v.Device)))
		for _, r := range c.Reasons[:min(len(c.Reasons), mostReasons)] {
			key := "text.reason.for"
			if r.Decibans < 0 {
				key = "text.reason.against"
			}
			g.out.item("      ", g.text(key, "Reason", r.What,
				"Strength", g.text("text.strength."+string(r.Strength))))
		}
	}
	for _, s := range g.page.Sources {
		g.say("text.source", "Title", s.Title)
		g.out.item("  ", s.Address)
	}
}
