package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeholders are the names between braces; a brace that is not closed gives the rest of the text.
func placeholders(text string) []string {
	var names []string
	for {
		_, rest, found := strings.Cut(text, "{")
		if !found {
			return names
		}
		name, after, _ := strings.Cut(rest, "}")
		names = append(names, name)
		text = after
	}
}

// sentences counts the sentences of a text: full stops, question and exclamation marks that are followed by
// the end or by a space and a new beginning. An ellipsis ends none, since labels such as "Other…" hold it.
func sentences(text string) int {
	runes := []rune(strings.TrimSpace(text))
	count := 0
	for i := 0; i < len(runes); i++ {
		if !strings.ContainsRune(".!?", runes[i]) {
			continue
		}
		next := i + 1
		for next < len(runes) && strings.ContainsRune(`.!?*")’”`, runes[next]) {
			next++
		}
		if next == len(runes) {
			return count + 1
		}
		if !unicode.IsSpace(runes[next]) {
			continue
		}
		for next < len(runes) && (unicode.IsSpace(runes[next]) ||
			strings.ContainsRune(`*"(“‘`, runes[next])) {
			next++
		}
		if next < len(runes) && !unicode.IsLower(runes[next]) {
			count++
		}
		i = next - 1
	}
	if len(runes) > 0 {
		count++ // the last sentence has no full stop
	}
	return count
}

// unprintable is the first character that the bundled font may lack, or 0. It holds Latin, Greek and Cyrillic
// letters, general punctuation and currency signs; arrows, emoji and other scripts are out.
func unprintable(text string) rune {
	for _, r := range text {
		switch {
		case r == utf8.RuneError, r < ' ':
			return r
		case r < 0x0530, 0x1e00 <= r && r < 0x2070, 0x20a0 <= r && r < 0x20c0:
		case strings.ContainsRune("™−≈≤≥", r):
		default:
			return r
		}
	}
	return 0
}

// oddWords are words that sound translated in American English, each with what people say instead.
var oddWords = map[string]string{
	"tick": "checkmark", "ticks": "checkmarks", "ticked": "selected", "whoever": "people", "bin": "folder", "bins": "folders",
}

// oddWord is the first word of a text that sounds translated, as written; empty for none. What stands in braces is no word.
func oddWord(text string) string {
	for _, name := range placeholders(text) {
		text = strings.Replace(text, "{"+name+"}", "", 1)
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if oddWords[strings.ToLower(word)] != "" {
			return word
		}
	}
	return ""
}

// repeatedWord is the first word of a text that stands twice in a row, as written; empty for none.
func repeatedWord(text string) string {
	before := ""
	for word := range strings.FieldsSeq(text) {
		bare := strings.TrimRight(word, ".,;:!?")
		if r, _ := utf8.DecodeRuneInString(bare); unicode.IsLetter(r) && strings.EqualFold(bare, before) {
			return bare
		}
		before = word
	}
	return ""
}
