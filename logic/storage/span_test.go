package storage

import (
	"errors"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

func TestParseSpan(t *testing.T) {
	for _, c := range []struct {
		text      string
		low, high int64
		fails     error
	}{
		{"4.8 GB", 4_800 * MB, 4_800 * MB, nil},
		{"0.2 to 0.6 GB", 200 * MB, 600 * MB, nil},
		{"0,2–0,6 GB", 200 * MB, 600 * MB, nil},
		{"200 MB – 1,5 GB", 200 * MB, 1_500 * MB, nil},
		{"200 MB bis 1,5 GB", 200 * MB, 1_500 * MB, nil},
		{"6-2 GB", 2 * GB, 6 * GB, nil},
		{"2 To", 2 * TB, 2 * TB, nil},
		{"1 to 2 To", TB, 2 * TB, nil},
		{"-2 GB", 0, 0, ErrNegative},
		{"2 to -3 GB", 0, 0, ErrNegative},
		{"2 to", 2 * TB, 2 * TB, nil},
		{"2 -", 0, 0, ErrEmpty},
		{"to 3 GB", 0, 0, ErrNumber},
		{"a to b", 0, 0, ErrNumber},
		{"", 0, 0, ErrEmpty},
	} {
		low, high, err := ParseSpan(c.text, Hints{})
		if low != c.low || high != c.high || !errors.Is(err, c.fails) {
			t.Errorf("%q is %d to %d, %v; want %d to %d, %v", c.text, low, high, err, c.low, c.high, c.fails)
		}
	}
}

// What the program writes it reads again to the same words, so that nothing changes by looking at it.
func TestSpansThatAreWrittenAreReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64Range(0, 14*TB).Draw(t, "a"), rapid.Int64Range(0, 14*TB).Draw(t, "b")
		low, high := min(a, b), max(a, b)
		locale := rapid.SampledFrom([]language.Tag{language.English, language.German, language.French}).Draw(t, "locale")
		text := FormatBytes(low, locale) + " to " + FormatBytes(high, locale)
		l, h, err := ParseSpan(text, Hints{Locale: locale})
		if err != nil || FormatBytes(l, locale) != FormatBytes(low, locale) || FormatBytes(h, locale) != FormatBytes(high, locale) {
			t.Fatalf("%q is read as %d to %d, %v", text, l, h, err)
		}
	})
}
