package size

import (
	"errors"
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
	clean := plain(text)
	for _, unit := range r.Units {
		clean = strings.TrimSpace(strings.TrimSuffix(clean, unit))
	}
	digits, negative := strings.CutPrefix(clean, "-")
	digits = strings.TrimSpace(digits)
	unit := int64(1) // as with bytes, "1,234" has thousands where only whole numbers are wanted
	if r.Decimals > 0 {
		unit = 0
	}
	none := words.Say("storage-pane.number.none", "Text", strings.TrimSpace(text))
	if strings.Trim(digits, "0123456789 "+separators) != "" {
		return 0, none
	}
	whole, fraction, err := split(digits, unit, Hints{})
	if errors.Is(err, ErrAmbiguous) {
		return 0, words.Say("storage-pane.number.two-ways", "Text", strings.TrimSpace(text))
	}
	if err == nil {
		value, err = strconv.ParseFloat(whole+"."+fraction, 64)
	}
	switch {
	case err != nil:
		return 0, none
	case negative || value == 0 && r.Decimals > 0:
		return 0, words.Say("storage-pane.number.negative")
	case value > r.Most:
		return 0, words.Say("storage-pane.number.most", "Most", wholeNumber(r.Most))
	case r.Decimals == 0 && value != math.Trunc(value):
		return 0, words.Say("storage-pane.number.whole")
	}
	return value, words.Sentence{}
}

// wholeNumber is a number that a sentence writes as its language does.
type wholeNumber float64

// Tell implements words.Teller.
func (n wholeNumber) Tell(c *words.Catalog) string { return c.Number(float64(n), 0) }
