package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// storageFields are what a person types about iCloud: country, plan, used, next backup. What is typed stays as it was
// typed; the case gets the numbers.
type storageFields struct {
	desk             *desk
	content          *fyne.Container
	country          *widgets.Button
	plan, used, next *amountField
	plans            map[string]int64 // by the words they have in the list of the plan field
	path             string           // of the case in the fields
	setting          bool             // the fields are being brought up to date; nobody types
}

// amountField is an entry for a size, with a sentence below it when it can't be read.
type amountField struct {
	entry   *widget.Entry
	control fyne.CanvasObject // what is shown of the entry, and gets the keyboard
	problem *widgets.Paragraph
	cell    fyne.CanvasObject
	value   int64 // as the case has it
}

// fieldWidth is the least width at which fields stand side by side.
const fieldWidth float32 = 200

func newStorageFields(d *desk, w fyne.Window) *storageFields {
	f := &storageFields{desk: d, plans: map[string]int64{}}
	f.country = widgets.NewFieldButton("", func() { showCountries(d, w, f.chooseCountry) })
	var options []string
	for _, p := range d.session.Library().Plans.Plans {
		name := storage.FormatBytes(p.Capacity, d.words.Locale())
		if p.Free {
			name = d.text("storage.plan.free", "Size", name)
		}
		f.plans[name] = p.Capacity
		options = append(options, name)
	}
	plan, used, next := widget.NewSelectEntry(options), newField(), newField()
	plan.SetPlaceHolder(d.text("storage.plan.hint"))
	used.SetPlaceHolder(d.text("storage.amount.hint"))
	next.SetPlaceHolder(d.text("storage.amount.hint"))
	f.plan, f.used, f.next = f.amount("storage.plan", &plan.Entry, plan), f.amount("storage.used", &used.Entry, used), f.amount("storage.next", &next.Entry, next)
	f.content = widgets.NewGrid(fieldWidth, spaceM, d.field("storage.country", f.country), f.plan.cell, f.used.cell, f.next.cell)
	return f
}

// amount makes a field of an entry; control is what is shown of it.
func (f *storageFields) amount(key string, entry *widget.Entry, control fyne.CanvasObject) *amountField {
	a := &amountField{entry: entry, control: control, problem: widgets.NewCaption("").WithColor(theme.ColorBad), value: session.Unknown}
	a.problem.Hide()
	a.cell = widgets.NewColumn(spaceXS, widgets.NewCaption(f.desk.text(key)), control, a.problem)
	entry.OnChanged = func(string) { f.changed(a) }
	return a
}

// show brings the fields up to date with the case. A field whose text already means the case's number is left alone.
func (f *storageFields) show(v *session.View) {
	f.setting = true
	defer func() { f.setting = false }()
	name := v.Market.Name
	if name == "" {
		name = f.desk.text("storage.country.hint")
	}
	if f.country.Text() != name {
		f.country.SetText(name)
	}
	path := f.desk.session.File().Path()
	other := path != f.path
	f.path = path
	for _, field := range []struct {
		*amountField
		bytes int64
	}{{f.plan, v.Numbers.Plan}, {f.used, v.Numbers.Used}, {f.next, v.Numbers.Next}} {
		if field.value != field.bytes || other {
			f.put(field.amountField, field.bytes)
		}
	}
}

// put writes a number of the case into its field.
func (f *storageFields) put(a *amountField, bytes int64) {
	setting := f.setting
	f.setting = true
	a.value = bytes
	a.entry.SetText(f.write(a, bytes))
	a.tell("")
	f.setting = setting
}

func (f *storageFields) write(a *amountField, bytes int64) string {
	if bytes < 0 {
		return ""
	}
	if a == f.plan {
		for name, capacity := range f.plans {
			if capacity == bytes {
				return name
			}
		}
	}
	return storage.FormatBytes(bytes, f.desk.words.Locale())
}

func (a *amountField) tell(problem string) {
	a.problem.SetText(problem)
	a.problem.Hidden = problem == ""
	a.problem.Refresh()
}

func (f *storageFields) chooseCountry(market string) {
	c := f.desk.view().Case
	header := c.Header()
	header.Country = market
	f.desk.tell(f.desk.session.SetHeader(header))
}

// changed reads the field that was typed into and gives its number to the case. What can't be read is not known: the answer
// never rests on a number that nobody sees.
func (f *storageFields) changed(a *amountField) {
	if f.setting {
		return
	}
	n := f.desk.view().Numbers
	for field, number := range f.numbers(&n) {
		if !field.problem.Hidden {
			*number = session.Unknown
		}
	}
	hints := storage.Hints{Locale: f.desk.words.Locale()}
	if used, total, err := storage.ParseUsage(a.entry.Text, hints); a == f.used && err == nil {
		a.tell("")
		n.Used, n.Plan = used, total
		f.put(f.plan, total)
	} else {
		*f.numbers(&n)[a] = f.read(a, hints)
	}
	f.content.Refresh()
	if n.Plan < 0 && n.Used < 0 && n.Next < 0 && !a.problem.Hidden {
		return // somebody types; nothing is forgotten until the fields are empty
	}
	for field, number := range f.numbers(&n) {
		field.value = *number
	}
	f.desk.tell(f.desk.session.Numbers(n))
}

// numbers are the places of the fields in the numbers of a case.
func (f *storageFields) numbers(n *casefile.Storage) map[*amountField]*int64 {
	return map[*amountField]*int64{f.plan: &n.Plan, f.used: &n.Used, f.next: &n.Next}
}

// read returns the number in a field; an empty field means that it is not known. A number that is just being typed, as "4."
// or the plus of Next Backup Size, is no mistake yet.
func (f *storageFields) read(a *amountField, hints storage.Hints) int64 {
	a.tell("")
	text := strings.TrimSpace(a.entry.Text)
	if text == "" || text == "+" {
		return session.Unknown
	}
	if capacity, ok := f.plans[text]; ok && a == f.plan {
		return capacity
	}
	bytes, err := storage.ParseAmount(text, hints)
	if err != nil && (strings.HasSuffix(text, ".") || strings.HasSuffix(text, ",")) {
		if whole, unfinished := storage.ParseAmount(text+"0", hints); unfinished == nil {
			return whole
		}
	}
	var problem *storage.ParseError
	if errors.As(err, &problem) {
		a.tell(f.desk.text(problem.Key, "Text", problem.Text))
		return session.Unknown
	}
	return bytes
}
