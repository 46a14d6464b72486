package storage

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// storageFields are what nearly every answer needs: country, plan, used, next backup, and where the phone
// shows them.
type storageFields struct {
	pane             *Pane
	content          *fyne.Container
	country          *widgets.Button
	plan, used, next *amountField
	plans            map[string]int64 // by the words they have in the list of the plan field
	where            *fyne.Container  // how to read the numbers, opened on demand
	link             *widgets.Button
	open             bool
}

// rowWidth is the least width at which rows with a field stand side by side.
const rowWidth float32 = 264

// planEntry is an entry with a list; like field, it hands on the shortcuts of the window.
type planEntry struct {
	widget.SelectEntry
	options []string
}

func newPlanEntry(options []string) *planEntry {
	e := &planEntry{options: options}
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.SetOptions(options)
	return e
}

// FocusGained implements fyne.Focusable.
func (e *planEntry) FocusGained() {
	e.SelectEntry.FocusGained()
	widgets.Reveal(e)
}

// Tapped is used by Fyne. A click opens the list, unless something is being typed that is not of it: there it
// places the cursor.
func (e *planEntry) Tapped(at *fyne.PointEvent) {
	e.SelectEntry.Tapped(at)
	if e.Text == "" || slices.Contains(e.options, e.Text) {
		e.open()
	}
}

// open shows the list.
func (e *planEntry) open() {
	if list, ok := e.ActionItem.(fyne.Tappable); ok {
		list.Tapped(nil)
	}
}

// TypedShortcut is used by Fyne.
func (e *planEntry) TypedShortcut(s fyne.Shortcut) {
	e.SelectEntry.TypedShortcut(s)
	form.PassShortcut(e, s)
}

// TypedKey implements fyne.Focusable. Down opens the list, Escape leaves the field.
func (e *planEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyDown {
		e.open()
		return
	}
	if !form.Leave(e, key) {
		e.SelectEntry.TypedKey(key)
	}
}

func newStorageFields(p *Pane) *storageFields {
	d := p.desk
	f := &storageFields{pane: p, plans: map[string]int64{}, where: flow.NewColumn(theme.SpaceS)}
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
	list := newPlanEntry(options)
	f.plan = newAmountRow(p, d.Text("storage.plan"), storage.Phone, &list.Entry, list, func(in *storage.Inputs, a storage.Amount) { in.Plan = a })
	f.plan.named, f.plan.format = f.planNamed, f.planName
	f.used = newAmountField(p, d.Text("storage.used"), storage.Phone, func(in *storage.Inputs, a storage.Amount) { in.Used = a })
	f.used.onTotal = func(in *storage.Inputs, total storage.Amount) { in.Plan = total } // the phone writes "3.2 GB of 5 GB"
	f.next = newAmountField(p, d.Text("storage.next"), storage.Phone, func(in *storage.Inputs, a storage.Amount) {
		first := in.First()
		first.Next = a
		*in = in.SetFirst(first)
	})
	country := widgets.NewParagraph("")
	country.Hide()
	nothing := widgets.NewParagraph("")
	nothing.Hide()
	f.link = widgets.NewFlushLink("", func() {
		f.open = !f.open
		f.instructions(d.View())
		p.relayout()
	})
	f.content = flow.NewColumn(theme.SpaceS, flow.NewGrid(rowWidth, theme.SpaceL,
		flow.NewFieldRow(widgets.NewParagraph(d.Text("storage.country")), country, f.country, nothing),
		f.plan.cell, f.used.cell, f.next.cell), f.link, f.where)
	return f
}

// planNamed is the plan of an entry of the list.
func (f *storageFields) planNamed(text string) (storage.Amount, bool) {
	capacity, ok := f.plans[text]
	return storage.Of(capacity, storage.Phone), ok
}

// planName writes a plan as the list does.
func (f *storageFields) planName(a storage.Amount) string {
	for name, capacity := range f.plans {
		if a.Exact() && capacity == a.Likely {
			return name
		}
	}
	return f.pane.span(a.Range)
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
	f.plan.SetValue(in.Plan, storage.Amount{})
	used, next := v.Plan.Used, v.Plan.Next
	if in.Empty() || v.Plan.Verdict.Typical && !in.Plan.Known() {
		next = storage.Amount{}
	}
	f.used.SetValue(in.Used, used)
	f.next.SetValue(in.First().Next, next)
	if f.plan.entry.PlaceHolder != d.Text("storage.plan.hint") {
		f.plan.entry.SetPlaceHolder(d.Text("storage.plan.hint"))
	}
	f.remarks(v)
	f.instructions(v)
}

// remarks says beside each field what is odd about its number.
func (f *storageFields) remarks(v *session.View) {
	said := map[*amountField]storage.Remark{}
	for _, r := range v.Plan.Remarks {
		field := f.used
		switch r.Key {
		case storage.RemarkHugeUse, storage.RemarkOverPlan, storage.RemarkPartsExceed:
		case storage.RemarkOddPlan, storage.RemarkBundlePlan:
			field = f.plan
		case storage.RemarkHugeBackup:
			field = f.next
		default:
			continue
		}
		if _, ok := said[field]; !ok { // the important first
			said[field] = r
		}
	}
	for _, field := range []*amountField{f.plan, f.used, f.next} {
		r, ok := said[field]
		tone, text := theme.ColorWarn, ""
		if ok {
			text = f.pane.remark(r)
		}
		if r.Key == storage.RemarkOverPlan && !v.Plan.Has(storage.RemarkOddPlan) {
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

// instructions says where the phone shows the numbers, when asked.
func (f *storageFields) instructions(v *session.View) {
	d := f.pane.desk
	f.where.Hidden = !f.open
	if !f.open {
		f.link.SetText(d.Text("storage.where"))
		return
	}
	f.link.SetText(d.Text("storage.where.close"))
	f.where.Objects = nil
	for _, place := range []struct{ key, route string }{{"storage.where.used", "storage-bar"}, {"storage.where.next", "next-backup-size"}} {
		_, lines := d.Guide.Path(place.route, "", v.Device)
		f.where.Add(widgets.NewParagraph(d.Text(place.key)).Bold())
		for _, line := range lines {
			f.where.Add(widgets.NewNumberedLine(line.Number, line.Text))
		}
	}
	f.where.Add(widgets.NewCallout(widgets.ToneNeutral, d.Text("storage.where.note")))
}
