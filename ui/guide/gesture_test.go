package guide

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/widgets"
)

// clicker is a hand at the pointer, with a clock.
type clicker struct {
	s   *desktest.Stage
	g   *Pane
	at  time.Time
	pos fyne.Position // of the last click
}

func newClicker(t *testing.T) *clicker {
	c := &clicker{at: time.Now()}
	c.s, c.g = open(t)
	c.g.SetClock(func() time.Time { return c.at })
	return c
}

// click presses the first card or answer after a while, wherever it is.
func (c *clicker) click(after time.Duration) {
	c.at = c.at.Add(after)
	var b fyne.CanvasObject = firstCard(c.g.content)
	if c.g.page.Kind != "" {
		b = firstButton(c.g.foot)
	}
	c.pos = fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(5, 5)
	test.TapCanvas(c.s.Window.Canvas(), c.pos)
}

// again clicks on the spot of the click before, whatever is there now.
func (c *clicker) again(after time.Duration) {
	c.at = c.at.Add(after)
	test.TapCanvas(c.s.Window.Canvas(), c.pos)
}

// answers counts what was said in answer to a page, without the complaint that begins.
func (c *clicker) answers() int {
	return len(c.s.Desk.View().Case.Events) - len(c.s.Desk.View().Messages)
}

func TestADoubleClickAnswersOneQuestion(t *testing.T) {
	c := newClicker(t)
	c.click(time.Minute) // begins
	if c.g.page.Kind == "" {
		t.Fatal("the first click did not begin")
	}
	c.click(200 * time.Millisecond)
	if n := c.answers(); n != 0 {
		t.Fatalf("the second click of the one that begins gave %d answers", n)
	}
	c.click(time.Minute)
	c.again(100 * time.Millisecond)
	c.again(650 * time.Millisecond)
	if n := c.answers(); n != 1 {
		t.Errorf("three clicks in a row on one spot gave %d answers, want 1", n)
	}
	c.click(2 * time.Second)
	if n := c.answers(); n != 2 {
		t.Errorf("a click two seconds later was lost: %d answers, want 2", n)
	}
}

func TestAQuickClickElsewhereCounts(t *testing.T) {
	c := newClicker(t)
	c.click(time.Minute)
	c.at = c.at.Add(700 * time.Millisecond)
	var last *widgets.Button
	for _, b := range desktest.Buttons(c.g.foot) {
		if b.Text() == c.s.Desk.Text("answer.cant-tell") {
			last = b
		}
	}
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).AddXY(5, 5)
	test.TapCanvas(c.s.Window.Canvas(), pos)
	if n := c.answers(); n != 1 {
		t.Errorf("an answer given 0.7 s after the page came, elsewhere, was lost: %d", n)
	}
}

func TestAKeyHeldDownAnswersOneQuestion(t *testing.T) {
	c := newClicker(t)
	c.g.gesture.tells = true
	press := func(repeats, choice int) {
		c.g.gesture.down()
		for range repeats {
			c.g.Choose(choice)
		}
	}
	press(1, 1) // begins
	press(20, 1)
	if n := c.answers(); n != 1 {
		t.Errorf("a key held down gave %d answers, want 1", n)
	}
	press(1, 1)
	if n := c.answers(); n != 2 {
		t.Errorf("the next press gave %d answers, want 2", n)
	}
	c.g.FocusFirst(c.s.Window.Canvas())
	c.g.gesture.down()
	for range 5 {
		c.s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if n := c.answers(); n != 3 {
		t.Errorf("Enter held down on an answer made it %d answers, want 3", n)
	}
}
