package redaction

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
)

// rule covers one kind of part.
type rule struct {
	kind Kind
	list list // of words at which the rule looks; none for a rule that searches the whole text
	side side // of those words on which it looks
	// needs are ASCII characters of which one at least is in every find; empty for no such rule.
	needs string
	find  *regexp.Regexp // its group "it" is what is covered, without such a group the whole match
	// trim returns the part of a find that is to be covered; nil covers all of it, an empty part nothing.
	trim func(found string) (from, to int)
}

// side tells where a rule looks.
type side int

const (
	everywhere side = iota
	behind          // right behind the word
	before          // right before the word
	around          // on both sides
)

// How far from a word a rule looks, in bytes.
const (
	windowBehind = 160
	windowBefore = 80
)

// form is a rule for what is recognized by its own form.
func form(k Kind, needs, pattern string, trim func(string) (int, int)) rule {
	return rule{kind: k, needs: needs, find: regexp.MustCompile(pattern), trim: trim}
}

// by is a rule for what stands beside the words of a list.
func by(l list, where side, k Kind, pattern string, trim func(string) (int, int)) rule {
	switch where {
	case behind:
		pattern = `^(?:` + pattern + `)`
	case before:
		pattern = `(?:` + pattern + `)$`
	}
	return rule{kind: k, list: l, side: where, find: regexp.MustCompile(pattern), trim: trim}
}

// apply covers what the rules find.
func (s *sheet) apply(rules []rule) {
	for i := range rules {
		u := &rules[i]
		if u.side == everywhere {
			if u.needs == "" || strings.ContainsFunc(u.needs, func(r rune) bool { return s.has[r] }) {
				s.search(u, 0, len(s.shade))
			}
			continue
		}
		for _, hit := range s.hits[u.list] {
			s.look(u, hit)
		}
	}
}

// look applies a rule at a word, unless the word is covered. A letter that is cut in half there is covered as a whole or
// not at all, since both halves stand for it.
func (s *sheet) look(u *rule, hit span) {
	if bytes.ContainsFunc(s.shade[hit.from:hit.to], func(r rune) bool { return r < ' ' && r != '\n' }) {
		return
	}
	from, to := max(hit.from-windowBefore, 0), min(hit.to+windowBehind, len(s.shade))
	switch u.side {
	case behind:
		from = hit.to
	case before:
		to = hit.from
	}
	s.search(u, from, to)
}

// search covers what a rule finds in a part of the shade.
func (s *sheet) search(u *rule, from, to int) {
	group := max(u.find.SubexpIndex("it"), 0)
	for _, m := range u.find.FindAllSubmatchIndex(s.shade[from:to], -1) {
		a, b := m[2*group], m[2*group+1]
		if a < 0 {
			continue
		}
		a, b = a+from, b+from
		if u.trim != nil {
			c, d := u.trim(string(s.shade[a:b]))
			a, b = a+c, a+d
		}
		if a < b && bytes.ContainsFunc(s.shade[a:b], isSign) && !s.isInPage(a, b) {
			s.cover(u.kind, a, b)
		}
	}
}

// isSign reports whether a character can tell anything.
func isSign(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// where makes a trim of a rule that covers a find as a whole or not at all.
func where(holds func(found string) bool) func(string) (from, to int) {
	return func(found string) (int, int) {
		if holds(found) {
			return 0, len(found)
		}
		return 0, 0
	}
}
