package terminal

import (
	"cmp"
	"context"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
)

// guide is the conversation about one case. It ends with q or with the input.
type guide struct {
	*program
	lib       *session.Library
	pages     *pages.Guide
	s         *session.Session
	navigator *pages.Navigator
	phone     *phoneReader // nil where none is read
	page      pages.Page   // shown last
	fresh     bool         // the page must be shown (again)
	over      bool
	left      bool // by a command or a signal, not by the end of the input

	choices []choice // what the numbers mean now
	word    func()   // what typing the confirmation word does; nil when there is nothing to confirm
}

// choice is a numbered answer.
type choice struct {
	label string
	do    func()
}

// patience is how long a program that was told to end may take to leave. A signal that comes later ends it at once, as
// when nobody reads what it prints.
const patience = 2 * time.Second

// guide opens a case and talks it through. When the program is told to end, it leaves as after q.
func (p *program) guide(o options) error {
	told, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	context.AfterFunc(told, func() { time.AfterFunc(patience, release) })
	p.in.stop = told.Done()
	lib, err := p.library(o.knowledge)
	if err != nil {
		return err
	}
	file, isNew, err := p.open(lib, o.files)
	if err != nil || file == nil {
		return err
	}
	g := &guide{program: p, lib: lib, pages: pages.New(lib), s: session.Open(lib, file, p.now)}
	g.navigator = pages.NewNavigator(g.pages, g.s)
	g.readPhone()
	if g.phone != nil {
		defer g.phone.board.Close()
	}
	if isNew && g.s.View().Case.Version == "" {
		g.describe()
	}
	g.talk()
	return g.leave(file)
}

// ask prompts for a line. At the end of the input, or when nobody can read the questions, the conversation is
// over and ask returns false.
func (p *program) ask(prompt string) (string, bool) {
	p.out.line(prompt)
	p.out.raw("> ")
	if p.out.flush() != nil {
		return "", false
	}
	line, ok := p.in.line()
	if !ok {
		p.out.raw("\n")
	}
	p.out.empty = false
	return line, ok
}

// ask ends the conversation with the input.
func (g *guide) ask(prompt string) (string, bool) {
	line, ok := g.program.ask(prompt)
	g.over = g.over || !ok
	g.left = g.left || g.in.isStopped()
	return line, ok
}

func (g *guide) say(key string, values ...any) { g.out.line(g.text(key, values...)) }

// reportError tells what went wrong. The conversation goes on: a change that could not be saved is saved with
// the next.
func (g *guide) reportError(err error) {
	if err != nil {
		g.say("text.error", "Error", g.words.Sentence(err))
	}
}

// talk shows pages and does what is typed until the end.
func (g *guide) talk() {
	g.summary()
	g.help()
	if v := g.s.View(); len(v.Case.Events) == 0 {
		g.message()
	}
	g.fresh = true
	for !g.over {
		g.heed()
		if g.fresh {
			g.absorb()
			g.s.Refresh()
			g.show()
			g.fresh = false
		}
		if line, ok := g.ask(g.prompt()); ok {
			g.do(line)
		}
	}
}

// absorb takes in what another program wrote into the case's file, and tells.
func (g *guide) absorb() {
	switch came, err := g.s.Absorb(); {
	case err != nil:
		g.reportError(err)
	case came.Kept != "":
		g.say("notice.foreign.kept", "File", came.Kept)
	case came.Events > 0 || came.Header:
		g.say("notice.foreign")
	}
}

// do carries out one line: a command, the number of an answer, or the confirmation word.
func (g *guide) do(line string) {
	said := strings.ToLower(line)
	if command := g.command(said); command != nil {
		command()
		return
	}
	if g.word != nil && said == g.text("text.confirm.word") {
		g.word()
		return
	}
	if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= len(g.choices) {
		g.choices[n-1].do()
		return
	}
	if c, ok := g.chosen(said); ok {
		c.do()
		return
	}
	g.say("text.not-understood")
}

// chosen is the choice whose label is, or alone begins with, the words that were typed.
func (g *guide) chosen(said string) (choice, bool) {
	var begin []choice
	for _, c := range g.choices {
		label := strings.ToLower(c.label)
		if label == said {
			return c, true
		}
		if rest, ok := strings.CutPrefix(label, said); ok && said != "" && strings.IndexFunc(rest, unicode.IsLetter) != 0 {
			begin = append(begin, c)
		}
	}
	if len(begin) != 1 {
		return choice{}, false
	}
	return begin[0], true
}

// command returns the action of a letter or a word, or nil when the line is no command.
func (g *guide) command(said string) func() {
	return map[string]func(){
		"":     func() { g.fresh = true },
		"?":    g.why,
		"u":    g.takeBack,
		"undo": g.takeBack,
		"r":    g.bringBack,
		"redo": g.bringBack,
		"c":    g.checklist,
		"s":    g.storage,
		"m":    g.message,
		"d":    func() { g.describe(); g.fresh = true },
		"f":    g.remedy,
		"p":    g.report,
		"i":    g.askPhone,
		"b":    g.back,
		"back": g.back,
		"h":    g.help,
		"help": g.help,
		"q":    g.quit,
		"quit": g.quit,
		"exit": g.quit,
	}[said]
}

