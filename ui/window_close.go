package ui

import "backupdoctor/ui/widgets"

// close closes the window, once all events are saved or the person gives them up.
func (w *Window) close() {
	if w.phoneWatch.staysInTray() {
		w.window.Hide()
		return
	}
	if w.saveAll(w.closeAnyway) {
		w.closeAnyway()
	}
}

// closeAnyway closes the window, whatever is saved.
func (w *Window) closeAnyway() {
	w.saveSettings()
	w.unwatch()
	w.machines.stop()
	w.reportError(w.desk.Session.File().Close())
	w.window.Close()
}

// saveAll reports whether all events of the case are on the disk. When they can't be saved, the banner says
// so, and its action calls anyway, which goes on without them.
func (w *Window) saveAll(anyway func()) bool {
	if !w.desk.Session.File().Unsaved() || w.desk.Session.File().Save() == nil {
		return true
	}
	w.banner.show(widgets.ToneBad, w.desk.Text("trouble.unsaved"), w.desk.Text("trouble.anyway"), anyway)
	w.frame.Refresh()
	return false
}
