// Package phrase puts values into words for people: sizes, prices, months, storage offers, countries, system
// versions, languages, events and answers. The window, the terminal and the report use one Book, so that they
// say the same. The package knows no session and no view: callers hand it plain values.
package phrase

import (
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/words"
)

// Book words values in the language of its catalog. Its methods change nothing.
type Book struct {
	base   *knowledge.Base
	prices *prices.List
	words  *words.Catalog
}

// New makes a book from the knowledge base, the price list and the words of the program's language.
func New(base *knowledge.Base, prices *prices.List, w *words.Catalog) *Book {
	return &Book{base: base, prices: prices, words: w}
}

// Language returns the name of a phone's language by its id. The empty id is English; a text that is no language has
// no name.
func (b *Book) Language(id string) string {
	if id == "" {
		return b.words.Text("language.en")
	}
	if known := b.base.Language(id); known != nil {
		return known.Name
	}
	tag, err := language.Parse(id)
	if err != nil {
		return ""
	}
	return display.Tags(b.words.Locale()).Name(tag)
}

// Languages lists the ids of the languages that a phone can be set to: English with an empty id, those whose labels are
// known, and those of which only messages are known, in the order of the knowledge base.
func (b *Book) Languages() []string {
	ids := []string{""}
	for _, l := range b.base.Languages {
		ids = append(ids, l.ID)
	}
	for i := range b.base.Messages {
		for _, local := range b.base.Messages[i].Localised {
			if !slices.Contains(ids, local.Lang) {
				ids = append(ids, local.Lang)
			}
		}
	}
	return ids
}
