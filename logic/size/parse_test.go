package size

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"backupdoctor/logic/words"
)

// parseOne reads a text that is to be a single size.
func parseOne(text string, hints Hints) (int64, error) {
	r, err := Parse(text, hints)
	if err == nil && (r.Form != OneSize || r.Low != r.High) {
		err = fmt.Errorf("%q is read as %+v", text, r)
	}
	return r.Low, err
}

func TestParseOneSize(t *testing.T) {
	for text, want := range map[string]int64{
		// as the phone shows them
		"4.8 GB": 4_800_000_000, "4,8 GB": 4_800_000_000, "512 MB": 512_000_000, "512,4 MB": 512_400_000,
		"+1.2 GB": 1_200_000_000, "+ 1,2 GB": 1_200_000_000, "Zero KB": 0, "4,8 Go": 4_800_000_000, "350 Ko": 350_000,
		"900 Mo": 900_000_000, "2 To": 2 * TB, "4,8 ГБ": 4_800_000_000, "4,8 Gt": 4_800_000_000, "12 bytes": 12,
		"4,8\u00a0GB": 4_800_000_000, "4,8\u202fGB": 4_800_000_000, "\u200e4.8 GB\u200f": 4_800_000_000, "٤٫٨ GB": 4_800_000_000,
		// as people type them
		"4.8": 4_800_000_000, "4,8": 4_800_000_000, "4,8GB": 4_800_000_000, "5GB": 5 * GB, "5 gb": 5 * GB, "5g": 5 * GB,
		"  5  GB ": 5 * GB, "5 GB.": 5 * GB, "5": 5 * GB, "0": 0, ".5": 500_000_000, ",5 gb": 500_000_000, "2 TB": 2 * TB,
		"2 terabytes": 2 * TB, "100 TB": Max, "007 GB": 7 * GB, "４.８ GB": 4_800_000_000,
		// grouping
		"1 234,5 MB": 1_234_500_000, "1.234,5 MB": 1_234_500_000, "1,234.5 MB": 1_234_500_000, "1'234.5 MB": 1_234_500_000,
		"1’234 MB": 1_234_000_000, "1\u202f234 MB": 1_234_000_000, "1 234 GB": 1234 * GB, "1,234,567 KB": 1_234_567_000,
		"1.234.567 KB": 1_234_567_000, "12,34,567 KB": 1_234_567_000, "1,23,456.5 KB": 123_456_500, "١٬٢٣٤٫٥ MB": 1_234_500_000,
		// one separator before three digits
		"1,234 MB": 1_234_000_000, "1.234 MB": 1_234_000_000, "1.234 TB": 1_234_000_000_000, "1,234 TB": 1_234_000_000_000,
		"0.512 GB": 512_000_000, "0,512": 512_000_000, "1234.567 MB": 1_234_567_000, "4.8125 GB": 4_812_500_000,
		// fractions of a byte are rounded
		"0.0000000005 GB": 1, "0.0000000004 GB": 0, "1.5 B": 2,
	} {
		if got, err := parseOne(text, Hints{}); err != nil || got != want {
			t.Errorf("Parse(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
}

func TestParseWithLocale(t *testing.T) {
	for _, c := range []struct {
		text, locale string
		want         int64
	}{
		{"1,234 GB", "en-US", 1234 * GB},
		{"1.234 GB", "en-US", 1_234_000_000},
		{"1,234 GB", "de-DE", 1_234_000_000},
		{"1.234 GB", "de-DE", 1234 * GB},
		{"1,234 GB", "fr-FR", 1_234_000_000},
		{"1.234", "en", 1_234_000_000},
		{"1,234", "de", 1_234_000_000},
		// the locale never overrules what can be read in one way only
		{"4,8 GB", "en-US", 4_800_000_000},
		{"4.8 GB", "de-DE", 4_800_000_000},
		{"1.234 MB", "en-US", 1_234_000_000},
		{"1.234,5 MB", "en-US", 1_234_500_000},
		{"1,234 TB", "en-US", 1_234_000_000_000},
	} {
		if got, err := parseOne(c.text, Hints{Locale: language.MustParse(c.locale)}); err != nil || got != c.want {
			t.Errorf("%q in %s = %d, %v; want %d", c.text, c.locale, got, err, c.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]error{
		"GB": errNumber, "about 5 GB": errNumber, "-": errNumber, "5. GB": errNumber, "1..5 GB": errNumber,
		"1 23 GB": errNumber, "1,23,45 GB": errNumber, "1.2.3,4 MB": errNumber, "12.34.567 8 MB": errNumber, "0,123,456 KB": errNumber,
		"1234,567,890 KB": errNumber, "123,45,678 KB": errNumber, "4 8 GB": errNumber, "NaN": errNumber, "+-5 GB": errNumber,
		strings.Repeat("1", 1000): errNumber, "1\x00": errUnit, "½ GB": errNumber,
		"-1 GB": errNegative, "−1,5 GB": errNegative, "–3": errNegative,
		"5 PB": errUnit, "5 GiB": errUnit, "5 GB free": errUnit, "5 apples": errUnit, "1e3 GB": errUnit, "5%": errUnit,
		"100.001 TB": ErrTooLarge, "100 001 GB": ErrTooLarge, strings.Repeat("9", 60) + " GB": ErrTooLarge,
		"1,234": ErrAmbiguous, "1.234": ErrAmbiguous, "1,234 GB": ErrAmbiguous, "12.345 GB": ErrAmbiguous,
	} {
		_, err := parseOne(text, Hints{})
		if !errors.Is(err, want) {
			t.Errorf("parseOne(%.40q): %v, want %v", text, err, want)
		}
	}
	for _, text := range []string{"", "  ", "\u200e\u00a0", "+", " + "} {
		if r, err := Parse(text, Hints{}); err != nil || r != (Reading{}) {
			t.Errorf("%q is no size yet, and is read as %+v, %v", text, r, err)
		}
	}
	for text, want := range map[string]int64{"4.": 4 * GB, "4,": 4 * GB, "+4.": 4 * GB, "1.234,": 1234 * GB} {
		if got, err := parseOne(text, Hints{}); err != nil || got != want {
			t.Errorf("%q is being typed, and is read as %d, %v", text, got, err)
		}
	}
	// a number that the locale groups still has no unit
	if _, err := parseOne("1,234", Hints{Locale: language.AmericanEnglish}); !errors.Is(err, ErrAmbiguous) {
		t.Errorf("1,234 in en-US: %v", err)
	}
}

func TestParseErrorCarriesKeyAndText(t *testing.T) {
	_, err := parseOne("  5 apples ", Hints{})
	var wrong *words.Trouble
	if !errors.As(err, &wrong) || wrong.Key != "storage.amount.unit" || wrong.Values[1] != "5 apples" {
		t.Errorf("%#v", err)
	}
	if errors.Is(err, errNumber) {
		t.Error("a wrong unit counts as a wrong number")
	}
	_, err = parseOne(strings.Repeat("x", 100), Hints{})
	if !errors.As(err, &wrong) || len([]rune(wrong.Values[1].(string))) != maxText || !strings.HasSuffix(wrong.Values[1].(string), "…") {
		t.Errorf("a long text is not shortened: %#v", err)
	}
}

func TestParseUsage(t *testing.T) {
	for text, want := range map[string][2]int64{
		"3.2 GB of 5 GB":                {3_200_000_000, 5 * GB},
		"3.2 GB of 5 GB Used":           {3_200_000_000, 5 * GB},
		"3,2 GB von 5 GB":               {3_200_000_000, 5 * GB},
		"3,2 GB von 5 GB belegt":        {3_200_000_000, 5 * GB},
		"3,2\u00a0Go sur 5\u00a0Go":     {3_200_000_000, 5 * GB},
		"3,2 Go sur 5 Go utilisés":      {3_200_000_000, 5 * GB},
		"3,2 GB de 5 GB":                {3_200_000_000, 5 * GB},
		"3.2 GB / 5 GB":                 {3_200_000_000, 5 * GB},
		"3.2/5":                         {3_200_000_000, 5 * GB},
		"3.2 of 5 GB":                   {3_200_000_000, 5 * GB},
		"1.2 of 2 TB":                   {1_200 * GB, 2 * TB},
		"512 MB of 5 GB":                {512 * MB, 5 * GB},
		"512 MB / 5":                    {512 * MB, 5 * GB},
		"512 / 5000 MB":                 {512 * MB, 5 * GB},
		"3.2 GB out of 5 GB":            {3_200_000_000, 5 * GB},
		"7.1 GB of 5 GB":                {7_100_000_000, 5 * GB},
		"1 234,5 MB von 5 GB verwendet": {1_234_500_000, 5 * GB},
		"Zero KB of 5 GB":               {0, 5 * GB},
	} {
		r, err := Parse(text, Hints{})
		if want := (Reading{Usage, want[0], want[0], want[1]}); err != nil || r != want {
			t.Errorf("Parse(%q) = %+v %v; want %+v", text, r, err, want)
		}
	}
	for text, want := range map[string]error{
		"of 5 GB": errNumber, "/ 5 GB": errNumber, "3.2 GB of": errUnit, "x of 5 GB": errNumber,
		"1.8 GB available of 5 GB": errUnit, "3.2 GB of 5 GB free": errUnit, "1/2/3": errUnit,
		"3.2 of 500 TB": errUnit, "1,234 of 5": errUnit, strings.Repeat("5 GB of ", 500): errNumber,
	} {
		if r, err := Parse(text, Hints{}); !errors.Is(err, want) || r != (Reading{}) {
			t.Errorf("Parse(%.40q): %+v %v, want %v", text, r, err, want)
		}
	}
}

func TestParseTwoSizes(t *testing.T) {
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
		{"-2 GB", 0, 0, errNegative},
		{"2 to -3 GB", 0, 0, errNegative},
		{"2 to", 2 * TB, 2 * TB, nil},
		{"2 -", 0, 0, errEmpty},
		{"to 3 GB", 0, 0, errNumber},
		{"a to b", 0, 0, errNumber},
	} {
		r, err := Parse(c.text, Hints{})
		if r.Low != c.low || r.High != c.high || r.Total != 0 || !errors.Is(err, c.fails) {
			t.Errorf("%q is %+v, %v; want %d to %d, %v", c.text, r, err, c.low, c.high, c.fails)
		}
	}
}

// What the program writes it reads again to the same words, so that nothing changes by looking at it.
func TestSpansThatAreWrittenAreReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64Range(0, 14*TB).Draw(t, "a"), rapid.Int64Range(0, 14*TB).Draw(t, "b")
		low, high := min(a, b), max(a, b)
		locale := rapid.SampledFrom([]language.Tag{language.English, language.German, language.French}).Draw(t, "locale")
		text := Format(low, locale) + " to " + Format(high, locale)
		r, err := Parse(text, Hints{Locale: locale})
		if err != nil || Format(r.Low, locale) != Format(low, locale) || Format(r.High, locale) != Format(high, locale) {
			t.Fatalf("%q is read as %+v, %v", text, r, err)
		}
	})
}

// Whatever the input, the answer is either a size in range or an error of a known kind.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"4.8 GB", "1.234,5 MB", "1,234", "+1.2 Go", "", "-5", "٤٫٨ GB", "1'234", ".5", "\u200e5\u202fGB", "9e9", "1 2 3"} {
		f.Add(seed)
	}
	for _, length := range []int{maxText, 4*maxText - 1} { // a plus more could be one character too many
		f.Add(strings.Repeat("0", length))
	}
	kinds := []error{errEmpty, errNumber, errNegative, errUnit, ErrTooLarge, ErrAmbiguous}
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range []language.Tag{language.Und, language.English, language.German} {
			r, err := Parse(text, Hints{Locale: tag})
			if err != nil {
				known := 0
				for _, kind := range kinds {
					if errors.Is(err, kind) {
						known++
					}
				}
				if known != 1 || r != (Reading{}) {
					t.Fatalf("%q: %+v, %v is of %d kinds", text, r, err, known)
				}
				continue
			}
			if r.Low < 0 || r.Low > r.High || r.High > Max || r.Total < 0 || r.Total > Max || r.Form != Usage && r.Total != 0 {
				t.Fatalf("%q is %+v", text, r)
			}
			if r.Form != OneSize {
				continue
			}
			got := r.Low
			plus := "+ " + strings.TrimLeft(plain(text), "+ ")
			again, err := parseOne(plus, Hints{Locale: tag})
			switch tooLong := len(plus) > maxText*utf8.UTFMax; {
			case tooLong && !errors.Is(err, errNumber):
				t.Fatalf("%d bytes are read as %d, %v", len(plus), again, err)
			case !tooLong && (err != nil || again != got):
				t.Fatalf("%q is %d, with a plus %d %v", text, got, again, err)
			}
			shown := Format(got, language.English)
			back, err := parseOne(shown, Hints{Locale: language.English})
			if err != nil || Format(back, language.English) != shown {
				t.Fatalf("%q shows as %q, which reads as %d %v", text, shown, back, err)
			}
		}
	})
}

