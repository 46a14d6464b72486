package storage

import (
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/form"
)

// newNumber makes a field for a number that keeps to a rule. In the field and in the inputs, 0 is no number.
func (p *Pane) newNumber(name string, rule size.NumberRule,
	onChange func(in *storage.Inputs, value float64),
) *form.Field[float64] {
	f := form.NewField[float64](name)
	f.Parse = func(text string) (float64, string) {
		value, problem := rule.Parse(text)
		return value, problem.Tell(p.desk.Words)
	}
	f.Format = func(v float64) string { return p.desk.Words.Plain(v, rule.Decimals) }
	connect(p, f, onChange)
	return f
}
