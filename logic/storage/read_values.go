package storage

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/words"
)

// top reads the origin of one of the three sizes, or a size that is not exact with its origin.
func top(to *Amount, rest string) words.Sentence {
	if strings.Contains(rest, " ") {
		if to.Known() {
			var other Amount // the size itself counts; the line is left over from before it was known
			return amount(&other, rest)
		}
		return amount(to, rest)
	}
	from, ok := originOf(rest)
	if !ok {
		return words.Say("content-file.no-origin", "Origin", shortened(rest))
	}
	if to.Known() { // otherwise the line is left over from a size that was taken back
		to.From = from
	}
	return words.Sentence{}
}

func video(to *[]Footage, value string) words.Sentence {
	mode, minutes, _ := strings.Cut(value, " ")
	var f Footage
	if what := id(&f.Mode, mode); !what.IsZero() {
		return what
	}
	if f.Mode == orAny("") {
		f.Mode = ""
	}
	if what := count(&f.Minutes, minutes, MaxMinutes); !what.IsZero() {
		return what
	}
	if len(*to) >= MaxVideos {
		return words.Say("content-file.many-videos", "Most", MaxVideos)
	}
	*to = append(*to, f)
	return words.Sentence{}
}

// amount reads "12_400_000_000 typed" or "500..3_000..8_000 described"; the sizes may have units, as in "12.4GB typed".
func amount(to *Amount, text string) words.Sentence {
	size, from, _ := strings.Cut(text, " ")
	origin, ok := originOf(strings.TrimSpace(from))
	if !ok {
		return words.Say("content-file.other-origin", "Origin", shortened(from), "Known", strings.Join(originNames[1:], ", "))
	}
	parts := strings.Split(size, "..")
	if len(parts) != 1 && len(parts) != 3 {
		return words.Say("content-file.three-sizes")
	}
	var bytes [3]int64
	for i, part := range parts {
		b, ok := sizeOf(part)
		if !ok {
			return words.Say("content-file.no-size", "Size", shortened(part))
		}
		bytes[i] = b
	}
	if len(parts) == 1 {
		*to = Of(bytes[0], origin)
		return words.Sentence{}
	}
	if bytes[0] > bytes[1] || bytes[1] > bytes[2] {
		return words.Say("content-file.falling")
	}
	*to = Amount{Range{bytes[0], bytes[1], bytes[2]}, origin}
	return words.Sentence{}
}

func sizeOf(text string) (int64, bool) {
	if digits := strings.ReplaceAll(text, "_", ""); digits != "" && strings.Trim(digits, "0123456789") == "" {
		b, err := strconv.ParseInt(digits, 10, 64)
		return b, err == nil && b <= MaxAmount
	}
	b, err := ParseAmount(text, Hints{})
	return b, err == nil && strings.Trim(text, "0123456789.,") != ""
}

func originOf(name string) (Origin, bool) {
	i := slices.Index(originNames[:], name)
	return Origin(i), i > 0
}

var idText = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)

func id(to *string, value string) words.Sentence {
	if len(value) > maxName || !idText.MatchString(value) {
		return words.Say("content-file.no-id", "ID", shortened(value))
	}
	*to = value
	return words.Sentence{}
}

func ids(to *[]string, value string) words.Sentence {
	var one string
	if what := id(&one, value); !what.IsZero() {
		return what
	}
	if !slices.Contains(*to, one) {
		*to = append(*to, one)
	}
	return words.Sentence{}
}

func position(to *Switch, value string) words.Sentence {
	i := slices.Index(switchNames[:], value)
	if i <= 0 {
		return words.Say("content-file.on-off")
	}
	*to = Switch(i)
	return words.Sentence{}
}

func yes(to *bool, value string) words.Sentence {
	if value != "yes" && value != "no" {
		return words.Say("content-file.yes-no")
	}
	*to = value == "yes"
	return words.Sentence{}
}

func count(to *int, value string, limit int) words.Sentence {
	x, err := strconv.Atoi(value)
	if err != nil || x < 0 || x > limit {
		return words.Say("content-file.whole", "Most", limit)
	}
	*to = x
	return words.Sentence{}
}

func speed(to *float64, value string, limit float64) words.Sentence {
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(x) || x <= 0 || x > limit {
		return words.Say("content-file.above-zero", "Most", limit)
	}
	*to = x
	return words.Sentence{}
}

func shortened(text string) string {
	if runes := []rune(text); len(runes) > maxName {
		return string(runes[:maxName]) + "…"
	}
	return text
}
