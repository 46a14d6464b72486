// Package desk is what a pane may do: read the state of the case, say what the person did, and go to another
// place in the window. It also holds the sheets that open over the window. It knows no pane: after every
// change the window shows all panes the new state.
package desk

import (
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
	"backupdoctor/ui/place"
)

// Tab names one of the views in the centre; in a narrow window the side columns are tabs too.
type Tab string

// The tabs.
const (
	TabChecklist Tab = "checklist"
	TabGuide     Tab = "guide"
	TabStorage   Tab = "storage"
	TabReport    Tab = "report"
	TabCauses    Tab = "causes"
)

// Pane is a part of the window that shows the state. A pane that changes by itself calls Desk.Redraw.
type Pane interface {
	Show(v *session.View)      // called after every change; the window lays out all panes afterwards
	Object() fyne.CanvasObject // always the same one
	FocusFirst(c fyne.Canvas)  // gives the keyboard to the control that a person uses first
}

// TabPane is a pane with a tab of its own in the centre of the window.
type TabPane interface {
	Pane
	Scroll() *place.Scroll // of the content, for the keys that scroll
	Reset()                // forgets what belongs to the case alone, before another case is shown
}

// PageKeeper is a pane that facts leave as it is: a person may be reading it, or pressing a button on it.
type PageKeeper interface {
	Pane
	KeepsPage()
}

// Hooks are the functions of the window that a desk calls.
type Hooks struct {
	Redraw      func()      // shows all panes the present state
	ShowFacts   func()      // the same after machines read something, less the panes that keep their page
	ReportError func(error) // shows an error above the panes
	Dismiss     func()      // closes the error that ReportError showed
	// After calls f once, on the goroutine of the window, when a time has passed; nil never does.
	After func(d time.Duration, f func())
	// Background runs work beside the window; nil does the work at once.
	Background func(func())
	Outside    Outside
	Watch      func() Watch // nil without a machine that can watch
}

// Dialogs are the functions of the window that open its dialogs.
type Dialogs struct {
	Cases, Details, Picker, Preferences, Reminder, Help, About func()

	Machines func(source string) // what a source of facts found out; nil where there are none
}

// Desk is the contract between the panes and the window. The fields are for reading; Use and OpenCase set
// them.
type Desk struct {
	Words   *words.Catalog
	Phrase  *phrase.Book
	Guide   *pages.Guide
	Base    *knowledge.Base
	Prices  *prices.List
	Sizes   *storage.Sizes
	Session *session.Session

	hooks     Hooks
	tab       Tab
	navigator *pages.Navigator // where the person is in the guide
	estimate  estimate
	doubt     doubt
	sheet     *Sheet // opened last
	folder    string // in which the person saved last; empty before
	helper    bool
}

// New makes a desk without a case: call Use, then OpenCase.
func New(h Hooks) *Desk { return &Desk{hooks: h, tab: TabGuide} }

// Use makes the desk speak as a library does, with its knowledge and prices.
func (d *Desk) Use(lib *session.Library) {
	d.Words, d.Phrase, d.Guide = lib.Words, lib.Phrase, pages.New(lib)
	d.Base, d.Prices, d.Sizes = lib.Base, lib.Plans, lib.Planner.Sizes
}

// OpenCase puts another case on the desk, with the guide in front.
func (d *Desk) OpenCase(s *session.Session) {
	d.estimate.forget()
	d.tab, d.navigator = TabGuide, pages.NewNavigator(d.Guide, s)
	d.Renew(s)
}

// Renew replaces the session of the same case, as after a change of the language. The person stays where they
// are.
func (d *Desk) Renew(s *session.Session) {
	d.Session = s
	d.navigator.SetSession(d.Guide, s)
	s.OnChange(func(_ *session.View, by session.Actor) {
		if by == session.ByMachine {
			d.hooks.ShowFacts()
			return
		}
		d.Redraw()
	})
}

// View returns the present state of the case.
func (d *Desk) View() *session.View { return d.Session.View() }

// Page builds the page of a step.
func (d *Desk) Page(step pages.Step) pages.Page { return d.Guide.Page(d.View(), step) }

// IsHelper reports whether the person helps others: the panes then show minutes, percentages and reasons with
// their weight. Otherwise they show one sentence instead.
func (d *Desk) IsHelper() bool { return d.helper }

// SetHelper chooses what the panes show, without drawing.
func (d *Desk) SetHelper(helper bool) { d.helper = helper }

// ReadOnly reports whether the case can't be changed in this window.
func (d *Desk) ReadOnly() bool { return d.Session.File().ReadOnly() }

// Text returns a text of the person's language, with values filled in.
func (d *Desk) Text(key string, values ...any) string { return d.Words.Text(key, values...) }

// Redraw shows all panes the present state.
func (d *Desk) Redraw() { d.hooks.Redraw() }

// After calls f on the goroutine of the window when a time has passed.
func (d *Desk) After(wait time.Duration, f func()) {
	if d.hooks.After != nil {
		d.hooks.After(wait, f)
	}
}

// ReportError shows an error, if there is one. The session has redrawn already.
func (d *Desk) ReportError(err error) {
	if err != nil {
		d.hooks.ReportError(err)
	}
}

// DismissError closes the error that was shown last.
func (d *Desk) DismissError() { d.hooks.Dismiss() }
