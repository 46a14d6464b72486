package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestATickIsTurnedByTapAndKey(t *testing.T) {
	test.NewTempApp(t)
	var turned []bool
	tick := NewTick("Delete long videos", "1 GB, 10 minutes", func(on bool) { turned = append(turned, on) })
	tick.SetSpoken("not checked", "ticked")
	w := test.NewTempWindow(t, tick)
	w.Resize(fyne.NewSize(400, 60))
	test.Tap(tick)
	tick.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	tick.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(turned) != 3 || !turned[0] || turned[1] || !turned[2] || !tick.On() {
		t.Errorf("three turns gave %v", turned)
	}
	tick.SetOn(false)
	if len(turned) != 3 {
		t.Error("the program turning it counts as a person turning it")
	}
	if got := tick.AccessibilityLabel(); !strings.HasSuffix(got, "not checked") || !strings.Contains(got, "1 GB") {
		t.Errorf("it is told as %q", got)
	}
}

func TestFiguresOfATickGoBelowWhereItIsNarrow(t *testing.T) {
	test.NewTempApp(t)
	tick := NewTick("Mail", "0.1 to 0.9 GB, 10 minutes", nil)
	if wide, narrow := tick.HeightForWidth(600), tick.HeightForWidth(180); narrow <= wide {
		t.Errorf("%.0f high in a wide place, %.0f in a narrow one", wide, narrow)
	}
	tick.Resize(fyne.NewSize(180, tick.HeightForWidth(180)))
	test.TempWidgetRenderer(t, tick).Layout(tick.Size())
	if got := tick.figures.Position().Y; got < tick.words.Position().Y+tick.words.Size().Height {
		t.Errorf("the figures stand at %.0f, over the words", got)
	}
}
