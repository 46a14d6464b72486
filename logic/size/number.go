package size

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// units are the unit names people and phones write, in lower case: English, French (octets), Cyrillic and
// Finnish.
var units = map[string]int64{
	"b": 1, "byte": 1, "bytes": 1, "o": 1, "octet": 1, "octets": 1,
	"k": KB, "kb": KB, "ko": KB, "кб": KB, "kt": KB, "kbyte": KB, "kilobyte": KB, "kilobytes": KB,
	"m": MB, "mb": MB, "mo": MB, "мб": MB, "mt": MB, "mbyte": MB, "megabyte": MB, "megabytes": MB,
	"g": GB, "gb": GB, "go": GB, "гб": GB, "gt": GB, "gbyte": GB, "gigabyte": GB, "gigabytes": GB,
	"t": TB, "tb": TB, "to": TB, "тб": TB, "tt": TB, "tbyte": TB, "terabyte": TB, "terabytes": TB,
}

// parseSize reads a single size in plain characters; an error quotes the text. A number without a unit takes
// the implied one; 0 stands for GB, and for not knowing better.
func parseSize(clean, text string, hints Hints, implied int64) (int64, error) {
	fail := func(kind error) (int64, error) { return 0, explain(kind, text) }
	if len(clean) > maxText*utf8.UTFMax {
		return fail(errNumber)
	}
	if clean == "" {
		return fail(errEmpty)
	}
	if rest, ok := strings.CutPrefix(clean, "zero "); ok {
		clean = "0 " + rest
	}
	negative := strings.HasPrefix(clean, "-")
	clean = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(clean, "-"), "+"))
	end := strings.IndexFunc(clean, func(r rune) bool {
		return !strings.ContainsRune("0123456789 "+separators,
			r)
	})
	if end < 0 {
		end = len(clean)
	}
	number := strings.TrimSpace(clean[:end])
	name := strings.TrimSuffix(strings.TrimSpace(clean[end:]), ".")
	if !strings.ContainsAny(number, "0123456789") {
		return fail(errNumber)
	}
	if negative {
		return fail(errNegative)
	}
	unit := implied
	if name != "" {
		unit = units[name]
		if unit == 0 {
			return fail(errUnit)
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

// multiply returns whole.fraction times unit, rounded half up; false above Max.
func multiply(whole, fraction string, unit int64) (int64, bool) {
	digits, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok {
		return 0, false
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(fraction))), nil)
	digits.Mul(digits, big.NewInt(unit))
	digits.Add(digits, new(big.Int).Rsh(scale, 1))
	digits.Quo(digits, scale)
	if digits.Cmp(big.NewInt(Max)) > 0 {
		return 0, false
	}
	return digits.Int64(), true
}

// plain brings a text into the few characters the reading knows: ASCII digits of any script, single plain
// spaces, one kind of minus and apostrophe, lower case, no invisible marks.
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

// digit is the ASCII digit of a decimal digit of any script. Unicode keeps the ten digits of a script
// together, in order, and each range of the table starts with a zero.
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

// unitOf is the unit at the end of an amount, or 0.
func unitOf(amount string) int64 {
	return units[strings.Trim(amount, "+-0123456789 "+separators)]
}