var locales = []string{"en", "en-IN", "de", "de-CH", "fr", "es", "pl", "ru", "ar", "fa", "bn", "mr", "my", "ja"}

// What is shown can be typed in again, in any locale, and means the same up to the rounding of what is shown.
func TestFormatAndParseAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.OneOf(
			rapid.Int64Range(0, Max), rapid.Int64Range(0, 100*GB), rapid.Int64Range(0, 2*GB), rapid.Int64Range(0, 2*MB),
		).Draw(t, "size")
		tag := language.MustParse(rapid.SampledFrom(locales).Draw(t, "locale"))
		text := Format(size, tag)
		back, err := parseOne(text, Hints{Locale: tag})
		if err != nil {
			t.Fatalf("%d is shown as %q: %v", size, text, err)
		}
		half := int64(0)
		switch {
		case back >= TB:
			half = 5 * GB
		case back >= 100*GB:
			half = 500 * MB
		case back >= GB:
			half = 50 * MB
		case back >= MB:
			half = 500 * KB
		case back >= KB:
			half = 500
		}
		if back-size > half || size-back > half {
			t.Fatalf("%d is shown as %q, which is %d", size, text, back)
		}
		if again := Format(back, tag); again != text {
			t.Fatalf("%q is shown as %q after reading it", text, again)
		}
	})
}

// Writing a number with grouping, with either decimal separator or without a unit's space does not change it.
func TestNotationDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		thousands := rapid.Int64Range(1, 99).Draw(t, "thousands")
		rest := rapid.Int64Range(0, 999).Draw(t, "rest")
		tenth := rapid.Int64Range(0, 9).Draw(t, "tenth")
		want := (thousands*1000+rest)*MB + tenth*100*KB
		for _, form := range []string{"%d,%03d.%d MB", "%d.%03d,%dMB", "%d %03d,%d Mo", "%d'%03d.%d mb", "%d\u202f%03d,%d\u00a0MB", "%d%03d.%d MB"} {
			text := fmt.Sprintf(form, thousands, rest, tenth)
			if got, err := parseOne(text, Hints{}); err != nil || got != want {
				t.Fatalf("%q = %d, %v; want %d", text, got, err, want)
			}
		}
	})
}
