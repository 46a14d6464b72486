package phone

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
)

// labelText returns a label as it is drawn. A label that stands for the person's own text loses its brackets
// and gets a capital; inside a sentence "…" stands for it.
func labelText(label string) string {
	if !screens.IsOwnText(label) {
		return screens.Filled(label)
	}
	words := label[1 : len(label)-1]
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// switchOn reports whether a switch is drawn on: as the step wants it in the row that the step is about, else
// as in the knowledge base.
func switchOn(row *screens.Row, goal knowledge.Act) bool {
	switch goal {
	case knowledge.ActOn:
		return true
	case knowledge.ActOff:
		return false
	}
	return strings.EqualFold(row.Value, "on")
}
