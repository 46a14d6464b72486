package report

import (
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
)

// outlook says what follows from the whole storage plan, beyond the three numbers: what is described and still decides, which
// plans are enough until when, what a family pays, how long it takes. Nothing rests on a typical size. With named, the
// cheapest plan for now was named already.
func (p *page) outlook(named bool) []string {
	plan, n := p.view.Plan, p.view.Numbers
	if !plan.Verdict.Counted {
		return nil
	}
	var list []string
	if !p.fromNumbers() && (n.Plan < 0 || max(n.Used, 0)+max(n.Next, 0) <= n.Plan) {
		list = append(list, p.described(plan))
	}
	if now := plan.Choices[0].Cheap; now >= 0 {
		if choices := p.choices(plan, named); choices != "" {
			list = append(list, choices)
		}
		size, full := plan.Offers[now].Capacity, plan.Offers[now].FullIn
		if plan.Inputs.Plan.Known() && plan.Verdict.Missing == 0 {
			size, full = plan.Inputs.Plan.Likely, plan.FullIn
		}
		list = append(list, p.word("report.storage.full", "Plan", p.bytes(size), "Full", p.phrase.FullIn(full, p.now)))
	}
	if plan.HasFamily {
		list = append(list, p.word("report.storage.family", "Price", inert(p.phrase.SplitPrice(&plan.Family.Split))))
	}
	if plan.HasTransfer && plan.Transfer.Upload.High > 0 {
		list = append(list, p.phrase.Taking("plan-pane.time.backup", plan.Transfer.Upload, plan.Transfer.Nights))
	}
	return list
}

// described says what the parts that were described or listed come to.
func (p *page) described(plan *storage.Plan) string {
	key := "report.storage.need"
	switch {
	case !plan.Inputs.Plan.Known():
	case plan.Verdict.Fit == storage.DoesNotFit && plan.Verdict.Sure:
		key = "report.storage.need.short"
	case plan.Verdict.Fit == storage.DoesNotFit:
		key = "report.storage.need.short.likely"
	case plan.Verdict.Fit == storage.Fits:
		key = "report.storage.need.fits.likely"
	}
	return p.word(key, "Used", p.phrase.Span(plan.Used.Range), "Next", p.phrase.Span(plan.Next.Range), "Origin", p.word(plan.Need.From.Key()))
}

// choices names the cheapest way to have enough now, and later where that is another.
func (p *page) choices(plan *storage.Plan, named bool) string {
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

// said is when the latest storage numbers were recorded, or else when the case began.
func said(v *session.View) time.Time {
	at := v.Case.Created
	for i := range v.Case.Events {
		if e := &v.Case.Events[i]; e.Kind == casefile.KindStorage && !e.Time.IsZero() {
			at = e.Time
		}
	}
	return at
}
