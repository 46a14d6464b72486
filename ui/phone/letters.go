package phone

import (
	"strings"
	"unicode"
)

// wide reports characters of Chinese and Japanese, between which a line may break and which the program's font lacks.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || r == 'ー'
}

// Wide reports whether a text has letters that the program's own fonts lack.
func Wide(text string) bool { return strings.ContainsFunc(text, wide) }

// missing is no character at all, so that every font draws its sign for what it lacks in its place.
const missing = "\uFFFF"

// Writes reports whether the fonts at hand have letters for a text: those of the program or, for Chinese and Japanese, those of
// the computer, where the toolkit looks when it first meets such a letter. Without them it would draw empty boxes.
func Writes(text string) bool {
	return writes(text, func(s string) float32 { return textWidth(s, measured, false) })
}

// measured is the size at which letters are compared, large enough to tell widths apart.
const measured = 64

// writes compares the width of every wide letter with that of the sign for a missing one: all wide letters are as wide as they
// are high, and that sign of the program's font is not.
func writes(text string, width func(string) float32) bool {
	box := width(missing)
	for _, r := range text {
		if wide(r) && width(string(r)) == box {
			return false
		}
	}
	return true
}

// never stand at the beginning of a line, nor at its end.
const (
	notFirst = "、。，．・：；？！）」』〉》】”’…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
	notLast  = "（「『〈《【“‘"
)

// breakable says that a line may end between two letters that no space parts.
func breakable(before, after rune) bool {
	return (wide(before) || wide(after)) && !strings.ContainsRune(notFirst, after) && !strings.ContainsRune(notLast, before)
}

// whole are the pieces of a text that must not break.
func whole(words string) []string {
	var pieces []string
	for word := range strings.FieldsSeq(words) {
		start, before := 0, rune(0)
		for i, r := range word {
			if i > start && breakable(before, r) {
				pieces = append(pieces, word[start:i])
				start = i
			}
			before = r
		}
		pieces = append(pieces, word[start:])
	}
	return pieces
}
