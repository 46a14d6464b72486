package storage

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// bundleSection asks for the Apple One bundle of the person, and shows the effect of each bundle on the
// storage.
type bundleSection struct {
	pane   *Pane
	fold   *widgets.Fold
	choice *pick
	rows   *fyne.Container
}

func newBundleSection(p *Pane) *bundleSection {
	d := p.desk
	s := &bundleSection{pane: p, rows: flow.NewColumn(theme.SpaceXS)}
	s.choice = newPick(d.Text("storage-pane.bundle.have"), d.Phrase.Bundles(), func(id string) {
		p.record(nil, func(in *storage.Inputs) { *in = in.WithBundle(id, d.Prices) })
	})
	s.fold = p.newFold(d.Text("storage-pane.bundle"), flow.NewColumn(theme.SpaceS, s.choice.Object, s.rows))
	return s
}

func (s *bundleSection) show(v *session.View) {
	d, plan := s.pane.desk, v.Plan
	held := s.choice.from.At(plan.Inputs.Bundle)
	s.choice.SetValue(held)
	s.fold.SetSummary(s.choice.from.Options[held])
	if !s.fold.Open() {
		return
	}
	s.rows.Objects = nil
	for _, b := range plan.Bundles() {
		if held == 0 || b.Held {
			s.rows.Add(paint.NewParagraph(s.effect(&b)))
		}
	}
	s.rows.Add(paint.NewCaption(d.Text("storage-pane.bundle.about", "Most", s.pane.size(d.Prices.Most()))))
}

// effect returns a sentence about the price of a bundle and the storage with it.
func (s *bundleSection) effect(b *storage.Bundled) string {
	d := s.pane.desk
	key, price := "storage-pane.bundle.price-unknown", ""
	switch {
	case b.HasPrice:
		key, price = "storage-pane.bundle.price", prices.FormatPrice(b.Price.Month, d.Words.Locale())
	case !b.Sold:
		key = "storage-pane.bundle.not-sold"
	}
	text := d.Text(key, "Bundle", b.Bundle.Name, "Size", s.pane.size(b.Bundle.Capacity), "Price", price)
	if b.Rule != "" && (b.Sold || b.Held) {
		text += " " + d.Text(b.Rule, "Total", s.pane.size(b.Total))
	}
	return text
}
