package storage

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// upper is how far below the upper edge of the window something stands.
func upper(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
}

func TestWhatIsTurnedStaysUnderThePointer(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 600, Height: 800}, {Width: 1180, Height: 760}, {Width: 1600, Height: 800}} {
		w, p := openSpaced(t)
		w.Window.Resize(size)
		s := p.devices
		stays := func(name string, o fyne.CanvasObject, turn func()) {
			t.Helper()
			p.scroll.Reveal(o)
			before := upper(o)
			turn()
			if now := upper(o); now < before-1 || now > before+1 {
				t.Errorf("at %v, %s goes from %v to %v", size, name, before, now)
			}
		}
		stays("the heading of other devices", s.fold.Head(), func() { test.Tap(s.fold.Head()) })
		view := p.scroll
		for range 2 {
			view.Reveal(s.list.Add)
			test.TapCanvas(w.Window.Canvas(), fyne.NewPos(0, 0).Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(s.list.Add)).AddXY(8, 8))
		}
		if len(s.blocks()) != 2 {
			t.Fatalf("at %v, two taps add %d devices", size, len(s.blocks()))
		}
		b := s.blocks()[1]
		if y := upper(b.name.Entry) - upper(view); y < 0 || y+b.name.Entry.Size().Height > view.Size().Height {
			t.Errorf("at %v, the name of a new device stands at %v of a view of %v", size, y, view.Size().Height)
		}
		typeInto(b.amounts[0], "900 MB")
		stays("the tick for a device that is gone", b.gone, func() { test.Tap(b.gone) })
		stays("the heading of Apple One", p.bundle.fold.Head(), func() { test.Tap(p.bundle.fold.Head()) })
	}
}
