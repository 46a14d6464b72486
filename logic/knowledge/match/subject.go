package match

import (
	"maps"
	"slices"
	"strings"

	"backupdoctor/logic/knowledge"
)

// subject is an entry that a text may mean, with the texts under which it is known.
type subject struct {
	Match
	wordings []string
	codes    []int
}

// match returns the subject as a match with a score for the wording that fits best.
func (s *subject) match(score float64, form string) Match {
	m := s.Match
	m.Score, m.Form = score, form
	return m
}

// isHeading reports a message that says only that something failed.
func (s *subject) isHeading() bool { return s.Message != nil && s.Message.Heading }

// isReason reports what tells why a backup failed, or that it was another one.
func (s *subject) isReason() bool {
	return s.Elsewhere != nil || s.Message != nil && !s.Message.Heading && !s.Message.NotFault
}

// isOther reports what is about something other than iCloud Backup and no fraud.
func (s *subject) isOther() bool { return s.Elsewhere != nil && !s.Elsewhere.Fraud }

// dropBarred takes away what a text can't mean because of a word in it.
func (m *Matcher) dropBarred(text string, best []reading) {
	text = plain(text)
	for i := range m.subjects {
		e := m.subjects[i].Elsewhere
		if e != nil && slices.ContainsFunc(e.NotWith, func(word string) bool { return strings.Contains(text, plain(word)) }) {
			best[i] = reading{}
		}
	}
}

// subjectsOf lists what texts may mean. Among equals the first counts: a fraud goes before the message that it imitates,
// and a message before the complaint that says less.
func subjectsOf(base *knowledge.Base) []subject {
	var list []subject
	for i := range base.Elsewheres {
		e := &base.Elsewheres[i]
		list = append(list, subject{Match: Match{Elsewhere: e}, wordings: inAllLanguages(e.Words), codes: e.Codes})
	}
	for i := range base.Messages {
		m := &base.Messages[i]
		list = append(list, subject{Match: Match{Message: m}, wordings: Wordings(m), codes: m.Codes})
	}
	for i := range base.Complaints {
		c := &base.Complaints[i]
		list = append(list, subject{Match: Match{Complaint: c}, wordings: append(inAllLanguages(c.Words), c.Title)})
	}
	return list
}

// Wordings are all texts under which the message is known.
func Wordings(m *knowledge.Message) []string {
	list := append([]string{m.Text}, m.Forms...)
	for _, local := range m.Localised {
		list = append(list, local.Text)
	}
	return list
}

// inAllLanguages joins wordings in the order of their languages.
func inAllLanguages(words map[string][]string) []string {
	var list []string
	for _, language := range slices.Sorted(maps.Keys(words)) {
		list = append(list, words[language]...)
	}
	return list
}
