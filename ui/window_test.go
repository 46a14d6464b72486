package ui

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/drawn"
)

// openWindow opens the program's window, headless, on an empty data folder.
func openWindow(t *testing.T) *Window { return openWindowIn(t, t.TempDir()) }

func openWindowIn(t *testing.T, home string) *Window {
	return openWindowWith(t, desktest.Library(t), home)
}

func openWindowWith(t *testing.T, lib *session.Library, home string) *Window {
	t.Helper()
	a := test.NewTempApp(t)
	// The toolkit's caches know the time only from the last painting; what is made long after it counts as
	// old at once.
	software.NewCanvas().Capture()
	w, err := New(Start{App: a, Library: lib, Home: home, Now: desktest.Noon, Outside: &desktest.Outside{Folder: home}})
	if err != nil {
		t.Fatal(err)
	}
	w.window.Resize(defaultSize)
	// A person who reads each page before answering.
	at := time.Now()
	w.guide.SetClock(func() time.Time {
		at = at.Add(10 * time.Second)
		return at
	})
	t.Cleanup(func() { _ = w.desk.Session.File().Close() })
	return w
}

func TestAFirstStartBeginsWithAPageOfItsOwn(t *testing.T) {
	home := t.TempDir()
	w := openWindowIn(t, home)
	if w.guide.Step().Kind != "" || !strings.Contains(desktest.Text(w.guide.Object()), w.desk.Text("first.title")) {
		t.Fatalf("a new case begins with %v, want the first page with the complaints", w.guide.Step())
	}
	w.saveSettings()
	desktest.Must(w.desk.Session.File().Close())
	w = openWindowIn(t, home)
	if w.guide.Step().Kind != "" {
		t.Errorf("opened again before anything was said, the case begins with %v", w.guide.Step())
	}
	w.guide.Choose(1)
	if w.desk.View().Messages[0].Complaint == nil {
		t.Error("choosing a card records no complaint")
	}
	recommended, _ := pages.Recommended(w.desk.View())
	if w.guide.Step() != recommended {
		t.Errorf("starting shows %v, want %v", w.guide.Step(), recommended)
	}
	w.desk.Answer(recommended.ID, w.desk.Page(w.guide.Step()).Answers[0].ID)
	w.desk.Undo()
	if w.guide.Step().Kind == "" {
		t.Error("taking the first answer back shows the first page again")
	}
}

func TestAMessageLeadsPastTheFirstPage(t *testing.T) {
	w := openWindow(t)
	desktest.Must(w.desk.Session.SayAs("last-backup-not-completed", ""))
	if w.guide.Step().Kind == "" {
		t.Error("the first page still stands there although something was said")
	}
}

func TestAnswersMoveAllPanes(t *testing.T) {
	w := openWindow(t)
	w.desk.OpenRecommended()
	before := w.guide.Step()
	answer := w.desk.Page(before).Answers[1]
	w.desk.Answer(before.ID, answer.ID)
	if w.guide.Step() == before {
		t.Error("the guide stays at a step that was answered")
	}
	if got := desktest.Text(w.list.Object()); got == "" || w.desk.View().Checked != 1 {
		t.Errorf("the checklist counts %d checked and says %q", w.desk.View().Checked, got)
	}
	if w.bar.undo.Disabled() {
		t.Error("there is nothing to undo after an answer")
	}
	w.desk.Back()
	if w.guide.Step() != before || !strings.Contains(desktest.Text(w.guide.Object()), answer.Label) {
		t.Errorf("Back shows %v with the answer %q, want %v with what was said", w.guide.Step(), answer.Label, before)
	}
	w.desk.Undo()
	if w.desk.View().Checked != 0 || !w.bar.undo.Disabled() {
		t.Error("undo leaves an answer behind")
	}
}

func TestThePlaceAndTheCaseAreRemembered(t *testing.T) {
	home := t.TempDir()
	w := openWindowIn(t, home)
	desktest.Must(w.desk.Session.SayAs("last-backup-not-completed", ""))
	step := pages.Step{Kind: "check", ID: "vpn-filter"}
	w.desk.Open(step)
	w.saveSettings()
	desktest.Must(w.desk.Session.File().Close())

	again := openWindowIn(t, home)
	if got := again.desk.View().Messages; len(got) != 1 || got[0].Message.ID != "last-backup-not-completed" {
		t.Errorf("the case opens with the messages %v", got)
	}
	if again.guide.Step() != step {
		t.Errorf("the guide opens at %v, want %v", again.guide.Step(), step)
	}
}

