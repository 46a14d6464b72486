package redaction

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token matches a word with its combining marks.
var token = regexp.MustCompile(`[\p{L}\p{N}\p{M}]+`)

// prefixed matches a word with what names have before an apostrophe, as in O'Brien.
var prefixed = regexp.MustCompile(`(?:\b\p{Lu}')?([\p{L}\p{N}\p{M}]+)`)

// longestName bounds the words of known names, in bytes: a longer word is cut there, and found by its beginning.
const longestName = 60

// index finds known names, also inside of longer words, in time that does not grow with the number of the names.
type index struct {
	words map[string]bool // folded
	// inside holds the words that are found inside of others, by their first characters: how long they are, in
	// bytes.
	inside map[string][]int
}

// headLength is how many characters of a name have to be there for it to be found inside of another word.
const headLength = 5

// head returns the characters by which a word is found inside of others: the first of a script without spaces,
// else the first five; none when the word has less.
func head(word string) string {
	if first, size := utf8.DecodeRuneInString(word); size > 0 && !isSpaced(first) {
		return word[:size]
	}
	n := 0
	for i := range word {
		if n == headLength {
			return word[:i]
		}
		n++
	}
	if n == headLength {
		return word
	}
	return ""
}

func (x *index) add(word string) {
	if len(word) > longestName {
		end := longestName
		for !utf8.RuneStart(word[end]) {
			end--
		}
		word = word[:end]
	}
	if x.words[word] {
		return
	}
	if x.words == nil {
		x.words, x.inside = map[string]bool{}, map[string][]int{}
	}
	x.words[word] = true
	if h := head(word); h != "" {
		x.inside[h] = insert(x.inside[h], len(word))
	}
}

func insert(list []int, n int) []int {
	if slices.Contains(list, n) {
		return list
	}
	return append(list, n)
}

// has reports whether a folded word is a name or contains one.
func (x *index) has(word string) bool {
	if x.words[word] || x.words[strings.TrimSuffix(word, "s")] {
		return true
	}
	if len(x.inside) == 0 || impersonal[word] {
		return false
	}
	for i := range word {
		for _, n := range x.inside[head(word[i:])] {
			if i+n <= len(word) && x.words[word[i:i+n]] {
				return true
			}
		}
	}
	return false
}

// isSpaced reports whether the script of a character puts spaces between words.
func isSpaced(r rune) bool {
	return r < 0x0E00 || !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar)
}

// learn adds the words of a name to the known ones.
func (r *Redactor) learn(name string) {
	for _, word := range token.FindAllString(string(newSheet(visible(name)).shade), -1) {
		f := fold(word)
		if f == "" || impersonal[f] {
			continue
		}
		if first, size := utf8.DecodeRuneInString(f); size == len(f) && isSpaced(first) {
			continue
		}
		r.known.add(f)
		if stem := strings.TrimSuffix(f, "s"); utf8.RuneCountInString(stem) > 2 { // "Annas iPhone" tells of Anna
			r.known.add(stem)
		}
	}
}

// coverKnown covers the known names.
func (r *Redactor) coverKnown(s *sheet) {
	if len(r.known.words) == 0 {
		return
	}
	for _, m := range prefixed.FindAllSubmatchIndex(s.shade, -1) {
		if r.known.has(fold(string(s.shade[m[2]:m[3]]))) {
			s.cover(Names, m[0], m[1])
		}
	}
}

// HasWordsOf reports whether a text has no other words than another one, whatever their order.
func HasWordsOf(text, other string) bool {
	words := map[string]bool{}
	for _, w := range token.FindAllString(other, -1) {
		words[fold(w)] = true
	}
	for _, w := range token.FindAllString(text, -1) {
		if !words[fold(w)] {
			return false
		}
	}
	return true
}
