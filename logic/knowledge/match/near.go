package match

import (
	"cmp"
	"math"
	"slices"
)

// Bounds of what may be near, set by the tests of what people type.
const (
	mostNear   = 20   // words of a text; a longer one is a letter
	leastTold  = 2.0  // nats that the words of a text must tell together
	leastShare = 0.35 // of all that the words of the text could tell
	strange    = 1.5  // nats that a word counts which no subject has
	nearScore  = 0.49
)

// structural reports folded words of German, Spanish, French and Portuguese that stand in any sentence, as fillers do in
// English.
func structural(word string) bool {
	switch word {
	case "der", "die", "das", "den", "dem", "des", "ist", "sind", "ein", "eine", "einen", "und",
		"seit", "ich", "mein", "meine", "mit", "auf", "im", "zu", "von", "es", "sich", "el", "los",
		"las", "un", "una", "esta", "son", "mi", "de", "en", "y", "se", "que", "del", "con", "por", "al",
		"lo", "su", "le", "la", "les", "une", "est", "et", "du", "mon", "ma", "sur", "ne", "pas", "n",
		"l", "d", "j", "je", "il", "elle", "au", "aux", "dans", "qui", "o", "a", "os", "as", "um", "uma",
		"e", "meu", "minha", "do", "da", "no", "na", "nao", "em", "com", "para", "ao":
		return true
	}
	return false
}

// Near finds the complaints and other kinds that share telling words with a text, in any order and among others, the best
// first. What it finds is a guess, for a person to choose from; the score is below that of every match of Find.
func (m *Matcher) Near(text string) []Match {
	list, open := cut(clip(text, maxBytes))
	if len(list) > mostNear {
		return nil
	}
	told := make([]float64, len(m.subjects))
	named := make([]bool, len(m.subjects)) // by a word that no other subject has
	all := 0.0
	for at, word := range list {
		if filler(word) || structural(word) {
			continue
		}
		best, most := map[int]float64{}, 0.0
		for _, h := range m.hits(word, open && at == len(list)-1) {
			t := &m.terms[h.number]
			tells := math.Pow(h.fit, 5) * math.Log(float64(len(m.subjects))/float64(len(t.of)))
			most = math.Max(most, tells)
			named[t.of[0]] = named[t.of[0]] || len(t.of) == 1
			for _, s := range t.of {
				best[s] = math.Max(best[s], tells)
			}
		}
		if most == 0 {
			most = strange
		}
		all += most
		for s, tells := range best {
			told[s] += tells
		}
	}
	var matches []Match
	for s := range m.subjects {
		if m.subjects[s].Message == nil && (named[s] || m.subjects[s].Elsewhere == nil) && told[s] >= leastTold && told[s] >= leastShare*all {
			matches = append(matches, m.subjects[s].match(nearScore*told[s]/all, text))
		}
	}
	isFraud := func(m Match) bool { return m.Elsewhere != nil && m.Elsewhere.Fraud } // a guess must not frighten
	slices.SortStableFunc(matches, func(a, b Match) int {
		return cmp.Or(last(isFraud(a), isFraud(b)), cmp.Compare(b.Score, a.Score))
	})
	return matches
}