// A program that was closed on a page that asks for a proof begins with that page, in any language.
func TestACaseThatIsToBeProvedOpensAgain(t *testing.T) {
	home := t.TempDir()
	w := openWindowIn(t, home)
	w.desk.Try("restart", casefile.Done)
	w.saveSettings()
	desktest.Must(w.desk.Session.File().Close())
	again := openWindowIn(t, home)
	if step, open := again.desk.Current(); !open || step.Kind != diagnosis.StepProof {
		t.Errorf("it opens at %v", step)
	}
	again.start.Reload = func(string) (*session.Library, error) { return desktest.Library(t), nil }
	again.changeLanguage("")
	if step, open := again.desk.Current(); !open || step.Kind != diagnosis.StepProof {
		t.Errorf("in another language it shows %v", step)
	}
}

func TestARiskyFixCannotBeReachedPastItsGates(t *testing.T) {
	w := openWindow(t)
	fix := pages.Step{Kind: "fix", ID: "replace-backup"}
	w.desk.Open(fix)
	if len(w.desk.Page(w.guide.Step()).Blocked.Harmless) == 0 {
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
		if w.guide.Step().ID != gate {
			t.Fatalf("opening the fix shows %q, want the gate %q", w.guide.Step().ID, gate)
		}
		if w.guide.Choose(2); w.guide.Step().ID != gate {
			t.Fatalf("a gate has a second choice, which leads to %v", w.guide.Step())
		}
		w.guide.Choose(1)
	}
	if w.guide.Step() != fix {
		t.Errorf("behind its gates stands %v, want the fix", w.guide.Step())
	}
}

func TestSolvedIsCelebratedAndCanBeTakenBack(t *testing.T) {
	w := openWindow(t)
	w.desk.Try("restart", casefile.Done)
	if step, open := w.desk.Current(); !open || step.Kind != diagnosis.StepProof || w.desk.View().Solved {
		t.Fatalf("after a change the guide shows %v, not the proof", step)
	}
	w.guide.Choose(1)
	w.guide.Choose(1) // the date, as it stands there
	if _, open := w.desk.Current(); open {
		t.Fatal("the guide goes on although the trouble is over")
	}
	if got := desktest.Text(w.guide.Object()); !strings.Contains(got, w.desk.Text("solved.title", "Device", "iPhone")) || !strings.Contains(got, w.desk.Text("solved.again")) {
		t.Errorf("the last page says %q", got)
	}
	desktest.Press(w.guide.Object(), w.desk.Text("solved.again"))
	if w.desk.View().Solved {
		t.Error("the trouble is back, but the case stays solved")
	}
}

func TestOnlyAHelperSeesPercentages(t *testing.T) {
	home := t.TempDir()
	w := openWindowIn(t, home)
	found(w)
	shown := func(w *Window) string { return drawn.Canvas(w.window.Canvas()) }
	percent := regexp.MustCompile(`(?m)^[^%\n]*"[^"\n]*[0-9] ?%[^"\n]*"`)
	if got := percent.FindString(shown(w)); got != "" {
		t.Errorf("the window says %q to who is no helper", got)
	}
	w.setHelper(true)
	if !percent.MatchString(shown(w)) {
		t.Error("a helper sees no percentages")
	}
	desktest.Must(w.desk.Session.File().Close())
	if again := openWindowIn(t, home); !again.desk.IsHelper() {
		t.Error("the choice is forgotten")
	}
}

func TestTheHeaderSaysHowFarTheCaseIs(t *testing.T) {
	w := openWindow(t)
	says := func() string { return desktest.Text(w.bar.content) }
	for _, state := range []string{"state.open", "state.proving", "state.solved"} {
		if strings.Contains(says(), w.desk.Text(state)) {
			t.Errorf("an open case is called %q", w.desk.Text(state))
		}
	}
	w.desk.Try("restart", casefile.Done)
	if !strings.Contains(says(), w.desk.Text("state.proving")) {
		t.Errorf("after a change the header says %q", says())
	}
	w.desk.Prove(casefile.SeenFinished, desktest.Noon())
	if !strings.Contains(says(), w.desk.Text("state.solved")) {
		t.Errorf("after a finished backup the header says %q", says())
	}
}

// Each page of another case begins at its top, wherever the one before was read.
func TestAnotherCaseBeginsAtTheTop(t *testing.T) {
	w := openWindow(t)
	w.window.Resize(fyne.NewSize(1000, 560))
	found(w)
	path, err := w.newCase()
	desktest.Must(err)
	w.desk.ShowTab(desk.TabReport)
	w.visibleScroll().ScrollBy(100)
	if w.visibleScroll().Offset() == 0 {
		t.Fatal("the report does not scroll")
	}
	w.open(path)
	begun(w)
	w.desk.ShowTab(desk.TabReport)
	if down := w.visibleScroll().Offset(); down != 0 {
		t.Errorf("the report of the new case begins %v pixels down", down)
	}
}
