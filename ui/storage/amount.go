package storage

import (
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/form"
)

// entered is what a text in an amount field means: an amount and, for a text like "3.2 GB of 5 GB", the
// total.
type entered struct {
	size.Amount
	total size.Amount
}

// amountField is a field for a size. Without a value it shows the estimate that counts in its place.
type amountField struct {
	*form.Field[entered]
	pane *Pane

	from    size.Origin // of a size that a person types here
	example string      // in the empty entry while no number counts
	most    int64       // the largest size that can be true, in bytes; 0 for any
	tooMuch string      // key of the sentence about a larger one

	// named returns the size of an option of the field's list; nil without a list.
	named    func(text string) (size.Amount, bool)
	onChange func(in *storage.Inputs, a size.Amount)
	// onTotal takes the total of a text; nil where a text can't have one.
	onTotal func(in *storage.Inputs, total size.Amount)
}

// newAmountField makes a row. A person's change calls onChange with the size, which is unknown when the field
// is empty or can't be read.
func newAmountField(p *Pane, name string, from size.Origin,
	onChange func(in *storage.Inputs, a size.Amount),
) *amountField {
	return newAmountRow(p, form.NewField[entered](name), from, onChange)
}

// newAmountRow is newAmountField with a field that exists already.
func newAmountRow(p *Pane, field *form.Field[entered], from size.Origin,
	onChange func(in *storage.Inputs, a size.Amount),
) *amountField {
	f := &amountField{
		Field: field, pane: p, from: from, example: p.desk.Text("storage.amount.hint"),
		onChange: onChange,
	}
	f.Parse = f.parse
	f.Format = func(s entered) string { return p.span(s.Range) }
	f.Means = func(typed, owned entered) bool { return typed.Amount == owned.Amount }
	connect(p, f.Field, f.put)
	p.amounts = append(p.amounts, f)
	return f
}

// atMost sets the largest size that can be true, and the key of the sentence about a larger one.
func (f *amountField) atMost(bytes int64, key string) *amountField {
	f.most, f.tooMuch = bytes, key
	return f
}

// put puts a size into the inputs.
func (f *amountField) put(in *storage.Inputs, s entered) {
	f.onChange(in, s.Amount)
	if s.total.Known() {
		f.onTotal(in, s.total)
	}
}

// parse reads a size, and a total where the field takes one.
func (f *amountField) parse(text string) (s entered, problem string) {
	if f.named != nil {
		if a, ok := f.named(text); ok {
			return entered{Amount: a}, ""
		}
	}
	d := f.pane.desk
	r, err := size.Parse(text, size.Hints{Locale: d.Words.Locale()})
	switch {
	case err != nil:
		return s, d.Words.Sentence(err)
	case r.Form == size.Nothing:
		return s, ""
	case r.Form == size.Usage && f.onTotal == nil:
		return s, d.Text("storage.amount.one")
	case f.most > 0 && r.High > f.most:
		return s, d.Text(f.tooMuch, "Most", f.pane.size(f.most))
	case r.Form == size.Usage:
		s.total = size.Of(r.Total, f.from)
	}
	s.Amount = size.Amount{Range: r.Range(), From: f.from}
	return s, ""
}

// SetValue shows the case's number. While there is none, it shows the estimate that counts in its place as an
// example in a dashed outline.
func (f *amountField) SetValue(a, estimate size.Amount) {
	f.Field.SetValue(entered{Amount: a})
	hint, origin := f.example, ""
	estimated := !a.Known() && f.Entry.Text == "" && estimate.Known()
	switch {
	case a.Known():
		origin = f.pane.desk.Text(a.From.Key())
	case estimated:
		hint, origin = f.pane.span(estimate.Range), f.pane.desk.Text(estimate.From.Key())
	}
	f.SetHint(hint, origin, estimated)
}
