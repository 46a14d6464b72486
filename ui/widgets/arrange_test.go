package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
)

func TestArrangeMakesRoomForWhatGrewAndTakesItBack(t *testing.T) {
	test.NewTempApp(t)
	above, below := flow.NewColumn(0, paint.NewParagraph("one")), paint.NewParagraph("below")
	column := flow.NewColumn(0, place.NewCard(above), below)
	s := place.NewScroll(column)
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(200, 100))
	before := below.Position().Y

	for range 20 {
		above.Objects = append(above.Objects, paint.NewParagraph("more"))
	}
	place.Arrange(s)
	if below.Position().Y < before+20*10 {
		t.Errorf("what stands below twenty new lines moved from %.0f to %.0f", before, below.Position().Y)
	}
	s.Reveal(below)
	if end := below.Position().Y + below.Size().Height; s.Offset() == 0 || end > s.Offset()+s.Size().Height+1 {
		t.Errorf("the end at %.0f can't be scrolled into the view from %.0f", end, s.Offset())
	}

	above.Objects = above.Objects[:1]
	place.Arrange(s)
	if below.Position().Y != before || s.Offset() != 0 {
		t.Errorf("without them it stands at %.0f, want %.0f, and the view at %.0f, want the top", below.Position().Y, before, s.Offset())
	}
}
