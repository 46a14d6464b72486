package phone

import (
	"strings"
	"unicode"
)

// wide reports whether a letter is Chinese or Japanese: a line may break beside it, and the program's own
// fonts lack it.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー' || r == '・' ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

// IsWide reports whether a text has Chinese or Japanese letters, which the program's own fonts lack.
func IsWide(text string) bool { return strings.ContainsFunc(text, wide) }

// missing is no character of any font, so that a font draws its sign for a missing letter.
const missing = "\uFFFF"

// HasLetters reports whether the program's own fonts and the fonts of the computer have all letters of a
// text. Chinese and Japanese letters come from the computer's fonts; without such a font the toolkit draws
// empty boxes.
func HasLetters(text string) bool {
	return hasLetters(text, func(s string) float32 { return textWidth(s, measured, false) })
}

// measured is the size at which letters are compared, large enough to tell widths apart.
const measured = 64

// hasLetters compares the width of each wide letter with the width of the sign for a missing letter. A wide
// letter is as wide as it is high; the sign for a missing letter is not.
func hasLetters(text string, width func(string) float32) bool {
	box := width(missing)
	for _, r := range text {
		if wide(r) && width(string(r)) == box {
			return false
		}
	}
	return true
}

// Letters that never begin a line, and letters that never end one.
const (
	notFirst = "、。，．・：；？！）」』〉》】”’…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
	notLast  = "（「『〈《【“‘"
)

// breakable reports whether a line may end between two letters without a space between them.
func breakable(before, after rune) bool {
	return (wide(before) || wide(after)) &&
		!strings.ContainsRune(notFirst, after) && !strings.ContainsRune(notLast, before)
}

// whole returns the pieces of a text that must not break.
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
