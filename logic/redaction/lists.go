package redaction

import (
	"regexp/syntax"
	"sync"
	"unicode"
	"unicode/utf8"
)

// list is a list of words that tell what stands beside them.
type list int

const (
	devices list = iota
	accountNames
	ownAccounts
	serials
	telephones
	codes
	endings
	births
	networks
	joins
	people
	hellos
	forms
	goodbyes
	bonds
	honorifics
	intros
	introsUnspaced
	shortCodes
	signedIn
	families
	tenderHeads
	at
	listCount
)

// lists are the words of each list as patterns of vocabulary.go.
var lists = [listCount]string{
	devices: deviceWords, accountNames: accountWords, ownAccounts: ownAccountWords, serials: serialWords,
	telephones: phoneWords, codes: codeWords, endings: endingWords, births: birthWords, networks: networkWords,
	joins: joinedWords, people: nameWords, hellos: greetings, forms: titles, goodbyes: farewells, bonds: ties,
	honorifics: honorificWords, intros: introductions, introsUnspaced: introductionsUnspaced,
	shortCodes: shortCodeWords, families: familyWords, signedIn: signIns, tenderHeads: dearWords, at: atWords,
}

// node is a character of a word on the way from the root of a tree of all words of all lists.
type node struct {
	next map[rune]*node
	ends []list // the lists of which a word ends here
}

// tree is grown when the first text comes, not at the start of the program.
var tree = sync.OnceValue(grow)

func grow() *node {
	root := &node{}
	for l, pattern := range lists {
		for _, word := range expand(pattern) {
			at := root
			for _, r := range word {
				next := at.next[r]
				if next == nil {
					next = &node{}
					if at.next == nil {
						at.next = map[rune]*node{}
					}
					at.next[r] = next
				}
				at = next
			}
			at.ends = append(at.ends, list(l))
		}
	}
	return root
}

// expand returns all texts that a pattern without repetitions matches.
func expand(pattern string) []string {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil // a test holds that none is wrong
	}
	return texts(parsed)
}

func texts(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{string(re.Rune)}
	case syntax.OpCharClass:
		var all []string
		for i := 0; i < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				all = append(all, string(r))
			}
		}
		return all
	case syntax.OpQuest:
		return append(texts(re.Sub[0]), "")
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			all = append(all, texts(sub)...)
		}
		return all
	case syntax.OpConcat:
		all := []string{""}
		for _, sub := range re.Sub {
			var longer []string
			for _, head := range all {
				for _, tail := range texts(sub) {
					longer = append(longer, head+tail)
				}
			}
			all = longer
		}
		return all
	}
	return []string{""}
}

// findWords notes where words of the lists stand: of those that begin at one place the longest of each list.
func (s *sheet) findWords() {
	last := ' '
	for i := 0; i < len(s.shade); {
		r, size := utf8.DecodeRune(s.shade[i:])
		if !isWord(last) || !isSpaced(r) || !isSpaced(last) || unicode.Is(unicode.Hangul, r) {
			s.findAt(i)
		}
		last = r
		i += size
	}
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func (s *sheet) findAt(from int) {
	var found [listCount]int
	ends := false
	at := tree()
	for i := from; i < len(s.shade); {
		r, size := utf8.DecodeRune(s.shade[i:])
		if at = at.next[unicode.ToLower(r)]; at == nil {
			break
		}
		i += size
		for _, l := range at.ends {
			if s.endsAt(r, i) {
				found[l], ends = i, true
			}
		}
	}
	if !ends {
		return
	}
	for l, to := range found {
		if to > 0 {
			s.hits[l] = append(s.hits[l], span{from, to})
		}
	}
}

// endsAt reports whether a word that ends in the character last may end before i.
func (s *sheet) endsAt(last rune, i int) bool {
	next, _ := utf8.DecodeRune(s.shade[i:])
	return !isSpaced(last) || !unicode.In(next, unicode.Latin, unicode.Cyrillic) || !unicode.IsLetter(last)
}
