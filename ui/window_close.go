package ui

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// close closes the window, once all events are saved or the person gives them up.
func (w *Window) close() {
	if w.phoneWatch.staysInTray() {
		w.leave(w.window.Hide)
		return
	}
	w.leave(w.closeAnyway)
}

// closeAnyway closes the window, whatever is saved.
func (w *Window) closeAnyway() {
	w.isClosed = true
	w.saveSettings()
	w.unwatch()
	w.machines.stop()
	w.reportError(w.desk.Session.File().Close())
	w.window.Close()
}

// End keeps the open case when the program ends without the window having been closed, as when the system tells it
// to. Nobody can be asked then: a case that can't be saved is printed.
func (w *Window) End(out io.Writer) error {
	if w.isClosed || w.desk == nil || w.desk.Session == nil {
		return nil
	}
	file := w.desk.Session.File()
	err := file.Keep()
	if err != nil {
		_, trouble := fmt.Fprintf(out, "%s\n\n%s\n\n%s", w.desk.Words.Sentence(err), w.desk.Text("text.leave.printed"),
			casefile.Format(file.Case()))
		err = errors.Join(err, trouble)
	}
	return errors.Join(err, file.Close())
}

// leave calls left when the open case is kept. Otherwise it asks what to do, and calls left when the case is kept or the
// person gives it up.
func (w *Window) leave(left func()) {
	file := w.desk.Session.File()
	if err := file.Keep(); err != nil {
		w.askUnsaved(file, err, left)
		return
	}
	left()
}

// unsaved asks what to do with a case that can't be saved.
type unsaved struct {
	window *Window
	file   *casefile.File
	sheet  *desk.Sheet
	left   func()
}

// askUnsaved opens the sheet. Err says why the case can't be saved.
func (w *Window) askUnsaved(file *casefile.File, err error, left func()) {
	d := w.desk
	if w.unsaved != nil && w.unsaved.sheet.IsOpen() {
		return // it is asked already
	}
	u := &unsaved{window: w, file: file, left: left}
	w.unsaved = u
	u.sheet = d.NewSheet(w.window, d.Text("leave.title"), "",
		widgets.NewPrimaryButton(d.Text("trouble.again"), u.saveAgain))
	u.sheet.Cancels()
	u.list()
	u.sheet.ReportError(err)
	u.sheet.Show()
}

// list shows what the file lacks.
func (u *unsaved) list() {
	d := u.window.desk
	says, events := d.Phrase.Unkept(u.file.Unkept(), d.View().Device)
	list := flow.NewColumn(theme.SpaceXS)
	for _, e := range events {
		list.Add(paint.NewParagraph("• " + e))
	}
	// The foot has no room for four buttons in a low window with large text.
	others := flow.NewWrap(theme.SpaceS, widgets.NewAnswerButton(d.Text("leave.elsewhere"), u.saveElsewhere),
		widgets.NewAnswerButton(d.Text("leave.copy"), u.copyCase), widgets.NewAnswerButton(d.Text("leave.anyway"), u.leave))
	u.sheet.Body.Objects = []fyne.CanvasObject{paint.NewParagraph(says), list, others}
}

func (u *unsaved) saveAgain() {
	if !u.sheet.ReportError(u.file.Keep()) {
		u.leave()
	}
}

// saveElsewhere keeps the case in a new file.
func (u *unsaved) saveElsewhere() {
	d := u.window.desk
	d.AskForFile(u.window.window, desk.File{
		Title: d.Text("leave.elsewhere"), Name: filepath.Base(u.file.Path()),
		Ends: []string{filepath.Ext(u.file.Path())}, IsNew: true,
	}, func(path string) {
		if !u.sheet.ReportError(casefile.WriteCopy(path, u.file.Case())) {
			u.leave()
		}
	})
}

// copyCase puts the whole case on the clipboard, as its file would have it.
func (u *unsaved) copyCase() {
	fyne.CurrentApp().Clipboard().SetContent(string(casefile.Format(u.file.Case())))
	u.list()
	copied := widgets.NewCallout(widgets.ToneNeutral, u.window.desk.Text("leave.copied"))
	u.sheet.Body.Objects = append([]fyne.CanvasObject{copied}, u.sheet.Body.Objects...)
	u.sheet.Relayout()
}

func (u *unsaved) leave() {
	u.sheet.Close()
	u.left()
}
