package words

import (
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// ContentPrefix begins the keys of texts that come from data files, such as the knowledge base. Their English stands in
// the data; a translation file adds the others under these keys.
const ContentPrefix = "content."

// Translates reports whether Content may return anything but the text it is given.
func (c *Catalog) Translates() bool { return c.content != nil }

// Content returns the translation of a text of a data file, or the text itself where there is none. The key names its
// place, such as cause.no-wifi.title.
func (c *Catalog) Content(key, text string) string {
	if text == "" || c.content == nil {
		return text
	}
	return c.content(key, text)
}

// contentOf finds how texts of data files are translated for the language in force; nil where they stay as they are.
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

// Locale is the person's locale with the language they chose: a language of Languages, Pseudo, or empty for that of the
// system. The region, and with it numbers and money, stay the system's. A language that can't be read is left out.
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
