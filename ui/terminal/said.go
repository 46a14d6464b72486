package terminal

import (
	"strconv"
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/match"
	"backupdoctor/logic/session"
)

// dropped is the number of a text that is not kept.
const dropped = -1

// mostPasted bounds the lines of a pasted message.
const mostPasted = 200

// message asks what is wrong: one of the complaints by its number, own words, or what the phone says.
func (g *guide) message() {
	d := g.s.View().Device
	complaints := g.lib.Complaints(d)
	for i, c := range complaints {
		g.out.item("  "+strconv.Itoa(i+1)+". ", c.Title)
	}
	text := g.typed(g.text("text.complaint", "Device", d.Name()))
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(complaints) {
		g.settle(g.s.Complain(complaints[n-1].ID))
		if !complaints[n-1].MessageShown {
			return
		}
		text = g.typed(g.text("text.message", "Device", d.Name()))
	}
	if text != "" {
		g.understand(text)
	}
}

// typed reads what a person types or pastes, up to an empty line; a number is complete by itself. It returns nothing when the
// person typed a command, which is carried out, or nothing at all.
func (g *guide) typed(prompt string) string {
	var lines []string
	for len(lines) < mostPasted {
		line, ok := g.ask(prompt)
		if !ok || line == "" {
			break
		}
		if command := g.command(strings.ToLower(line)); command != nil && len(lines) == 0 {
			command() // a command is nothing that anybody complains of
			return ""
		}
		lines = append(lines, line)
		if _, err := strconv.Atoi(line); err == nil && len(lines) == 1 {
			break
		}
		prompt = g.text("text.message.more")
	}
	return strings.Join(lines, "\n")
}

// understand records a text: as what it surely means, or else as what the person chooses.
func (g *guide) understand(text string) {
	found := g.lib.Find(text)
	if g.over { // the input ended before the empty line; what was typed is kept
		g.reportError(g.s.Say(text))
		if found.Certainty == session.FoundSure && found.Matches[0].Elsewhere != nil {
			g.elsewhere(found.Matches[0].Elsewhere)
		}
		return
	}
	switch found.Certainty {
	case session.FoundNone:
		err := g.s.SayAs("", text)
		if err == nil {
			g.say("text.message.unknown")
		}
		g.settle(err)
	case session.FoundSure:
		g.say("text.message.sure", "Title", g.titleOf(found.Matches[0]))
		g.take(found.Matches[0], text)
	default:
		g.say("text.message.which")
		for i, m := range found.Matches {
			g.out.item("  "+strconv.Itoa(i+1)+". ", g.titleOf(m))
		}
		g.out.item("  0. ", g.text("text.message.none"))
		n, ok := g.numberOr(g.text("text.message.pick"), 0, len(found.Matches),
			func(line string) (int, bool) { return dropped, line == "-" })
		switch {
		case n == dropped:
		case n == 0 || !ok:
			g.settle(g.s.SayAs("", text))
		default:
			g.take(found.Matches[n-1], text)
		}
	}
}

// titleOf names what a text may mean.
func (g *guide) titleOf(m match.Match) string {
	title := ""
	switch {
	case m.Message != nil:
		title = m.Message.Text
	case m.Complaint != nil:
		title = m.Complaint.Title
	case m.Elsewhere != nil:
		title = m.Elsewhere.Title
	}
	return g.lib.Base.Fill(title, g.s.View().Device)
}

// take records a match and says what it means.
func (g *guide) take(m match.Match, text string) {
	g.settle(g.s.SayMatch(m, text))
	switch {
	case m.Message != nil:
		g.out.blank()
		g.out.line(g.pages.Meaning(g.s.View(), m.Message))
	case m.Elsewhere != nil:
		g.elsewhere(m.Elsewhere)
	}
}

// elsewhere says that a message is not iCloud Backup's, and what to do about it.
func (g *guide) elsewhere(e *knowledge.Elsewhere) {
	d := g.s.View().Device
	g.out.blank()
	g.out.line(g.lib.Base.Fill(e.Title, d))
	g.out.line(g.lib.Base.Fill(e.Text, d))
	for _, do := range e.Do {
		g.out.item("  - ", g.lib.Base.Fill(do, d))
	}
}
