package lists

import (
	"strings"
	"testing"

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
