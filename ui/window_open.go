package ui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/casefile/filename"
	"backupdoctor/logic/session"
	"backupdoctor/logic/words"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// loadFirst opens the case that the start names, else the last case, else another case of the shelf, else a
// new one. A case of the shelf that can't be read becomes a warning, and the program starts.
func (w *Window) loadFirst() (casefile.Notice, error) {
	if w.start.Case != "" {
		path, err := filepath.Abs(w.start.Case)
		if err != nil {
			return casefile.Notice{}, err
		}
		missing := !fileExists(path)
		notice, err := w.load(path)
		if missing && err == nil && notice.IsZero() {
			w.warning = errors.Join(w.warning, words.Fail("notice.no-file", "File", filepath.Base(path)))
		}
		return notice, err
	}
	var paths []string
	if fileExists(w.settings.Case) {
		paths = append(paths, w.settings.Case)
	}
	items, err := w.shelf.List()
	w.warning = errors.Join(w.warning, err)
	for _, item := range items {
		path, err := w.shelf.Path(item.File)
		if err == nil && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	for _, path := range paths {
		notice, err := w.load(path)
		if err == nil {
			return notice, nil
		}
		w.warning = errors.Join(w.warning, err)
	}
	path, err := w.newCase()
	if err != nil {
		return casefile.Notice{}, err
	}
	return w.load(path)
}

// freeName is the name of a new case that no other case has.
func (w *Window) freeName(device string) string {
	// Ignore the error: the list of cases tells it, and two cases may have one name.
	items, _ := w.shelf.List()
	taken := make([]string, len(items))
	for i, item := range items {
		taken[i] = item.Name
	}
	return w.desk.Phrase.FreeName(device, taken)
}

// newHeader returns the header of a new case: an iPhone with country and language of the open case, or in the
// country of the computer's locale.
func (w *Window) newHeader() casefile.Header {
	h := casefile.Header{Name: w.freeName(apple.IPhone), Device: apple.IPhone}
	if w.desk.Session != nil {
		last := w.desk.View().Case.Header()
		h.Country, h.Language = last.Country, last.Language
	}
	if h.Country != "" {
		return h
	}
	if region, _ := w.desk.Words.Locale().Region(); region.IsCountry() {
		h.Country = w.desk.Prices.CountryOf(region)
	}
	return h
}

// newCase makes an empty case and returns the path of its file.
func (w *Window) newCase() (string, error) {
	name, err := w.shelf.Create(w.newHeader())
	if err != nil {
		return "", err
	}
	return w.shelf.Path(name)
}

// load opens a case's file and makes it the window's case.
func (w *Window) load(path string) (casefile.Notice, error) {
	file, notice, err := casefile.Open(path, w.start.Library.Known(), w.start.Now)
	if err != nil {
		return notice, err
	}
	if w.desk.Session != nil {
		w.reportError(w.desk.Session.File().Close())
	}
	w.desk.OpenCase(session.Open(w.start.Library, file, w.start.Now))
	w.watch()
	if w.machines != nil {
		w.machines.openCase()
	}
	w.revealed = nil
	if w.panes != nil {
		w.panes.LeftScroll().ScrollToTop()
		w.guide.Scroll().ScrollToTop()
	}
	for _, p := range w.tabs {
		p.Reset()
		p.Scroll().ScrollToTop()
	}
	return notice, nil
}

// open switches to another case.
func (w *Window) open(path string) {
	if full, err := filepath.Abs(path); err == nil && full == w.desk.Session.File().Path() {
		return
	}
	w.leave(func() { w.openAnyway(path) })
}

// openAnyway switches to another case, whatever is saved of the one before.
func (w *Window) openAnyway(path string) {
	notice, err := w.load(path)
	if err != nil {
		w.reportError(err)
		return
	}
	w.banner.clear()
	w.showNotice(notice)
	w.saveSettings()
	w.redraw()
}

func fileExists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

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

// Fail shows in the window why nothing could be opened, for a person who started the program by a click and
// sees no terminal. When the start named a case, a button opens the last case instead and calls opened.
// Without a library there is no button.
func (w *Window) Fail(text string, lib *session.Library, opened func()) {
	column := flow.NewColumn(theme.SpaceL, widgets.NewCallout(widgets.ToneBad, text))
	if lib != nil && w.start.Case != "" {
		last := widgets.NewPrimaryButton(lib.Words.Text("trouble.open-last"), func() {
			w.start.Case = ""
			if err := w.Fill(lib); err != nil {
				w.Fail(lib.Words.Sentence(err), lib, nil)
				return
			}
			opened()
		})
		column.Add(paint.NewParagraph(lib.Words.Text("trouble.unchanged")))
		column.Add(flow.NewWrap(theme.SpaceS, last))
	}
	w.window.SetContent(place.NewBackground(theme.ColorBackground,
		place.NewScroll(flow.NewPadded(theme.SpaceXL, flow.NewReadable(flow.ReadableWidth, column)))))
}
