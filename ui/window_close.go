package ui

import "backupdoctor/ui/widgets"

func (w *Window) close() {
	if !w.saved(w.leave) {
		return
	}
	w.leave()
}

// leave closes the window, whatever is saved.
func (w *Window) leave() {
	w.keep()
	w.tellError(w.desk.Session.File().Close())
	w.window.Close()
}

// saved reports whether all events of the case are on the disk. When they can't be saved it says so and offers to go on
// without them.
func (w *Window) saved(anyway func()) bool {
	if w.abandoned || !w.desk.Session.File().Unsaved() || w.desk.Session.File().Save() == nil {
		return true
	}
	w.banner.tell(widgets.ToneBad, w.desk.Text("trouble.unsaved"), w.desk.Text("trouble.anyway"), func() {
		w.abandoned = true
		anyway()
		w.abandoned = false
	})
	w.frame.Refresh()
	return false
}
