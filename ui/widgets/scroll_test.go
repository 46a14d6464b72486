package widgets

import (
	"testing"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"

	"fyne.io/fyne/v2"
)

func TestRevealScrollsAsLittleAsNeeded(t *testing.T) {
	useTheme(t, theme.Options{})
	var rows []fyne.CanvasObject
	for range 20 {
		rows = append(rows, NewChecklistRow("Connected to Wi-Fi", StatusOpen, "1 min"))
	}
	s := place.NewScroll(flow.NewColumn(0, rows...))
	show(t, s, 300, 180) // five rows of 36
	for _, c := range []struct {
		row  int
		want float32
	}{{3, 0}, {5, 36}, {19, 15 * 36}, {16, 15 * 36}, {10, 10 * 36}} {
		s.Reveal(rows[c.row])
		if s.Offset() != c.want {
			t.Errorf("row %d: scrolled to %.0f, want %.0f", c.row, s.Offset(), c.want)
		}
	}
}
