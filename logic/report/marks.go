package report

import (
	"strings"
	"unicode"
)

// Bounds of a quoted text, which keep a pasted log from burying the page.
const (
	maxQuoteLines = 40
	maxQuoteRunes = 2000
)

// special holds the characters that are marks inside a line of CommonMark, of its tables or of
// strike-through.
const special = "\\`*_[]<>&~|#"

// escape returns words on one line as a part of a Markdown line that shows them without any change.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune(special, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// oneLine turns every run of space and control characters into a single space. It drops marks that turn the
// direction of writing, since such a mark has effect beyond the text.
func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Bidi_Control, r), r == '\ufeff':
			return -1
		case unicode.IsControl(r), unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	return strings.Join(strings.Fields(text), " ")
}

// quoteLines divides a text into the lines of a quotation. It drops empty lines and cuts off the end of a
// long text.
func quoteLines(text string) []string {
	if r := []rune(text); len(r) > maxQuoteRunes {
		text = string(r[:maxQuoteRunes]) + "…"
	}
	var list []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = oneLine(line)
		if line == "" {
			continue
		}
		if len(list) == maxQuoteLines {
			return append(list, "…")
		}
		list = append(list, line)
	}
	if len(list) == 0 {
		list = []string{"…"}
	}
	return list
}

// escapeStart escapes the characters that are marks at the start of a line: those of headings, lists and
// rules. A number with a point is one only before a space.
func escapeStart(line string) string {
	digits := strings.TrimLeft(line, "0123456789")
	switch {
	case line == "":
		return ""
	case strings.ContainsRune("#+-=:", rune(line[0])):
		return "\\" + line
	case digits != line && digits != "" && strings.ContainsRune(".)", rune(digits[0])) &&
		(len(digits) == 1 || digits[1] == ' '):
		return line[:len(line)-len(digits)] + "\\" + digits
	}
	return line
}

// withoutMarks returns a Markdown page as plain text: headings are underlined, bold marks and backslashes are
// removed.
func withoutMarks(markdown string) string {
	var b strings.Builder
	for line := range strings.Lines(markdown) {
		line = strings.TrimSuffix(line, "\n")
		level := len(line) - len(strings.TrimLeft(line, "#"))
		if level > 0 && strings.HasPrefix(line[level:], " ") {
			line = unmark(line[level+1:])
			rule := map[bool]string{true: "=", false: "-"}[level == 1]
			b.WriteString(line + "\n" + strings.Repeat(rule, min(len([]rune(line)), 60)) + "\n")
			continue
		}
		b.WriteString(unmark(strings.TrimSuffix(line, hardBreak)) + "\n")
	}
	return b.String()
}

// unmark removes bold marks and the backslash before an escaped character.
func unmark(line string) string {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '\\' && i+1 < len(line):
			i++
			b.WriteByte(line[i])
		case strings.HasPrefix(line[i:], "**"):
			i++
		default:
			b.WriteByte(line[i])
		}
	}
	return b.String()
}
