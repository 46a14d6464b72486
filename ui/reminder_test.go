package ui

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/desk/desktest"
)

// page is a file that can be written, or fails to.
type page struct {
	bytes.Buffer
	fails error
}

func (p *page) Close() error  { return p.fails }
func (p *page) URI() fyne.URI { return storage.NewFileURI("reminder.ics") }

// A case that waits for the night offers a calendar entry for the morning; a file that can't be written is told.
func TestAWaitingCaseGivesAReminder(t *testing.T) {
	w := openWindow(t)
	desktest.Solve(w.desk)
	w.desk.Try("turn-off-low-data-mode", casefile.Done)
	if text := desktest.Text(w.guide.Object()); !strings.Contains(text, w.desk.Text("reminder.save")) {
		t.Fatalf("no reminder is offered: %s", text)
	}
	entry, ok := w.desk.Guide.Reminder(w.desk.View())
	if !ok {
		t.Fatal("the case waits for nothing")
	}
	var file page
	if err := writeReminder(&file, entry); err != nil || !strings.Contains(file.String(), "BEGIN:VALARM") {
		t.Errorf("%v, the file says %q", err, file.String())
	}
	if err := writeReminder(&page{fails: errors.ErrUnsupported}, entry); err == nil {
		t.Error("a file that could not be closed is told as saved")
	}
}
