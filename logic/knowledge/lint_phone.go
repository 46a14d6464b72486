package knowledge

import (
	"regexp"
	"slices"
	"strings"
)

var languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// messages checks what the phone says.
func (l *linter) messages() {
	codes := map[int]string{}
	for i := range l.b.Messages {
		m := &l.b.Messages[i]
		if !slices.Contains([]string{"yes", "close", "memory"}, m.Exact) {
			l.say(m.at, m.ID, "exact", "yes, close or memory", "exact is %q", m.Exact)
		}
		for j, form := range m.Forms {
			if strings.TrimSpace(form) == "" {
				l.say(m.at, m.ID, element("forms", j), "a wording", "a form is empty")
			}
		}
		for j, local := range m.Localised {
			key := element("localised", j)
			if !languageForm.MatchString(local.Lang) {
				l.say(m.at, m.ID, key+".lang", "a language tag such as de or pt-BR", "lang is %q", local.Lang)
			}
			if strings.TrimSpace(local.Text) == "" {
				l.say(m.at, m.ID, key+".text", "the wording in that language", "a text in another language is empty")
			}
			if !gradeForm.MatchString(local.Grade) {
				l.say(m.at, m.ID, key+".grade", gradeWant, "grade is %q", local.Grade)
			}
		}
		for j, code := range m.Codes {
			if other, taken := codes[code]; taken {
				l.say(m.at, m.ID, element("codes", j), "each code at one message", "code %d already leads to %q", code, other)
			}
			codes[code] = m.ID
		}
		l.probability(m.at, m.ID, "base", m.Base, leastSaid)
		l.why(m.at, m.ID, "why", m.Why)
		seen := map[string]bool{}
		for j, row := range m.Given {
			key := element("given", j)
			l.rowCauses(m.at, m.ID, key, row.Causes, seen)
			l.probability(m.at, m.ID, key+".p", row.P, leastSaid)
			l.why(m.at, m.ID, key+".why", row.Why)
		}
	}
	l.saidAltogether()
	l.wordings()
}

// wordings checks that no two messages share a wording: one of them could never be recognized.
func (l *linter) wordings() {
	first := map[string]*Message{}
	for i := range l.b.Messages {
		m := &l.b.Messages[i]
		for _, text := range m.wordings() {
			list, _ := words(text)
			folded := strings.Join(list, " ")
			if other := first[folded]; other != nil && other != m && folded != "" {
				l.say(m.at, m.ID, "forms", "a wording of its own", "wording %q belongs to %q too", shorten(text), other.ID)
			} else {
				first[folded] = m
			}
		}
	}
}

// saidAltogether checks for every cause that the messages leave room for the phone that says nothing.
func (l *linter) saidAltogether() {
	for i := range l.b.Causes {
		c := &l.b.Causes[i]
		sum := 0.0
		for j := range l.b.Messages {
			m := &l.b.Messages[j]
			p := m.Base
			for _, row := range m.Given {
				if slices.Contains(row.Causes, c.ID) {
					p = row.P
				}
			}
			sum += p
		}
		if sum >= mostSaid {
			l.say(c.at, c.ID, "", "a sum below "+number(mostSaid), "the probabilities of all messages under this cause sum to %.4g", sum)
		}
	}
}

var rowKinds = []RowKind{RowLink, RowValue, RowSwitch, RowButton, RowRed, RowText, RowCard, RowOption, RowSheet, RowHead, RowFoot, RowInfo}

// screens checks the pages of Settings and the routes over them.
func (l *linter) screens() {
	for i := range l.b.Screens {
		s := &l.b.Screens[i]
		l.when(s.at, s.ID, "", s.When)
		if !gradeForm.MatchString(s.Order) {
			l.say(s.at, s.ID, "order_grade", gradeWant, "order_grade is %q", s.Order)
		}
		l.labels(s.at, s.ID, "title", s.Titles)
		seen := map[string]bool{}
		for j := range s.Rows {
			row, key := &s.Rows[j], element("row", j)
			switch {
			case !idForm.MatchString(row.ID):
				l.say(s.at, s.ID, key+".id", "lower-case words joined by -", "row id %q is not well formed", row.ID)
			case seen[row.ID]:
				l.say(s.at, s.ID, key+".id", "an id of its own on the screen", "row id %q is used twice", row.ID)
			}
			seen[row.ID] = true
			if !slices.Contains(rowKinds, row.Kind) {
				l.say(s.at, s.ID, key+".kind", "a kind of row such as link, value or switch", "kind of row %q is %q", row.ID, string(row.Kind))
			}
			if row.Leads != "" && l.b.Screen(row.Leads) == nil {
				l.say(s.at, s.ID, key+".leads", "the id of a [[screen]]", "row %q leads to %q, which does not exist", row.ID, row.Leads)
			}
			if row.Block < 0 {
				l.say(s.at, s.ID, key+".block", "a number from 0", "block of row %q is %d", row.ID, row.Block)
			}
			if row.Value != "" {
				l.text(s.at, s.ID, key+".value", row.Value)
			}
			l.when(s.at, s.ID, key, row.When)
			l.labels(s.at, s.ID, key+".label", row.Labels)
		}
	}
	for i := range l.b.Routes {
		r := &l.b.Routes[i]
		if len(r.Walks) == 0 {
			l.say(r.at, r.ID, "walk", "at least one walk", "the route has no walk")
		}
		for j := range r.Walks {
			key := element("walk", j)
			l.when(r.at, r.ID, key, r.Walks[j].When)
			for k, ref := range r.Walks[j].Rows {
				if l.b.look().rows[ref] == nil {
					l.say(r.at, r.ID, element(key+".rows", k), "the id of a screen and of a row on it, as screen.row", "row %q does not exist", ref)
				}
			}
		}
	}
}

func (l *linter) labels(at place, id, key string, labels []Label) {
	if len(labels) == 0 {
		l.say(at, id, key, "at least one label", "%s is missing", key)
	}
	for i := range labels {
		label, where := &labels[i], element(key, i)
		switch {
		case strings.TrimSpace(label.Text) == "":
			l.say(at, id, where+".text", "the words on the phone", "the text of a label is empty")
		case strings.Contains(label.Text, "{row:"):
			l.say(at, id, where+".text", "words, {device} or {system}", "a label names another row")
		default:
			l.text(at, id, where+".text", label.Text)
		}
		if !gradeForm.MatchString(label.Grade) {
			l.say(at, id, where+".grade", gradeWant, "grade of label %q is %q", shorten(label.Text), label.Grade)
		}
		l.when(at, id, where, label.When)
	}
}
