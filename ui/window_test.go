package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// library is the real knowledge base with the real prices and words.
func library(t testing.TB) *session.Library {
	t.Helper()
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// noon is when all tests happen.
func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

// openWindow opens the program's window, headless, on an empty data folder.
func openWindow(t *testing.T) *Window { return openWindowIn(t, t.TempDir()) }

func openWindowIn(t *testing.T, home string) *Window { return openWindowWith(t, library(t), home) }

func openWindowWith(t *testing.T, lib *session.Library, home string) *Window {
	t.Helper()
	a := test.NewTempApp(t)
	// The toolkit's caches know the time only from the last painting; what is made long after it counts as old at once.
	software.NewCanvas().Capture()
	w, err := New(Start{App: a, Library: lib, Home: home, Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	w.window.Resize(defaultSize)
	// A person who reads each page before answering.
	at := time.Now()
	w.guide.gesture.now = func() time.Time {
		at = at.Add(10 * time.Second)
		return at
	}
	t.Cleanup(func() { _ = w.desk.Session.File().Close() })
	return w
}

func TestAFirstStartBeginsWithAPageOfItsOwn(t *testing.T) {
	home := t.TempDir()
	w := openWindowIn(t, home)
	if w.guide.page.Kind != "" || len(w.guide.choices) != 1 {
		t.Fatalf("a new case begins with %v and %d choices, want the first page with its one action", w.guide.page.Step, len(w.guide.choices))
	}
	w.keep()
	must(w.desk.Session.File().Close())
	w = openWindowIn(t, home)
	if w.guide.page.Kind != "" {
		t.Errorf("opened again before anything was said, the case begins with %v", w.guide.page.Step)
	}
	w.guide.choose(1)
	recommended, _ := pages.Recommended(w.desk.View())
	if w.guide.page.Step != recommended {
		t.Errorf("starting shows %v, want %v", w.guide.page.Step, recommended)
	}
	w.desk.Answer(recommended.ID, w.guide.page.Answers[0].ID)
	w.desk.Undo()
	if w.guide.page.Kind == "" {
		t.Error("taking the first answer back shows the first page again")
	}
}

func TestAMessageLeadsPastTheFirstPage(t *testing.T) {
	w := openWindow(t)
	must(w.desk.Session.SayKnown("last-backup-not-completed"))
	if w.guide.page.Kind == "" {
		t.Error("the first page still stands there although something was said")
	}
}

func TestAnswersMoveAllPanes(t *testing.T) {
	w := openWindow(t)
	w.guide.choose(1)
	before := w.guide.page.Step
	w.desk.Answer(before.ID, w.guide.page.Answers[1].ID)
	if w.guide.page.Step == before {
		t.Error("the guide stays at a step that was answered")
	}
	if got := w.list.summary.Text(); got == "" || w.desk.View().Checked != 1 {
		t.Errorf("the checklist counts %d checked and says %q", w.desk.View().Checked, got)
	}
	if w.bar.undo.Disabled() {
		t.Error("there is nothing to undo after an answer")
	}
	w.desk.Back()
	if w.guide.page.Step != before || w.guide.said() == "" {
		t.Errorf("Back shows %v with the answer %q, want %v with what was said", w.guide.page.Step, w.guide.said(), before)
	}
	w.desk.Undo()
	if w.desk.View().Checked != 0 || !w.bar.undo.Disabled() {
		t.Error("undo leaves an answer behind")
	}
}

func TestThePlaceAndTheCaseAreRemembered(t *testing.T) {
	home := t.TempDir()
	w := openWindowIn(t, home)
	must(w.desk.Session.SayKnown("last-backup-not-completed"))
	step := pages.Step{Kind: "check", ID: "vpn-filter"}
	w.desk.Open(step)
	w.keep()
	must(w.desk.Session.File().Close())

	again := openWindowIn(t, home)
	if got := again.desk.View().Messages; len(got) != 1 || got[0].Message.ID != "last-backup-not-completed" {
		t.Errorf("the case opens with the messages %v", got)
	}
	if again.guide.page.Step != step {
		t.Errorf("the guide opens at %v, want %v", again.guide.page.Step, step)
	}
}

func TestARiskyFixCannotBeReachedPastItsGates(t *testing.T) {
	w := openWindow(t)
	fix := pages.Step{Kind: "fix", ID: "replace-backup"}
	w.desk.Open(fix)
	if len(w.guide.page.Blocked.Harmless) == 0 {
		t.Fatal("a fix that loses data is offered before the harmless ones")
	}
	for range 200 { // put everything off that is harmless
		page := w.desk.Page(fix)
		if len(page.Blocked.Harmless) == 0 {
			break
		}
		w.desk.Try(page.Blocked.Harmless[0], "declined")
	}
	for _, gate := range []string{"computer-backup", "loss:replace-backup"} {
		w.desk.Open(fix)
		if w.guide.page.ID != gate {
			t.Fatalf("opening the fix shows %q, want the gate %q", w.guide.page.ID, gate)
		}
		if len(w.guide.choices) != 1 {
			t.Fatalf("a gate has %d choices, want one", len(w.guide.choices))
		}
		w.guide.choose(1)
	}
	if w.guide.page.Step != fix {
		t.Errorf("behind its gates stands %v, want the fix", w.guide.page.Step)
	}
}

func TestSolvedIsCelebratedAndCanBeTakenBack(t *testing.T) {
	w := openWindow(t)
	w.desk.Try("restart", "worked")
	if _, open := w.desk.Current(); open {
		t.Fatal("the guide goes on although the trouble is over")
	}
	if len(w.guide.content.Objects) == 0 || len(w.guide.choices) != 2 {
		t.Error("the last page has nothing to choose")
	}
	w.guide.choose(2)
	if w.desk.View().Solved {
		t.Error("the trouble is back, but the case stays solved")
	}
}
