package storage

import (
	"slices"
	"strings"
)

// to are the words that stand between the two ends of a range.
var to = []string{"to", "-", "bis", "à", "hasta", "tot", "till", "til", "do", "до"}

// ParseSpan reads a size or a range of sizes as people write it, "4.8 GB", "0.2 to 0.6 GB", "200 MB – 1,5 GB", and returns
// both ends in bytes, the smaller first; they are equal for a single size. The first end takes the unit of the second when
// it has none. Errors are those of ParseAmount.
func ParseSpan(text string, hints Hints) (low, high int64, err error) {
	left, right, ok := ends(text)
	if !ok {
		low, err = ParseAmount(text, hints)
		return low, low, err
	}
	if high, err = ParseAmount(right, hints); err != nil {
		return 0, 0, err
	}
	if low, err = parseAmount(left, hints, unitOf(right)); err != nil {
		return 0, 0, err
	}
	return min(low, high), max(low, high), nil
}

// ends cuts a text at the word or dash between two amounts. A dash in front is a minus, and the last word can only be a
// unit: "2 To" are terabytes.
func ends(text string) (left, right string, ok bool) {
	if len(text) > 4*maxText*2 {
		return "", "", false
	}
	clean := plain(text)
	words := strings.Fields(clean)
	for i, w := range words {
		if i > 0 && i+1 < len(words) && slices.Contains(to, w) {
			return strings.Join(words[:i], " "), strings.Join(words[i+1:], " "), true
		}
	}
	if len(clean) > 1 {
		if before, after, found := strings.Cut(clean[1:], "-"); found {
			return clean[:1] + before, after, true
		}
	}
	return "", "", false
}
