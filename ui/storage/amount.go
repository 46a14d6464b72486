package storage

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

// amountField is a row for a size: a name, the origin of the number, an entry, and a sentence when the text
// can't be read or can't be true. The text stays as a person typed it; the case gets the number.
type amountField struct {
	pane    *Pane
	entry   *widget.Entry
	control fyne.Focusable
	outline *widgets.Dashed
	origin  *widgets.Paragraph
	problem *widgets.Paragraph
	cell    *fyne.Container

	from     storage.Origin                           // of a size that a person types here
	most     int64                                    // the largest size that can be true, in bytes; 0 for any
	tooMuch  string                                   // key of the sentence about a larger one
	named    func(text string) (storage.Amount, bool) // the size of an entry of the field's list; nil without a list
	format   func(a storage.Amount) string
	onChange func(in *storage.Inputs, a storage.Amount)
	onTotal  func(in *storage.Inputs, total storage.Amount) // takes the total of "3.2 GB of 5 GB"; nil where only a size is meant

	before  string              // the text before the latest change
	wrong   string              // why the text can't be read
	remark  string              // on a number that can be read
	tone    fyne.ThemeColorName // of the remark
	value   storage.Amount      // the case's number
	stale   bool                // the next SetValue replaces the text, whatever it says
	setting bool                // SetValue is at work; nobody types
}

// newAmountField makes a row. A person's change calls onChange with the size, which is unknown when the field
// is empty or can't be read.
func newAmountField(p *Pane, name string, from storage.Origin, onChange func(in *storage.Inputs, a storage.Amount)) *amountField {
	entry := form.NewEntry()
	return newAmountRow(p, name, from, &entry.Entry, entry, onChange)
}

// newAmountRow is newAmountField around an entry that exists already; control is the object that the row
// shows for it.
func newAmountRow(p *Pane, name string, from storage.Origin, entry *widget.Entry, control interface {
	fyne.CanvasObject
	fyne.Focusable
}, onChange func(in *storage.Inputs, a storage.Amount),
) *amountField {
	f := &amountField{
		pane: p, entry: entry, control: control, outline: widgets.NewDashed(control), onChange: onChange, from: from,
		origin: widgets.NewCaption(""), problem: widgets.NewCaption("").WithColor(theme.ColorBad),
	}
	f.format = func(a storage.Amount) string { return p.span(a.Range) }
	f.problem.Hide()
	f.origin.Hide()
	entry.SetPlaceHolder(p.desk.Text("storage.amount.hint"))
	entry.OnChanged = func(text string) {
		if !f.setting {
			widgets.KeepInPlace(control, func() { f.typed(text) })
		}
	}
	f.cell = flow.NewFieldRow(widgets.NewParagraph(name), f.origin, f.outline, f.problem)
	return f
}

// atMost sets the largest size that can be true, and the key of the sentence about a larger one.
func (f *amountField) atMost(bytes int64, key string) *amountField {
	f.most, f.tooMuch = bytes, key
	return f
}

// typed records the size of a text. An entry that was chosen from the list is a change of its own.
func (f *amountField) typed(text string) {
	a, total, problem := f.parse(text)
	f.SetProblem(problem)
	before := f.value
	f.value, f.stale = a, false
	var field any = f
	if f.isChosen(text) {
		field = nil
	}
	recorded := f.pane.record(field, func(in *storage.Inputs) {
		f.onChange(in, a)
		if total.Known() {
			f.onTotal(in, total)
		}
	})
	if !recorded {
		f.value = before
	}
	f.before = text
	f.pane.relayout()
}

// isChosen reports whether a text is an entry of the field's list that was not typed to its end.
func (f *amountField) isChosen(text string) bool {
	if f.named == nil {
		return false
	}
	_, listed := f.named(text)
	return listed && !(len(text) == len(f.before)+1 && strings.HasPrefix(text, f.before))
}

// parse makes a size of a text, and a total where the field takes one; problem is a sentence, empty when the
// text is fine.
func (f *amountField) parse(text string) (a, total storage.Amount, problem string) {
	if f.named != nil {
		if a, ok := f.named(text); ok {
			return a, storage.Amount{}, ""
		}
	}
	d := f.pane.desk
	r, err := storage.Parse(text, storage.Hints{Locale: d.Words.Locale()})
	wrong, bad := errors.AsType[*storage.ParseError](err)
	switch {
	case bad:
		return a, total, d.Text(wrong.Key, "Text", wrong.Text)
	case r.Form == storage.Nothing:
		return a, total, ""
	case r.Form == storage.Usage && f.onTotal == nil:
		return a, total, d.Text("storage.amount.one")
	case f.most > 0 && r.High > f.most:
		return a, total, d.Text(f.tooMuch, "Most", f.pane.size(f.most))
	case r.Form == storage.Usage:
		total = storage.Of(r.Total, f.from)
	}
	return storage.Amount{Range: r.Range(), From: f.from}, total, ""
}

// SetProblem shows why the text can't be read; empty takes the sentence away.
func (f *amountField) SetProblem(wrong string) {
	f.wrong = wrong
	if wrong == "" {
		delete(f.pane.unread, f)
	} else {
		f.pane.unread[f] = true
	}
	f.showSentence()
}

// SetRemark shows a sentence on a number that can be read, such as its meaning; empty takes it away.
func (f *amountField) SetRemark(remark string, tone fyne.ThemeColorName) {
	f.remark, f.tone = remark, tone
	f.showSentence()
}

// showSentence shows the problem, or else the remark.
func (f *amountField) showSentence() {
	text, tone := f.wrong, theme.ColorBad
	if text == "" {
		text, tone = f.remark, f.tone
	}
	if text != "" {
		f.problem.WithColor(tone).SetText(text)
	}
	f.problem.Hidden = text == ""
}

// SetValue shows the case's number. While there is none, it shows the estimate that counts in its place as an
// example in a dashed outline. A text that already means the number stays.
func (f *amountField) SetValue(a, estimate storage.Amount) {
	if f.wrong != "" && !f.stale && !a.Known() {
		f.value = a // a text that can't be read stays until somebody changes it
	}
	if f.value != a || f.stale {
		f.value, f.stale, f.setting = a, false, true
		text := ""
		if a.Known() {
			text = f.format(a)
		}
		f.entry.SetText(text)
		f.before = text
		f.SetProblem("")
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

// Reset lets the next SetValue replace the text, whatever it says.
func (f *amountField) Reset() {
	f.stale = true
	delete(f.pane.unread, f)
}
