package size

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

const (
	arabicDecimal = '\u066B'
	arabicGroup   = '\u066C'
	separators    = ".,'" + string(arabicDecimal) + string(arabicGroup) // beside the space
)

// split divides a number into its digits before and after the decimal separator. unit is the unit that was
// written or implied, 0 when there is none. The error is errNumber or ErrAmbiguous.
func split(number string, unit int64, hints Hints) (whole, fraction string, err error) {
	groups, seps := cut(number)
	last := len(seps) - 1
	if last < 0 {
		return number, "", nil
	}
	if groups[0] == "" && last == 0 && seps[0] != ' ' && seps[0] != '\'' { // ".5"
		groups[0] = "0"
	}
	if slices.Contains(groups, "") {
		return "", "", errNumber
	}
	decimal, err := isDecimal(groups, seps, unit, hints)
	if err != nil {
		return "", "", err
	}
	if decimal {
		fraction = groups[last+1]
		groups, seps = groups[:last+1], seps[:last]
	}
	if !grouped(groups, seps) {
		return "", "", errNumber
	}
	return strings.Join(groups, ""), fraction, nil
}

// cut returns the groups of digits and the separators between them.
func cut(number string) (groups []string, seps []rune) {
	groups = []string{""}
	for _, r := range number {
		if r >= '0' && r <= '9' {
			groups[len(groups)-1] += string(r)
			continue
		}
		seps = append(seps, r)
		groups = append(groups, "")
	}
	return groups, seps
}

// isDecimal decides whether the last separator starts decimals.
func isDecimal(groups []string, seps []rune, unit int64, hints Hints) (bool, error) {
	last := len(seps) - 1
	mark := seps[last]
	switch mark {
	case arabicDecimal:
		return true, nil
	case ' ', '\'', arabicGroup:
		return false, nil
	}
	if last > 0 { // "1.234,5" ends in a decimal comma, "1,234,567" does not
		return seps[last-1] != mark, nil
	}
	before, after := groups[0], groups[1]
	if len(after) != 3 || len(before) > 3 || before[0] == '0' {
		return true, nil
	}
	switch unit {
	case 1, KB, MB:
		return false, nil
	case TB:
		return true, nil
	}
	point, group := marks(hints.Locale)
	switch {
	case mark == point:
		return true, nil
	case mark == group && unit == GB:
		return false, nil
	}
	return false, ErrAmbiguous
}

// grouped reports whether the separators group thousands: all alike, three digits after each, except that
// Indian numbers have pairs before the last three.
func grouped(groups []string, seps []rune) bool {
	if len(seps) == 0 {
		return true
	}
	first := groups[0]
	if first[0] == '0' || len(first) > 3 || len(groups[len(groups)-1]) != 3 {
		return false
	}
	inner := groups[1 : len(groups)-1]
	for i, g := range inner {
		if len(g) != len(inner[0]) || len(g) < 2 || len(g) > 3 || seps[i] != seps[i+1] {
			return false
		}
	}
	return len(inner) == 0 || len(inner[0]) == 3 || len(first) < 3
}

// marks returns the decimal and the grouping mark of a locale, or zeros when no locale is given.
func marks(locale language.Tag) (point, group rune) {
	if locale == language.Und {
		return 0, 0
	}
	sample := message.NewPrinter(locale).Sprint(number.Decimal(1234567.5, number.MaxFractionDigits(1)))
	_, seps := cut(plain(sample))
	if len(seps) == 0 {
		return 0, 0
	}
	point = seps[len(seps)-1]
	if len(seps) > 1 {
		group = seps[0]
	}
	return point, group
}
