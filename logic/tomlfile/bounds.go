package tomlfile

import (
	"strings"

	"backupdoctor/logic/words"
)

// mostParts is how many parts a dotted key may have.
const mostParts = 12

// Measure counts the values of a text, or of some of its lines that no string and no bracket goes beyond. It is
// false when Parse does not take a text of this size and shape, so that nobody writes one that can't be read again.
func (l Limits) Measure(lines string) (int, bool) {
	l = l.orDefault()
	values, line, _ := l.scan(lines)
	return values, line == 0 && len(lines) <= l.Bytes
}

// scan counts the values, and returns the first line where the text breaks a limit, and the limit; 0 without one.
// It only looks at strings, comments and brackets. Up to the first mistake in the text it agrees with the TOML
// library, which stops at that mistake.
func (l Limits) scan(text string) (values, broken int, limit words.Sentence) {
	line, depth, parts := 1, 0, 1
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '"', '\'':
			end := stringEnd(text, i)
			line += strings.Count(text[i:end], "\n")
			i = end
			continue
		case '#':
			if end := strings.IndexByte(text[i:], '\n'); end >= 0 {
				i += end
			} else {
				i = len(text)
			}
			continue
		case '\n':
			line++
			parts = 1
		case '.':
			parts++
			values += 2 // each part is a table of its own
		case '[', '{':
			depth++
			parts = 1
			if !strings.HasSuffix(text[:i], "\n[") { // a header [[event]] is one
				values++
			}
		case ']', '}':
			depth = max(depth-1, 0)
			parts = 1
		case ',', '=':
			parts = 1
			values++
		}
		switch {
		case depth > l.Depth:
			return values, line, words.Say("toml-file.deep", "Most", l.Depth)
		case parts > mostParts:
			return values, line, words.Say("toml-file.key-parts", "Most", mostParts)
		case values > l.Values:
			return values, line, words.Say("toml-file.many-values", "Most", l.Values)
		}
		i++
	}
	return values, 0, words.Sentence{}
}

// stringEnd returns the index behind the string of any of the four kinds that starts at i. A string of one
// line that is not closed ends at the end of its line.
func stringEnd(text string, i int) int {
	quote := text[i : i+1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(text[i:], triple) {
		quote = triple
	}
	for i += len(quote); i < len(text); {
		switch c := text[i]; {
		case c == '\\' && quote[0] == '"' && i+1 < len(text) && text[i+1] != '\n':
			i += 2
		case strings.HasPrefix(text[i:], quote):
			i += len(quote)
			// Up to two quotes of the string itself may stand before the last three.
			for n := 0; n < 2 && len(quote) == 3 && i < len(text) && text[i] == quote[0]; n++ {
				i++
			}
			return i
		case c == '\n' && len(quote) == 1:
			return i
		default:
			i++
		}
	}
	return min(i, len(text))
}
