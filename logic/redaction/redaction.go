// Package redaction takes out of texts what tells who somebody is: names, accounts, numbers, file paths, links
// and postal addresses. It knows the names that it is handed, and recognizes others by the words beside them in
// the languages of vocabulary.go. It rather takes out too much, since a report goes to strangers, and promises
// no more than the README says. Each text takes time in proportion to its length.
package redaction

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Kind is a kind of what is left out.
type Kind string

// The kinds, in the order in which they are counted for people. Texts are texts that were left out as a whole.
const (
	Names    Kind = "name"
	Mails    Kind = "mail"
	Accounts Kind = "account"
	Numbers  Kind = "number"
	Places   Kind = "place"
	Paths    Kind = "path"
	Links    Kind = "link"
	Texts    Kind = "text"
)

// Kinds are all kinds, in the order in which they are counted for people.
var Kinds = []Kind{Names, Mails, Accounts, Numbers, Places, Paths, Links, Texts}

// Left counts the places where something was left out.
type Left map[Kind]int

// Keep tells what stays in the texts.
type Keep struct {
	Names    bool // of people, devices and networks
	Accounts bool // all the other kinds
}

// Redactor takes texts apart, and counts what it left out.
type Redactor struct {
	keep  Keep
	word  func(Kind) string // what stands in a text instead
	known index
	left  Left
}

// New makes a redactor that knows the names. The function word returns what stands in a text for a part of the
// kind that is left out.
func New(names []string, keep Keep, word func(Kind) string) *Redactor {
	r := &Redactor{keep: keep, word: word, left: Left{}}
	for _, name := range names {
		r.learn(name)
	}
	return r
}

// Left counts what was left out so far.
func (r *Redactor) Left() Left { return r.left }

// Drop counts a part that the caller left out as a whole.
func (r *Redactor) Drop(k Kind) { r.left[k]++ }

// visible drops characters without width, which could hide a word from the search.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// fold returns a word without case and accents, so that all ways of writing the word are equal.
func fold(word string) string {
	plain := true
	for i := range len(word) {
		plain = plain && word[i] < 0x80
	}
	if plain {
		return strings.ToLower(word)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(word))
}

// Name returns the text of a field that holds a name, or the words for a name that is left out.
func (r *Redactor) Name(text string) string {
	if text == "" || r.keep.Names {
		return text
	}
	r.left[Names]++
	return r.word(Names)
}

// Text returns a text of any kind without names and accounts.
func (r *Redactor) Text(text string) string {
	s := newSheet(visible(text))
	s.findPages()
	s.findWords()
	if !r.keep.Accounts {
		s.apply(accounts())
		s.apply(places())
		s.apply(numbers())
	}
	if !r.keep.Names {
		s.apply(contexts())
		r.coverKnown(s)
	}
	return s.written(r.word, r.left)
}

// modelWord matches a word of the name of a model: "iPhone 13 Pro Max", "iPad Pro 12.9-inch (4th
// generation)", "iPhone14,5", "A2633".
var modelWord = regexp.MustCompile(`(?i)^[("+]*(?:iphone|ipad|ipod|touch|pro|max|plus|mini|air|se|xs|xr|` +
	`x|gen|generation|inch|wi-?fi|cellular|` +
	`(?:iphone|ipad)\d{1,2}[a-e]?(?:,\d{1,2})?|\d{1,2}[a-e]?|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.,]\d|` +
	`\d{1,2}(?:[.,]\d)?[-"]?(?:inch|in)?|[ma]\d{1,2}x?|a\d{4}|` +
	`\d{1,4}(?:gb|tb)|\d{2,4}|gb|tb)?[)",.+]*$`)

// Model returns the name of a model without the words that no model has.
func (r *Redactor) Model(text string) string {
	s := newSheet(strings.Join(strings.Fields(visible(text)), " "))
	if !r.keep.Accounts {
		s.apply(accounts())
		s.apply(numbers())
	}
	if !r.keep.Names {
		for _, m := range field.FindAllIndex(s.shade, -1) {
			if !isMark(s.shade[m[0]]) && !modelWord.Match(s.shade[m[0]:m[1]]) {
				s.cover(Names, m[0], m[1])
			}
		}
	}
	return s.written(r.word, r.left)
}

// field matches what stands between spaces.
var field = regexp.MustCompile(`[^ ]+`)
