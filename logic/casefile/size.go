package casefile

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"backupdoctor/logic/size"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// amount is a size.Amount as a case has it: whole bytes, a text such as "4.8 GB" or "400 MB to 600 MB", or a
// table that also says where the size comes from: { size = "4.8 GB", from = "typed" } or { low = …,
// likely = …, high = …, from = … }. Without from a size was read off the phone.
type amount size.Amount

// DecodeTOML implements tomlfile.Decoder.
func (a *amount) DecodeTOML(value any) error {
	table, ok := value.(map[string]any)
	if !ok {
		span, err := spanOf(value)
		*a = amount{Range: span, From: size.Phone}
		return err
	}
	from := size.Phone
	for key, v := range table {
		var ok bool
		switch key {
		case "size", "low", "likely", "high":
			ok = true
		case "from":
			name, _ := v.(string)
			from, ok = originOf(name)
		}
		if !ok && key == "from" {
			return tomlfile.Problem{
				Key: key, What: words.Say("case-file.unknown-word", "Word", clipValue(v)), Want: oneOfThese(origins()),
			}
		}
		if !ok {
			want := oneOfThese([]string{"size", "low", "likely", "high", "from"})
			return tomlfile.Problem{
				Key: key, What: words.Say("toml-file.unknown-key"), Want: want,
				Class: tomlfile.Strange,
			}
		}
	}
	span, err := tableSpan(table)
	*a = amount{Range: span, From: from}
	return err
}

// tableSpan reads the sizes of an amount that is written as a table.
func tableSpan(table map[string]any) (size.Range, error) {
	one, whole := table["size"]
	low, hasLow := table["low"]
	high, hasHigh := table["high"]
	likely, hasLikely := table["likely"]
	switch {
	case whole && !hasLow && !hasHigh && !hasLikely:
		return spanOf(one)
	case whole || !hasLow || !hasHigh:
		return size.Range{}, problem(words.Say("case-file.no-amount"), words.Say("case-file.want.amount"))
	}
	ends := [3]int64{}
	if !hasLikely {
		likely = low
	}
	for i, end := range []any{low, likely, high} {
		span, err := spanOf(end)
		if err != nil {
			return size.Range{}, err
		}
		if !span.Exact() {
			return size.Range{}, problem(words.Say("case-file.no-amount"), words.Say("case-file.want.amount"))
		}
		ends[i] = span.Likely
	}
	if !hasLikely {
		ends[1] = ends[0] + (ends[2]-ends[0])/2
	}
	return size.Range{Low: ends[0], Likely: ends[1], High: ends[2]}, nil
}

// spanOf reads bytes, or a text with one or two sizes; between two the middle is likely.
func spanOf(value any) (size.Range, error) {
	want := words.Say("case-file.want.size")
	switch written := value.(type) {
	case int64:
		return size.Exactly(written), nil
	case string:
		if !strings.ContainsFunc(written, unicode.IsLetter) {
			return size.Range{}, problem(words.Say("case-file.no-unit", "Size", clip(written)), want)
		}
		r, err := size.Parse(written, size.Hints{}) // no locale helps: the file means the same everywhere
		switch {
		case errors.Is(err, size.ErrAmbiguous):
			return size.Range{}, problem(words.Say("case-file.two-ways", "Size", clip(written)), want)
		case errors.Is(err, size.ErrTooLarge):
			return size.Range{}, problem(words.Say("case-file.over-plan", "Size", clip(written)), want)
		case err != nil || r.Form != size.OneSize && r.Form != size.TwoSizes:
			return size.Range{}, problem(words.Say("case-file.no-size", "Size", clip(written)), want)
		}
		return r.Range(), nil
	}
	return size.Range{}, problem(words.Say("case-file.no-size", "Size", clipValue(value)), want)
}

func problem(what, want words.Sentence) error { return tomlfile.Problem{What: what, Want: want} }

// amount writes an amount so that DecodeTOML reads the same one; an unknown one is left out.
func (w *writer) amount(key string, a size.Amount) {
	if !a.Known() {
		return
	}
	text, short := spanText(a.Range)
	switch from := quote(a.From.String()); {
	case short && a.From == size.Phone:
		w.line(key, text)
	case short:
		w.line(key, "{ size = "+text+", from = "+from+" }")
	default:
		low, likely, high := sizeText(a.Low), sizeText(a.Likely), sizeText(a.High)
		w.line(key, "{ low = "+low+", likely = "+likely+", high = "+high+", from = "+from+" }")
	}
}

// spanText writes a range as one value, and returns false where that can't be read back.
func spanText(r size.Range) (string, bool) {
	if r.Exact() {
		return sizeText(r.Likely), true
	}
	text := quote(strings.Trim(sizeText(r.Low), `"`) + " to " + strings.Trim(sizeText(r.High), `"`))
	read, err := spanOf(strings.Trim(text, `"`))
	return text, err == nil && read == r
}

// sizeText writes bytes as people do when that is exact, "4.8 GB", and else as a number, 4_812_345_678.
func sizeText(bytes int64) string {
	for _, unit := range []struct {
		bytes int64
		name  string
	}{{size.TB, " TB"}, {size.GB, " GB"}, {size.MB, " MB"}, {size.KB, " KB"}} {
		if bytes < unit.bytes || bytes%(unit.bytes/100) != 0 {
			continue
		}
		digits := strconv.FormatFloat(float64(bytes)/float64(unit.bytes), 'f', 2, 64)
		text := strings.TrimRight(strings.TrimRight(digits, "0"), ".") + unit.name
		if read, err := spanOf(text); err == nil && read == size.Exactly(bytes) {
			return quote(text)
		}
	}
	return grouped(bytes)
}

func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('_')
		}
		b.WriteRune(digit)
	}
	return b.String()
}

// originOf finds an origin by its word.
func originOf(name string) (size.Origin, bool) {
	i := slices.Index(origins(), name)
	return size.Unknown + 1 + size.Origin(i), i >= 0
}

// origins are the words for all origins of a known amount.
func origins() []string {
	var names []string
	for o := size.Unknown + 1; o <= size.Assumed; o++ {
		names = append(names, o.String())
	}
	return names
}
