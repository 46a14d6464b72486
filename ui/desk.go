package ui

import (
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
)

// tab names one of the views in the centre; in a narrow window the side columns are tabs too.
type tab string

// The tabs.
const (
	tabChecklist tab = "checklist"
	tabGuide     tab = "guide"
	tabStorage   tab = "storage"
	tabReport    tab = "report"
	tabCauses    tab = "causes"
)

// place is where the person is. It is no part of the case: two people may look at one case in different places.
type place struct {
	tab   tab
	step  pages.Step   // the step in the guide; empty follows the recommendation
	trail []pages.Step // steps seen before, for Back
}

// desk is what a pane may do: read the state, send what the person does, and move to another place. It knows no pane;
// after every change all panes are shown the new state.
type desk struct {
	words  *words.Catalog
	phrase *phrase.Book
	guide  *pages.Guide
	base   *knowledge.Base
	prices *prices.List
	sizes  *storage.Sizes

	session *session.Session
	place   place
	redraw  func()
	trouble func(error)
	dismiss func() // closes what trouble told

	estimate estimate
	sheet    *sheet // opened last
}

// pane is a part of the window that shows the state. The window lays everything out once all panes were shown, so that a
// pane which changes by itself asks the desk to redraw.
type pane interface {
	show(v *session.View)
}

// use makes the desk speak as a library does, with its knowledge and prices.
func (d *desk) use(lib *session.Library) {
	d.words, d.phrase, d.guide = lib.Words, lib.Phrase, pages.New(lib)
	d.base, d.prices, d.sizes = lib.Base, lib.Plans, lib.Planner.Sizes
}

// page builds the page of a step.
func (d *desk) page(step pages.Step) pages.Page { return d.guide.Page(d.view(), step) }

func (d *desk) view() *session.View { return d.session.View() }

// readOnly reports whether the case can't be changed in this window.
func (d *desk) readOnly() bool { return d.session.File().ReadOnly() }

func (d *desk) text(key string, values ...any) string { return d.words.Text(key, values...) }

// current is the step that the guide shows, and false when the trouble is over and nothing else was opened.
func (d *desk) current() (pages.Step, bool) {
	if d.place.step.Kind != "" {
		return d.place.step, true
	}
	return pages.Recommended(d.view())
}

// open shows a step in the guide.
func (d *desk) open(s pages.Step) {
	d.leave()
	d.place.step, d.place.tab = s, tabGuide
	d.redraw()
}

// leave remembers the step on the screen for Back.
func (d *desk) leave() {
	if s, ok := d.current(); ok && (len(d.place.trail) == 0 || d.place.trail[len(d.place.trail)-1] != s) {
		d.place.trail = append(d.place.trail, s)
	}
}

// back returns to the step seen before.
func (d *desk) back() {
	if n := len(d.place.trail); n > 0 {
		d.place.step, d.place.trail = d.place.trail[n-1], d.place.trail[:n-1]
	}
	d.place.tab = tabGuide
	d.redraw()
}

// follow goes on to the recommended step.
func (d *desk) follow() {
	d.leave()
	d.place.step, d.place.tab = pages.Step{}, tabGuide
	d.redraw()
}

// show changes the tab.
func (d *desk) show(t tab) {
	d.place.tab = t
	d.redraw()
}

// answer records an answer and, when it came from the step on the screen, goes on.
func (d *desk) answer(check, answer string) {
	s, _ := d.current()
	if s.Kind == diagnosis.StepCheck && s.ID == check {
		d.leave()
		d.place.step = pages.Step{}
	}
	d.tell(d.session.Answer(check, answer))
}

// try records what came of a fix and goes on.
func (d *desk) try(fix string, outcome casefile.Outcome) {
	s, _ := d.current()
	if s.ID == fix || s.For == fix || outcome == casefile.Worked {
		d.leave()
		d.place.step = pages.Step{}
	}
	d.tell(d.session.Try(fix, outcome))
}

// confirm opens a gate and goes on to the fix behind it.
func (d *desk) confirm(s pages.Step) {
	if s.For != "" {
		d.place.step = pages.Step{Kind: diagnosis.StepFix, ID: s.For}
	}
	d.tell(d.session.Confirm(s.ID))
}

func (d *desk) undo() {
	_, err := d.session.Undo()
	d.tell(err)
}

func (d *desk) redo() {
	_, err := d.session.Redo()
	d.tell(err)
}

// tell shows an error, if there is one. The session has redrawn already.
func (d *desk) tell(err error) {
	if err != nil {
		d.trouble(err)
	}
}
