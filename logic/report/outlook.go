package report

import (
	"fmt"
	"time"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
)

// likely lists the causes with their probability and the reason that moved each most.
func (p *page) likely() {
	p.heading("report.likely")
	if p.view.Evidence == 0 {
		p.paragraph(p.word("report.likely.nothing"))
		return
	}
	for i, c := range p.view.Likely {
		if i > 0 && (i >= mostCauses || c.P < leastBelief) {
			break
		}
		fmt.Fprintf(&p.out, "%d. %s", i+1, p.word("report.cause", "Cause", p.fill(c.Cause.Title),
			"Percent", p.lib.Words.Percent(c.P), "Summary", p.fill(c.Cause.Summary)))
		if c.Cause.Disputed {
			p.out.WriteString(" " + p.word("report.disputed"))
		}
		if len(c.Reasons) > 0 {
			key := "report.reason.for"
			if c.Reasons[0].Decibans < 0 {
				key = "report.reason.against"
			}
			p.out.WriteString(" " + p.word(key, "Reason", unbold(c.Reasons[0].What)))
		}
		p.out.WriteString("\n")
	}
	p.endList()
	p.paragraph(p.word("report.estimates"))
}

// left lists the next steps, or says whom to hand the page to.
func (p *page) left() {
	p.heading("report.left")
	next, open := p.view.Next()
	switch {
	case !open:
		p.paragraph(p.word("report.left.nothing"))
		return
	case next.Kind == diagnosis.StepSupport:
		p.paragraph(p.word("report.left.support"))
		return
	}
	p.paragraph(p.word("report.left.minutes", "Minutes", p.lib.Words.Minutes(p.view.MinutesLeft)))
	for i, o := range p.view.Options {
		if i == mostSteps || o.Kind == diagnosis.StepSupport {
			break
		}
		fmt.Fprintf(&p.out, "%d. %s\n", i+1, p.step(o))
	}
	p.endList()
}

func (p *page) step(o diagnosis.Option) string {
	page := p.lib.Page(p.view, session.Step{Kind: o.Kind, ID: o.ID, For: o.For})
	title := unbold(page.Title)
	if o.Kind == diagnosis.StepCheck {
		title = p.word("report.step.check", "Question", unbold(page.Question))
	}
	if f := p.lib.Base.Fix(o.For); f != nil {
		if _, loss := diagnosis.LossFix(o.ID); !loss {
			title = p.word("report.step.before", "Step", title, "Fix", p.fill(f.Title))
		}
	}
	text := p.word("report.step", "Step", title, "Minutes", p.lib.Words.Minutes((page.Minutes[0]+page.Minutes[1])/2))
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

// Space says in plain sentences what follows from the storage numbers: used, next backup, whether it fits, and the cheapest
// plan when it does not. Without numbers there is none.
func Space(lib *session.Library, v *session.View) []string {
	p := &page{lib: lib, view: v}
	lines := p.space()
	for i, line := range lines {
		lines[i] = unmark(line)
	}
	return lines
}

// storage sums up the numbers, when there are any.
func (p *page) storage() {
	lines := p.space()
	if len(lines) == 0 {
		return
	}
	p.heading("report.storage")
	for _, line := range lines {
		p.item(line)
	}
	p.endList()
}

func (p *page) space() []string {
	n, a := p.view.Numbers, p.view.Space
	if n.Plan < 0 && n.Used < 0 && n.Next < 0 {
		return nil
	}
	list := []string{
		p.word("report.storage.used", "Used", p.bytes(n.Used), "Plan", p.bytes(n.Plan)),
		p.word("report.storage.next", "Next", p.bytes(n.Next)),
	}
	switch a.Fit {
	case storage.Fits:
		list = append(list, p.word("report.storage.fits", "Room", p.bytes(a.Headroom)))
	case storage.DoesNotFit:
		list = append(list, p.word("report.storage.short", "Short", p.bytes(a.Short)))
	default:
		list = append(list, p.word("report.storage.open"))
	}
	if row, ok := a.CheapestThatHolds(); ok && !row.Current && row.Plan.Capacity > n.Plan {
		list = append(list, p.plan(row))
	}
	for _, w := range a.Warnings {
		list = append(list, p.lib.Words.Text(string(w)))
	}
	return list
}

// plan names the cheapest plan that would do and its price, if the list has one for the country.
func (p *page) plan(row storage.Row) string {
	size := p.bytes(row.Plan.Capacity)
	if !row.HasPrice {
		return p.word("report.storage.plan", "Plan", size)
	}
	text := p.word("report.storage.plan.price", "Plan", size, "Price", escape(storage.FormatPrice(row.Price.Month, p.lib.Words.Locale())),
		"Market", escape(p.view.Market.Name), "Date", p.lib.Words.Day(p.view.Market.Date))
	if tax := p.view.Market.Tax; tax == storage.TaxAdded || tax == storage.TaxSomeStates {
		text += " " + p.word("report.tax."+string(tax))
	}
	return text
}

func (p *page) bytes(n int64) string {
	if n < 0 {
		return p.lib.Words.Text("size.unknown")
	}
	return storage.FormatBytes(n, p.lib.Words.Locale())
}

// foot says what the page rests on.
func (p *page) foot() {
	edition := escape(p.lib.Base.Meta.Version)
	if t, err := time.Parse(time.DateOnly, p.lib.Base.Meta.Version); err == nil {
		edition = p.lib.Words.Day(t)
	}
	p.out.WriteString("---\n\n")
	p.paragraph(p.word("report.foot", "Edition", edition, "Events", p.lib.Words.Count("report.events", len(p.view.Case.Events))))
	if first := p.first(); !first.IsZero() {
		p.paragraph(p.word("report.since", "Time", p.time(first)))
	}
}

// first is when the case began.
func (p *page) first() time.Time {
	c := &p.view.Case
	if c.Created.IsZero() && len(c.Events) > 0 {
		return c.Events[0].Time
	}
	return c.Created
}
