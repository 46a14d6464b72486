package size

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"backupdoctor/logic/words"
)

// The kinds of errors, for errors.Is. Each is the key of the sentence that people see.
var (
	errEmpty     = errors.New("storage.amount.empty")     // nothing on one side of a word
	errNumber    = errors.New("storage.amount.number")    // no number, or not written as one
	errNegative  = errors.New("storage.amount.negative")  // below zero
	errUnit      = errors.New("storage.amount.unit")      // not followed by KB, MB, GB or TB
	ErrTooLarge  = errors.New("storage.amount.too-large") // above Max
	ErrAmbiguous = errors.New("storage.amount.ambiguous") // "1,234" can be read in two ways
)

// Hints help to read an amount. The zero value gives none.
type Hints struct {
	// Locale decides whether "1,234 GB" has a decimal or a grouping comma.
	Locale language.Tag
}

// Form is what a text about sizes says.
type Form int

// The forms.
const (
	Nothing  Form = iota // no size: an empty text, or a plus that a size will follow
	OneSize              // "4.8 GB"
	TwoSizes             // a size that lies between two: "0.2 to 0.6 GB"
	Usage                // what the phone's storage bar says: "3.2 GB of 5 GB"
)

// Reading is what a text says, in bytes from 0 to Max.
type Reading struct {
	Form      Form
	Low, High int64 // the size, or what is used; equal unless Form is TwoSizes; Low <= High
	Total     int64 // of the storage bar; only with Usage
}

// Range is the size with its middle as the likely one.
func (r Reading) Range() Range { return Range{r.Low, r.Low + (r.High-r.Low)/2, r.High} }

// maxText is more than any text about sizes needs, in characters.
const maxText = 64

// Parse reads a text about sizes as people write it or the phone shows it.
//
// A size is such as "4.8 GB", "4,8GB", "+1.2 GB" (Next Backup Size has a plus), "1.234,5 MB", "4,8 Go" or
// "Zero KB". A number without a unit is GB. Fractions of a byte are rounded. A decimal mark at the end is a
// number that is still being typed.
//
// A lone separator before exactly three digits, as in "1,234", may group thousands or start decimals. Before
// MB and smaller units it groups, since nobody writes thousandths of a megabyte; before TB it starts
// decimals. Before GB the locale decides. What the locale does not decide is ErrAmbiguous, and so is a
// grouping reading of a number without unit, because the unit is then a guess as well. "0.512" and "1234.567"
// can only be decimals.
//
// Two sizes have a word or a dash between them: "0.2 to 0.6 GB", "200 MB – 1,5 GB". The first takes the unit
// of the second when it has none. What is used comes before the total, which it may exceed: "3,2 GB von 5 GB
// belegt", "3.2 / 5 GB".
//
// An error is a *words.Trouble; errors.Is tells its kind.
func Parse(text string, hints Hints) (Reading, error) {
	if len(text) > 2*maxText*utf8.UTFMax {
		return Reading{}, explain(errNumber, text)
	}
	clean := plain(text)
	if clean == "" || clean == "+" {
		return Reading{}, nil
	}
	r, err := parse(clean, text, hints)
	if err != nil && (strings.HasSuffix(clean, ".") || strings.HasSuffix(clean, ",")) {
		if finished, err := parse(clean+"0", text, hints); err == nil {
			return finished, nil
		}
	}
	return r, err
}

// parse reads a text in plain characters. An error quotes the text as it was written, or the one of two sizes
// that is wrong.
func parse(clean, text string, hints Hints) (Reading, error) {
	if left, right, ok := halves(clean); ok {
		total, err1 := parseSize(right, right, hints, 0)
		used, err2 := parseSize(left, left, hints, unitOf(right))
		if err1 == nil && err2 == nil {
			return Reading{Usage, used, used, total}, nil
		}
	}
	left, right, ok := ends(clean)
	if !ok {
		size, err := parseSize(clean, text, hints, 0)
		if err != nil {
			return Reading{}, err
		}
		return Reading{Form: OneSize, Low: size, High: size}, nil
	}
	high, err := parseSize(right, right, hints, 0)
	if err != nil {
		return Reading{}, err
	}
	low, err := parseSize(left, left, hints, unitOf(right))
	if err != nil {
		return Reading{}, err
	}
	return Reading{Form: TwoSizes, Low: min(low, high), High: max(low, high)}, nil
}

// between are the words that stand between what is used and the total; after are words that may follow. Other
// words are refused: "1.8 GB available of 5 GB" means something else.
var (
	between = []string{"/", "out of", "of", "von", "sur", "de", "di", "van", "av", "af", "z", "ze", "из", "з"}
	after   = []string{
		"used", "in use", "belegt", "verwendet", "genutzt", "utilisé", "utilisés", "usado", "usados", "usati", "usato",
		"utilizzati", "gebruikt", "använt", "brukt", "brugt", "использовано",
	}
)

// halves cuts a text at the word between what is used and the total.
func halves(clean string) (left, right string, ok bool) {
	for _, ending := range after {
		if rest, ok := strings.CutSuffix(clean, " "+ending); ok {
			clean = rest
			break
		}
	}
	if left, right, ok = strings.Cut(clean, "/"); ok {
		return left, right, strings.ContainsAny(left, "0123456789")
	}
	parts := strings.Fields(clean)
	for i, w := range parts {
		if i == 0 || !slices.Contains(between, w) {
			continue
		}
		leftWords := parts[:i]
		if parts[i-1] == "out" && w == "of" {
			leftWords = parts[:i-1]
		}
		return strings.Join(leftWords, " "), strings.Join(parts[i+1:], " "), true
	}
	return "", "", false
}

// to are the words that stand between the two ends of a range.
var to = []string{"to", "-", "bis", "à", "hasta", "tot", "till", "til", "do", "до"}

// ends cuts a text at the word or dash between two sizes. A dash in front is a minus, and the last word can
// only be a unit: "2 To" are terabytes.
func ends(clean string) (left, right string, ok bool) {
	parts := strings.Fields(clean)
	for i, w := range parts {
		if i > 0 && i+1 < len(parts) && slices.Contains(to, w) {
			return strings.Join(parts[:i], " "), strings.Join(parts[i+1:], " "), true
		}
	}
	if len(clean) > 1 {
		if before, after, found := strings.Cut(clean[1:], "-"); found {
			return clean[:1] + before, after, true
		}
	}
	return "", "", false
}

// explain makes the error of a kind for a text, which is quoted and shortened.
func explain(kind error, text string) error {
	shown := []rune(strings.ToValidUTF8(strings.TrimSpace(text), "?"))
	if len(shown) > maxText {
		shown = append(shown[:maxText-1], '…')
	}
	return &words.Trouble{Sentence: words.Say(kind.Error(), "Text", string(shown)), Err: kind}
}
