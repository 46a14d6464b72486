package place

import (
	"slices"
	"testing"

	"backupdoctor/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestTwoColumnsAreOneWhereItIsNarrow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	fields, bars, more, cards := block(50, 100), block(50, 200), block(50, 30), block(50, 40)
	c := NewTwoColumns(300, 20, 10, Part{fields, true}, Part{bars, false}, Part{more, true}, Part{cards, false})
	for _, one := range []struct {
		width, height float32
		at            map[fyne.CanvasObject]fyne.Position
		order         []fyne.CanvasObject
	}{
		{600, 100 + 200 + 30 + 40 + 3*10, map[fyne.CanvasObject]fyne.Position{more: {Y: 320}, cards: {Y: 360}}, []fyne.CanvasObject{fields, bars, more, cards}},
		{900, 200 + 10 + 40, map[fyne.CanvasObject]fyne.Position{bars: {X: 320}, more: {Y: 110}, cards: {X: 320, Y: 210}}, []fyne.CanvasObject{fields, more, bars, cards}},
	} {
		if got := c.HeightForWidth(one.width); got != one.height {
			t.Errorf("%.0f wide it is %.0f high, want %.0f", one.width, got, one.height)
		}
		c.Resize(fyne.NewSize(one.width, one.height))
		for o, want := range one.at {
			if o.Position() != want {
				t.Errorf("%.0f wide a part is at %v, want %v", one.width, o.Position(), want)
			}
		}
		if got := test.WidgetRenderer(c).Objects(); !slices.Equal(got, one.order) {
			t.Errorf("%.0f wide the keyboard goes another way than the eye", one.width)
		}
	}
	bars.Hide()
	if got := c.HeightForWidth(600); got != 100+30+40+2*10 {
		t.Errorf("with one part hidden it is %.0f high", got)
	}
}

func TestAnEstimateHasADashedOutline(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	entry := widget.NewEntry()
	d := NewDashed(entry)
	w := test.NewTempWindow(t, d)
	w.Resize(fyne.NewSize(200, 60))
	whole := w.Canvas().Capture()
	d.SetDashed(true)
	dashed := w.Canvas().Capture()
	changed := 0
	for x := range whole.Bounds().Dx() {
		for y := range whole.Bounds().Dy() {
			if whole.At(x, y) != dashed.At(x, y) {
				changed++
			}
		}
	}
	if !d.Dashed() || changed < 60 || changed > 800 {
		t.Errorf("%d pixels of the outline are gaps", changed)
	}
	d.SetDashed(false)
	again := w.Canvas().Capture()
	for x := range whole.Bounds().Dx() {
		if whole.At(x, 4) != again.At(x, 4) {
			t.Fatal("what is typed keeps the gaps")
		}
	}
}

// block is an object of a fixed least size.
func block(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}
