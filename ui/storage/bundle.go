package storage

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// bundleSection asks for the Apple One bundle of the person, and shows the effect of each bundle on the
// storage.
type bundleSection struct {
	pane   *Pane
	fold   *widgets.Fold
	choice *form.Choice
	rows   *fyne.Container
}

func newBundleSection(p *Pane) *bundleSection {
	d := p.desk
	s := &bundleSection{pane: p, rows: flow.NewColumn(theme.SpaceXS)}
	list := d.Prices
	labels := []string{d.Text("plan-pane.none")}
	for _, b := range list.Bundles {
		labels = append(labels, b.Name)
	}
	s.choice = form.NewChoice(d.Text("plan-pane.bundle.have"), labels, func(i int) {
		id := ""
		if i > 0 {
			id = list.Bundles[i-1].ID
		}
		p.record(nil, func(in *storage.Inputs) { *in = in.WithBundle(id, list) })
	})
	s.fold = p.newFold(d.Text("plan-pane.bundle"), flow.NewColumn(theme.SpaceS, s.choice.Object, s.rows))
	return s
}

func (s *bundleSection) show(v *session.View) {
	d, plan := s.pane.desk, v.Plan
	held, name := 0, d.Text("plan-pane.none")
	for i, b := range plan.Bundles() {
		if b.Held {
			held, name = i+1, b.Bundle.Name
		}
	}
	s.choice.SetValue(held)
	s.fold.SetSummary(name)
	if !s.fold.Open() {
		return
	}
	s.rows.Objects = nil
	for _, b := range plan.Bundles() {
		if held == 0 || b.Held {
			s.rows.Add(paint.NewParagraph(s.effect(&b)))
		}
	}
	s.rows.Add(paint.NewCaption(d.Text("plan-pane.bundle.about", "Most", s.pane.size(d.Prices.Most()))))
}

// effect returns a sentence about the price of a bundle and the storage with it.
func (s *bundleSection) effect(b *storage.Bundled) string {
	d := s.pane.desk
	text := d.Text("plan-pane.bundle.price-unknown", "Bundle", b.Bundle.Name,
		"Size", s.pane.size(b.Bundle.Capacity))
	if b.HasPrice {
		text = d.Text("plan-pane.bundle.price", "Bundle", b.Bundle.Name,
			"Size", s.pane.size(b.Bundle.Capacity),
			"Price", prices.FormatPrice(b.Price.Month, d.Words.Locale()))
	}
	if b.Rule != storage.BundleOpen {
		text += " " + d.Text(b.Rule.Key(), "Total", s.pane.size(b.Total))
	}
	return text
}
