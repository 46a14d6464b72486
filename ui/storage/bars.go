package storage

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/chart"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// planBars show for each plan how full it would be, and its price.
type planBars struct {
	pane    *Pane
	content *fyne.Container
	status  *desk.Saved // the result of the last copy or save
	links   *fyne.Container
	page    *widgets.Button // leads to source
	legend  [2]*paint.Paragraph
	head    *fyne.Container
	title   *paint.Paragraph
	larger  *widgets.Button // shows the plans far above the need, or hides them
	all     bool            // they are asked for
	full    string          // until when the plan above is enough; larger ones do not repeat it
	source  string          // address of the page the prices come from
}

func newPlanBars(p *Pane) *planBars {
	d := p.desk
	b := &planBars{pane: p, status: p.desk.NewSaved(), content: flow.NewColumn(theme.SpaceXS)}
	b.legend = [2]*paint.Paragraph{paint.NewCaption(""), paint.NewCaption("")}
	mark := func(color fyne.ThemeColorName, words fyne.CanvasObject) fyne.CanvasObject {
		return flow.NewRow(theme.SpaceXS, -1, place.NewSwatch(color), words)
	}
	b.head = flow.NewWrap(theme.SpaceM, mark(theme.ColorAccent, b.legend[0]),
		mark(theme.ColorNext, b.legend[1]),
		mark(theme.ColorBad, paint.NewCaption(d.Text("storage.legend.over"))))
	b.title = paint.NewHeading(d.Text("storage-pane.bars.title"))
	b.larger = widgets.NewFlushLink("", func() { b.all = !b.all; b.show(d.View()); p.relayout() })
	b.page = widgets.NewFlushLink("", func() { p.open(b.source) })
	b.links = flow.NewWrap(theme.SpaceL, b.larger, b.page,
		widgets.NewFlushLink(d.Text("storage.copy"), b.copy),
		widgets.NewFlushLink(d.Text("storage-pane.export"), p.save))
	return b
}

// show draws the bar of each plan anew.
func (b *planBars) show(v *session.View) {
	d, plan := b.pane.desk, v.Plan
	b.legend[0].SetText(b.legendText("storage.legend.used", plan.Used))
	next := plan.Adds
	if next.From == size.Assumed && plan.Inputs.Empty() {
		next = size.Amount{}
	}
	key := "storage.legend.next"
	if plan.Adds.Range != plan.Next.Range {
		key = "storage.legend.all"
	}
	if plan.Waiting.Likely > 0 {
		key = "storage.legend.uploads"
	}
	b.legend[1].SetText(b.legendText(key, next))
	rows := flow.NewColumn(0)
	b.full = ""
	offers := b.shown(plan)
	for _, i := range offers[:b.near(plan, offers)] {
		rows.Add(b.row(v, i))
	}
	b.title.Hidden = b.pane.cleanUp.content.Hidden
	b.status.Tell("", "")
	b.source = d.Prices.Source
	b.page.SetText(d.Text("storage.apple"))
	if v.Market.Own {
		b.source = v.Market.Source
		b.page.SetText(d.Text("storage.source"))
	}
	b.content.Objects = []fyne.CanvasObject{
		b.title, b.head, rows, paint.NewCaption(b.remark(v)), b.links, b.status.Object,
	}
}

// legendText returns a legend entry: name, total and, for an estimate, the origin.
func (b *planBars) legendText(key string, a size.Amount) string {
	name := b.pane.desk.Text(key)
	if !a.Known() {
		return name
	}
	if a.From <= size.Typed {
		return b.pane.desk.Text("storage.legend.sum", "Name", name, "Size", b.pane.span(a.Range))
	}
	return b.pane.desk.Text("storage.legend.estimate", "Name", name, "Size", b.pane.span(a.Range),
		"Origin", b.pane.desk.Text(a.From.Key()))
}

// shown returns the offers that get a bar: all plans, and a bundle that the person has, asks for, or finds
// cheapest.
func (b *planBars) shown(plan *storage.Plan) []int {
	var list []int
	for i := range plan.Offers {
		o := &plan.Offers[i]
		wanted := o.Bundle.ID == "" || o.Held || o.NoPlan && b.pane.bundle.fold.Open()
		for _, c := range plan.Choices {
			wanted = wanted || c.Cheap == i || c.Careful == i
		}
		if wanted {
			list = append(list, i)
		}
	}
	return list
}

// near returns how many of the offers are shown: up to the one above the cheapest that is enough in three years
// and above what the person has. A link shows the rest.
func (b *planBars) near(plan *storage.Plan, offers []int) int {
	last := len(offers) - 1
	if plan.Verdict.IsKnown() {
		most := 0
		for at, i := range offers {
			o := &plan.Offers[i]
			wanted := o.Current || o.NoPlan && (o.Held || b.pane.bundle.fold.Open())
			for _, c := range plan.Choices {
				wanted = wanted || c.Cheap == i || c.Careful == i
			}
			if wanted {
				most = at
			}
		}
		last = min(most+1, last)
	}
	b.larger.Hidden = last+1 >= len(offers)
	b.larger.SetText(b.pane.desk.Text("storage-pane.bars.fewer"))
	if b.larger.Hidden || b.all {
		return len(offers)
	}
	b.larger.SetText(b.pane.desk.Text("storage-pane.bars.more", "From", b.pane.size(plan.Offers[offers[last+1]].Capacity),
		"To", b.pane.size(plan.Offers[offers[len(offers)-1]].Capacity)))
	return last + 1
}

