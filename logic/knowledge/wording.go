package knowledge

import (
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
)

// Word translates a label of American English into the language of the device, which must be known. at is the
// row as "screen.row", or the screen for its title.
func (b *Base) Word(raw, at string, d apple.Device) screens.Wording {
	english := screens.Wording{Label: named(raw, d)}
	if d.Language == "" || screens.IsOwnText(raw) {
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
		english.Doubt = screens.Unknown
		return english
	case found.Grade == screens.Memory:
		english.Doubt, english.Guess = screens.Guessed, named(found.Text, d)
		return english
	default:
		return screens.Wording{Label: named(found.Text, d)}
	}
}

// value says the example value of a row in the language of the device; empty when its words aren't known
// there.
func (b *Base) value(row *screens.Row, at string, d apple.Device) string {
	if d.Language == "" || row.Value == "" || screens.IsOwnText(row.Value) {
		return row.Value
	}
	if dictionary, err := b.dictionary(d.Language); err == nil {
		if amount, ok := dictionary.amount(row.Value); ok {
			return amount
		}
	}
	switch w := b.Word(row.Value, at, d); w.Doubt {
	case screens.Guessed:
		return w.Guess
	case screens.Unknown:
		return ""
	default:
		return w.Label
	}
}

// Shown returns the message in the words of a phone that is set to the language, with placeholders; false without sure
// words. Where a country has none of its own, those of its language are taken.
func (m *Message) Shown(language string) (text string, ok bool) {
	for _, local := range m.Localised {
		switch {
		case local.Grade == screens.Memory:
		case local.Lang == language:
			return local.Text, true
		case !ok && strings.HasPrefix(language, local.Lang+"-"):
			text, ok = local.Text, true
		}
	}
	return text, ok
}
