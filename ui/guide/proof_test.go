package guide

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/phone"
)

// proving opens the page that asks for the result of a fix.
func proving(t *testing.T) (*desktest.Stage, *Pane) {
	t.Helper()
	s, g := open(t)
	s.Desk.Try("turn-on-backup", casefile.Done)
	return s, g
}

// A new backup is recorded with the date and the time that the person read.
func TestANewBackupIsAskedForItsTime(t *testing.T) {
	s, g := proving(t)
	desktest.Press(g.foot, s.Desk.Text("proof.answer.finished"))
	if s.Desk.View().Solved {
		t.Fatal("solved before the time was asked")
	}
	entry := desktest.Find[*form.Entry](g.foot)
	test.Type(entry, "25 o'clock")
	if got := desktest.Text(g.foot); entry.Text == "" || !strings.Contains(got, s.Desk.Text("when.clock.wrong")) {
		t.Errorf("a time that is none is taken: %q", got)
	}
	entry.SetText("")
	test.Type(entry, "11:58 am")
	desktest.Press(g.foot, s.Desk.Text("when.record"))
	v := s.Desk.View()
	if want := desktest.Noon().Add(-2 * time.Minute); len(v.Case.Events) == 0 || !proofOf(v.Case.Events).Equal(want) {
		t.Errorf("the proof is of %v, want %v", proofOf(v.Case.Events), want)
	}
}

// A time that can't be read is not dropped: nothing is recorded until it is mended or taken out.
func TestATimeThatCanNotBeReadIsNotDropped(t *testing.T) {
	s, g := proving(t)
	desktest.Press(g.foot, s.Desk.Text("proof.answer.finished"))
	entry := desktest.Find[*form.Entry](g.foot)
	test.Type(entry, "half past")
	before := len(s.Desk.View().Case.Events)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	desktest.Press(g.foot, s.Desk.Text("when.record"))
	g.Choose(1)
	if now := len(s.Desk.View().Case.Events); now != before || entry.Text != "half past" {
		t.Errorf("%d events are recorded, the field says %q", now-before, entry.Text)
	}
	if s.Focus() != fyne.Focusable(entry) {
		t.Errorf("the keyboard is at %T", s.Focus())
	}
	entry.SetText("")
	if desktest.Press(g.foot, s.Desk.Text("when.record")); len(s.Desk.View().Case.Events) != before+1 {
		t.Error("a backup without a time is not recorded")
	}
}

// proofOf is when the backup of the last proof finished.
func proofOf(events []casefile.Event) time.Time {
	proved, _ := events[len(events)-1].What.(casefile.Proved)
	return proved.Backup
}

func TestTheQuestionForTheTimeCanBeLeft(t *testing.T) {
	s, g := proving(t)
	desktest.Press(g.foot, s.Desk.Text("proof.answer.finished"))
	desktest.Press(g.foot, s.Desk.Text("when.back"))
	if !desktest.Press(g.foot, s.Desk.Text("proof.answer.running")) || s.Desk.View().Solved {
		t.Error("there is no way to another answer")
	}
	_, g = proving(t)
	desktest.Press(g.foot, s.Desk.Text("proof.answer.finished"))
	g.desk.Undo()
	if len(desktest.All[*widget.Entry](g.foot)) > 0 || g.when.open {
		t.Error("the question for the time stays when the fix is taken back")
	}
}

// Each answer shows the line as the device does, as long as there is room to read above them.
func TestTheAnswersShowTheLine(t *testing.T) {
	_, g := proving(t)
	for _, c := range []struct {
		size     fyne.Size
		pictured bool
	}{{fyne.NewSize(868, 650), true}, {fyne.NewSize(780, 400), false}, {fyne.NewSize(1640, 980), true}} {
		g.object.Resize(c.size)
		shown := 0
		for _, b := range g.cards.buttons {
			if picture := desktest.Find[*phone.Glimpse](b); picture.Visible() {
				shown++
			}
		}
		if len(g.cards.buttons) != 4 || (shown == 4) != c.pictured || shown%4 != 0 {
			t.Errorf("at %v %d of %d answers show their line", c.size, shown, len(g.cards.buttons))
		}
		read := g.scroll.Size()
		if !g.folded && read.Height < c.size.Height*readPictured-1 && read.Height < flow.HeightFor(g.read, read.Width) {
			t.Errorf("at %v the answers leave %.0f to read", c.size, read.Height)
		}
	}
}

// Who works by keyboard stays with the question: the day comes first, and what is typed survives a redraw.
func TestTheQuestionForTheTimeKeepsTheKeyboard(t *testing.T) {
	s, g := proving(t)
	g.Choose(1)
	g.FocusFirst(s.Window.Canvas())
	if _, ok := s.Focus().(*form.Select); !ok {
		t.Fatalf("the keyboard is at %T", s.Focus())
	}
	entry := desktest.Find[*form.Entry](g.foot)
	s.Window.Canvas().Focus(entry)
	test.Type(entry, "11:5")
	s.Desk.Redraw()
	if now := desktest.Find[*form.Entry](g.foot); now != entry || now.Text != "11:5" || s.Focus() != fyne.Focusable(entry) {
		t.Errorf("after a redraw the field says %q and the keyboard is at %T", now.Text, s.Focus())
	}
	entry.SetText("11:58 AM")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if at := proofOf(s.Desk.View().Case.Events); !at.Equal(desktest.Noon().Add(-2 * time.Minute)) {
		t.Errorf("Enter records %v", at)
	}
}
