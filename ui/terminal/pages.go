package terminal

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/reminder"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/words"
)

// mostHarmless is how many of the fixes that come first are named at once.
const mostHarmless = 5

// show prints the step in force and sets what may be answered.
func (g *guide) show() {
	g.choices, g.word = nil, nil
	g.out.blank()
	step, open := g.navigator.Current()
	switch {
	case !open:
		g.end()
	case step.IsHandover():
		g.page = pages.Page{Step: step}
		g.handover()
	default:
		g.page = g.pages.Page(g.s.View(), step)
		g.step()
	}
}

// end says that the trouble is over, and which backup shows it.
func (g *guide) end() {
	v := g.s.View()
	p := g.pages.Page(v, pages.Step{})
	g.out.line(p.Title)
	g.out.line(p.Purpose)
	if v.SolvedBy != nil && v.SolvedBy.Worked != "" {
		g.out.line(g.lib.Base.Fill(v.SolvedBy.Worked, v.Device))
	}
	g.page = pages.Page{}
	for _, line := range p.Lines {
		if line.Kind == knowledge.CautionLine { // a trouble that is known beside the one that was solved
			g.say("text.moment", "When", g.text("solved.second.title"), "Text", line.Text)
			continue
		}
		g.page.Lines = append(g.page.Lines, line)
	}
	g.instructions()
	if p.Expect != "" {
		g.out.line(p.Expect)
	}
	g.remind()
	if v.Solved {
		g.offer(g.text("text.solved.again"), func() {
			g.settle(g.navigator.Prove(casefile.SeenStopped, time.Time{}))
		})
	}
	g.list()
}

// remind offers a calendar file for the next look at the result.
func (g *guide) remind() {
	entry, ok := g.pages.Reminder(g.s.View())
	if !ok {
		return
	}
	path := strings.TrimSuffix(g.s.File().Path(), filepath.Ext(g.s.File().Path())) + reminder.Extension
	g.offer(g.text("text.reminder", "Time", g.words.Time(entry.At)), func() {
		if err := plainfile.Write(path, entry.Calendar()); err != nil {
			g.reportError(words.Wrap(err, "text.reminder.error"))
			return
		}
		g.say("text.reminder.saved", "File", path)
	})
}

// handover prints the page for Apple Support.
func (g *guide) handover() {
	g.say("text.handover")
	g.report()
	g.out.blank()
	g.say("text.handover.end")
}

// step prints a check, a fix or a gate.
func (g *guide) step() {
	p := &g.page
	if !p.Exists {
		g.say("text.gone", "Device", g.s.View().Device.Name())
		return
	}
	g.out.line(p.Title)
	if p.Purpose != "" {
		g.out.line(p.Purpose)
	}
	if p.Kind != diagnosis.StepProof && p.Kind != diagnosis.StepWait {
		g.facts()
	}
	if p.Loses != "" {
		key := "text.loses"
		if p.Risk == knowledge.RiskMoney {
			key = "text.costs"
		}
		g.say(key, "What", p.Loses)
	}
	if len(p.Blocked.Harmless) > 0 {
		g.blocked()
		return
	}
	if r := g.pages.Remedy(g.s.View()); r != nil && pages.IsRecommended(g.s.View(), p.Step) {
		g.say("text.remedy", "Fix", r.Title)
	}
	g.instructions()
	g.answers()
}

func (g *guide) facts() {
	p := &g.page
	g.say("text.facts", "Minutes", g.words.MinuteRange(p.Minutes[0], p.Minutes[1]),
		"Difficulty", g.difficulty(), "Risk", g.risk())
}

func (g *guide) difficulty() string {
	if g.page.Difficulty == "" {
		return g.text("difficulty.easy")
	}
	return g.text("difficulty." + g.page.Difficulty)
}

// risk returns what is true of the step before it is done, in words.
func (g *guide) risk() string {
	var list []string
	for _, promise := range g.page.Promises {
		list = append(list, g.text("promise."+string(promise)))
	}
	return strings.TrimSuffix(strings.Join(list, ". "), ".")
}

// blocked names the harmless fixes that come before a risky one; its steps stay hidden.
func (g *guide) blocked() {
	g.out.blank()
	g.say("text.blocked")
	first := g.page.Blocked.Harmless
	for _, id := range first[:min(len(first), mostHarmless)] {
		step := pages.Step{Kind: diagnosis.StepFix, ID: id}
		g.offer(g.pages.Page(g.s.View(), step).Title, func() { g.open(step) })
	}
	g.list()
	if more := len(first) - mostHarmless; more > 0 {
		g.out.item("     ", g.words.Count("guide.blocked.more", more))
	}
}

