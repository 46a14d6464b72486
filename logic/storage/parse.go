package storage

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// ParseError says why a text is not an amount. Key names the sentence to show, in the translations; Text is what the
// person wrote, shortened.
type ParseError struct {
	Key  string
	Text string
}

// Error names the kind of error and the text, for logs; people see the translation of Key.
func (e *ParseError) Error() string { return fmt.Sprintf("%s: %q", e.Key, e.Text) }

// Is makes errors.Is(err, ErrUnit) true for every error of that kind.
func (e *ParseError) Is(target error) bool {
	kind, ok := target.(*ParseError)
	return ok && kind.Key == e.Key && kind.Text == ""
}

// The kinds of ParseError, for errors.Is.
var (
	ErrEmpty     error = &ParseError{Key: "storage.amount.empty"}     // nothing there
	ErrNumber    error = &ParseError{Key: "storage.amount.number"}    // no number, or not written as one
	ErrNegative  error = &ParseError{Key: "storage.amount.negative"}  // below zero
	ErrUnit      error = &ParseError{Key: "storage.amount.unit"}      // not followed by KB, MB, GB or TB
	ErrTooLarge  error = &ParseError{Key: "storage.amount.too-large"} // above MaxAmount
	ErrAmbiguous error = &ParseError{Key: "storage.amount.ambiguous"} // "1,234" can be read in two ways
	ErrUsage     error = &ParseError{Key: "storage.amount.usage"}     // not "3.2 GB of 5 GB"
)

// Hints help to read an amount. The zero value gives none.
type Hints struct {
	// Locale decides whether "1,234 GB" has a decimal or a grouping comma.
	Locale language.Tag
}

// maxText is more than any amount needs, in characters.
const maxText = 64

// units are the unit names people and phones write, in lower case: English, French (octets), Cyrillic and Finnish.
var units = map[string]int64{
	"b": 1, "byte": 1, "bytes": 1, "o": 1, "octet": 1, "octets": 1,
	"k": KB, "kb": KB, "ko": KB, "кб": KB, "kt": KB, "kbyte": KB, "kilobyte": KB, "kilobytes": KB,
	"m": MB, "mb": MB, "mo": MB, "мб": MB, "mt": MB, "mbyte": MB, "megabyte": MB, "megabytes": MB,
	"g": GB, "gb": GB, "go": GB, "гб": GB, "gt": GB, "gbyte": GB, "gigabyte": GB, "gigabytes": GB,
	"t": TB, "tb": TB, "to": TB, "тб": TB, "tt": TB, "tbyte": TB, "terabyte": TB, "terabytes": TB,
}

// ParseAmount reads a size as people write it or the phone shows it and returns bytes from 0 to MaxAmount: "4.8 GB",
// "4,8GB", "+1.2 GB" (Next Backup Size has a plus), "1.234,5 MB", "4,8 Go", "Zero KB". A number without a unit is GB.
// Fractions of a byte are rounded.
//
// A lone separator before exactly three digits, as in "1,234", may group thousands or start decimals. Before MB and
// smaller units it groups, since nobody writes thousandths of a megabyte; before TB it starts decimals. Before GB the
// locale decides. What the locale does not decide is ErrAmbiguous, and so is a grouping reading of a number without unit,
// because the unit is then a guess as well. "0.512" and "1234.567" can only be decimals.
func ParseAmount(text string, hints Hints) (int64, error) {
	return parseAmount(text, hints, 0)
}

// parseAmount takes the unit for a number without one; 0 stands for GB, and for not knowing better.
func parseAmount(text string, hints Hints, implied int64) (int64, error) {
	fail := func(kind error) (int64, error) { return 0, explain(kind, text) }
	if len(text) > maxText*utf8.UTFMax {
		return fail(ErrNumber)
	}
	clean := plain(text)
	if clean == "" {
		return fail(ErrEmpty)
	}
	if rest, ok := strings.CutPrefix(clean, "zero "); ok {
		clean = "0 " + rest
	}
	negative := strings.HasPrefix(clean, "-")
	clean = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(clean, "-"), "+"))
	end := strings.IndexFunc(clean, func(r rune) bool { return !strings.ContainsRune("0123456789 "+separators, r) })
	if end < 0 {
		end = len(clean)
	}
	number := strings.TrimSpace(clean[:end])
	name := strings.TrimSuffix(strings.TrimSpace(clean[end:]), ".")
	if !strings.ContainsAny(number, "0123456789") {
		return fail(ErrNumber)
	}
	if negative {
		return fail(ErrNegative)
	}
	unit := implied
	if name != "" {
		unit = units[name]
		if unit == 0 {
			return fail(ErrUnit)
		}
	}
	whole, fraction, err := split(number, unit, hints)
	if err != nil {
		return fail(err)
	}
	if unit == 0 {
		unit = GB
	}
	bytes, ok := multiply(whole, fraction, unit)
	if !ok {
		return fail(ErrTooLarge)
	}
	return bytes, nil
}

// multiply returns whole.fraction times unit, rounded half up; false above MaxAmount.
func multiply(whole, fraction string, unit int64) (int64, bool) {
	digits, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok {
		return 0, false
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(fraction))), nil)
	digits.Mul(digits, big.NewInt(unit))
	digits.Add(digits, new(big.Int).Rsh(scale, 1))
	digits.Quo(digits, scale)
	if digits.Cmp(big.NewInt(MaxAmount)) > 0 {
		return 0, false
	}
	return digits.Int64(), true
}

// explain makes the error of a kind for a text.
func explain(kind error, text string) error {
	e, ok := errors.AsType[*ParseError](kind)
	if !ok {
		return kind
	}
	shown := []rune(strings.ToValidUTF8(strings.TrimSpace(text), "?"))
	if len(shown) > maxText {
		shown = append(shown[:maxText-1], '…')
	}
	return &ParseError{Key: e.Key, Text: string(shown)}
}

// plain brings a text into the few characters the reading knows: ASCII digits of any script, single plain spaces, one
// kind of minus and apostrophe, lower case, no invisible marks.
func plain(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Cf, r): // direction marks, joiners
		case unicode.IsSpace(r), unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Nd, r):
			b.WriteByte(digit(r))
		case strings.ContainsRune("−–‒﹣－", r):
			b.WriteByte('-')
		case strings.ContainsRune("’‘ʼ＇", r):
			b.WriteByte('\'')
		case r == '＋':
			b.WriteByte('+')
		case r == '，':
			b.WriteByte(',')
		case r == '．':
			b.WriteByte('.')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// digit is the ASCII digit of a decimal digit of any script. Unicode keeps the ten digits of a script together, in order,
// and each range of the table starts with a zero.
func digit(r rune) byte {
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return byte('0' + (r-rune(t.Lo))%10)
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return byte('0' + (r-rune(t.Lo))%10)
		}
	}
	return '0'
}
