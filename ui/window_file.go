package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile/filename"
	"backupdoctor/logic/words"
)

// OpenFile opens a case from outside the window: one that another start of the program hands over, or one that
// was dropped on the window. It comes to the front. Sheets close as by Escape; while one stays, so does the
// open case.
func (w *Window) OpenFile(path string) {
	w.window.Show() // it may be hidden, with its icon in the system tray
	w.window.RequestFocus()
	if w.frame == nil {
		w.start.Case = path // the window is still being filled
		return
	}
	canvas := w.window.Canvas()
	for top := canvas.Overlays().Top(); top != nil; top = canvas.Overlays().Top() {
		if sheet := w.desk.SheetOver(canvas); sheet != nil {
			sheet.Dismiss()
		} else {
			canvas.Overlays().Remove(top)
		}
		if canvas.Overlays().Top() == top {
			return
		}
	}
	if !filename.IsCase(path) || !fileExists(path) {
		w.reportError(words.Fail("drop.no-case", "File", filepath.Base(path)))
		return
	}
	w.open(path)
}

// drop opens the first case among files that were dropped on the window.
func (w *Window) drop(files []fyne.URI) {
	if len(files) == 0 {
		return
	}
	first := files[0]
	for _, file := range files {
		if filename.IsCase(file.Path()) {
			first = file
			break
		}
	}
	w.OpenFile(first.Path())
}
