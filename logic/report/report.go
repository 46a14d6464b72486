// Package report writes a case as a page to hand to Apple Support or to keep: what the phone says, what was found and tried,
// what is likely and what is left. The page is derived from a view and a time alone.
package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
)

const (
	// mostCauses is how many likely causes the page names.
	mostCauses = 5
	// leastBelief is the probability below which a cause is left out.
	leastBelief = 0.01
	// mostSteps is how many next steps the page names.
	mostSteps = 5
)

// Markdown writes the report of a view as CommonMark. Texts that people typed or pasted are escaped. Times are in the time
// zone of now. The same library, view and now give the same page.
func Markdown(lib *session.Library, v *session.View, now time.Time) string {
	p := &page{lib: lib, view: v, now: now}
	p.head()
	p.result()
	p.says()
	p.found()
	p.tried()
	p.likely()
	p.left()
	p.storage()
	p.foot()
	return strings.TrimRight(p.out.String(), "\n") + "\n"
}

// Text is the same page without any marks, for a terminal or a mail.
func Text(lib *session.Library, v *session.View, now time.Time) string {
	return plain(Markdown(lib, v, now))
}

// page collects the Markdown.
type page struct {
	lib  *session.Library
	view *session.View
	now  time.Time
	out  strings.Builder
}

// word is a sentence of the program. Values that are no sentences of the program must be escaped before.
func (p *page) word(key string, values ...any) string {
	return p.lib.Words.Text(key, values...)
}

// fill is a text of the knowledge base for the device, safe inside a line. Its bold marks are dropped: on this page bold is
// for what was answered.
func (p *page) fill(text string) string {
	return unbold(p.lib.Base.Fill(text, p.view.Device))
}

// unbold is a text with the bold marks of the knowledge base, safe inside a line and without them.
func unbold(text string) string { return escape(strings.ReplaceAll(text, "**", "")) }

func (p *page) heading(key string) { p.out.WriteString("## " + p.word(key) + "\n\n") }

func (p *page) paragraph(text string) { p.out.WriteString(text + "\n\n") }

func (p *page) item(text string) { p.out.WriteString("- " + text + "\n") }

func (p *page) endList() { p.out.WriteString("\n") }

func (p *page) fact(key, value string) {
	if value != "" {
		p.item("**" + p.word(key) + ":** " + value)
	}
}

func (p *page) head() {
	c, d := &p.view.Case, p.view.Device
	title := p.word("report.title")
	if name := escape(c.Name); name != "" {
		title = p.word("report.title.named", "Name", name)
	}
	p.out.WriteString("# " + title + "\n\n")
	model := escape(c.Model)
	if model == "" {
		model = d.Name()
	}
	p.fact("report.device", model)
	version := d.Version.String()
	if version == "" {
		version = p.word("report.version.unknown")
	} else {
		version = escape(c.Version)
		if !strings.HasPrefix(strings.ToLower(version), "i") {
			version = d.System() + " " + version
		}
	}
	p.fact("report.version", version)
	if language := p.lib.Language(c.Language); c.Language != "" {
		p.fact("report.language", escape(cmp.Or(language, c.Language)))
	}
	if p.view.Market.ID != "" {
		p.fact("report.country", escape(p.view.Market.Name))
	} else {
		p.fact("report.country", escape(c.Country))
	}
	p.fact("report.written", p.time(p.now))
	p.endList()
	if p.view.Newer {
		p.paragraph(p.word("report.newer"))
	}
}

func (p *page) result() {
	p.heading("report.result")
	switch {
	case p.view.Solved && p.view.SolvedBy != nil:
		p.paragraph(p.word("report.solved.by", "Fix", p.fill(p.view.SolvedBy.Title)))
	case p.view.Solved:
		p.paragraph(p.word("report.solved"))
	default:
		p.paragraph(p.lib.Words.Text("verdict." + string(p.view.Verdict)))
		if p.view.Exhausted {
			p.paragraph(p.word("report.exhausted"))
		}
	}
}

// each calls write for the events of some kinds, in their order, and reports whether there was one.
func (p *page) each(write func(i int, e *casefile.Event), kinds ...casefile.Kind) bool {
	some := false
	for i := range p.view.Case.Events {
		if e := &p.view.Case.Events[i]; slices.Contains(kinds, e.Kind) {
			write(i, e)
			some = true
		}
	}
	return some
}

