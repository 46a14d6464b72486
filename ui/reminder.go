package ui

import (
	"backupdoctor/logic/reminder"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/widgets"
)

// saveReminder asks for a file and writes a calendar entry into it, for the moment when the result of the case
// shows. Then it offers to open the file, since only a calendar reminds anybody.
func (w *Window) saveReminder() {
	entry, ok := w.desk.Guide.Reminder(w.desk.View())
	if !ok {
		return
	}
	d := w.desk
	d.AskForFile(w.window, desk.File{
		Title: d.Text("reminder.save"), Name: d.Text("reminder.file") + reminder.Extension,
		Ends: []string{reminder.Extension},
	}, func(path string) {
		if err := desk.WriteFile(path, entry.Calendar()); err != nil {
			d.ReportError(err)
			return
		}
		w.banner.show(widgets.ToneNeutral, d.Text("reminder.saved", "File", path), d.Text("file.open"), func() {
			w.dismissError()
			d.OpenOutside(path)
		})
		w.frame.Refresh()
	})
}
