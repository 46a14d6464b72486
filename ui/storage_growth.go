package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/storage/planner"
	"backupdoctor/ui/widgets"
)

// farMonths is how far ahead a date is worth naming; beyond it only the year is said.
const farMonths = 120

// chartMonths and chartSteps are how far the chart goes, and its points.
const (
	chartMonths = 36
	chartSteps  = 36
)

// outlook says until when which plan is enough, and what is the cheapest until then.
type outlook struct {
	pane   *storagePane
	growth *numberField
	card   *widgets.Surface
	lines  *fyne.Container
	chart  *widgets.GrowthChart
}

func newOutlook(p *storagePane) *outlook {
	o := &outlook{pane: p, lines: widgets.NewColumn(spaceXS), chart: widgets.NewGrowthChart()}
	o.growth = p.amount(p.desk.text("plan-pane.growth"), func(x float64) {
		p.edit(func(in *planner.Inputs) { setGrowth(in, int64(x)) })
	})
	o.card = widgets.NewCard(widgets.NewColumn(spaceM, o.lines, o.chart))
	return o
}

// setGrowth takes one number for everything that comes a month; below zero leaves it to the typical rates again.
func setGrowth(in *planner.Inputs, bytes int64) {
	for c := range in.Growth {
		in.Growth[c] = planner.Amount{}
		if bytes >= 0 {
			in.Growth[c] = planner.Of(0, planner.Typed)
		}
	}
	if bytes >= 0 {
		in.Growth[planner.Rest] = planner.Of(bytes, planner.Typed)
	}
}

// typedGrowth is the one number that a person typed for what comes a month.
func typedGrowth(in *planner.Inputs) float64 {
	if !in.Growth[planner.Rest].Known() {
		return noNumber
	}
	return float64(in.Growth[planner.Rest].Likely)
}

func (o *outlook) show(v *session.View) {
	d, plan := o.pane.desk, v.Plan
	o.growth.bring(typedGrowth(&plan.Inputs))
	told := !plan.Inputs.Empty() && plan.Need.Known()
	if told && plan.Monthly.High > 0 {
		o.growth.hint(o.pane.span(plan.Monthly), "")
	} else {
		o.growth.hint(d.text("storage.amount.hint"), "")
	}
	if told && typedGrowth(&plan.Inputs) < 0 {
		o.growth.hint(o.growth.entry.PlaceHolder, d.text("plan-pane.growth.typical"))
	}
	o.card.Hidden = !told
	if !told {
		return
	}
	lines := []fyne.CanvasObject{widgets.NewParagraph(d.text("plan-pane.outlook.title")).Bold()}
	before := ""
	for _, c := range plan.Choices {
		text := o.choice(plan, &c)
		if text == before {
			continue
		}
		before = text
		key := "plan-pane.outlook.later"
		if c.Months == 0 {
			key = "plan-pane.outlook.now"
		}
		lines = append(lines, widgets.NewParagraph(d.text(key, "Months", d.words.Number(float64(c.Months), 0), "Choice", text)))
	}
	lines = append(lines, widgets.NewCaption(d.text("plan-pane.outlook.need", "Need", o.pane.span(plan.Need.Range),
		"Origin", d.text(plan.Need.From.Key()), "Growth", o.pane.span(plan.Monthly))))
	for _, r := range plan.Remarks {
		if r.Key != "planner.remark.optimize" && r.Key != "planner.remark.over-plan" && r.Key != "planner.remark.odd-plan" {
			lines = append(lines, widgets.NewCaption(d.text(r.Key, "Size", o.pane.size(r.Bytes))))
		}
	}
	o.lines.Objects = lines
	o.draw(v)
	o.card.Refresh()
}

// choice is the cheapest way, and the one that is enough in any case when that is another.
func (o *outlook) choice(plan *planner.Plan, c *planner.Choice) string {
	d := o.pane.desk
	if c.Cheap < 0 {
		return d.text("plan-pane.outlook.none")
	}
	text := o.pane.offer(&plan.Offers[c.Cheap])
	switch {
	case c.Careful < 0:
		return d.text("plan-pane.outlook.perhaps", "Offer", text)
	case c.Careful != c.Cheap:
		return d.text("plan-pane.outlook.careful", "Offer", text, "Careful", o.pane.offer(&plan.Offers[c.Careful]))
	}
	return d.text("plan-pane.outlook.sure", "Offer", text)
}

