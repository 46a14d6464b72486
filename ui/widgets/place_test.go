package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

func TestAViewFollowsTheFocus(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	first, far := NewAnswerButton("First", nil), NewAnswerButton("Far below", nil)
	inside := place.NewScroll(flow.NewColumn(0, first, block(10, 900), place.NewCard(far)))
	outside := NewAnswerButton("Outside", nil)
	w := test.NewTempWindow(t, flow.NewColumn(0, outside, &fyne.Container{Layout: fixedLayout{200}, Objects: []fyne.CanvasObject{inside}}))
	w.Resize(fyne.NewSize(300, 300))
	seen := func(o fyne.CanvasObject) bool {
		d := fyne.CurrentApp().Driver()
		top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(inside).Y
		return top >= 0 && top+o.Size().Height <= inside.Size().Height
	}
	w.Canvas().Focus(far)
	if !seen(far) || seen(first) {
		t.Errorf("the keyboard is at what nobody sees; the view is at %v", inside.Offset())
	}
	at := inside.Offset()
	w.Canvas().Focus(outside)
	if inside.Offset() != at {
		t.Error("the view moves for what is not in it")
	}
	w.Canvas().Focus(first)
	if !seen(first) {
		t.Errorf("the view stays at %v", inside.Offset())
	}
}

// fixedLayout gives one object a fixed height.
type fixedLayout struct{ height float32 }

func (l fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, l.height))
}

func (l fixedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, l.height) }

func TestAViewRevealsWhatWasNeverDrawn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	far := NewAnswerButton("Far below", nil)
	column := flow.NewColumn(0, block(10, 900), place.NewCard(far))
	s := place.NewScroll(column)
	s.Resize(fyne.NewSize(300, 200))
	s.Reveal(far)
	if from, to := s.Offset(), s.Offset()+200; from > 900 || to < 900+far.Size().Height {
		t.Errorf("the view is at %v to %v, the button at 900", from, to)
	}
	s.ScrollToTop()
	s.Reveal(column)
	if s.Offset() != 0 {
		t.Errorf("of what is higher than the view not the beginning is seen, but what is at %v", s.Offset())
	}
}
