package storage

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/chart"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// chartMonths is the length of the chart, and chartSteps the number of its points.
const (
	chartMonths = 36
	chartSteps  = 36
)

// outlook shows until when each plan is enough, and the cheapest plan until then.
type outlook struct {
	pane   *Pane
	growth *amountField
	card   *place.Surface
	lines  *fyne.Container
	rest   *fyne.Container
	chart  *chart.GrowthChart
}

func newOutlook(p *Pane) *outlook {
	o := &outlook{
		pane: p, lines: flow.NewColumn(theme.SpaceXS), rest: flow.NewColumn(theme.SpaceXS),
		chart: chart.NewGrowthChart(),
	}
	o.growth = newAmountField(p, p.desk.Text("storage-pane.growth"), size.Typed,
		func(in *storage.Inputs, a size.Amount) {
			*in = in.SetGrowth(a)
		}).atMost(p.desk.Prices.Most(), "storage-pane.most.account")
	o.card = place.NewCard(flow.NewColumn(theme.SpaceM, o.lines, o.growth.Object, o.chart, o.rest))
	return o
}

func (o *outlook) show(v *session.View) {
	d, plan := o.pane.desk, v.Plan
	o.growth.SetValue(plan.Inputs.TypedGrowth(), size.Amount{Range: plan.Monthly, From: size.Assumed})
	o.card.Hidden = !plan.Verdict.IsKnown() || plan.Managed
	if o.card.Hidden {
		return
	}
	lines := []fyne.CanvasObject{paint.NewParagraph(d.Text("storage-pane.outlook.title")).Bold()}
	o.chart.Hidden = !plan.HasForecast
	for i := range plan.Choices {
		c := &plan.Choices[i]
		if i > 0 && !plan.HasForecast {
			break
		}
		key := "storage-pane.outlook.later"
		if c.Months == 0 {
			key = "storage-pane.outlook.now"
		}
		when := paint.NewParagraph(d.Text(key, "Months", d.Words.Number(float64(c.Months), 0)))
		cheap := paint.NewParagraph("**" + o.cheap(plan, c) + "**").WithAlign(fyne.TextAlignTrailing)
		choice := flow.NewColumn(0, cheap)
		if safe := o.careful(plan, c); safe != "" {
			choice.Add(paint.NewCaption(safe).WithAlign(fyne.TextAlignTrailing))
		}
		lines = append(lines, flow.NewPair(when, choice))
	}
	if smaller := plan.Smaller(); smaller != nil {
		text := d.Text("storage.smaller", "Offer", o.pane.offer(smaller))
		if path := o.pane.labels("cancel-plan", v); path != "" {
			text += " " + d.Text("storage.smaller.where", "Path", path)
		}
		lines = append(lines, paint.NewParagraph(text))
	}
	o.lines.Objects = lines
	if !plan.HasForecast {
		o.rest.Objects = []fyne.CanvasObject{paint.NewCaption(d.Text("storage-pane.outlook.full"))}
		return
	}
	o.rest.Objects = []fyne.CanvasObject{paint.NewCaption(d.Text("storage-pane.outlook.need",
		"Need", o.pane.span(plan.Need.Range),
		"Origin", d.Text(plan.Need.From.Key()), "Growth", o.pane.span(plan.Monthly)))}
	o.draw(v)
}

// cheap returns the cheapest offer that is likely enough.
func (o *outlook) cheap(plan *storage.Plan, c *storage.Choice) string {
	if c.Cheap < 0 {
		return o.pane.desk.Text("storage-pane.outlook.none")
	}
	return o.pane.offer(&plan.Offers[c.Cheap])
}

// careful returns the offer that is enough in any case; empty when it is the cheapest offer.
func (o *outlook) careful(plan *storage.Plan, c *storage.Choice) string {
	switch {
	case c.Cheap < 0 || c.Careful == c.Cheap:
		return ""
	case c.Careful < 0:
		return o.pane.desk.Text("storage-pane.outlook.perhaps")
	}
	return o.pane.desk.Text("storage-pane.outlook.careful", "Careful", o.pane.offer(&plan.Offers[c.Careful]))
}

// draw shows the need over the next years, with the plans near it as lines.
func (o *outlook) draw(v *session.View) {
	d, plan := o.pane.desk, v.Plan
	var points []chart.GrowthPoint
	top := 0.0
	for _, p := range plan.Chart(chartMonths, chartSteps) {
		points = append(points, chart.GrowthPoint{
			Low: float64(p.Need.Low), Likely: float64(p.Need.Likely), High: float64(p.Need.High),
		})
		top = float64(p.Need.High)
	}
	var limits []chart.GrowthLimit
	for i := range plan.Offers {
		if c := &plan.Offers[i]; c.Bundle.ID == "" || c.Held {
			// A line far above all that is needed would press the rest flat.
			if len(limits) > 0 && float64(c.Capacity) > farAbove*top {
				break
			}
			limits = append(limits, chart.GrowthLimit{Value: float64(c.Capacity), Text: o.pane.size(c.Capacity)})
		}
	}
	limits = apart(limits, top)
	now := o.pane.now()
	marks := make([]string, 0, 4)
	for m := 0; m <= chartMonths; m += 12 {
		if at, ok := storage.Date(now, float64(m)); ok {
			marks = append(marks, d.Phrase.Month(at))
		}
	}
	end := plan.At(chartMonths)
	o.chart.Set(points, limits, marks, d.Text("storage-pane.chart", "Now", o.pane.span(plan.Need.Range),
		"Then", o.pane.span(end), "Date", marks[len(marks)-1]))
}

// farAbove is the height up to which the line of a plan is drawn, as a multiple of the highest need.
const farAbove = 2.5

// apart leaves out lines that would lie on each other, at the scale of the highest line or the highest need.
func apart(limits []chart.GrowthLimit, most float64) []chart.GrowthLimit {
	const least = 0.12 // of the height
	if len(limits) == 0 {
		return nil
	}
	top := limits[len(limits)-1].Value
	near := least * max(top, most)
	kept := limits[:0]
	for i, l := range limits {
		if i+1 < len(limits) && top-l.Value < near || len(kept) > 0 &&
			l.Value-kept[len(kept)-1].Value < near {
			continue
		}
		kept = append(kept, l)
	}
	return kept
}
