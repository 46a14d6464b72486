package ui

import (
	"net/url"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// storagePane answers whether the next backup fits, which plan would hold it, and what that costs.
type storagePane struct {
	desk    *desk
	window  fyne.Window
	now     func() time.Time
	scroll  *widgets.Scroll
	fields  *storageFields
	title   *widgets.Paragraph
	verdict *widgets.Callout
	where   *fyne.Container // how to read the numbers, opened on demand
	results *fyne.Container
	said    *widgets.Paragraph
	guide   bool
	cleanUp *cleanUpCard
	howLong *howLong
	outlook *outlook
	says    *describe
	wayOut  *wayOut
	path    string // of the case that is shown
	told    string // until when the plan above is enough: what holds for all larger ones is said once
}

func newStoragePane(d *desk, w fyne.Window, now func() time.Time) *storagePane {
	p := &storagePane{
		desk: d, window: w, now: now, title: widgets.NewTitle(""), verdict: widgets.NewCallout(widgets.ToneNeutral, ""),
		where: widgets.NewColumn(spaceM), results: widgets.NewColumn(spaceXS), said: widgets.NewCaption(""),
	}
	p.fields = newStorageFields(d, w)
	p.cleanUp, p.howLong, p.outlook = newCleanUpCard(p), newHowLong(p), newOutlook(p)
	p.says, p.wayOut = newDescribe(p), newWayOut(p)
	for _, more := range []*numberField{p.outlook.growth, p.howLong.speed, p.howLong.window} {
		p.fields.content.Add(more.content)
	}
	left := widgets.NewColumn(spaceM, p.fields.content, p.where, p.says.content, p.wayOut.content, p.howLong.card)
	right := widgets.NewColumn(spaceL, p.results, p.cleanUp.content, p.outlook.card)
	p.scroll = widgets.NewScroll(widgets.NewPadded(spaceL, widgets.NewColumn(spaceL,
		p.title, p.verdict, widgets.NewSides(320, spaceXL, left, right))))
	return p
}

func (p *storagePane) show(v *session.View) {
	p.fields.show(v)
	if path := p.desk.session.File().Path(); path != p.path { // nothing that was typed for another case stays
		p.path = path
		p.forget()
	}
	p.howLong.show(v)
	p.outlook.show(v)
	p.says.show(v)
	p.wayOut.show(v)
	if p.desk.place.tab != tabStorage {
		return
	}
	p.cleanUp.show(v)
	p.answer(v)
	p.instructions(v)
	p.bars(v)
	p.scroll.Refresh()
}

func (p *storagePane) size(bytes int64) string {
	return storage.FormatBytes(bytes, p.desk.words.Locale())
}

// answer says first what the numbers mean.
func (p *storagePane) answer(v *session.View) {
	a := &v.Space
	tone, text := widgets.ToneNeutral, p.desk.text("storage.ask", "Device", v.Device.Name())
	title := p.desk.text("storage.title.ask")
	cheapest, holds := a.CheapestThatHolds()
	switch a.Fit {
	case storage.Fits:
		tone, title = widgets.ToneOK, p.desk.text("storage.title.fits", "Room", p.size(a.Headroom))
		text = p.desk.text("storage.fits")
	case storage.DoesNotFit:
		tone, title = widgets.ToneBad, p.desk.text("storage.title.short", "Short", p.size(a.Short))
		text = p.desk.text("storage.short.none")
		if holds && cheapest.HasPrice {
			text = p.desk.text("storage.short.price", "Plan", p.size(cheapest.Plan.Capacity),
				"Price", storage.FormatPrice(cheapest.Price.Month, p.desk.words.Locale()))
		} else if holds {
			text = p.desk.text("storage.short", "Plan", p.size(cheapest.Plan.Capacity))
		}
	}
	p.verdict.WithButton(nil)
	if n := p.cleanUp.proposed(); n > 0 {
		text = p.desk.words.Count("plan-pane.rooms", n) + " " + text
		p.verdict.WithButton(widgets.NewPrimaryButton(p.desk.text("plan-pane.make-room"), func() { p.scroll.Reveal(p.cleanUp.content) }))
	}
	if sum := p.sum(a); sum != "" {
		text = sum + " " + text
	}
	for _, w := range a.Warnings {
		text += " " + p.desk.text(string(w))
	}
	p.title.SetText(title)
	p.verdict.SetTone(tone)
	p.verdict.SetText(text)
}

// sum compares what is needed with what is free; empty when one of them is not known.
func (p *storagePane) sum(a *storage.Assessment) string {
	switch {
	case !a.FreeKnown || a.Input.Next < 0:
		return ""
	case a.Free <= 0:
		return p.desk.text("storage.sum.full", "Next", p.size(a.Input.Next))
	}
	return p.desk.text("storage.sum", "Next", p.size(a.Input.Next), "Free", p.size(a.Free))
}

// instructions says where the phone shows the numbers, when asked.
func (p *storagePane) instructions(v *session.View) {
	label := p.desk.text("storage.where")
	if p.guide {
		label = p.desk.text("storage.where.close")
	}
	p.where.Objects = []fyne.CanvasObject{widgets.NewFlushLink(label, func() {
		p.guide = !p.guide
		p.instructions(p.desk.view())
		p.scroll.Refresh()
	})}
	if !p.guide {
		return
	}
	lib := p.desk.session.Library()
	for _, place := range []struct{ key, route string }{{"storage.where.used", "storage-bar"}, {"storage.where.next", "next-backup-size"}} {
		_, lines := lib.Way(place.route, "", v.Device)
		p.where.Add(widgets.NewParagraph(p.desk.text(place.key)).Bold())
		for _, line := range lines {
			p.where.Add(widgets.NewNumberedLine(line.Number, line.Text))
		}
	}
	p.where.Add(widgets.NewCallout(widgets.ToneNeutral, p.desk.text("storage.where.note")))
}

// bars shows each plan with what it would hold and what it costs.
func (p *storagePane) bars(v *session.View) {
	legend := widgets.NewFlow(spaceM,
		p.legend(theme.ColorAccent, "storage.legend.used"), p.legend(theme.ColorNext, "storage.legend.next"), p.legend(theme.ColorBad, "storage.legend.over"))
	parts := []fyne.CanvasObject{legend}
	p.told = ""
	for i, row := range v.Space.Rows {
		parts = append(parts, p.plan(v, row, i == v.Space.Cheapest))
	}
	p.said.SetText("")
	list := p.desk.session.Library().Plans
	remark := p.desk.text("storage.no-country")
	if v.Market.ID != "" {
		remark = p.desk.text("storage.prices", "Date", p.desk.words.Day(v.Market.Date), "Tax", p.desk.text("tax."+string(v.Market.Tax)))
		if v.Market.Note != "" {
			remark += " " + v.Market.Note
		}
		if list.NeedsCheck(v.Market, p.now()) {
			remark += " " + p.desk.text("storage.prices.old")
		}
	}
	parts = append(parts, widgets.NewCaption(remark), widgets.NewFlow(spaceL,
		widgets.NewFlushLink(p.desk.text("storage.apple"), func() { p.open(list.Source) }),
		widgets.NewFlushLink(p.desk.text("storage.copy"), p.copy),
		widgets.NewFlushLink(p.desk.text("plan-pane.export"), p.save)), p.said)
	p.results.Objects = parts
	p.results.Refresh()
}

func (p *storagePane) legend(color fyne.ThemeColorName, key string) fyne.CanvasObject {
	return widgets.NewRow(spaceXS, -1, widgets.NewSwatch(color), widgets.NewCaption(p.desk.text(key)))
}

func (p *storagePane) plan(v *session.View, row storage.Row, cheapest bool) fyne.CanvasObject {
	bar := widgets.NewPlanBar()
	used, next := max(v.Numbers.Used, 0), max(v.Numbers.Next, 0)
	bar.SetAmounts(float64(used), float64(next), float64(row.Plan.Capacity))
	price, detail := p.price(row, ""), p.detail(row)
	bar.SetLabel(p.size(row.Plan.Capacity) + ", " + price + ", " + detail)
	name := widgets.NewParagraph(p.size(row.Plan.Capacity)).Bold()
	if row.Current {
		name.SetText(p.desk.text("storage.current", "Plan", p.size(row.Plan.Capacity)))
	}
	if cheapest {
		price = p.price(row, "**")
	}
	right := widgets.NewColumn(0, widgets.NewParagraph(price).WithAlign(fyne.TextAlignTrailing), widgets.NewCaption(detail).WithAlign(fyne.TextAlignTrailing))
	if full := p.full(v, row); full != "" && full != p.told {
		p.told = full
		right.Add(widgets.NewCaption(full).WithAlign(fyne.TextAlignTrailing))
	}
	line := widgets.NewPlanRow(name, bar, right)
	if cheapest {
		return widgets.NewHighlight(line)
	}
	return widgets.NewInset(spaceXS, spaceS, spaceXS, spaceS, line)
}

// price is what a plan costs, with the mark around the figure.
func (p *storagePane) price(row storage.Row, mark string) string {
	switch {
	case row.Plan.Free:
		return p.desk.text("storage.free")
	case row.HasPrice:
		return p.desk.text("storage.month", "Price", mark+storage.FormatPrice(row.Price.Month, p.desk.words.Locale())+mark)
	}
	return p.desk.text("storage.price-unknown")
}

func (p *storagePane) detail(row storage.Row) string {
	switch {
	case row.Fit == storage.DoesNotFit:
		return p.desk.text("storage.row.short", "Short", p.size(row.Short))
	case row.HasPrice:
		return p.desk.text("storage.year", "Price", storage.FormatPrice(row.Price.Year, p.desk.words.Locale()))
	case row.Fit == storage.Fits:
		return p.desk.text("storage.row.fits")
	}
	return ""
}

// copy puts the table on the clipboard, as a spreadsheet takes it.
func (p *storagePane) copy() {
	var text strings.Builder
	for _, row := range p.desk.view().Space.Rows {
		text.WriteString(p.size(row.Plan.Capacity) + "\t" + p.price(row, "") + "\t" + p.detail(row) + "\n")
	}
	fyne.CurrentApp().Clipboard().SetContent(text.String())
	p.said.SetText(p.desk.text("report-pane.copied"))
}

func (p *storagePane) open(address string) {
	page, err := url.Parse(address)
	if err == nil {
		err = fyne.CurrentApp().OpenURL(page)
	}
	p.desk.tell(err)
}
