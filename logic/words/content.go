package words

import (
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// ContentPrefix begins the keys of texts of data files, such as the knowledge base. The English texts stand
// in the data; a translation file has the texts of its language under these keys.
const ContentPrefix = "content."

// Translates reports whether Content translates any text.
func (c *Catalog) Translates() bool { return c.content != nil }

// Content returns the translation of a text of a data file, or the text itself when there is no translation.
// The key names the place of the text, such as cause.no-wifi.title.
func (c *Catalog) Content(key, text string) string {
	if text == "" || c.content == nil {
		return text
	}
	return c.content(key, text)
}

// contentOf returns the translation of texts of data files into the language of a catalog; nil when the
// language has none.
func contentOf(c *Catalog, files []*i18n.MessageFile) func(key, text string) string {
	if isPseudo(c.locale) {
		return func(_, text string) string { return pseudo(text) }
	}
	texts := map[string]string{}
	want, _ := c.locale.Base()
	for _, file := range files {
		if base, _ := file.Tag.Base(); base != want || file.Tag == source {
			continue
		}
		for _, m := range file.Messages {
			if key, ok := strings.CutPrefix(m.ID, ContentPrefix); ok {
				texts[key] = m.Other
			}
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return func(key, text string) string {
		if translated, ok := texts[key]; ok {
			return translated
		}
		return text
	}
}

// Locale returns the system's locale with the language that the person chose: the tag of one of Languages,
// Pseudo, or empty for the language of the system. Region, numbers and money stay those of the system. A tag
// that can't be read is left out.
func Locale(system language.Tag, chosen string) language.Tag {
	if chosen == "" {
		return system
	}
	pseudo := chosen == Pseudo
	if pseudo {
		chosen = source.String()
	}
	base, err := language.Parse(chosen)
	if err != nil {
		return system
	}
	parts := []any{base}
	if region, sure := system.Region(); sure == language.Exact && region.IsCountry() {
		parts = append(parts, region)
	}
	if pseudo {
		mark, err := language.ParseExtension(pseudoMark)
		if err != nil {
			return system
		}
		parts = append(parts, mark)
	}
	locale, err := language.Compose(parts...)
	if err != nil {
		return system
	}
	return locale
}
