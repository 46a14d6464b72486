package session

import (
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge/match"
)

// Complaint is a choice of the first page, with its texts for a device.
type Complaint struct {
	ID    string
	Title string // as a person says it
	Line  string // below the title
	Short string // for a narrow place
	Icon  string // name of the icon
	// MessageShown says that the device shows a message, which is asked for next.
	MessageShown bool
}

// Complaints lists the complaints in the order of the first page.
func (l *Library) Complaints(d apple.Device) []Complaint {
	list := make([]Complaint, len(l.Base.Complaints))
	for i := range l.Base.Complaints {
		c := &l.Base.Complaints[i]
		list[i] = Complaint{
			c.ID, l.Base.Fill(c.Title, d), l.Base.Fill(c.Line, d), l.Base.Fill(c.Short, d), c.Icon, c.MessageShown,
		}
	}
	return list
}

// Certainty says what to do with what a text may mean.
type Certainty int

// The certainties: nothing fits, the person must choose, or only one thing is meant.
const (
	FoundNone Certainty = iota
	FoundChoose
	FoundSure
)

// Finding is what a text may mean, the best first. The program takes nothing by itself that is not sure.
type Finding struct {
	Certainty Certainty
	Matches   []match.Match // the first is meant when sure; at most mostFound
}

// Bounds of certainty, set by the tests of what people type.
const (
	mostFound = 5
	sureAt    = 0.75 // score from which a match is sure when nothing else fits
	plainAt   = 0.9  // score from which a match is sure beside others, of which each is behind by ahead or more
	ahead     = 0.12
)

// Find finds what a typed or pasted text may mean: messages of the phone, complaints, and messages of another
// kind.
func (l *Library) Find(text string) Finding {
	m := l.matcher()
	matches := m.Find(text)
	if isSure(matches) {
		return Finding{FoundSure, matches[:min(len(matches), mostFound)]}
	}
	for _, near := range m.Near(text) {
		if !slices.ContainsFunc(matches, func(found match.Match) bool { return found.ID() == near.ID() }) {
			matches = append(matches, near)
		}
	}
	if len(matches) == 0 {
		return Finding{}
	}
	return Finding{FoundChoose, matches[:min(len(matches), mostFound)]}
}

// saidAs is a text with what it is taken for.
func saidAs(m match.Match, text string) casefile.Said {
	said := casefile.Said{Text: text}
	switch {
	case m.Message != nil:
		said.Message = m.Message.ID
	case m.Complaint != nil:
		said.Complaint = m.Complaint.ID
	case m.Elsewhere != nil:
		said.Elsewhere = m.Elsewhere.ID
	}
	return said
}

// mostMeant is how many texts the library remembers the meaning of.
const mostMeant = 256

// meant returns the one thing that a text surely means, or nil. The meaning is remembered, since a case is derived
// after every event.
func (l *Library) meant(text string) *match.Match {
	l.mu.Lock()
	defer l.mu.Unlock()
	m, known := l.meanings[text]
	if !known {
		if matches := l.matcher().Find(text); isSure(matches) {
			m = &matches[0]
		}
		if len(l.meanings) >= mostMeant {
			clear(l.meanings)
		}
		l.meanings[text] = m
	}
	return m
}

// recognize puts in the place of a text what it surely means: of a text alone, as people write it into a case's
// file, and of one that is taken for a message or a complaint but belongs to something else, such as a fraud, unless
// the person has said that it does not.
func (l *Library) recognize(events []casefile.Event) {
	for i, e := range events {
		said, ok := e.What.(casefile.Said)
		if !ok || said.Unknown || said.Text == "" || said.Elsewhere != "" {
			continue
		}
		m := l.meant(said.Text)
		if m != nil && (m.Elsewhere != nil || said.Message+said.Complaint == "") {
			events[i].What = saidAs(*m, said.Text)
		}
	}
}

// isElsewhere reports whether a text that a person takes for a message or a complaint surely belongs to something else.
func (l *Library) isElsewhere(said casefile.Said) bool {
	m := l.meant(said.Text)
	return said.Message+said.Complaint != "" && m != nil && m.Elsewhere != nil
}

// isSure reports whether only the first of the matches can be meant.
func isSure(matches []match.Match) bool {
	if len(matches) == 0 || matches[0].Score < sureAt {
		return false
	}
	first := matches[0]
	if first.Elsewhere != nil && first.Elsewhere.Fraud { // it imitates the others
		return true
	}
	return !slices.ContainsFunc(matches[1:], func(m match.Match) bool {
		return !isSame(first, m) && (first.Score < plainAt || m.Score > first.Score-ahead)
	})
}

// isSame reports whether a second match takes nothing from the first: one of them is a message and the other a
// complaint that tells the same, or the first is another kind of message and the second tells how it fares, such
// as "stuck".
func isSame(first, second match.Match) bool {
	if first.Elsewhere != nil {
		return second.Complaint != nil
	}
	if first.Complaint == nil {
		first, second = second, first
	}
	return first.Complaint != nil && second.Message != nil &&
		slices.Contains(first.Complaint.Messages, second.Message.ID)
}

// said looks up what was said.
func (l *Library) said(what casefile.Said) Said {
	return Said{
		Message: l.Base.Message(what.Message), Complaint: l.Base.Complaint(what.Complaint),
		Elsewhere: l.Base.Elsewhere(what.Elsewhere), Text: what.Text,
	}
}

// noticed is what was said as the core reads it, and false when it says nothing. Words that fit nothing may be
// a message, so whether the phone shows one is not asked any more.
func (l *Library) noticed(v *View, said casefile.Said) (diagnosis.Evidence, bool) {
	if said.Message+said.Complaint+said.Elsewhere == "" {
		k := l.Base.MessageCheck()
		if k == nil {
			return diagnosis.Evidence{}, false
		}
		return diagnosis.Evidence{Kind: diagnosis.Answered, Subject: k.ID, Answer: diagnosis.CantTell}, true
	}
	subject := l.symptom(v, said)
	return diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: subject}, subject != ""
}

// symptom is the id under which the core knows what was said; empty when it says nothing about the causes. A
// complaint beside a message that tells the same is no evidence of its own.
func (l *Library) symptom(v *View, said casefile.Said) string {
	c := l.Base.Complaint(said.Complaint)
	if c == nil {
		return said.Message
	}
	for _, e := range v.Case.Events {
		if other, ok := e.What.(casefile.Said); ok && slices.Contains(c.Messages, other.Message) {
			return ""
		}
	}
	return c.ID
}
