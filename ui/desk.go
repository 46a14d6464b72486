package ui

import (
	"backupdoctor/logic/casefile"
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

// desk is what a pane may do: read the state, send what the person does, and move to another place. It knows no pane;
// after every change all panes are shown the new state.
type desk struct {
	words  *words.Catalog
	phrase *phrase.Book
	guide  *pages.Guide
	base   *knowledge.Base
	prices *prices.List
	sizes  *storage.Sizes

	session   *session.Session
	navigator *pages.Navigator // where the person is in the guide
	tab       tab
	redraw    func()
	trouble   func(error)
	dismiss   func() // closes what trouble told

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

// open shows a step in the guide.
func (d *desk) open(s pages.Step) {
	d.navigator.Open(s)
	d.show(tabGuide)
}

// back returns to the step before.
func (d *desk) back() {
	d.navigator.Back()
	d.show(tabGuide)
}

// openRecommended goes on to the recommended step.
func (d *desk) openRecommended() {
	d.navigator.OpenRecommended()
	d.show(tabGuide)
}

// show changes the tab.
func (d *desk) show(t tab) {
	d.tab = t
	d.redraw()
}

// answer records an answer and, when the guide shows its check, goes on.
func (d *desk) answer(check, answer string) { d.settle(d.navigator.Answer(check, answer)) }

// try records what came of a fix and, when the guide shows the fix, goes on.
func (d *desk) try(fix string, outcome casefile.Outcome) { d.settle(d.navigator.Try(fix, outcome)) }

// confirm opens a gate and goes on to the fix behind it.
func (d *desk) confirm(gate pages.Step) { d.settle(d.navigator.Confirm(gate)) }

// settle shows an error of a step, and the place once more, to which the guide returns when the case did not take the step.
func (d *desk) settle(err error) {
	if err != nil {
		d.redraw()
		d.trouble(err)
	}
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
