package screens

import (
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/tomlfile"
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
	Seek  string // how to find the place without the words, where even the English ones are not proven; else empty
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

// Language is a language that a phone can be set to, beside the American English of the base itself.
type Language struct {
	ID   string `toml:"id"`   // BCP 47 tag: de, pt-BR
	Name string `toml:"name"` // in the language of the base
	// Like is the language whose words hold where this one has none of its own: "en" or the id of another;
	// mostly empty.
	Like string `toml:"like"`

	At tomlfile.Place
}

// Words are the words of the phone in one language: [words] in its file.
type Words struct {
	Decimal  string `toml:"decimal"`  // mark before the fraction of an amount
	Gigabyte string `toml:"gigabyte"` // the unit
	Used     string `toml:"used"`     // an amount out of another: "{used} of {total}"
	Date     string `toml:"date"`     // a short date: "{day}.{month}.{year}"
	Words    []Word `toml:"word"`

	At tomlfile.Place
}

// Word is how a label or an example value of a screen reads in a language.
type Word struct {
	Of    string   `toml:"of"` // the label as the screens have it, placeholders included
	Text  string   `toml:"text"`
	Grade string   `toml:"grade"` // M is a guess from memory
	Seen  string   `toml:"seen"`  // as in Label
	At    []string `toml:"at"`    // rows as "screen.row", or screens for their titles; empty means wherever the label stands
	apple.When
}

// Filled returns a label in which "…" stands for each part that only the person's own device knows, such as the date in
// "Last successful backup: [date]".
func Filled(label string) string { return FilledIn(label, "…") }

// FilledIn returns a label in which the words stand for each part that only the person's own device knows. The words
// hold no brackets.
func FilledIn(label, words string) string {
	for {
		from := strings.Index(label, "[")
		to := strings.Index(label, "]")
		if from < 0 || to < from+2 {
			return label
		}
		label = label[:from] + words + label[to+1:]
	}
}
