package match

import (
	"math"
	"slices"
)

// reading is how well a text fits one subject.
type reading struct {
	form    *form   // the wording that fits best; nil when only a code or a link speaks for the subject
	score   float64 // 0 when nothing speaks for it
	weight  float64 // decides between equal scores: the longer wording is meant
	covered float64 // share of the wording that the text has, in its order
	text    string  // the wording, the name of the code, or the host of a link
}

// read scores every subject.
func (q *query) read() []reading {
	const whole, sentence = 0.95, 3 // a whole sentence about something else needs no word of its own
	best := make([]reading, len(q.m.subjects))
	for i := range q.m.forms {
		f := &q.m.forms[i]
		score, covered := q.score(f)
		if q.m.subjects[f.subject].isOther() && !q.own[f.subject] && (covered < whole || len(f.words) < sentence) {
			continue // nothing says that it is about something else
		}
		if b := &best[f.subject]; score > b.score || score == b.score && score > 0 && f.weight > b.weight {
			*b = reading{f, score, f.weight, covered, f.text}
		}
	}
	return best
}

// readCodes raises the subjects that list a code of the text. A code means one thing in the phone's log and another in
// that of a program on a computer: where the words speak for one of its subjects, the others are not raised.
func (m *Matcher) readCodes(text string, best []reading) {
	for _, code := range logCodes(text) {
		lists := func(i int) bool {
			codes := m.subjects[i].codes
			return slices.Contains(codes, code.number) || code.ofComputer && len(codes) > 0
		}
		spoken := slices.IndexFunc(best, func(r reading) bool {
			return r.form != nil && r.score >= leastScore && m.subjects[r.form.subject].Elsewhere != nil && lists(r.form.subject)
		})
		for i := range m.subjects {
			byWords := spoken < 0 || i == spoken
			if code.ofComputer { // such a program heads its codes with a word of its own
				byWords = m.subjects[i].Elsewhere != nil
			}
			if lists(i) && byWords {
				best[i] = reading{form: best[i].form, score: 1, weight: math.Inf(1), text: codeName(code.number)}
			}
		}
	}
}

// dropLesser takes away what tells less than something else that the text says: what says only that something failed
// when the text tells a reason as well, and what has no word of the text beyond those of a better reading, such as
// "storage full" in "iCloud storage full".
func (m *Matcher) dropLesser(q *query, best []reading) {
	const (
		more    = 0.7 // nats that the other one must tell beyond it
		nothing = 0.5 // nats that it may tell beyond the other one
		surely  = 0.75
	)
	drop := func(isLesser func(i, j int) bool) {
		for i := range best {
			for j := range best {
				if i != j && best[i].isByWords() && best[j].isByWords() &&
					q.beyond(best[j].form, best[i].form) >= more && isLesser(i, j) {
					best[i].score = 0
				}
			}
		}
	}
	drop(func(i, j int) bool {
		return best[j].score >= max(surely, best[i].score) && q.beyond(best[i].form, best[j].form) <= nothing &&
			(m.subjects[i].Complaint != nil || m.subjects[j].Complaint == nil) // what a phone says tells more
	})
	drop(func(i, j int) bool { // how something else fares
		return m.subjects[i].Complaint != nil && m.subjects[j].isOther() && best[j].score >= surely
	})
	drop(func(i, j int) bool { return m.subjects[i].isHeading() && m.subjects[j].isReason() })
}

// isByWords reports a reading for which words of the text speak, not only a code.
func (r *reading) isByWords() bool {
	return r.form != nil && r.score >= leastScore && !math.IsInf(r.weight, 1)
}

// beyond is the weight of the words that the text and a form have and another form has not.
func (q *query) beyond(f, other *form) float64 {
	weight := 0.0
	for i, n := range f.words {
		if len(q.places[n]) > 0 && !slices.Contains(other.words, n) && !slices.Contains(f.words[:i], n) {
			weight += q.m.terms[n].weight
		}
	}
	return weight
}

// warns reports a fraud of which the text has a whole wording.
func (m *Matcher) warns(best []reading, subject int) bool {
	const whole = 0.8
	e := m.subjects[subject].Elsewhere
	return e != nil && e.Fraud && best[subject].covered >= whole
}

// last orders what does not hold before what does.
func last(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}
