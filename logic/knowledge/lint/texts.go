package lint

import (
	"slices"
	"strconv"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
)

// text is a text for people, with where it stands and the limits of what it belongs to.
type text struct {
	at       tomlfile.Place
	id       string
	key      string
	text     string
	when     apple.When // of the entry
	line     apple.When // of the line in it
	required bool
	most     int // characters on the screen, with an English phone; 0 without a limit
}

// mostShort is how long the name of a row may be, in characters, so that its fact stands beside it.
const mostShort = 28

// losing are the risks whose loss or price must be told.
var losing = []knowledge.Risk{
	knowledge.RiskContent, knowledge.RiskMoney, knowledge.RiskSettings, knowledge.RiskData,
}

// eachText visits all texts for people that may hold placeholders.
func eachText(b *knowledge.Base, visit func(text)) {
	lines := func(at tomlfile.Place, id string, when apple.When, lines []knowledge.Line) {
		for i := range lines {
			visit(text{
				at: at, id: id, key: element("line", i) + ".text", text: lines[i].Text, when: when, line: lines[i].When,
				required: true,
			})
		}
	}
	for i := range b.Groups {
		e := &b.Groups[i]
		visit(text{at: e.At, id: e.ID, key: "title", text: e.Title, required: true})
	}
	for i := range b.Causes {
		e := &b.Causes[i]
		visit(text{at: e.At, id: e.ID, key: "title", text: e.Title, required: true})
		visit(text{at: e.At, id: e.ID, key: "was", text: e.Was, required: e.ID != knowledge.OtherCause})
		visit(text{at: e.At, id: e.ID, key: "summary", text: e.Summary, required: true})
	}
	for i := range b.Messages {
		e := &b.Messages[i]
		visit(text{at: e.At, id: e.ID, key: "text", text: e.Text, required: true})
		visit(text{at: e.At, id: e.ID, key: "where", text: e.Where, required: true})
		visit(text{at: e.At, id: e.ID, key: "means", text: e.Means, required: true})
	}
	for i := range b.Codes {
		e := &b.Codes[i]
		visit(text{at: e.At, id: strconv.Itoa(e.Number), key: "means", text: e.Means, required: true})
	}
	for i := range b.Complaints {
		e := &b.Complaints[i]
		visit(text{at: e.At, id: e.ID, key: "title", text: e.Title, required: true})
		visit(text{at: e.At, id: e.ID, key: "line", text: e.Line, required: true})
		visit(text{at: e.At, id: e.ID, key: "short", text: e.Short, required: true})
	}
	for i := range b.Elsewheres {
		e := &b.Elsewheres[i]
		visit(text{at: e.At, id: e.ID, key: "title", text: e.Title, required: true})
		visit(text{at: e.At, id: e.ID, key: "text", text: e.Text, required: true})
		for j := range e.Do {
			visit(text{at: e.At, id: e.ID, key: element("do", j), text: e.Do[j], required: true})
		}
	}
	step := func(at tomlfile.Place, s *knowledge.Step) {
		visit(text{at: at, id: s.ID, key: "title", text: s.Title, when: s.When, required: true})
		visit(text{at: at, id: s.ID, key: "why", text: s.Purpose, when: s.When, required: true})
		visit(text{at: at, id: s.ID, key: "expect", text: s.Expect, when: s.When})
		lines(at, s.ID, s.When, s.Lines)
	}
	for i := range b.Checks {
		e := &b.Checks[i]
		step(e.At, &e.Step)
		visit(text{at: e.At, id: e.ID, key: "short", text: e.Short, when: e.When, required: true, most: mostShort})
		visit(text{at: e.At, id: e.ID, key: "question", text: e.Question, when: e.When, required: true})
		for j := range e.Answers {
			visit(text{
				at: e.At, id: e.ID, key: element("answer", j) + ".label", text: e.Answers[j].Label,
				when: e.When, required: true,
			})
			visit(text{
				at: e.At, id: e.ID, key: element("answer", j) + ".note", text: e.Answers[j].Note,
				when: e.When,
			})
		}
	}
	for i := range b.Fixes {
		e := &b.Fixes[i]
		step(e.At, &e.Step)
		visit(text{
			at: e.At, id: e.ID, key: "loses", text: e.Loses, when: e.When,
			required: slices.Contains(losing, e.Risk),
		})
		visit(text{at: e.At, id: e.ID, key: "worked", text: e.Worked, when: e.When})
		for j, line := range e.Meanwhile {
			visit(text{
				at: e.At, id: e.ID, key: element("meanwhile", j) + ".text", text: line.Text,
				when: e.When, required: true,
			})
		}
		for j, need := range e.Requires {
			visit(text{
				at: e.At, id: e.ID, key: element("requires", j), text: need, when: e.When,
				required: true,
			})
		}
	}
	for i := range b.Gates {
		e := &b.Gates[i]
		visit(text{at: e.At, id: e.ID, key: "title", text: e.Title, required: true})
		visit(text{at: e.At, id: e.ID, key: "why", text: e.Purpose, required: true})
		visit(text{at: e.At, id: e.ID, key: "confirm", text: e.Confirm, required: true})
		lines(e.At, e.ID, apple.When{}, e.Lines)
	}
}
