package storage

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// storageFields ask for the numbers that nearly every answer needs: country, plan, used and next backup. They
// also show where the phone has them.
type storageFields struct {
	pane             *Pane
	content          *fyne.Container
	country          *widgets.Button
	plan, used, next *amountField
	plans            map[string]int64 // by the words they have in the list of the plan field
	where            *fyne.Container  // how to read the numbers, opened on demand
	link             *widgets.Button
	open             bool
	asked            *fyne.Container // open questions about the numbers, with what may be meant
}

// rowWidth is the least width at which rows with a field stand side by side.
const rowWidth float32 = 264

// newStorageFields makes the fields.
func newStorageFields(p *Pane) *storageFields {
	d := p.desk
	f := &storageFields{
		pane: p, plans: map[string]int64{}, where: flow.NewColumn(theme.SpaceS), asked: flow.NewColumn(theme.SpaceM),
	}
	f.country = widgets.NewFieldButton("", func() { p.pickCountry(f.chooseCountry) })
	var options []string
	for _, plan := range d.Prices.Plans {
		name := p.size(plan.Capacity)
		if plan.Free {
			name = d.Text("storage.plan.free", "Size", name)
		}
		f.plans[name] = plan.Capacity
		options = append(options, name)
	}
	f.plan = newAmountRow(p, form.NewFieldWithList[entered](d.Text("storage.plan"), options), size.Phone,
		func(in *storage.Inputs, a size.Amount) { in.Plan = a })
	f.plan.named, f.plan.Format, f.plan.example = f.planNamed, f.planName, d.Text("storage.plan.hint")
	f.used = newAmountField(p, d.Text("storage.used"), size.Phone,
		func(in *storage.Inputs, a size.Amount) { in.Used = a })
	// the phone writes "3.2 GB of 5 GB"
	f.used.onTotal = func(in *storage.Inputs, total size.Amount) { in.Plan = total }
	f.next = newAmountField(p, d.Text("storage.next"), size.Phone, func(in *storage.Inputs, a size.Amount) {
		in.EditDevice(0, func(d *storage.Device) { d.Next = a })
	})
	country := paint.NewParagraph("")
	country.Hide()
	nothing := paint.NewParagraph("")
	nothing.Hide()
	f.link = widgets.NewFlushLink("", func() {
		f.open = !f.open
		f.instructions(d.View())
		p.relayout()
	})
	f.content = flow.NewColumn(theme.SpaceS, flow.NewGrid(rowWidth, theme.SpaceL,
		flow.NewFieldRow(paint.NewParagraph(d.Text("storage.country")), country, f.country, nothing),
		f.plan.Object, f.used.Object, f.next.Object), f.asked, f.link, f.where)
	return f
}

// planNamed returns the plan of an option of the list.
func (f *storageFields) planNamed(text string) (size.Amount, bool) {
	capacity, ok := f.plans[text]
	return size.Of(capacity, size.Phone), ok
}

// planName returns a plan as the list writes it.
func (f *storageFields) planName(s entered) string {
	for name, capacity := range f.plans {
		if s.Exact() && capacity == s.Likely {
			return name
		}
	}
	return f.pane.span(s.Range)
}

// show shows the case in the fields.
func (f *storageFields) show(v *session.View) {
	d, in := f.pane.desk, &v.Plan.Inputs
	name := d.Phrase.CountryName(v.Case.Country)
	if name == "" {
		name = d.Text("storage.country.hint")
	}
	if f.country.Text() != name {
		f.country.SetText(name)
	}
	f.plan.SetValue(in.Plan, size.Amount{})
	used, next := v.Plan.Used, v.Plan.Next
	if in.Empty() || v.Plan.Verdict.Typical && !in.Plan.Known() {
		next = size.Amount{}
	}
	f.used.SetValue(in.Used, used)
	f.next.SetValue(in.First().Next, next)
	f.remarks(v)
	f.ask(v)
	f.instructions(v)
}

// ask shows the open questions about the numbers, each with the sizes that may be meant.
func (f *storageFields) ask(v *session.View) {
	f.asked.Objects = nil
	for _, q := range f.pane.desk.Guide.NumberQuestions(v) {
		f.asked.Add(widgets.NewCallout(widgets.ToneWarn, q.Text))
		choices := flow.NewWrap(theme.SpaceS)
		for i, choice := range q.Choices {
			choices.Add(widgets.NewAnswerButton(choice, func() {
				f.pane.record(nil, func(in *storage.Inputs) { *in = q.Pick(*in, i) })
			}))
		}
		if len(q.Choices) > 0 {
			f.asked.Add(choices)
		}
		if q.Where != "" {
			f.asked.Add(paint.NewCaption(q.Where))
		}
	}
	f.asked.Hidden = len(f.asked.Objects) == 0
}

// remarks shows below each field what is odd about its number.
func (f *storageFields) remarks(v *session.View) {
	said := map[*amountField]storage.Remark{}
	for _, r := range v.Plan.Remarks {
		field := f.used
		switch r.Key {
		case storage.RemarkOverPlan, storage.RemarkPartsExceed:
		case storage.RemarkBundleUnsaid:
			field = f.plan
		default:
			continue
		}
		if _, ok := said[field]; !ok { // the important first
			said[field] = r
		}
	}
	for _, field := range []*amountField{f.plan, f.used} {
		r, ok := said[field]
		tone, text := theme.ColorWarn, ""
		if ok {
			text = f.pane.remark(r)
		}
		if r.Key == storage.RemarkOverPlan {
			tone = theme.ColorMuted // legal, as after a downgrade
		}
		field.SetRemark(text, tone)
	}
}

func (f *storageFields) chooseCountry(code string) {
	c := f.pane.desk.View().Case
	header := c.Header()
	header.Country = code
	f.pane.desk.ReportError(f.pane.desk.Session.SetHeader(header))
}

// instructions shows where the phone has the numbers, while they are open.
func (f *storageFields) instructions(v *session.View) {
	d := f.pane.desk
	f.where.Hidden = !f.open
	if !f.open {
		f.link.SetText(d.Text("storage.where"))
		return
	}
	f.link.SetText(d.Text("storage.where.close"))
	f.where.Objects = nil
	for _, place := range []struct{ key, route string }{
		{"storage.where.used", "storage-bar"},
		{"storage.where.next", "next-backup-size"},
	} {
		_, lines := d.Guide.Path(place.route, "", v.Device)
		f.where.Add(paint.NewParagraph(d.Text(place.key)).Bold())
		for _, line := range lines {
			f.where.Add(widgets.NewNumberedLine(line.Number, line.Text))
		}
	}
	f.where.Add(widgets.NewCallout(widgets.ToneNeutral, d.Text("storage.where.note")))
}
