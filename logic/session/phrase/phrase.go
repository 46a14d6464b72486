// Package phrase puts values into words for people: sizes, prices, months, storage offers, countries, system
// versions, languages, events and answers. The window, the terminal and the report use one Book, so that they
// say the same. The package knows no session and no view: callers hand it plain values.
package phrase

import (
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

// Language returns the name of a phone's language by its id in the knowledge base. The empty id is English;
// an unknown id has no name.
func (b *Book) Language(id string) string {
	if id == "" {
		return b.words.Text("language.en")
	}
	if language := b.base.Language(id); language != nil {
		return language.Name
	}
	return ""
}