func (g *guide) help() { g.say("text.commands") }

func (g *guide) quit() { g.over, g.left = true, true }

// report prints the page for Apple Support.
func (g *guide) report() {
	g.out.blank()
	g.out.block(report.New(g.lib, g.s.View(), g.now(), report.Options{}).Text())
}

// settle tells an error of a change and shows the page that comes next.
func (g *guide) settle(err error) {
	g.reportError(err)
	g.fresh = true
}

// open shows a step out of turn.
func (g *guide) open(step pages.Step) {
	g.navigator.Open(step)
	g.fresh = true
}

// remedy opens the fix for what was found last.
func (g *guide) remedy() {
	step, open := pages.Recommended(g.s.View())
	if r := g.pages.Remedy(g.s.View()); r != nil {
		step = r.Step
	} else if !open || step.Kind != diagnosis.StepFix {
		g.say("text.remedy.nothing")
		return
	}
	if g.page.Step == step {
		g.say("text.remedy.here")
		return
	}
	g.open(step)
}

func (g *guide) back() {
	if !g.navigator.Back() {
		g.say("text.back.nothing")
		return
	}
	g.fresh = true
}

// takeBack takes the last change back. When nothing is left, it asks again what is wrong.
func (g *guide) takeBack() {
	before := len(g.s.View().Case.Events)
	g.undo(g.s.Undo, "text.undone", "text.undo.nothing")
	if before > 0 && len(g.s.View().Case.Events) == 0 {
		g.message()
	}
}

// bringBack brings the change again that was taken back last.
func (g *guide) bringBack() { g.undo(g.s.Redo, "text.redone", "text.redo.nothing") }

// undo takes a change back or brings it again, and says which.
func (g *guide) undo(change func() (bool, error), key, nothing string) {
	before, entries := g.s.View(), g.s.File().Entries()
	changed, err := change()
	if !changed {
		g.reportError(err)
		if err == nil {
			g.say(nothing)
		}
		return
	}
	g.reportError(err)
	after := g.s.View()
	if e := turned(entries, g.s.File().Entries(), before, after); e != nil {
		g.say(key, "What", g.lib.Phrase.Describe(e, before.Device))
	} else if before.Case.Header() != after.Case.Header() {
		g.say(key, "What", g.text("event.header"))
	}
	g.fresh = true
}

// turned is the last event of a case that was taken out or put back, as the view has it that holds it; nil
// for none. What came in from outside meanwhile is behind the entries.
func turned(before, after []casefile.Entry, old, now *session.View) (e *casefile.Event) {
	i, j := 0, 0 // places in the two views
	for n := range before {
		was, is := !before[n].Removed, !after[n].Removed
		switch {
		case was && !is && i < len(old.Case.Events):
			e = &old.Case.Events[i]
		case is && !was && j < len(now.Case.Events):
			e = &now.Case.Events[j]
		}
		if was {
			i++
		}
		if is {
			j++
		}
	}
	return e
}

// summary says whose case it is and how far it is.
func (g *guide) summary() {
	v := g.s.View()
	g.out.blank()
	g.say("text.case", "Name", v.Case.Name, "Device", g.device())
	if v.Newer {
		g.say("report.newer")
	}
	if v.Wordless != session.WordsShown {
		language := v.Case.Language
		g.say("different.wordless."+string(v.Wordless), "Language", cmp.Or(g.lib.Phrase.Language(language), language))
	}
	for _, m := range v.Messages {
		switch {
		case m.Complaint != nil:
			g.say("text.complains", "Complaint", g.lib.Base.Fill(m.Complaint.Title, v.Device))
		case m.Message != nil:
			g.say("text.says", "Message", g.lib.Base.Fill(m.Message.Text, v.Device))
		default:
			g.say("text.says", "Message", m.Text)
		}
		if m.Elsewhere != nil {
			g.elsewhere(m.Elsewhere)
		}
	}
	if len(v.Case.Events) > 0 {
		g.say("text.progress", "Checked", v.Checked, "Total", v.Total)
		g.verdict()
		if d, ok := g.pages.Doubt(v); ok {
			g.say("causes.doubt.look", "Doubt", d.Text)
		}
		for _, q := range g.pages.NumberQuestions(v) {
			g.say("storage.question.told", "Question", q.Text)
		}
	}
	g.out.blank()
}

// verdict says which kind of backup is stopped, without the emphasis that the window gives it. Once something
// was changed, it says how far the case is instead.
func (g *guide) verdict() {
	if v := g.s.View(); v.State.Stage != session.StageOpen {
		g.out.line(g.pages.StateText(v.State))
		return
	}
	g.out.line(strings.ReplaceAll(g.text("verdict."+string(g.s.View().Verdict)), "**", ""))
}

// device names model, kind and system as far as they are known.
func (g *guide) device() string {
	v := g.s.View()
	name := v.Case.Model
	if name == "" {
		name = v.Device.Name()
	}
	version := v.Device.Version.String()
	if version == "" {
		return g.text("text.device.unknown", "Device", name)
	}
	return g.text("text.device", "Device", name, "System", v.Device.System(), "Version", version)
}
