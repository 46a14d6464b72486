package ui

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/collate"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// storageFields are what a person types about iCloud: country, plan, used, next backup. What is typed stays as it was
// typed; the case gets the numbers.
type storageFields struct {
	desk    *desk
	content *fyne.Container
	country *widget.Select
	plan    *widget.Select
	used    *amountField
	next    *amountField
	markets []storage.Market // as listed
	setting bool             // the fields are being brought up to date; nobody types
}

// fieldWidth is how wide a field must at least be to stand beside another.
const fieldWidth float32 = 220

// amountField is an entry for a size, with a sentence below it when it can't be read.
type amountField struct {
	entry   *widget.Entry
	problem *widgets.Paragraph
	value   int64 // as the case has it
}

func newStorageFields(d *desk) *storageFields {
	f := &storageFields{desk: d}
	lib := d.session.Library()
	f.markets = slices.Clone(lib.Plans.Markets)
	order := collate.New(d.words.Locale())
	slices.SortFunc(f.markets, func(a, b storage.Market) int { return order.CompareString(a.Name, b.Name) })
	names := make([]string, len(f.markets))
	for i, m := range f.markets {
		names[i] = m.Name
	}
	f.country = widget.NewSelect(names, func(string) { f.chooseCountry() })
	f.country.PlaceHolder = d.text("storage.country.hint")
	var plans []string
	for _, p := range lib.Plans.Plans {
		plans = append(plans, f.planName(p))
	}
	f.plan = widget.NewSelect(plans, func(string) { f.changed() })
	f.plan.PlaceHolder = d.text("storage.plan.hint")
	f.used, f.next = f.amount(), f.amount()
	field := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewColumn(spaceXS, widgets.NewCaption(d.text(key)), o)
	}
	f.content = widgets.NewGrid(fieldWidth, spaceM,
		field("storage.country", widgets.NewOutline(f.country)),
		field("storage.plan", widgets.NewOutline(f.plan)),
		widgets.NewColumn(spaceXS, widgets.NewCaption(d.text("storage.used")), f.used.entry, f.used.problem),
		widgets.NewColumn(spaceXS, widgets.NewCaption(d.text("storage.next")), f.next.entry, f.next.problem),
	)
	return f
}

func (f *storageFields) planName(p storage.Plan) string {
	size := storage.FormatBytes(p.Capacity, f.desk.words.Locale())
	if p.Free {
		return f.desk.text("storage.plan.free", "Size", size)
	}
	return size
}

func (f *storageFields) amount() *amountField {
	a := &amountField{entry: widget.NewEntry(), problem: widgets.NewCaption("").WithColor(theme.ColorBad), value: session.Unknown}
	a.entry.SetPlaceHolder(f.desk.text("storage.amount.hint"))
	a.entry.OnChanged = func(string) { f.changed() }
	a.problem.Hide()
	return a
}

// show brings the fields up to date with the case. A field whose text already means the case's number is left alone.
func (f *storageFields) show(v *session.View) {
	f.setting = true
	defer func() { f.setting = false }()
	f.choose(f.country, slices.IndexFunc(f.markets, func(m storage.Market) bool { return m.ID == v.Case.Country }))
	f.choose(f.plan, slices.IndexFunc(f.desk.session.Library().Plans.Plans, func(p storage.Plan) bool { return p.Capacity == v.Numbers.Plan }))
	f.bring(f.used, v.Numbers.Used)
	f.bring(f.next, v.Numbers.Next)
}

func (f *storageFields) choose(s *widget.Select, i int) {
	switch {
	case i < 0 && s.SelectedIndex() >= 0:
		s.ClearSelected()
	case i >= 0 && i != s.SelectedIndex():
		s.SetSelectedIndex(i)
	}
}

func (f *storageFields) bring(a *amountField, bytes int64) {
	if a.value == bytes {
		return
	}
	a.value = bytes
	text := ""
	if bytes >= 0 {
		text = storage.FormatBytes(bytes, f.desk.words.Locale())
	}
	a.entry.SetText(text)
	a.tell("")
}

func (a *amountField) tell(problem string) {
	a.problem.SetText(problem)
	a.problem.Hidden = problem == ""
	a.problem.Refresh()
}

func (f *storageFields) chooseCountry() {
	i := f.country.SelectedIndex()
	if f.setting || i < 0 {
		return
	}
	c := f.desk.view().Case
	header := c.Header()
	header.Country = f.markets[i].ID
	f.desk.tell(f.desk.session.SetHeader(header))
}

// changed reads all fields and gives what can be read to the case; what can't be read keeps the number it had.
func (f *storageFields) changed() {
	if f.setting {
		return
	}
	n := f.desk.view().Numbers
	if i := f.plan.SelectedIndex(); i >= 0 {
		n.Plan = f.desk.session.Library().Plans.Plans[i].Capacity
	}
	hints := storage.Hints{Locale: f.desk.words.Locale()}
	if used, total, err := storage.ParseUsage(f.used.entry.Text, hints); err == nil {
		f.used.tell("")
		n.Used, n.Plan = used, total
	} else {
		n.Used = f.read(f.used, n.Used, hints)
	}
	n.Next = f.read(f.next, n.Next, hints)
	f.used.value, f.next.value = n.Used, n.Next
	f.desk.tell(f.desk.session.Numbers(n))
	f.content.Refresh()
}

// read returns the number in a field; an empty field means that it is not known.
func (f *storageFields) read(a *amountField, before int64, hints storage.Hints) int64 {
	if strings.TrimSpace(a.entry.Text) == "" {
		a.tell("")
		return session.Unknown
	}
	bytes, err := storage.ParseAmount(a.entry.Text, hints)
	var problem *storage.ParseError
	switch {
	case err == nil:
		a.tell("")
		return bytes
	case errors.As(err, &problem):
		a.tell(f.desk.text(problem.Key, "Text", problem.Text))
	}
	return before
}
