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

// addCauses lists the likely causes, each with its probability and the reason that moved it most. Where the trouble is over
// there is nothing to look for.
func (p *page) addCauses() {
	if p.view.IsOver() {
		return
	}
	p.addHeading("report.likely")
	if p.view.EvidenceCount == 0 {
		p.addParagraph(p.text("report.likely.nothing"))
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
			line += " " + p.word(key, "Reason", p.reasonText(&c.Reasons[0]))
		}
		list.Items = append(list.Items, Item{Text: rich(line)})
	}
	p.add(list)
	if d, ok := p.guide.Doubt(p.view); ok {
		p.addParagraph(rich(oneLine(d.Text)))
	}
	p.addParagraph(p.text("report.estimates"))
}

// inner turns the marks of a quotation into those of one that stands in another.
var inner = strings.NewReplacer(".”", "’", "“", "‘", "”", "’")

// reasonText puts a piece of evidence into words, to be quoted. The words of an unknown message are a person's own
// and redacted.
func (p *page) reasonText(r *session.Reason) string {
	said, ok := p.view.Case.Events[r.Event].What.(casefile.Said)
	if ok && p.base.Message(said.Message) == nil && p.base.Complaint(said.Complaint) == nil {
		return inner.Replace(p.free(r.What))
	}
	return inner.Replace(unbold(r.What)) // the sentence around it has a full stop of its own
}

// addNextSteps lists the next steps, or says that the page is for Apple Support. For the owner the list
// begins with the second step, since addNextStep tells the first.
func (p *page) addNextSteps() {
	next, open := p.view.Next()
	first := 0
	if p.o.For == ForOwner {
		if first = 1; !open || next.Kind == diagnosis.StepSupport || len(p.stepsFrom(first)) == 0 {
			return
		}
	}
	if next.Kind == diagnosis.StepProof || next.Kind == diagnosis.StepWait {
		first = 1 // the result says already what is waited for
	}
	p.addHeading("report.left")
	switch {
	case !open:
		p.addParagraph(p.lookAgain())
		return
	case next.Kind == diagnosis.StepSupport:
		p.addParagraph(p.text("report.left.support"))
		return
	case first == 0:
		p.addParagraph(p.text("report.left.minutes", "Minutes", p.words.Minutes(p.view.MinutesLeft)))
	case next.Kind == diagnosis.StepCheck:
		p.addParagraph(p.text("report.left.then.check"))
	default:
		p.addParagraph(p.text("report.left.then"))
	}
	list := &List{Numbered: true}
	figures := &Figures{}
	for i, o := range p.stepsFrom(first) {
		list.Items = append(list.Items, Item{Text: rich(p.stepText(o))})
		if p.o.For == ForOwner || i == 0 {
			if f := p.rowFigure(o, i+1); f != nil {
				figures.Pictures = append(figures.Pictures, f)
			}
		}
	}
	p.add(list)
	p.addFigures(figures)
}

// lookAgain says when to look whether the backups go on; one finished backup does not show it.
func (p *page) lookAgain() Text {
	at, ok := p.view.State.LookAgain()
	switch {
	case !ok:
		return p.text("report.left.nothing")
	case !p.now.Before(at):
		return p.text("report.left.look.now", "Device", p.view.Device.Name())
	}
	return p.text("report.left.look", "Device", p.view.Device.Name(), "Day", p.words.Day(at))
}

// stepsFrom returns the steps of the plan from the given number on, up to the bound of the page and before the
// hand-over to support.
func (p *page) stepsFrom(first int) []diagnosis.Option {
	var list []diagnosis.Option
	for i, o := range p.o.Plan {
		if i == mostSteps || o.Kind == diagnosis.StepSupport {
			break
		}
		if i >= first {
			list = append(list, o)
		}
	}
	return list
}

// stepText returns a step of the list in words: title, minutes, losses or costs.
func (p *page) stepText(o diagnosis.Option) string {
	page := p.guide.Page(p.view, guide.StepOf(o))
	title := unbold(page.Title)
	if o.Kind == diagnosis.StepCheck {
		title = p.word("report.step.check", "Question", unbold(page.Question))
	}
	minutes := page.Minutes
	if f := p.base.Fix(o.For); f != nil {
		if _, loss := diagnosis.LossFix(o.ID); loss {
			minutes = f.Minutes // the page before it is read in no time
		} else {
			title = p.word("report.step.before", "Step", title, "Fix", p.fill(f.Title))
		}
	}
	text := p.word("report.step", "Step", title, "Minutes", p.words.Minutes(max((minutes[0]+minutes[1])/2, 1)))
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

// addFoot adds the edition of the knowledge base, the number of events and what was left out.
func (p *page) addFoot() {
	edition := inert(p.words.Edition(p.base.Meta.Version))
	foot := &Foot{}
	add := func(key string, values ...any) { foot.Lines = append(foot.Lines, p.text(key, values...)) }
	switch {
	case p.doc.LeftOut != "":
		add("report.left-out", "What", p.doc.LeftOut)
	case !p.o.Names:
		add("report.left-out.nothing")
	}
	add("report.foot", "Edition", edition, "Events", p.words.Count("report.events", len(p.view.Case.Events)))
	if first := p.begun(); !first.IsZero() {
		add("report.since", "Time", p.timeText(first))
	}
	p.add(foot)
}

// begun returns the time when the case began, zero when it is not known.
func (p *page) begun() time.Time {
	c := &p.view.Case
	if c.Created.IsZero() && len(c.Events) > 0 {
		return c.Events[0].Time
	}
	return c.Created
}
