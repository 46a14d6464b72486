package ui

import (
	"os"
	"strings"
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk/desktest"
)

// An editor adds an answer to the file while the case is open: the window shows it, the page stays, and the next answer loses
// nothing.
func TestTheWindowShowsWhatAnEditorWrote(t *testing.T) {
	w := openWindow(t)
	var changed func()
	w.start.Watch = func(_ *session.Session, f func()) func() {
		changed = f
		return func() { changed = nil }
	}
	w.watch()
	w.guide.Choose(1)
	page, path := w.guide.Step(), w.desk.Session.File().Path()
	c := w.desk.Session.File().Case()
	c.Events = append(c.Events, casefile.Event{
		Time: desktest.Noon(), Source: casefile.FromPerson, What: casefile.Answered{Check: "auto-lock-set", Answer: "never"},
	})
	desktest.Must(os.WriteFile(path, casefile.Format(c), 0o600))
	changed()
	if n := len(w.desk.View().Case.Events); n != len(c.Events) {
		t.Fatalf("the window has %d events, the file %d", n, len(c.Events))
	}
	if w.guide.Step() != page {
		t.Errorf("the page turned from %v to %v", page, w.guide.Step())
	}
	if said := desktest.Text(w.banner.content); !strings.Contains(said, w.desk.Text("notice.foreign")) {
		t.Errorf("the window says %q", said)
	}
	w.desk.Answer(page.ID, w.desk.Page(page).Answers[0].ID)
	data, err := os.ReadFile(path)
	desktest.Must(err)
	saved, err := casefile.Parse(path, data, w.start.Library.Known())
	desktest.Must(err)
	if len(saved.Events) != len(c.Events)+1 {
		t.Errorf("the file has %d events, want %d", len(saved.Events), len(c.Events)+1)
	}

	desktest.Must(os.WriteFile(path, []byte("not a case"), 0o600))
	w.desk.Answer(page.ID, w.desk.Page(page).Answers[1].ID) // the save moves it away
	changed()
	if said := desktest.Text(w.banner.content); !strings.Contains(said, ".damaged-") {
		t.Errorf("the window says %q", said)
	}
}
