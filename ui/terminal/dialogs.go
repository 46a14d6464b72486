package terminal

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/apple"
	pages "backupdoctor/logic/session/guide"
)

// Bounds of what a dialog shows.
const (
	mostLikely  = 5
	mostReasons = 3
)

// number asks until a number from 0 to most is given; false when the person presses Enter or the input ends.
func (g *guide) number(prompt string, most int) (int, bool) {
	for {
		line, ok := g.ask(prompt)
		if !ok || line == "" {
			return 0, false
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 0 && n <= most {
			return n, true
		}
		if g.aside(line) {
			if g.over {
				return 0, false
			}
			continue
		}
		g.say("text.number.wrong", "Most", most)
	}
}

// aside takes a command that is typed where an answer is asked for: leaving and the help work, of the others it says when they
// do. It returns false when the line is no command.
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
			if row.Word != "" {
				status = g.text("text.status", "Status", status, "Word", row.Word)
			}
			g.out.item("  "+strconv.Itoa(len(steps))+". ", g.text("text.row", "Title", row.Title, "Status", status))
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
	for {
		line, ok := g.ask(g.text("text.device.kind", "Known", g.s.View().Device.Name()))
		if !ok {
			return
		}
		n, err := strconv.Atoi(line)
		if line == "" {
			break
		}
		if at := slices.Index(kinds, strings.ToLower(line)); at >= 0 {
			n, err = at+1, nil
		}
		if err == nil && n >= 1 && n <= len(kinds) {
			h.Device = kinds[n-1]
			break
		}
		if g.aside(line) {
			if g.over {
				return
			}
			continue
		}
		g.say("text.number.wrong", "Most", len(kinds))
	}
	for {
		line, ok := g.ask(g.text("text.device.version", "System", apple.Device{Kind: h.Device}.System()))
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
		if g.aside(line) {
			if g.over {
				return
			}
			continue
		}
		g.say("text.device.version.wrong")
	}
	h.Language = g.language(h.Language)
}

// language asks which language the phone is set to, whose words the guide then uses.
func (g *guide) language(known string) string {
	ids, list := []string{""}, []string{g.text("text.device.language.item", "Number", 1, "Language", g.lib.Phrase.Language(""))}
	for _, l := range g.lib.Base.Languages {
		ids = append(ids, l.ID)
		list = append(list, g.text("text.device.language.item", "Number", len(ids), "Language", l.Name))
	}
	if len(ids) == 1 {
		return known
	}
	for {
		line, ok := g.ask(g.text("text.device.language", "List", strings.Join(list, ", "), "Known", cmp.Or(g.lib.Phrase.Language(known), known)))
		if !ok || line == "" {
			return known
		}
		if l := g.lib.Base.Language(line); l != nil {
			return l.ID
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(ids) {
			return ids[n-1]
		}
		if g.aside(line) {
			if g.over {
				return known
			}
			continue
		}
		g.say("text.number.wrong", "Most", len(ids))
	}
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
			g.out.item("  ", g.text("text.why.other", "Step", stepTitle(g.lib, v, o), "Minutes", g.words.Minutes(o.Minutes)))
		}
	}
	if v.EvidenceCount == 0 {
		g.say("text.likely.nothing")
	}
	g.verdict()
	g.say("text.likely")
	for _, c := range v.Likely[:min(len(v.Likely), mostLikely)] {
		g.out.item("  ", g.text("text.cause", "Percent", g.words.Percent(c.P), "Cause", g.lib.Base.Fill(c.Cause.Title, v.Device)))
		for _, r := range c.Reasons[:min(len(c.Reasons), mostReasons)] {
			key := "text.reason.for"
			if r.Decibans < 0 {
				key = "text.reason.against"
			}
			g.out.item("      ", g.text(key, "Reason", r.What, "Strength", g.text("text.strength."+string(r.Strength))))
		}
	}
	for _, s := range g.page.Sources {
		g.say("text.source", "Title", s.Title)
		g.out.item("  ", s.Address)
	}
}
