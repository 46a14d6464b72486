package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/widgets"
)

// clicker is a hand at the pointer, with a clock.
type clicker struct {
	w   *Window
	at  time.Time
	pos fyne.Position // of the last click
}

func newClicker(t *testing.T) *clicker {
	c := &clicker{w: openWindow(t), at: time.Now()}
	c.w.guide.gesture.now = func() time.Time { return c.at }
	return c
}

// click presses the first answer after a while, wherever it is.
func (c *clicker) click(after time.Duration) {
	c.at = c.at.Add(after)
	b := firstButton(c.w.guide.foot)
	c.pos = fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(5, 5)
	test.TapCanvas(c.w.window.Canvas(), c.pos)
}

// again clicks on the spot of the click before, whatever is there now.
func (c *clicker) again(after time.Duration) {
	c.at = c.at.Add(after)
	test.TapCanvas(c.w.window.Canvas(), c.pos)
}

func (c *clicker) answers() int { return len(c.w.desk.View().Case.Events) }

func TestADoubleClickAnswersOneQuestion(t *testing.T) {
	c := newClicker(t)
	c.click(time.Minute) // begins
	if c.w.guide.page.Kind == "" {
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
	for _, b := range buttonsIn(c.w.guide.foot) {
		if b.Text() == c.w.desk.Text("answer.cant-tell") {
			last = b
		}
	}
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).AddXY(5, 5)
	test.TapCanvas(c.w.window.Canvas(), pos)
	if n := c.answers(); n != 1 {
		t.Errorf("an answer given 0.7 s after the page came, elsewhere, was lost: %d", n)
	}
}

func buttonsIn(o fyne.CanvasObject) []*widgets.Button {
	switch o := o.(type) {
	case *widgets.Button:
		return []*widgets.Button{o}
	case *fyne.Container:
		var all []*widgets.Button
		for _, part := range o.Objects {
			all = append(all, buttonsIn(part)...)
		}
		return all
	}
	return nil
}

func TestAKeyHeldDownAnswersOneQuestion(t *testing.T) {
	c := newClicker(t)
	c.w.guide.gesture.tells = true
	press := func(repeats int) {
		c.w.guide.gesture.down()
		for range repeats {
			c.w.window.Canvas().OnTypedRune()('1')
		}
	}
	press(1) // begins
	press(20)
	if n := c.answers(); n != 1 {
		t.Errorf("a key held down gave %d answers, want 1", n)
	}
	press(1)
	if n := c.answers(); n != 2 {
		t.Errorf("the next press gave %d answers, want 2", n)
	}
	c.w.guide.focus(c.w.window.Canvas())
	c.w.guide.gesture.down()
	for range 5 {
		c.w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if n := c.answers(); n != 3 {
		t.Errorf("Enter held down on an answer made it %d answers, want 3", n)
	}
}
