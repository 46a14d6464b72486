// Package match recognizes the phone's messages in typed or pasted text: among other words, with small
// mistakes, in every language of the wordings, and while a person is still typing. The weights are set by
// hand so that the tests hold; a change of a weight comes with the text that needs it, in the tests.
package match

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"backupdoctor/logic/knowledge"
)

// maxBytes bounds the text that is read; the rest is cut off.
const maxBytes = 64 << 10

// Match is what a text may mean: a message of the phone, a complaint, or a message of another kind. Exactly one of the
// three is set.
type Match struct {
	Message   *knowledge.Message
	Complaint *knowledge.Complaint
	Elsewhere *knowledge.Elsewhere
	Score     float64 // 1 when the text is the wording and nothing else, 0.5 when only little speaks for it
	Form      string  // the wording that fits best
}

// ID is the id of the message, the complaint or the other kind.
func (m Match) ID() string {
	switch {
	case m.Message != nil:
		return m.Message.ID
	case m.Complaint != nil:
		return m.Complaint.ID
	default:
		return m.Elsewhere.ID
	}
}

// Find finds what a typed or pasted text means, the best first; none when nothing fits. What looks like a fraud goes
// first, and what tells less than another reading is left out. Codes of MBErrorDomain in a
// pasted log lead to the entries that list them, and a stranger's link beside a bait to a fraud. At most 64 KiB of the text are read.
func (m *Matcher) Find(text string) []Match {
	text = clip(text, maxBytes)
	query := m.ask(text)
	best := query.read()
	m.dropBarred(text, best)
	m.readCodes(text, best)
	m.readLinks(text, best)
	m.dropLesser(query, best)
	order := make([]int, 0, len(best))
	for i := range best {
		if best[i].score >= leastScore {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(last(m.warns(best, j), m.warns(best, i)), cmp.Compare(best[j].score, best[i].score),
			cmp.Compare(best[j].weight, best[i].weight))
	})
	matches := make([]Match, len(order))
	for i, subject := range order {
		matches[i] = m.subjects[subject].match(best[subject].score, best[subject].text)
	}
	return matches
}

// Weights of matching, set by hand so that the tests of typed and pasted texts hold.
const (
	leastScore  = 0.5  // below it a match is chance
	fillerShare = 0.25 // what a filler word counts of its rarity
	gapShare    = 0.4  // what a word between two matched ones takes off, of a mean word, if no message has it
	prefixFit   = 0.9  // how well a word fits that is still being typed
	typoFit     = 0.15 // what every wrong letter takes off
	looseFit    = 0.85 // how well words fit that are all there in another order
	longWord    = 6    // letters from which a word with a wrong letter is still surely the word
	noise       = 4.0  // weight of a form that counts half of what it would if nothing stood around it
)

// Matcher holds the wordings of messages, complaints and other kinds as word numbers. It is never changed, so that it may
// be used concurrently.
type Matcher struct {
	subjects []subject

	forms   []form
	numbers map[string]int // of every word in any form
	terms   []term         // by word number
	byRunes map[int][]int  // word numbers by length
	rare    float64        // weight of a word that no message has
}

// form is one wording of one subject.
type form struct {
	subject int
	text    string
	words   []int
	weight  float64 // of all words together
	loose   bool    // people's own words: even one word tells something in a short text
	name    bool    // of what is elsewhere, such as WhatsApp: it tells something beside another word of its subject
}

// term is a word that some message has.
type term struct {
	word    string
	runes   []rune
	letters uint64 // which letters it has, to skip hopeless comparisons
	weight  float64
	filler  bool
	of      []int // subjects that have it, in their order
	other   bool  // only what is about something else has it
}

// New makes a matcher for the messages, complaints and other kinds of a base, which must not change afterwards.
func New(base *knowledge.Base) *Matcher {
	m := &Matcher{subjects: subjectsOf(base), numbers: map[string]int{}, byRunes: map[int][]int{}}
	m.rare = math.Log(1 + float64(len(m.subjects)))
	for i := range m.subjects {
		for _, text := range m.subjects[i].wordings {
			list, _ := cut(text)
			f := form{subject: i, text: text, loose: m.subjects[i].Message == nil}
			f.name = len(list) == 1 && m.subjects[i].isOther()
			for _, word := range list {
				n := m.number(word)
				f.words = append(f.words, n)
				if of := m.terms[n].of; len(of) == 0 || of[len(of)-1] != i {
					m.terms[n].of = append(of, i)
				}
			}
			if len(f.words) > 0 {
				m.forms = append(m.forms, f)
			}
		}
	}
	for n := range m.terms {
		t := &m.terms[n]
		t.weight = math.Log(1 + float64(len(m.subjects))/float64(len(t.of)))
		t.other = !slices.ContainsFunc(t.of, func(subject int) bool { return !m.subjects[subject].isOther() })
		if t.filler {
			t.weight *= fillerShare
		}
	}
	for i := range m.forms {
		for _, n := range m.forms[i].words {
			m.forms[i].weight += m.terms[n].weight
		}
	}
	return m
}

