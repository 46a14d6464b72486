package size

import (
	"math"
	"strconv"
	"strings"

	"backupdoctor/logic/words"
)

// NumberRule says which numbers a person may type where no size is meant.
type NumberRule struct {
	Most     float64
	Decimals int      // 0 for whole numbers from 0 on; otherwise the number must be above zero
	Units    []string // may stand behind the number, in lower case
}

// Parse reads a number as people write it: with a decimal comma or point, with a unit, with thousands set
// apart. A decimal mark at the end is a number that is still being typed. The problem is the zero sentence
// when the number is fine.
func (r NumberRule) Parse(text string) (value float64, problem words.Sentence) {
	text = strings.TrimSpace(text)
	if before := strings.TrimRight(text, ".,"); len(before) == len(text)-1 {
		if value, problem = r.parse(before); problem.IsZero() {
			return value, problem
		}
	}
	return r.parse(text)
}

func (r NumberRule) parse(text string) (value float64, problem words.Sentence) {
	value, twoWays, ok := plainNumber(text, r.Units)
	switch {
	case ok && twoWays && r.Decimals > 0:
		return 0, words.Say("plan-pane.number.two-ways", "Text", strings.TrimSpace(text))
	case !ok:
		return 0, words.Say("plan-pane.number.none", "Text", strings.TrimSpace(text))
	case value < 0 || value == 0 && r.Decimals > 0:
		return 0, words.Say("plan-pane.number.negative")
	case value > r.Most:
		return 0, words.Say("plan-pane.number.most", "Most", wholeNumber(r.Most))
	case r.Decimals == 0 && value != math.Trunc(value):
		return 0, words.Say("plan-pane.number.whole")
	}
	return value, words.Sentence{}
}

// wholeNumber is a number that a sentence writes as its language does.
type wholeNumber float64

// Tell implements words.Teller.
func (n wholeNumber) Tell(c *words.Catalog) string { return c.Number(float64(n), 0) }

// plainNumber reads a number with marks and units. A single mark in front of exactly three digits can set
// thousands apart or start decimals: it counts as setting thousands apart, and twoWays is true.
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