// instructions prints the way there, the numbered lines, notes and cautions, and what should be seen.
func (g *guide) instructions() {
	p := &g.page
	if len(p.Path) > 0 {
		g.out.blank()
		g.say("text.path", "Path", strings.Join(p.Path, " › "))
	}
	if len(p.Lines)+len(p.Moments) > 0 {
		g.out.blank()
	}
	for _, m := range p.Moments {
		g.out.item("    ", g.text("text.moment", "When", m.Title, "Text", m.Text))
	}
	for _, line := range p.Lines {
		switch line.Kind {
		case knowledge.StepLine:
			g.out.item(fmt.Sprintf("%2d. ", line.Number), line.Text)
		case knowledge.CautionLine:
			g.out.item("    ", g.text("text.caution", "Text", line.Text))
		default:
			g.out.item("    ", g.text("text.note", "Text", line.Text))
		}
	}
	for _, target := range p.Opens {
		source, isSource := strings.CutPrefix(target, knowledge.OpensSource)
		switch {
		case target == knowledge.OpensStorage:
			g.out.item("    ", g.text("text.note", "Text", g.text("text.opens.storage")))
		case isSource:
			g.out.item("    ", g.text("text.note", "Text", g.text("text.opens.source", "Source", source)))
		}
	}
	if p.Expect != "" {
		g.out.blank()
		g.say("text.expect", "What", p.Expect)
	}
	g.out.blank()
}

// answers asks the step's question and numbers its answers.
func (g *guide) answers() {
	p := &g.page
	switch p.Kind {
	case diagnosis.StepGate:
		g.gate()
		return
	case diagnosis.StepFix:
		g.say("guide.how-did-it-go")
		for _, o := range slices.Concat(p.Outcomes, p.Untried) {
			g.offer(g.text("guide.outcome."+string(o)), func() { g.settle(g.navigator.Try(p.ID, o)) })
		}
		g.offer(g.text("answer.not-now"), func() { g.settle(g.navigator.Try(p.ID, casefile.Declined)) })
	case diagnosis.StepProof, diagnosis.StepWait:
		if p.Question != "" {
			g.out.line(p.Question)
		}
		for _, a := range p.Answers {
			g.offer(a.Label, func() { g.choose(a.ID) })
		}
		if p.Kind == diagnosis.StepWait {
			g.remind()
		}
	default:
		id, ask := p.ID, "guide.what-do-you-see"
		if p.Asks {
			ask = "guide.your-answer"
		}
		g.say(ask)
		for _, a := range p.Answers {
			g.offer(a.Label, func() { g.answer(id, a) })
		}
		for _, a := range []string{casefile.CantTell, casefile.NotNow} {
			g.offer(g.text("answer."+a), func() { g.settle(g.navigator.Answer(id, a)) })
		}
	}
	if answer := g.answerText(); answer != "" {
		g.say("text.given", "Answer", answer)
	}
	g.list()
}

// answer records an answer and says what it means.
func (g *guide) answer(check string, a knowledge.Answer) {
	err := g.navigator.Answer(check, a.ID)
	if a.Note != "" {
		g.out.line(a.Note)
	}
	if err == nil && a.MessageShown {
		g.message()
	}
	g.settle(err)
}

// choose does what an answer about the state of the case stands for, and asks for the message after an error.
func (g *guide) choose(answer string) {
	if answer == string(casefile.SeenFinished) {
		g.finished()
		return
	}
	asks, err := g.navigator.Choose(answer)
	if asks {
		g.say("text.seen.asks")
		g.message()
	}
	g.settle(err)
}

// gate asks for the confirmation word, so that no slip of a finger opens what can lose something.
func (g *guide) gate() {
	step := g.page.Step
	g.say("text.confirm", "Confirm", g.page.Confirm, "Word", g.text("text.confirm.word"))
	g.word = func() { g.settle(g.navigator.Confirm(step)) }
	if step.For != "" {
		g.offer(g.text("answer.not-now"), func() { g.settle(g.navigator.Try(step.For, casefile.Declined)) })
	}
	g.list()
}

// answerText returns the latest answer or outcome of the page in words, empty when there is none.
func (g *guide) answerText() string {
	p := &g.page
	if p.Given == "" {
		return ""
	}
	if p.Kind == diagnosis.StepFix {
		return g.text("outcome." + p.Given)
	}
	return g.lib.Phrase.AnswerLabel(g.lib.Base.Check(p.ID), p.Given, g.s.View().Device)
}

// offer adds a numbered answer.
func (g *guide) offer(label string, do func()) { g.choices = append(g.choices, choice{label, do}) }

func (g *guide) list() {
	for i, c := range g.choices {
		g.out.item("  "+strconv.Itoa(i+1)+". ", c.label)
	}
}

// prompt says in a line what can be typed.
func (g *guide) prompt() string {
	switch n := len(g.choices); {
	case g.word != nil:
		return g.text("text.prompt.confirm", "Word", g.text("text.confirm.word"))
	case n == 0:
		return g.text("text.prompt.open")
	case n == 1:
		return g.text("text.prompt.one")
	default:
		return g.text("text.prompt", "Last", n)
	}
}
