package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"backupdoctor/logic/reminder"
)

// saveReminder asks for a file and writes a calendar entry into it, for the moment when the result of the case shows.
func (w *Window) saveReminder() {
	entry, ok := w.desk.Guide.Reminder(w.desk.View())
	if !ok {
		return
	}
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err == nil && file != nil { // otherwise cancelled
			err = writeReminder(file, entry)
		}
		w.desk.ReportError(err)
	}, w.window)
	d.SetFileName(w.desk.Text("reminder.file") + reminder.Extension)
	d.Show()
}

// writeReminder writes the entry into a file and closes the file.
func writeReminder(file fyne.URIWriteCloser, entry reminder.Entry) error {
	_, err := file.Write(entry.Calendar())
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}
