// Package guide builds the pages of the guide from a session's view: a step with its path, lines, answers and
// price, the remedy for the latest problem, and the reasons for a step. It says what a page holds; the front
// ends draw it.
package guide

import (
	"maps"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/words"
)

// Guide builds pages in the language of its library. Its methods change nothing.
type Guide struct {
	lib    *session.Library
	base   *knowledge.Base
	words  *words.Catalog
	phrase *phrase.Book
}

// New makes a guide that speaks as the library does.
func New(lib *session.Library) *Guide {
	return &Guide{lib: lib, base: lib.Base, words: lib.Words, phrase: lib.Phrase}
}

// StateText names a state of a case: "Waiting until tomorrow".
func (g *Guide) StateText(s session.State) string { return g.lib.StateText(s) }

// Keywords returns the other words by which people look for a step, in all languages: an owner types the words of the
// phone's language, a helper those of the program's.
func (g *Guide) Keywords(s Step) []string {
	check := g.base.Check(s.ID)
	if s.Kind != diagnosis.StepCheck || check == nil {
		return nil
	}
	var list []string
	for _, language := range slices.Sorted(maps.Keys(check.Keywords)) {
		list = append(list, check.Keywords[language]...)
	}
	return list
}

// Step names what a page of the guide is about. The zero value is no step.
type Step struct {
	Kind diagnosis.StepKind
	ID   string
	For  string // for a gate: the fix behind it
}

// StepOf returns the step that an option of the diagnosis stands for.
func StepOf(o diagnosis.Option) Step { return Step{Kind: o.Kind, ID: o.ID, For: o.For} }

// Recommended returns the step to take now, and false when the trouble is over.
func Recommended(v *session.View) (Step, bool) {
	next, ok := v.Next()
	return StepOf(next), ok
}

// IsRecommended reports whether a step is the one to take now.
func IsRecommended(v *session.View, s Step) bool {
	next, ok := v.Next()
	return ok && next.Kind == s.Kind && next.ID == s.ID
}

// IsHandover reports whether a step is the hand-over to Apple Support.
func (s Step) IsHandover() bool { return s.Kind == diagnosis.StepSupport }
