package desk_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/paint"
)

func TestWhatIsPutOffIsKeptAsNotNow(t *testing.T) {
	for _, tt := range []struct {
		step pages.Step
		want casefile.What
	}{
		{
			pages.Step{Kind: diagnosis.StepCheck, ID: "vpn-filter"},
			casefile.Answered{Check: "vpn-filter", Answer: casefile.NotNow},
		},
		{pages.Step{Kind: diagnosis.StepFix, ID: "restart"}, casefile.Tried{Fix: "restart", Outcome: casefile.Declined}},
		{
			pages.Step{Kind: diagnosis.StepGate, ID: "computer-backup", For: "replace-backup"},
			casefile.Tried{Fix: "replace-backup", Outcome: casefile.Declined},
		},
	} {
		s := desktest.Open(t)
		s.Desk.Open(tt.step)
		s.Desk.PutOff(tt.step)
		events := s.Desk.View().Case.Events
		if len(events) != 1 || events[0].What != tt.want {
			t.Errorf("putting %v off is kept as %+v, want %+v", tt.step, events, tt.want)
		}
		if at, opened := s.Desk.Opened(); opened {
			t.Errorf("after %v was put off the guide stays at %v", tt.step, at)
		}
	}
}

func TestAStepIsOpenedInTheGuide(t *testing.T) {
	s := desktest.Open(t)
	s.Desk.ShowTab(desk.TabReport)
	step := pages.Step{Kind: diagnosis.StepCheck, ID: "vpn-filter"}
	s.Desk.Open(step)
	if at, opened := s.Desk.Opened(); !opened || at != step || s.Desk.Tab() != desk.TabGuide {
		t.Errorf("opened %v at %v, in front is the tab %s", opened, at, s.Desk.Tab())
	}
	s.NewCase(casefile.Header{Name: "Another", Device: "iphone"})
	if at, opened := s.Desk.Opened(); opened || s.Desk.HasMoved() || s.Desk.CanGoBack() {
		t.Errorf("another case begins at %v", at)
	}
}

func TestASheetIsNoHigherThanItMustBe(t *testing.T) {
	s := desktest.Open(t)
	sheet := s.Desk.NewSheet(s.Window, "Title", "")
	sheet.Body.Add(paint.NewParagraph("one line"))
	sheet.Show()
	low := sheet.Size().Height
	for range 200 {
		sheet.Body.Add(paint.NewParagraph("another line"))
	}
	sheet.Relayout()
	if room := s.Window.Canvas().Size().Height; low >= room/2 || sheet.Size().Height > room {
		t.Errorf("with one line it is %v high, with many %v, in a window of %v", low, sheet.Size().Height, room)
	}
}

func TestASheetAsksBeforeItIsDismissed(t *testing.T) {
	s := desktest.Open(t)
	sheet := s.Desk.NewSheet(s.Window, "Title", "")
	entry := sheet.NewEntry("", func() {})
	sheet.Body.Add(entry)
	asked := 0
	sheet.OnDismiss = func() bool { asked++; return asked > 1 }
	sheet.Show()
	c := s.Window.Canvas()
	if s.Desk.SheetOver(c) != sheet {
		t.Fatal("the sheet that was opened is not the one on top")
	}
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	if entry.TypedKey(escape); s.Desk.SheetOver(c) == nil {
		t.Error("Escape closes a sheet that says no")
	}
	if entry.TypedKey(escape); s.Desk.SheetOver(c) != nil || asked != 2 {
		t.Errorf("after asking %d times the sheet is still open", asked)
	}
}

func TestASheetTellsItsErrorAtItsTop(t *testing.T) {
	s := desktest.Open(t)
	sheet := s.Desk.NewSheet(s.Window, "Title", "")
	sheet.Show()
	if sheet.ReportError(nil) || strings.Contains(desktest.Text(sheet.Head), "read") {
		t.Error("no error is told as one")
	}
	want := s.Library.Words.Sentence(casefile.ErrReadOnly)
	if !sheet.ReportError(casefile.ErrReadOnly) || !strings.Contains(desktest.Text(sheet.Head), want) {
		t.Errorf("the sheet says %q, want %q", desktest.Text(sheet.Head), want)
	}
	if sheet.SetProblem(""); strings.Contains(desktest.Text(sheet.Head), want) {
		t.Error("a problem that is over is still told")
	}
}
