package report

import (
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
)

// cancelPlan is the route to where a plan is made smaller or cancelled.
const cancelPlan = "cancel-plan"

// outlookLines returns what follows from the whole storage plan beyond the verdict: the plans that are enough
// later, the price for a family, the time of the next backup. A typical size gives no outlook. With named,
// the verdict has named the cheapest plan for now already.
func (p *page) outlookLines(named bool) []string {
	plan := p.view.Plan
	if !plan.Verdict.Counted {
		return nil
	}
	var list []string
	choices, priced := p.choicesText(plan, named)
	if choices != "" && !plan.Managed {
		list = append(list, choices)
	}
	if smaller := plan.Smaller(); smaller != nil {
		text := p.word("storage.smaller", "Offer", inert(p.phrase.Offer(smaller)))
		if path, _ := p.guide.Path(cancelPlan, "", p.view.Device); len(path) > 0 {
			text += " " + p.word("storage.smaller.where", "Path", inert(strings.Join(path, " › ")))
		}
		list = append(list, text)
	}
	if plan.HasFamily {
		family := []string{p.word("report.storage.family", "Price", inert(p.phrase.SplitPrice(&plan.Family.Split)))}
		for _, line := range p.phrase.Split(plan, p.personName) {
			family = append(family, inert(line))
		}
		list = append(list, strings.Join(family, " "))
		priced = priced || !plan.Family.Free
	}
	if priced && !named && !plan.Managed && p.view.Market.ID != "" {
		list = append(list, p.phrase.Prices(p.view.Market))
	}
	if plan.HasTransfer && plan.Transfer.Upload.High > 0 {
		list = append(list, p.phrase.Taking("storage-pane.time.backup", plan.Transfer.Upload, plan.Transfer.Nights))
	}
	return list
}

// personName returns the name of a person of the plan, or their number where names are left out.
func (p *page) personName(i int) string {
	name := p.view.Plan.Inputs.People[i].Name
	if p.isLeftOut(name) {
		name = ""
	}
	return p.phrase.PersonName(oneLine(name), i+1)
}

// choicesText names the cheapest offer that is enough now, and those that are enough later when they are
// others. Priced tells whether a price is among them.
func (p *page) choicesText(plan *storage.Plan, named bool) (text string, priced bool) {
	var parts []string
	before := -1
	offer := func(i int) string {
		priced = priced || plan.Offers[i].HasPrice && !plan.Offers[i].Free
		return inert(p.phrase.Offer(&plan.Offers[i]))
	}
	for i := range plan.Choices {
		c := &plan.Choices[i]
		switch {
		case i > 0 && !plan.HasForecast:
		case c.Cheap == before:
		case c.Cheap < 0:
			parts = append(parts, p.word("report.storage.enough.none", "Months", c.Months))
		case i > 0:
			parts = append(parts, p.word("report.storage.enough.later", "Months", c.Months, "Offer", offer(c.Cheap)))
		case !named && plan.Offers[c.Cheap].Current:
			if !plan.Offers[c.Cheap].Free {
				parts = append(parts, p.word("report.storage.enough.own"))
			}
		case !named:
			parts = append(parts, p.word("report.storage.enough", "Offer", offer(c.Cheap)))
		}
		before = c.Cheap
	}
	return strings.Join(parts, " "), priced
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
