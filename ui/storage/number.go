package storage

import (
	"math"
	"strconv"
	"strings"

	"backupdoctor/logic/storage"
	"backupdoctor/ui/form"
)

// newNumber makes a field for a plain number above 0, at most most, with that many decimals. A unit behind
// the number may be typed. In the field and in the inputs, 0 is no number.
func (p *Pane) newNumber(name string, most float64, decimals int, units []string,
	onChange func(in *storage.Inputs, value float64),
) *form.Field[float64] {
	f := form.NewField[float64](name)
	f.Parse = func(text string) (float64, string) { return p.parseNumber(text, most, decimals, units) }
	f.Format = func(v float64) string { return p.desk.Words.Plain(v, decimals) }
	connect(p, f, onChange)
	return f
}

// parseNumber reads a plain number. A decimal mark at the end is a number that is still being typed.
func (p *Pane) parseNumber(text string, most float64, decimals int,
	units []string,
) (value float64, problem string) {
	if before := strings.TrimRight(text, ".,"); before != "" && len(before) == len(text)-1 {
		if value, problem = p.parseNumber(before, most, decimals, units); problem == "" {
			return value, ""
		}
	}
	value, twoWays, ok := plainNumber(text, units)
	switch {
	case ok && twoWays && decimals > 0:
		return 0, p.desk.Text("plan-pane.number.two-ways", "Text", text)
	case !ok:
		return 0, p.desk.Text("plan-pane.number.none", "Text", text)
	case value < 0 || value == 0 && decimals > 0:
		return 0, p.desk.Text("plan-pane.number.negative")
	case value > most:
		return 0, p.desk.Text("plan-pane.number.most", "Most", p.desk.Words.Number(most, 0))
	case decimals == 0 && value != math.Trunc(value):
		return 0, p.desk.Text("plan-pane.number.whole")
	}
	return value, ""
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
