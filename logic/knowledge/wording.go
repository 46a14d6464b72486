package knowledge

import (
	"strings"

	"backupdoctor/logic/apple"
)

// Doubt is the certainty of the words of a label in the phone's language.
type Doubt int

// The doubts: the words are known, only guessed, or not known at all.
const (
	Sure Doubt = iota
	Guessed
	Unknown
)

// Wording is the text of the phone at one place. In American English the text is always sure.
type Wording struct {
	// Label is the phone's words, or those of American English where the phone's aren't known for sure.
	Label string
	Guess string // the words in the phone's language when they are a guess, else empty
	Doubt Doubt
}

// Quoted returns the label for running text. A label that is not sure stands in quotation marks, since the
// phone shows other words.
func (w Wording) Quoted() string {
	if w.Doubt == Sure {
		return w.Label
	}
	return "“" + w.Label + "”"
}

// Words returns the label and, behind the label, the guess with a question mark.
func (w Wording) Words() string { return w.Quoted() + w.Hint() }

// Hint returns the guess in the form for behind a label; empty without a guess.
func (w Wording) Hint() string {
	if w.Guess == "" {
		return ""
	}
	return " (“" + w.Guess + "”?)"
}

// IsOwnText reports whether a label stands for a text of the person's own, such as [name].
func IsOwnText(label string) bool {
	return len(label) > 2 && strings.HasPrefix(label, "[") && strings.HasSuffix(label, "]")
}

// Word translates a label of American English into the language of the device, which must be known. at is the
// row as "screen.row", or the screen for its title.
func (b *Base) Word(raw, at string, d apple.Device) Wording {
	english := Wording{Label: named(raw, d)}
	if d.Language == "" || IsOwnText(raw) {
		return english
	}
	dictionary, err := b.dictionary(d.Language)
	if err != nil { // front ends call Alphabet before they set the language
		return english
	}
	switch found := dictionary.find(raw, at, d); {
	case found == nil && dictionary.hasEnglish():
		return english
	case found == nil:
		english.Doubt = Unknown
		return english
	case found.Grade == guess:
		english.Doubt, english.Guess = Guessed, named(found.Text, d)
		return english
	default:
		return Wording{Label: named(found.Text, d)}
	}
}

// value says the example value of a row in the language of the device; empty when its words aren't known
// there.
func (b *Base) value(row *Row, at string, d apple.Device) string {
	if d.Language == "" || row.Value == "" || IsOwnText(row.Value) {
		return row.Value
	}
	if dictionary, err := b.dictionary(d.Language); err == nil {
		if amount, ok := dictionary.amount(row.Value); ok {
			return amount
		}
	}
	switch w := b.Word(row.Value, at, d); w.Doubt {
	case Guessed:
		return w.Guess
	case Unknown:
		return ""
	default:
		return w.Label
	}
}

// Shown returns the message in the words of a phone that is set to the language; false without sure words.
func (m *Message) Shown(language string) (text string, ok bool) {
	for _, local := range m.Localised {
		same := local.Lang == language || strings.HasPrefix(language, local.Lang+"-")
		if same && local.Grade != guess {
			return local.Text, true
		}
	}
	return "", false
}
