package words

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Pseudo is a choice of language for developers: English with accents and about 40 % longer. The
// pseudo-language is made from the English texts and always complete. Text that appears without accents can't
// be translated, and text that is cut off leaves no space for a translation. The choice is made in
// settings.toml, not in the window.
const Pseudo = "pseudo"

// pseudoMark is the extension of a locale whose texts are in the pseudo-language. Numbers and dates follow
// the rest of the locale.
const pseudoMark = "x-pseudo"

// placeholder matches a placeholder of the translation files or of the knowledge base.
var placeholder = regexp.MustCompile(`\{\{.*?\}\}|\{[^{}]*\}`)

// stretch is the share by which the pseudo-language is longer than English.
const stretch = 0.4

var accents = map[rune]rune{
	'a': 'á', 'b': 'ƀ', 'c': 'ç', 'd': 'ð', 'e': 'é', 'g': 'ğ', 'h': 'ĥ', 'i': 'î', 'j': 'ĵ', 'k': 'ķ', 'l': 'ļ', 'n': 'ñ',
	'o': 'ö', 'r': 'ř', 's': 'š', 't': 'ţ', 'u': 'ü', 'w': 'ŵ', 'y': 'ý', 'z': 'ž',
	'A': 'Å', 'B': 'Ɓ', 'C': 'Ç', 'D': 'Ð', 'E': 'É', 'G': 'Ğ', 'H': 'Ĥ', 'I': 'Î', 'J': 'Ĵ', 'K': 'Ķ', 'L': 'Ļ', 'N': 'Ñ',
	'O': 'Ö', 'R': 'Ř', 'S': 'Š', 'T': 'Ţ', 'U': 'Û', 'W': 'Ŵ', 'Y': 'Ý', 'Z': 'Ž',
}

// isPseudo reports whether the locale asks for the pseudo-language.
func isPseudo(locale language.Tag) bool {
	for _, e := range locale.Extensions() {
		if e.String() == pseudoMark {
			return true
		}
	}
	return false
}

// pseudo translates a text into the pseudo-language. Placeholders and marks stay as they are.
func pseudo(text string) string {
	var out strings.Builder
	debt := 0.0 // letters that are still to be added
	words := func(part string) {
		for _, r := range part {
			if !unicode.IsLetter(r) {
				out.WriteRune(r)
				continue
			}
			debt += stretch
			if a, ok := accents[r]; ok {
				r = a
			}
			out.WriteRune(r)
			if strings.ContainsRune("áéîöüý", r) {
				for ; debt >= 0.5; debt-- {
					out.WriteRune(r)
				}
			}
		}
	}
	last := 0
	for _, at := range placeholder.FindAllStringIndex(text, -1) {
		words(text[last:at[0]])
		out.WriteString(text[at[0]:at[1]])
		last = at[1]
	}
	words(text[last:])
	return out.String()
}

// pseudoMessage is pseudo for a message with its plural forms.
func pseudoMessage(m *i18n.Message) *i18n.Message {
	return &i18n.Message{
		ID: m.ID, Zero: pseudo(m.Zero), One: pseudo(m.One), Two: pseudo(m.Two), Few: pseudo(m.Few), Many: pseudo(m.Many),
		Other: pseudo(m.Other),
	}
}
