package storage

import (
	"errors"
	"slices"
	"strings"
)

// between are the words that stand between what is used and the total; after are words that may follow. Other words are
// refused: "1.8 GB available of 5 GB" means something else.
var (
	between = []string{"/", "out of", "of", "von", "sur", "de", "di", "van", "av", "af", "z", "ze", "из", "з"}
	after   = []string{
		"used", "in use", "belegt", "verwendet", "genutzt", "utilisé", "utilisés", "usado", "usados", "usati", "usato",
		"utilizzati", "gebruikt", "använt", "brukt", "brugt", "использовано",
	}
)

// ParseUsage reads what the phone's storage bar says, "3.2 GB of 5 GB" or "3,2 GB von 5 GB belegt" or "3.2 / 5 GB", and
// returns the bytes used and the total. A total without a unit is GB, as every plan is; what is used without a unit takes
// that of the total. Used may exceed the total, as it does after a downgrade. Errors are those of ParseAmount, and ErrUsage when there are no two amounts.
func ParseUsage(text string, hints Hints) (used, total int64, err error) {
	if len(text) > 2*maxText*4 {
		return 0, 0, explain(ErrUsage, text)
	}
	clean := plain(text)
	if clean == "" {
		return 0, 0, explain(ErrEmpty, text)
	}
	for _, ending := range after {
		if rest, ok := strings.CutSuffix(clean, " "+ending); ok {
			clean = rest
			break
		}
	}
	left, right, ok := halves(clean)
	if !ok {
		return 0, 0, explain(ErrUsage, text)
	}
	total, err = ParseAmount(right, hints)
	if err == nil {
		used, err = parseAmount(left, hints, unitOf(right))
	}
	if err != nil {
		if wrong, ok := errors.AsType[*ParseError](err); ok {
			return 0, 0, explain(&ParseError{Key: wrong.Key}, text)
		}
		return 0, 0, err
	}
	return used, total, nil
}

// halves cuts the text at the word between two amounts.
func halves(clean string) (left, right string, ok bool) {
	if left, right, ok = strings.Cut(clean, "/"); ok {
		return left, right, strings.ContainsAny(left, "0123456789")
	}
	words := strings.Fields(clean)
	for i, w := range words {
		if i == 0 || !slices.Contains(between, w) {
			continue
		}
		leftWords := words[:i]
		if words[i-1] == "out" && w == "of" {
			leftWords = words[:i-1]
		}
		return strings.Join(leftWords, " "), strings.Join(words[i+1:], " "), true
	}
	return "", "", false
}

// unitOf is the unit at the end of an amount, or 0.
func unitOf(amount string) int64 {
	return units[strings.Trim(amount, "+-0123456789 "+separators)]
}
