package flow

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestGridTakesTheColumnsThatFit(t *testing.T) {
	test.NewTempApp(t)
	cells := make([]fyne.CanvasObject, 4)
	for i := range cells {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(40, float32(10*(i+1))))
		cells[i] = r
	}
	g := NewGrid(100, 10, cells...)
	for _, c := range []struct {
		width, height, lastX float32
	}{
		{90, 10 + 20 + 30 + 40 + 3*10, 0},
		{210, 20 + 10 + 40, 110},
		{330, 30 + 10 + 40, 0},
		{1000, 40, 757.5},
	} {
		if got := HeightFor(g, c.width); got != c.height {
			t.Errorf("%.0f wide it is %.0f high, want %.0f", c.width, got, c.height)
		}
		g.Resize(fyne.NewSize(c.width, c.height))
		last := cells[3]
		if last.Position().X != c.lastX || last.Position().Y+last.Size().Height != c.height {
			t.Errorf("%.0f wide the last cell is at %v", c.width, last.Position())
		}
	}
	cells[0].Hide()
	if got := HeightFor(g, 1000); got != 40 {
		t.Errorf("with one hidden it is %.0f high", got)
	}
	g.Resize(fyne.NewSize(320, 40))
	if cells[1].Position().X != 0 {
		t.Errorf("a hidden cell takes up room: the next is at %v", cells[1].Position())
	}
}
