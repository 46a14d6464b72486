package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// amountField is a row for a size: its name, where the number comes from, the entry, and a sentence when what is typed can't
// be read or can't be. What is typed stays as it was typed; the case gets the number.
type amountField struct {
	pane    *storagePane
	entry   *widget.Entry
	control fyne.Focusable
	outline *widgets.Dashed
	origin  *widgets.Paragraph
	problem *widgets.Paragraph
	cell    *fyne.Container

	from    storage.Origin         // of what is typed here
	most    int64                  // what is still believed, in bytes; 0 for whatever can be read
	absurd  string                 // key of what is said of more
	listed  func(text string) bool // whether a text is an entry of the field's list; nil without one
	special func(text string) (storage.Amount, bool)
	written func(a storage.Amount) string
	given   func(in *storage.Inputs, a storage.Amount)

	before  string              // what stood in the field before the latest change
	wrong   string              // why what is typed can't be read
	remark  string              // on a number that can be
	tone    fyne.ThemeColorName // of the remark
	value   storage.Amount      // as the case has it
	stale   bool                // the case's number counts whatever is in the field
	setting bool                // the field is being brought up to date; nobody types
}

// newAmountField makes a row; given puts what is typed into the inputs, an unknown amount when the field is empty or can't be
// read.
func newAmountField(p *storagePane, name string, from storage.Origin, given func(in *storage.Inputs, a storage.Amount)) *amountField {
	entry := form.NewEntry()
	return newAmountRow(p, name, from, &entry.Entry, entry, given)
}

// newAmountRow is newAmountField around an entry that is there; control is what is shown of it.
func newAmountRow(p *storagePane, name string, from storage.Origin, entry *widget.Entry, control interface {
	fyne.CanvasObject
	fyne.Focusable
}, given func(in *storage.Inputs, a storage.Amount),
) *amountField {
	f := &amountField{
		pane: p, entry: entry, control: control, outline: widgets.NewDashed(control), given: given, from: from,
		origin: widgets.NewCaption(""), problem: widgets.NewCaption("").WithColor(theme.ColorBad),
	}
	f.written = func(a storage.Amount) string { return p.span(a.Range) }
	f.problem.Hide()
	f.origin.Hide()
	entry.SetPlaceHolder(p.desk.Text("storage.amount.hint"))
	entry.OnChanged = func(text string) {
		if !f.setting {
			widgets.Hold(control, func() { f.typed(text) })
		}
	}
	f.cell = flow.NewFieldRow(widgets.NewParagraph(name), f.origin, f.outline, f.problem)
	return f
}

// atMost sets what is still believed, and the key of the sentence for more.
func (f *amountField) atMost(bytes int64, key string) *amountField {
	f.most, f.absurd = bytes, key
	return f
}

func (f *amountField) typed(text string) {
	a, problem := f.read(text)
	f.tell(problem)
	before := f.value
	f.value, f.stale = a, false
	change := func() {
		if !f.pane.record(func(in *storage.Inputs) { f.given(in, a) }) {
			f.value = before
		}
	}
	if f.chosen(text) {
		change()
	} else {
		f.pane.enter(f, change)
	}
	f.before = text
	f.pane.moved()
}

// chosen reports whether a text is an entry of the field's list that was not typed to its end.
func (f *amountField) chosen(text string) bool {
	return f.listed != nil && f.listed(text) && !(len(text) == len(f.before)+1 && strings.HasPrefix(text, f.before))
}

// read makes a size of a text; a text that is just being typed, as "4." or the plus of Next Backup Size, is no mistake yet.
func (f *amountField) read(text string) (a storage.Amount, problem string) {
	text = strings.TrimSpace(text)
	if text == "" || text == "+" {
		return storage.Amount{}, ""
	}
	if f.special != nil {
		if a, ok := f.special(text); ok {
			return a, ""
		}
	}
	hints := storage.Hints{Locale: f.pane.desk.Words.Locale()}
	low, high, err := storage.ParseSpan(text, hints)
	if err != nil && (strings.HasSuffix(text, ".") || strings.HasSuffix(text, ",")) {
		if l, h, unfinished := storage.ParseSpan(text+"0", hints); unfinished == nil {
			low, high, err = l, h, nil
		}
	}
	if _, _, pair := storage.ParseUsage(text, hints); err != nil && pair == nil {
		return storage.Amount{}, f.pane.desk.Text("storage.amount.one")
	}
	if wrong, ok := errors.AsType[*storage.ParseError](err); ok {
		return storage.Amount{}, f.pane.desk.Text(wrong.Key, "Text", wrong.Text)
	}
	if f.most > 0 && high > f.most {
		return storage.Amount{}, f.pane.desk.Text(f.absurd, "Most", f.pane.size(f.most))
	}
	return storage.Amount{Range: storage.Between(low, low+(high-low)/2, high), From: f.from}, ""
}

// tell shows what is wrong with what is typed; empty takes it away.
func (f *amountField) tell(wrong string) {
	f.wrong = wrong
	if wrong == "" {
		delete(f.pane.unread, f)
	} else {
		f.pane.unread[f] = true
	}
	f.sentence()
}

// say shows a sentence on a number that can be read, such as what it means; empty takes it away.
func (f *amountField) say(remark string, tone fyne.ThemeColorName) {
	f.remark, f.tone = remark, tone
	f.sentence()
}

// sentence shows what is wrong, or else the remark.
func (f *amountField) sentence() {
	text, tone := f.wrong, theme.ColorBad
	if text == "" {
		text, tone = f.remark, f.tone
	}
	if text != "" {
		f.problem.WithColor(tone).SetText(text)
	}
	f.problem.Hidden = text == ""
}

// bring shows the case's number, or as an example in a dashed outline what is counted with in its place. A field whose text
// already means the number is left alone.
func (f *amountField) bring(a, estimate storage.Amount) {
	if f.wrong != "" && !f.stale && !a.Known() {
		f.value = a // what can't be read stays until somebody changes it
	}
	if f.value != a || f.stale {
		f.value, f.stale, f.setting = a, false, true
		text := ""
		if a.Known() {
			text = f.written(a)
		}
		f.entry.SetText(text)
		f.before = text
		f.tell("")
		f.setting = false
	}
	hint, origin := f.pane.desk.Text("storage.amount.hint"), ""
	estimated := !a.Known() && f.entry.Text == "" && estimate.Known()
	switch {
	case a.Known():
		origin = f.pane.desk.Text(a.From.Key())
	case estimated:
		hint, origin = f.pane.span(estimate.Range), f.pane.desk.Text(estimate.From.Key())
	}
	if f.entry.PlaceHolder != hint {
		f.entry.SetPlaceHolder(hint)
	}
	f.outline.SetDashed(estimated)
	f.origin.SetText(origin)
	f.origin.Hidden = origin == ""
}

// forget makes the field take over the case's number whatever is in it.
func (f *amountField) forget() {
	f.stale = true
	delete(f.pane.unread, f)
}
