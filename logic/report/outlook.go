package report

import (
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
)

// likely lists the causes with their probability and the reason that moved each most.
func (p *page) likely() {
	p.heading("report.likely")
	if p.view.EvidenceCount == 0 {
		p.paragraph(p.text("report.likely.nothing"))
		return
	}
	list := &List{Numbered: true}
	for i, c := range p.view.Likely {
		if i > 0 && (i >= mostCauses || c.P < leastBelief) {
			break
		}
		line := p.word("report.cause", "Cause", p.fill(c.Cause.Title),
			"Percent", p.words.Percent(c.P), "Summary", p.fill(c.Cause.Summary))
		if c.Cause.Disputed {
			line += " " + p.word("report.disputed")
		}
		if len(c.Reasons) > 0 {
			key := "report.reason.for"
			if c.Reasons[0].Decibans < 0 {
				key = "report.reason.against"
			}
			line += " " + p.word(key, "Reason", p.reason(&c.Reasons[0]))
		}
		list.Items = append(list.Items, Item{Text: rich(line)})
	}
	p.add(list)
	p.paragraph(p.text("report.estimates"))
}

// reason puts a piece of evidence into words; those of a message that is not known are a person's own.
func (p *page) reason(r *session.Reason) string {
	said, ok := p.view.Case.Events[r.Event].What.(casefile.Said)
	if ok && p.base.Message(said.Message) == nil {
		return p.free(r.What)
	}
	// The sentence goes on with a full stop of its own.
	return strings.Replace(unbold(r.What), ".”", "”", 1)
}

// left lists the next steps, or says whom to hand the page to. For the owner, the first one is told before.
func (p *page) left() {
	next, open := p.view.Next()
	first := 0
	if p.o.For == ForOwner {
		if first = 1; !open || next.Kind == diagnosis.StepSupport || len(p.rest(first)) == 0 {
			return
		}
	}
	p.heading("report.left")
	switch {
	case !open:
		p.paragraph(p.text("report.left.nothing"))
		return
	case next.Kind == diagnosis.StepSupport:
		p.paragraph(p.text("report.left.support"))
		return
	case first == 0:
		p.paragraph(p.text("report.left.minutes", "Minutes", p.words.Minutes(p.view.MinutesLeft)))
	default:
		p.paragraph(p.text("report.left.then"))
	}
	list := &List{Numbered: true}
	figures := &Figures{}
	for i, o := range p.rest(first) {
		list.Items = append(list.Items, Item{Text: rich(p.step(o))})
		if p.o.For == ForOwner || i == 0 {
			if f := p.rowFigure(o, i+1); f != nil {
				figures.Pictures = append(figures.Pictures, f)
			}
		}
	}
	p.add(list)
	p.addFigures(figures)
}

// rest are the steps worth taking from the given one on, as far as the page names them.
func (p *page) rest(first int) []diagnosis.Option {
	var list []diagnosis.Option
	for i, o := range p.view.Options {
		if i == mostSteps || o.Kind == diagnosis.StepSupport {
			break
		}
		if i >= first {
			list = append(list, o)
		}
	}
	return list
}

func (p *page) step(o diagnosis.Option) string {
	page := p.guide.Page(p.view, guide.StepOf(o))
	title := unbold(page.Title)
	if o.Kind == diagnosis.StepCheck {
		title = p.word("report.step.check", "Question", unbold(page.Question))
	}
	if f := p.base.Fix(o.For); f != nil {
		if _, loss := diagnosis.LossFix(o.ID); !loss {
			title = p.word("report.step.before", "Step", title, "Fix", p.fill(f.Title))
		}
	}
	text := p.word("report.step", "Step", title, "Minutes", p.words.Minutes((page.Minutes[0]+page.Minutes[1])/2))
	if page.Loses != "" {
		key := "report.step.loses"
		if page.Risk == knowledge.RiskMoney {
			key = "report.step.costs"
		}
		text += " " + p.word(key, "Loses", unbold(page.Loses))
	}
	if o.Again {
		text += " " + p.word("report.step.later")
	}
	return text
}

// foot says what the page rests on and what was left out of it.
func (p *page) foot() {
	edition := inert(p.base.Meta.Version)
	if t, err := time.Parse(time.DateOnly, p.base.Meta.Version); err == nil {
		edition = p.words.Day(t)
	}
	foot := &Foot{}
	add := func(key string, values ...any) { foot.Lines = append(foot.Lines, p.text(key, values...)) }
	if p.redact.left.Any() {
		add("report.left-out")
	}
	add("report.foot", "Edition", edition, "Events", p.words.Count("report.events", len(p.view.Case.Events)))
	if first := p.first(); !first.IsZero() {
		add("report.since", "Time", p.time(first))
	}
	p.add(foot)
}

// first is when the case began.
func (p *page) first() time.Time {
	c := &p.view.Case
	if c.Created.IsZero() && len(c.Events) > 0 {
		return c.Events[0].Time
	}
	return c.Created
}
