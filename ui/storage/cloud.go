package storage

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// cloudSection is the first of the two sums: the sizes in iCloud now, by kind.
type cloudSection struct {
	pane    *Pane
	fold    *widgets.Fold
	where   *paint.Paragraph
	amounts [storage.InICloud]*amountField
	sum     *fyne.Container // what is counted elsewhere, and all of it together
}

func newCloudSection(p *Pane) *cloudSection {
	d := p.desk
	s := &cloudSection{pane: p, where: paint.NewCaption(""), sum: flow.NewColumn(theme.SpaceXS)}
	grid := flow.NewGrid(rowWidth, theme.SpaceS)
	for c := range s.amounts {
		s.amounts[c] = newAmountField(p, d.Text(storage.Class(c).Key()), size.Phone,
			func(in *storage.Inputs, a size.Amount) {
				in.Cloud[c] = a
			}).atMost(d.Prices.Most(), "storage-pane.most.account")
		grid.Add(s.amounts[c].Object)
	}
	s.fold = p.newFold(d.Text("storage-pane.cloud"), flow.NewColumn(theme.SpaceM, s.where, grid, s.sum))
	return s
}

func (s *cloudSection) show(v *session.View) {
	d, plan := s.pane.desk, v.Plan
	s.fold.SetSummary("")
	if plan.Used.Known() {
		s.fold.SetSummary(s.pane.span(plan.Used.Range))
	}
	for c, f := range s.amounts {
		f.SetValue(plan.Inputs.Cloud[c], plan.Parts[c])
	}
	if !s.fold.Open() {
		return
	}
	s.where.SetText(d.Text("storage-pane.cloud.about") + " " + s.pane.path("icloud-storage", v))
	s.sum.Objects = nil
	for _, c := range []storage.Class{storage.Backups, storage.People, storage.Rest} {
		if a := plan.Parts[c]; a.Known() && a.High > 0 {
			s.sum.Add(s.pane.part(c, a))
		}
	}
	s.pane.addSum(s.sum, "storage.table.used", plan.Used)
	for _, r := range plan.Remarks {
		switch r.Key {
		case storage.RemarkPartsExceed, storage.RemarkWhatsAppTwice, storage.RemarkWhatsAppRoom:
			s.sum.Add(paint.NewCaption(s.pane.remark(r)))
		}
	}
	s.sum.Add(paint.NewCaption(d.Text(string(storage.RemarkOptimize))))
}

// part returns a line about a part of a sum, with the origin of its number.
func (p *Pane) part(c storage.Class, a size.Amount) fyne.CanvasObject {
	return paint.NewCaption(p.desk.Text("storage-pane.part", "Class", p.desk.Text(c.Key()),
		"Size", p.span(a.Range), "Origin", p.desk.Text(a.From.Key())))
}

// addSum adds the line of a sum, if the sum is known.
func (p *Pane) addSum(column *fyne.Container, key string, a size.Amount) {
	if !a.Known() {
		return
	}
	column.Add(paint.NewParagraph(p.desk.Text("storage-pane.sum", "Sum", p.desk.Text(key),
		"Size", p.span(a.Range), "Origin", p.desk.Text(a.From.Key()))))
}