// remark returns a sentence about the prices: whose they are, of which date, and whether tax is in them.
func (b *planBars) remark(v *session.View) string {
	d := b.pane.desk
	switch {
	case v.Plan.Managed:
		return d.Text("storage.managed")
	case v.Market.ID == "":
		return d.Text("storage.no-country")
	}
	text := d.Phrase.Prices(v.Market)
	if v.Market.Note != "" {
		text += " " + v.Market.Note
	}
	if d.Prices.NeedsCheck(v.Market, b.pane.now()) {
		text += " " + d.Text("storage.prices.old")
	}
	return text
}

func (b *planBars) row(v *session.View, i int) fyne.CanvasObject {
	p, plan, o := b.pane, v.Plan, &v.Plan.Offers[i]
	cheapest := plan.Choices[0].Cheap == i && plan.Verdict.IsKnown() && !plan.Managed
	bar := chart.NewPlanBar()
	bar.SetAmounts(float64(plan.Used.Likely), float64(b.adds(plan)), float64(o.Capacity))
	bar.SetRough(plan.Adds.From == size.Assumed)
	details := b.details(plan, o)
	bar.SetLabel(strings.Join(append([]string{p.size(o.Capacity), b.price(o, "")}, details...), ", "))
	name := paint.NewParagraph(p.size(o.Capacity)).Bold()
	if o.Current {
		name.SetText(p.desk.Text("storage.current", "Plan", p.size(o.Capacity)))
	}
	left := flow.NewColumn(0, name)
	if o.Bundle.ID != "" {
		left.Add(paint.NewCaption(b.bundled(o)))
	}
	price := b.price(o, "")
	if cheapest {
		price = b.price(o, "**")
	}
	right := flow.NewColumn(0, paint.NewParagraph(price).WithAlign(fyne.TextAlignTrailing))
	for _, detail := range details {
		right.Add(paint.NewCaption(detail).WithAlign(fyne.TextAlignTrailing))
	}
	line := flow.NewPlanRow(left, bar, right)
	if cheapest {
		return place.NewHighlight(line)
	}
	return flow.NewInset(theme.SpaceXS, theme.SpaceS, theme.SpaceXS, theme.SpaceS, line)
}

// bundled returns the name of the bundle in an offer.
func (b *planBars) bundled(o *storage.Offer) string {
	if o.NoPlan {
		return o.Bundle.Name
	}
	return b.pane.desk.Text("storage.with-bundle", "Plan", b.pane.size(o.Plan.Capacity),
		"Bundle", o.Bundle.Name)
}

// adds returns the bytes that the next backups add to each bar; none while only a typical size is known.
func (b *planBars) adds(plan *storage.Plan) int64 {
	if plan.Adds.From == size.Assumed && plan.Inputs.Empty() {
		return 0
	}
	return plan.Adds.Likely
}

// price returns the price of an offer a month, with a mark around the figure.
func (b *planBars) price(o *storage.Offer, mark string) string {
	d := b.pane.desk
	switch {
	case o.Free && o.Bundle.ID != "":
		return d.Text("storage.in-bundle")
	case o.Free:
		return d.Text("storage.free")
	case o.HasPrice:
		return d.Text("storage.month", "Price", mark+prices.FormatPrice(o.Month, d.Words.Locale())+mark)
	}
	return d.Text("storage.price-unknown")
}

// details returns the lines below the price: the price a year, and whether the offer is enough.
func (b *planBars) details(plan *storage.Plan, o *storage.Offer) []string {
	var list []string
	if year := b.year(o); year != "" {
		list = append(list, year)
	}
	state, full := b.state(plan, o)
	if full != "" && full != b.full {
		b.full = full
		list = append(list, full)
	}
	if state != "" {
		list = append(list, state)
	}
	return list
}

// year returns the price of an offer a year; empty when it is free or not known.
func (b *planBars) year(o *storage.Offer) string {
	if !o.HasPrice || o.Free {
		return ""
	}
	return b.pane.desk.Text("storage.year", "Price", prices.FormatPrice(o.Year, b.pane.desk.Words.Locale()))
}

// state returns the size that is missing or may be, and until when the offer is enough.
func (b *planBars) state(plan *storage.Plan, o *storage.Offer) (state, full string) {
	d := b.pane.desk
	switch {
	case !plan.Verdict.IsKnown():
	case o.Short > 0 && plan.Need.Low <= o.Capacity:
		state = d.Text("storage.row.short.perhaps", "Short", b.pane.size(o.Short))
	case o.Short > 0:
		need := plan.Need.Range
		state = d.Text("storage.row.short", "Short",
			b.pane.span(size.Between(need.Low-o.Capacity, o.Short, need.High-o.Capacity)))
	default:
		if plan.HasForecast {
			full = b.pane.fullIn(o.FullIn)
		}
		if !o.Sure {
			state = d.Text("storage.row.perhaps")
		}
	}
	return state, full
}

// copy puts the table on the clipboard, as a spreadsheet takes it: storage, bundle, price a month and a year,
// what is missing or may be, and until when it is enough.
func (b *planBars) copy() {
	v := b.pane.desk.View()
	var text strings.Builder
	for _, i := range b.shown(v.Plan) {
		o := &v.Plan.Offers[i]
		state, full := b.state(v.Plan, o)
		text.WriteString(strings.Join([]string{
			b.pane.size(o.Capacity), o.Bundle.Name, b.price(o, ""), b.year(o), state, full,
		}, "\t") + "\n")
	}
	fyne.CurrentApp().Clipboard().SetContent(text.String())
	b.status.Tell(b.pane.desk.Text("report-pane.copied"), "")
	b.pane.relayout()
}
