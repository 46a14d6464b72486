package ui

import (
	"path/filepath"

	"backupdoctor/ui/widgets"
)

// watch shows from now on what somebody else writes into the file of the open case.
func (w *Window) watch() {
	if w.unwatch != nil {
		w.unwatch()
	}
	w.unwatch = func() {}
	if s := w.desk.Session; w.start.Watch != nil {
		w.unwatch = w.start.Watch(s, func() {
			if w.desk.Session.File() == s.File() { // the case is still open
				w.absorb()
			}
		})
	}
}

// absorb shows what somebody else wrote. The page that is being read stays.
func (w *Window) absorb() {
	came, err := w.desk.Absorb()
	if err != nil {
		w.reportError(err)
		return
	}
	switch {
	case came.Kept != "":
		w.tellForeign(w.desk.Text("notice.foreign.kept", "File", filepath.Base(came.Kept)))
	case came.Events > 0 || came.Header:
		w.redraw()
		w.tellForeign(w.desk.Text("notice.foreign"))
	}
}

func (w *Window) tellForeign(text string) {
	w.banner.show(widgets.ToneNeutral, text, w.desk.Text("trouble.close"), w.dismissError)
	w.frame.Refresh()
}
