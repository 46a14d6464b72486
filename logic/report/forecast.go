package report

import (
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
)

// outlookLines returns what follows from the whole storage plan beyond the verdict: the plans that are enough
// later, the price for a family, the time of the next backup. A typical size gives no outlook. With named,
// the verdict has named the cheapest plan for now already.
func (p *page) outlookLines(named bool) []string {
	plan := p.view.Plan
	if !plan.Verdict.Counted {
		return nil
	}
	var list []string
	if choices := p.choicesText(plan, named); choices != "" {
		list = append(list, choices)
	}
	if plan.HasFamily {
		list = append(list, p.word("report.storage.family", "Price", inert(p.phrase.SplitPrice(&plan.Family.Split))))
	}
	if plan.HasTransfer && plan.Transfer.Upload.High > 0 {
		list = append(list, p.phrase.Taking("plan-pane.time.backup", plan.Transfer.Upload, plan.Transfer.Nights))
	}
	return list
}

// choicesText names the cheapest offer that is enough now, and those that are enough later when they are
// others.
func (p *page) choicesText(plan *storage.Plan, named bool) string {
	var parts []string
	before := -1
	for i := range plan.Choices {
		c := &plan.Choices[i]
		switch {
		case c.Cheap == before:
		case c.Cheap < 0:
			parts = append(parts, p.word("report.storage.enough.none", "Months", c.Months))
		case i > 0:
			parts = append(parts, p.word("report.storage.enough.later", "Months", c.Months, "Offer", inert(p.phrase.Offer(&plan.Offers[c.Cheap]))))
		case !named:
			parts = append(parts, p.word("report.storage.enough", "Offer", inert(p.phrase.Offer(&plan.Offers[c.Cheap]))))
		}
		before = c.Cheap
	}
	return strings.Join(parts, " ")
}

// countedAt returns the time of the latest storage numbers, or else the time when the case began.
func countedAt(v *session.View) time.Time {
	at := v.Case.Created
	for i := range v.Case.Events {
		e := &v.Case.Events[i]
		if _, ok := e.What.(casefile.Counted); ok && !e.Time.IsZero() {
			at = e.Time
		}
	}
	return at
}