// offer names a way to have storage, with its price.
func (p *storagePane) offer(o *planner.Offer) string {
	name := p.size(o.Capacity)
	if o.Bundle.ID != "" {
		name = p.desk.text("plan-pane.offer.bundle", "Size", name, "Bundle", o.Bundle.Name)
	}
	switch {
	case o.Free:
		return p.desk.text("plan-pane.offer.free", "Name", name)
	case o.HasPrice:
		return p.desk.text("plan-pane.offer.price", "Name", name, "Price", storage.FormatPrice(o.Month, p.desk.words.Locale()))
	}
	return name
}

// draw shows the need over the next years with the plans that matter as lines.
func (o *outlook) draw(v *session.View) {
	d, plan := o.pane.desk, v.Plan
	var points []widgets.GrowthPoint
	top := 0.0
	for _, p := range plan.Chart(chartMonths, chartSteps) {
		points = append(points, widgets.GrowthPoint{Low: float64(p.Need.Low), Likely: float64(p.Need.Likely), High: float64(p.Need.High)})
		top = float64(p.Need.High)
	}
	// Lines below what is needed, the present plan, and the first one above: larger ones would press the rest flat.
	var limits []widgets.GrowthLimit
	for _, p := range d.session.Library().Plans.Plans {
		limits = append(limits, widgets.GrowthLimit{Value: float64(p.Capacity), Text: o.pane.size(p.Capacity)})
		if float64(p.Capacity) >= top {
			break
		}
	}
	limits = apart(limits)
	now := o.pane.now()
	marks := make([]string, 0, 4)
	for m := 0; m <= chartMonths; m += 12 {
		if at, ok := planner.Date(now, float64(m)); ok {
			marks = append(marks, o.pane.month(at))
		}
	}
	end := plan.At(chartMonths)
	o.chart.Set(points, limits, marks, d.text("plan-pane.chart", "Now", o.pane.span(plan.Need.Range),
		"Then", o.pane.span(end), "Date", marks[len(marks)-1]))
}

// apart leaves lines out that would lie on each other at the scale of the highest one.
func apart(limits []widgets.GrowthLimit) []widgets.GrowthLimit {
	const least = 0.12 // of the height
	kept := limits[:0]
	for i, l := range limits {
		if i+1 < len(limits) && limits[len(limits)-1].Value-l.Value < least*limits[len(limits)-1].Value ||
			len(kept) > 0 && l.Value-kept[len(kept)-1].Value < least*limits[len(limits)-1].Value {
			continue
		}
		kept = append(kept, l)
	}
	return kept
}

// month writes a month with its year.
func (p *storagePane) month(at time.Time) string {
	name := p.desk.text("month." + strings.ToLower(at.Month().String()[:3]))
	return p.desk.text("plan-pane.month", "Month", name, "Year", at.Year())
}

// full says until when a plan is enough, for the person's plan and those that hold everything now.
func (p *storagePane) full(v *session.View, row storage.Row) string {
	for i := range v.Plan.Offers {
		o := &v.Plan.Offers[i]
		if o.Bundle.ID != "" && !o.Held || o.NoPlan || o.Plan.ID != row.Plan.ID || o.Fit != storage.Fits || v.Plan.Inputs.Empty() {
			continue
		}
		likely, near := p.moment(o.FullIn.Likely)
		if !near {
			return p.desk.text("plan-pane.full.far", "Year", p.now().AddDate(0, farMonths, 0).Year())
		}
		from, _ := p.moment(o.FullIn.Earliest)
		to, ends := p.moment(o.FullIn.Latest)
		switch {
		case !ends:
			return p.desk.text("plan-pane.full.from", "Date", likely, "From", from)
		case from == to:
			return p.desk.text("plan-pane.full", "Date", likely)
		}
		return p.desk.text("plan-pane.full.range", "Date", likely, "From", from, "To", to)
	}
	return ""
}

// moment is a month some time from now, and false when that is too far away to name.
func (p *storagePane) moment(months float64) (string, bool) {
	at, ok := planner.Date(p.now(), months)
	if !ok || months > farMonths {
		return "", false
	}
	return p.month(at), true
}
