package storage

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// noNumber is the value of a number field that is empty or can't be read.
const noNumber = -1

// numberField is a row for a number that is no size, with a sentence below when the text can't be read. The
// text stays as a person typed it.
type numberField struct {
	pane    *Pane
	entry   *form.Entry
	content *fyne.Container
	origin  *widgets.Paragraph // where the number comes from; hidden when empty
	problem *widgets.Paragraph
	value   float64 // the case's number

	read     func(text string) (value float64, problem string)
	format   func(value float64) string
	onChange func(in *storage.Inputs, value float64)
	setting  bool // SetValue is at work; nobody types
}

// newNumberField makes a row. A person's change calls onChange with the number, noNumber when the field is
// empty or can't be read.
func newNumberField(p *Pane, name string, read func(string) (float64, string), format func(float64) string,
	onChange func(in *storage.Inputs, value float64),
) *numberField {
	f := &numberField{
		entry: form.NewEntry(), origin: widgets.NewCaption(""), problem: widgets.NewCaption("").WithColor(theme.ColorBad),
		value: noNumber, read: read, format: format, onChange: onChange, pane: p,
	}
	f.entry.OnChanged = func(text string) {
		if !f.setting {
			widgets.KeepInPlace(f.entry, func() { f.typed(text) })
		}
	}
	f.problem.Hide()
	f.origin.Hide()
	f.content = flow.NewFieldRow(widgets.NewParagraph(name), f.origin, f.entry, f.problem)
	return f
}

func (f *numberField) typed(text string) {
	value, problem := f.parse(text)
	f.SetProblem(problem)
	if value != f.value {
		f.value = value
		f.pane.record(f, func(in *storage.Inputs) { f.onChange(in, value) })
	}
	f.pane.relayout()
}

// parse makes a number of a text. A text that can't be read makes none: nothing rests on a number that nobody
// sees. A decimal mark at the end is a number that is still being typed.
func (f *numberField) parse(text string) (value float64, problem string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return noNumber, ""
	}
	if before := strings.TrimRight(text, ".,"); len(before) == len(text)-1 {
		if value, problem = f.read(before); problem == "" {
			return value, ""
		}
	}
	if value, problem = f.read(text); problem != "" {
		return noNumber, problem
	}
	return value, ""
}

// SetProblem shows why the text can't be read; empty takes the sentence away.
func (f *numberField) SetProblem(problem string) {
	f.problem.SetText(problem)
	f.problem.Hidden = problem == ""
}

// SetValue shows the case's number. A text that already means it stays.
func (f *numberField) SetValue(value float64) {
	if f.value == value {
		return
	}
	f.value, f.setting = value, true
	text := ""
	if value != noNumber {
		text = f.format(value)
	}
	f.entry.SetText(text)
	f.SetProblem("")
	f.setting = false
}

// Reset lets the next SetValue replace the text, whatever it says.
func (f *numberField) Reset() { f.value = math.NaN() }

// SetHint shows the number that counts while the field is empty, and its origin.
func (f *numberField) SetHint(example, origin string) {
	if f.entry.PlaceHolder != example {
		f.entry.SetPlaceHolder(example)
	}
	f.origin.SetText(origin)
	f.origin.Hidden = origin == ""
}

// number makes a field for a plain number above 0, at most most, with that many decimals. A unit behind it
// may be typed.
func (p *Pane) number(name string, most float64, decimals int, units []string,
	onChange func(in *storage.Inputs, value float64),
) *numberField {
	read := func(text string) (float64, string) {
		value, twoWays, ok := plainNumber(text, units)
		switch {
		case ok && twoWays && decimals > 0:
			return 0, p.desk.Text("plan-pane.number.two-ways", "Text", strings.TrimSpace(text))
		case !ok:
			return 0, p.desk.Text("plan-pane.number.none", "Text", strings.TrimSpace(text))
		case value < 0 || value == 0 && decimals > 0:
			return 0, p.desk.Text("plan-pane.number.negative")
		case value > most:
			return 0, p.desk.Text("plan-pane.number.most", "Most", p.desk.Words.Number(most, 0))
		case decimals == 0 && value != math.Trunc(value):
			return 0, p.desk.Text("plan-pane.number.whole")
		}
		return value, ""
	}
	return newNumberField(p, name, read, func(v float64) string { return p.desk.Words.Plain(v, decimals) }, onChange)
}

// plainNumber reads a number as people write it: with a decimal comma or point, with a unit, with thousands
// set apart. A single mark in front of exactly three digits can be either: it counts as setting thousands
// apart, and twoWays is true.
func plainNumber(text string, units []string) (value float64, twoWays, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, unit := range units {
		text = strings.TrimSpace(strings.TrimSuffix(text, unit))
	}
	text = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "’", "", "'", "").Replace(text)
	if marks := strings.Count(text, ",") + strings.Count(text, "."); marks > 0 {
		last := strings.LastIndexAny(text, ",.")
		whole, part := strings.NewReplacer(",", "", ".", "").Replace(text[:last]), text[last+1:]
		three := len(part) == 3 && strings.Trim(whole, "0-") != ""
		if part == "" || strings.ContainsAny(text[max(last-1, 0):last], ",.") {
			return 0, false, false
		}
		same := strings.Count(text, text[last:last+1]) == marks
		twoWays = three && marks == 1
		if three && same {
			text = whole + part
		} else {
			text = whole + "." + part
		}
	}
	if strings.Trim(text, "-0123456789.") != "" {
		return 0, false, false
	}
	value, err := strconv.ParseFloat(text, 64)
	return value, twoWays, err == nil && !math.IsInf(value, 0)
}
