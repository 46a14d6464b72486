package phone

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

func measure(words string, size float32, bold bool) fyne.Size {
	return fyne.MeasureText(words, size, fyne.TextStyle{Bold: bold})
}

func textWidth(words string, size float32, bold bool) float32 {
	return measure(words, size, bold).Width
}

// lineHeight returns the distance between the tops of two lines of a text size.
func lineHeight(size float32) float32 { return size * 1.32 }

// widestWord returns the least width at which no word breaks.
func widestWord(words string, size float32) float32 {
	w := float32(0)
	for word := range strings.FieldsSeq(words) {
		if strings.ContainsFunc(word, wide) {
			for _, piece := range whole(word) {
				w = max(w, textWidth(piece, size, false))
			}
			continue
		}
		w = max(w, textWidth(word, size, false))
	}
	return w
}

// elide returns words as they are when they fit into a width, else the longest beginning that fits, with …
// behind.
func elide(words string, size float32, bold bool, width float32) string {
	if textWidth(words, size, bold) <= width {
		return words
	}
	runes := []rune(words)
	low, high := 0, len(runes) // the longest beginning that fits, by halves
	for low < high {
		mid := (low + high + 1) / 2
		if textWidth(shortened(runes[:mid]), size, bold) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return shortened(runes[:low])
}

func shortened(runes []rune) string { return strings.TrimRight(string(runes), " ,.–›") + "…" }

// wrap breaks words into lines of a width. When there are more than most lines, the last line ends with ….
func wrap(words string, size float32, bold bool, width float32, most int) []string {
	if words == "" {
		return nil
	}
	if textWidth(words, size, bold) <= width {
		return []string{words}
	}
	var lines []string
	rest := words
	for rest != "" {
		if len(lines) == most-1 {
			return append(lines, elide(rest, size, bold, width))
		}
		line := breakAt(rest, size, bold, width)
		lines = append(lines, strings.TrimRight(line, " "))
		rest = strings.TrimLeft(rest[len(line):], " ")
	}
	return lines
}

// breakAt returns the longest beginning of words that fits and ends before a space, after a hyphen or slash,
// or between Chinese or Japanese letters. A word that is longer than the line breaks inside.
func breakAt(words string, size float32, bold bool, width float32) string {
	best, before := 0, rune(0)
	for i, r := range words + " " {
		end := r == ' ' || i > 0 && (before == '-' || before == '/' || breakable(before, r))
		before = r
		if !end {
			continue
		}
		if textWidth(words[:i], size, bold) > width {
			break
		}
		best = i
	}
	if best > 0 {
		return words[:best]
	}
	for i := range words {
		if i > 0 && textWidth(words[:i], size, bold) > width {
			break
		}
		best = i
	}
	if best == 0 { // not even one letter fits
		_, best = utf8.DecodeRuneInString(words)
	}
	return words[:best]
}
