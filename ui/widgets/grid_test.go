package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/theme"
)

func TestAGridHasAsManyColumnsAsFit(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	boxes := make([]fyne.CanvasObject, 5)
	for i := range boxes {
		r := &canvas.Rectangle{}
		r.SetMinSize(fyne.NewSize(20, 30))
		boxes[i] = r
	}
	boxes[1].Hide()
	g := NewGrid(100, 10, boxes...)
	for _, c := range []struct{ width, column, height float32 }{{90, 90, 150}, {210, 100, 70}, {320, 100, 70}, {500, 117.5, 30}} {
		if got := HeightFor(g, c.width); got != c.height {
			t.Errorf("at %.0f it is %.0f high, want %.0f", c.width, got, c.height)
		}
		g.Resize(fyne.NewSize(c.width, c.height))
		for _, b := range boxes {
			if b.Visible() && (b.Size().Width != c.column || b.Position().X+b.Size().Width > c.width) {
				t.Errorf("at %.0f a column is %.1f wide at %.1f, want %.1f", c.width, b.Size().Width, b.Position().X, c.column)
			}
		}
	}
}
