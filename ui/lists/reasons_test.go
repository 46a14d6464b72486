package lists

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/chart"
	"backupdoctor/ui/desk/desktest"
)

// The weight of each answer is told in words, and shown by as many dots; neither decibels nor figures are.
func TestTheLedgerTellsHowStrongAnAnswerIs(t *testing.T) {
	s := desktest.Open(t)
	c := NewCauses(s.Desk)
	s.Put(c)
	desktest.Solve(s.Desk)
	if len(desktest.All[*chart.Dots](c.Object())) > 0 {
		t.Fatal("the weights are shown although nobody asked for all")
	}
	c.more.OnTapped()
	rows := 0
	for i := range s.Desk.View().Likely {
		for _, row := range c.ledger(&s.Desk.View().Likely[i]) {
			rows++
			text := desktest.Text(row)
			strong := strings.Contains(text, s.Desk.Text("ledger.strong"))
			if dots := desktest.Find[*chart.Dots](row); strong != (dots.Filled() == 3) || dots.Filled() < 1 {
				t.Errorf("%d dots stand beside %q", dots.Filled(), text)
			}
		}
	}
	if shown := len(desktest.All[*chart.Dots](c.Object())); rows < 5 || shown != rows {
		t.Errorf("%d answers have weight, %d are shown with dots", rows, shown)
	}
}

// An answer that can hardly be right is told in both lists, and one press asks it again.
func TestADoubtIsTold(t *testing.T) {
	s := desktest.Open(t)
	list := NewChecklist(s.Desk, func() {})
	s.Put(list)
	askAgain(t, s, list.Object)
	s.Desk.Answer("back-up-now-state", "absent")
	desktest.Count(s.Desk, desktest.Numbers{Plan: 20e9, Used: 15e9, Next: 1e9})
	text := desktest.Text(list.Object())
	if strings.Contains(text, "both are right") || !strings.Contains(text, "Apple doesn’t sell a 20 GB plan") {
		t.Errorf("after the answer was put right and a number is odd it tells %s", text)
	}
	s = desktest.Open(t)
	causes := NewCauses(s.Desk)
	s.Put(causes)
	askAgain(t, s, causes.Object)
}

// askAgain gives two answers that contradict each other, and presses what a list then offers.
func askAgain(t *testing.T, s *desktest.Stage, list func() fyne.CanvasObject) {
	t.Helper()
	s.Desk.Answer("back-up-switch", "off")
	if text := desktest.Text(list()); strings.Contains(text, "both are right") {
		t.Errorf("one answer is in doubt: %s", text)
	}
	s.Desk.Answer("back-up-now-state", "can-tap")
	text := desktest.Text(list())
	if !strings.Contains(text, "unlikely that both are right") || !desktest.Press(list(), s.Desk.Text("causes.doubt.again")) {
		t.Errorf("it tells no doubt: %s", text)
	}
	if step, ok := s.Desk.Opened(); !ok || step.ID != "back-up-now-state" {
		t.Errorf("%v is asked again", step)
	}
}
