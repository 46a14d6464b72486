package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/reminder"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

// A case that waits for the night offers a calendar entry for the morning, and then opens it.
func TestAWaitingCaseGivesAReminder(t *testing.T) {
	w := openWindow(t)
	desktest.Solve(w.desk)
	w.desk.Try("turn-off-low-data-mode", casefile.Done)
	if text := desktest.Text(w.guide.Object()); !strings.Contains(text, w.desk.Text("reminder.save")) {
		t.Fatalf("no reminder is offered: %s", text)
	}
	w.saveReminder()
	desktest.Press(w.window.Canvas().Overlays().Top(), w.desk.Text("file.save"))
	outside := w.start.Outside.(*desktest.Outside)
	path := filepath.Join(outside.Folder, w.desk.Text("reminder.file")+reminder.Extension)
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), "BEGIN:VALARM") {
		t.Errorf("%v, the file says %q", err, data)
	}
	if text := desktest.Text(w.banner.content); !strings.Contains(text, path) {
		t.Errorf("after saving the window says %q", text)
	}
	if !desktest.Press(w.banner.content, w.desk.Text("file.open")) || len(outside.Opened) != 1 || outside.Opened[0] != path {
		t.Errorf("opened is %q", outside.Opened)
	}
	if w.banner.content.Visible() {
		t.Error("the word about saving stays")
	}
}

func TestAReminderThatCanNotBeSavedIsTold(t *testing.T) {
	w := openWindow(t)
	waiting(w)
	w.start.Outside.(*desktest.Outside).Folder = filepath.Join(t.TempDir(), "gone")
	w.saveReminder()
	desktest.Press(w.window.Canvas().Overlays().Top(), w.desk.Text("file.save"))
	if text := desktest.Text(w.banner.content); !strings.Contains(text, "could not be saved") {
		t.Errorf("the window says %q", text)
	}
}

// Another folder is asked for above the sheet, and one Escape leads back to it.
func TestAnotherFolderIsAskedForAboveTheSheet(t *testing.T) {
	w := openWindow(t)
	waiting(w)
	w.saveReminder()
	sheet := top(t, w)
	folders := desktest.Find[*form.Select](sheet)
	folders.SetSelectedIndex(len(folders.Options) - 1)
	if top(t, w) == sheet {
		t.Fatal("nothing asks for another folder")
	}
	if folders.SelectedIndex() != 0 {
		t.Errorf("meanwhile the folder is %q", folders.Selected)
	}
	desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
	if top(t, w) != sheet || !desktest.Press(sheet, w.desk.Text("file.save")) {
		t.Error("the sheet is gone, or saves nothing any more")
	}
	if w.window.Canvas().Overlays().Top() != nil {
		t.Error("something lies over the window after saving")
	}
}