// says quotes each message with its meaning.
func (p *page) says() {
	p.heading("report.says")
	some := p.each(func(_ int, e *casefile.Event) {
		p.item(p.origin(e) + "\n")
		m := p.lib.Base.Message(e.Message)
		switch {
		case m != nil:
			p.quote(p.lib.Base.Fill(m.Text, p.view.Device))
			p.under(p.fill(m.Means))
			if m.NotFault {
				p.under(p.word("report.not-a-fault"))
			}
			if e.Text != "" && e.Text != m.Text {
				p.under(p.word("report.as-typed"))
				p.quote(e.Text)
			}
		case e.Message != "":
			p.under(p.word("report.unknown", "ID", escape(e.Message)))
			if e.Text != "" {
				p.quote(e.Text)
			}
		default:
			p.quote(e.Text)
			p.under(p.word("report.unrecognized"))
		}
	}, casefile.KindMessage)
	if !some {
		p.paragraph(p.word("report.says.nothing"))
	}
}

// quote sets a text off inside a list item.
func (p *page) quote(text string) {
	p.out.WriteString("  > " + strings.Join(lines(text), hardBreak+"\n  > ") + "\n\n")
}

// under continues a list item with a paragraph.
func (p *page) under(text string) {
	if text != "" {
		p.out.WriteString("  " + text + "\n\n")
	}
}

// origin says when and from whom an event came.
func (p *page) origin(e *casefile.Event) string {
	return p.word("report.origin", "Time", p.time(e.Time), "Source", p.word("report.source."+string(e.Source)))
}

func (p *page) time(t time.Time) string {
	if t.IsZero() {
		return p.lib.Words.Time(t)
	}
	return p.lib.Words.Time(t.In(p.now.Location()))
}

// found lists the answers and storage numbers.
func (p *page) found() {
	p.heading("report.found")
	some := p.each(func(i int, e *casefile.Event) {
		text := unbold(p.lib.Describe(e, p.view.Device))
		if k := p.lib.Base.Check(e.Check); e.Kind == casefile.KindAnswer {
			if k == nil {
				text = p.word("report.unknown", "ID", escape(e.Check+": "+e.Answer))
			} else {
				text = p.word("report.answer", "Question", p.fill(k.Question), "Answer", unbold(p.lib.AnswerLabel(k, e.Answer, p.view.Device)))
			}
		}
		p.item(p.word("report.entry", "What", text, "Origin", p.origin(e)) + p.again(i, e))
	}, casefile.KindAnswer, casefile.KindStorage)
	p.endOrNothing(some, "report.found.nothing")
}

// again marks an event that a later one of the same subject takes the place of.
func (p *page) again(i int, e *casefile.Event) string {
	for _, later := range p.view.Case.Events[i+1:] {
		if later.Kind == e.Kind && later.Check == e.Check {
			return " " + p.word("report.again")
		}
	}
	return ""
}

// tried lists fixes with their outcomes, and what was confirmed on the way.
func (p *page) tried() {
	p.heading("report.tried")
	some := p.each(func(_ int, e *casefile.Event) {
		text := unbold(p.lib.Describe(e, p.view.Device))
		if e.Kind == casefile.KindFix {
			if f := p.lib.Base.Fix(e.Fix); f == nil {
				text = p.word("report.unknown", "ID", escape(e.Fix+": "+string(e.Outcome)))
			} else {
				text = p.word("report.fix", "Fix", p.fill(f.Title), "Outcome", p.lib.Words.Text("outcome."+string(e.Outcome)))
			}
		} else if fix, loss := diagnosis.LossFix(e.Gate); loss && p.lib.Base.Fix(fix) == nil || !loss && p.lib.Base.Gate(e.Gate) == nil {
			text = p.word("report.unknown", "ID", escape(e.Gate))
		}
		p.item(p.word("report.entry", "What", text, "Origin", p.origin(e)))
	}, casefile.KindFix, casefile.KindConfirm)
	p.endOrNothing(some, "report.tried.nothing")
}

func (p *page) endOrNothing(some bool, nothing string) {
	if some {
		p.endList()
	} else {
		p.paragraph(p.word(nothing))
	}
}