func (m *Matcher) number(word string) int {
	if n, ok := m.numbers[word]; ok {
		return n
	}
	n := len(m.terms)
	runes := []rune(word)
	m.numbers[word] = n
	m.terms = append(m.terms, term{word: word, runes: runes, letters: letters(runes), filler: filler(word)})
	m.byRunes[len(runes)] = append(m.byRunes[len(runes)], n)
	return n
}

func letters(runes []rune) (set uint64) {
	for _, r := range runes {
		set |= 1 << (uint(r) % 64)
	}
	return set
}

// query is a text in terms of the words that messages have.
type query struct {
	m      *Matcher
	places [][]found // by word number: where the text has it
	length int       // in words
	before []float64 // by place: how much the words before it say, as shares of a word that no message has
	weight float64   // of all words
	own    []bool    // by subject about something else: the text has a word of it that only such subjects have
}

// found is one word of the text that fits a word of a message.
type found struct {
	at  int
	fit float64 // 1 for the very word
}

func (m *Matcher) ask(text string) *query {
	list, open := cut(text)
	q := &query{m: m, places: make([][]found, len(m.terms)), length: len(list), before: make([]float64, len(list)+1)}
	q.own = make([]bool, len(m.subjects))
	known := map[string][]hit{}
	for at, word := range list {
		last := open && at == len(list)-1
		hits, ok := known[word]
		if !ok || last {
			hits = m.hits(word, last)
			known[word] = hits
		}
		weight := 0.0
		for _, h := range hits {
			q.places[h.number] = append(q.places[h.number], found{at, h.fit})
			if m.terms[h.number].other && (h.fit == 1 || len(m.terms[h.number].runes) >= longWord) {
				for _, subject := range m.terms[h.number].of {
					q.own[subject] = true
				}
			}
			weight = max(weight, h.fit*m.terms[h.number].weight)
		}
		switch {
		case len(hits) > 0:
		case last && len(word) == 1: // the first letter of a word says nothing yet
		case filler(word):
			weight = fillerShare * m.rare
		default:
			weight = m.rare
		}
		q.weight += weight
		q.before[at+1] = q.before[at] + weight/m.rare
	}
	return q
}

type hit struct {
	number int
	fit    float64
}

// hits are the words of messages that a word may be: the same, one with few wrong letters, or, for the last
// word of a text, one that begins so.
func (m *Matcher) hits(word string, last bool) []hit {
	var hits []hit
	n, exact := m.numbers[word]
	if exact {
		hits = append(hits, hit{n, 1})
	}
	runes := []rune(word)
	if last && !filler(word) && (len(runes) >= 2 || wide(runes[0])) {
		for i := range m.terms {
			if m.terms[i].word != word && strings.HasPrefix(m.terms[i].word, word) {
				hits = append(hits, hit{i, prefixFit})
			}
		}
	}
	if exact || len(runes) < 4 || wide(runes[0]) {
		return hits
	}
	most := 1
	if len(runes) >= 8 {
		most = 2
	}
	set := letters(runes)
	for length := max(4, len(runes)-most); length <= len(runes)+most; length++ {
		for _, i := range m.byRunes[length] {
			if bits.OnesCount64(set^m.terms[i].letters) > 2*most {
				continue
			}
			if wrong := distance(runes, m.terms[i].runes, most); wrong <= most {
				hits = append(hits, hit{i, 1 - typoFit*float64(wrong)})
			}
		}
	}
	return hits
}

// distance counts the letters to add, drop, change or swap with the next, up to most; more gives most+1 or
// above.
func distance(a, b []rune, most int) int {
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			next[j] = min(change, last[j]+1, next[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
			least = min(least, next[j])
		}
		if least > most {
			return least
		}
		before, last, next = last, next, before
	}
	return last[len(b)]
}

// clip cuts a text to at most n bytes, between characters.
func clip(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
