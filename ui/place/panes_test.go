package place

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

func TestModeFollowsWidthAndTextScale(t *testing.T) {
	for _, c := range []struct {
		width, scale float32
		want         PanesMode
	}{{1180, 1, PanesThree}, {1000, 1, PanesThree}, {999, 1, PanesTwo}, {860, 1, PanesTwo}, {859, 1, PanesTabs}, {1290, 1.5, PanesTwo}, {1180, 1.5, PanesTabs}, {1180, 2, PanesTabs}} {
		if got := modeFor(c.width, c.scale); got != c.want {
			t.Errorf("width %.0f, scale %v: mode %d, want %d", c.width, c.scale, got, c.want)
		}
	}
}

func newTestPanes() (p *Panes, left, center, right *paint.Paragraph) {
	left, center, right = paint.NewParagraph(longText), paint.NewParagraph("centre"), paint.NewParagraph(longText)
	return NewPanes(LeftColumn{flow.NewColumn(0), left, flow.NewColumn(0)}, NewScroll(center), right), left, center, right
}

func TestPanesShareTheWidth(t *testing.T) {
	useTheme(t, theme.Options{})
	p, left, center, right := newTestPanes()
	var modes []PanesMode
	p.OnMode = func(m PanesMode) { modes = append(modes, m) }
	for _, w := range []float32{1000, 1180, 1600} {
		p.Resize(fyne.NewSize(w, 700))
		if l := left.Size().Width; l < 280 || l > 340 {
			t.Errorf("%.0f wide: left column %.0f", w, l)
		}
		if r := right.Size().Width; r < 240 || r > 280 {
			t.Errorf("%.0f wide: right column %.0f", w, r)
		}
		if sum := left.Size().Width + center.Size().Width + right.Size().Width + 2; sum != w {
			t.Errorf("%.0f wide: columns and lines fill %.1f", w, sum)
		}
	}
	p.Resize(fyne.NewSize(900, 700))
	if right.Size().Width != left.Size().Width {
		t.Errorf("folded: right %.0f wide, left %.0f", right.Size().Width, left.Size().Width)
	}
	if right.Position().Y < left.Position().Y+left.Size().Height {
		t.Error("folded: the right column lies on the left one")
	}
	p.Resize(fyne.NewSize(500, 700))
	if center.Size().Width != 500 || p.leftScroll.Visible() || p.rightScroll.Visible() {
		t.Errorf("tabs: centre %.0f wide, others visible %v %v", center.Size().Width, p.leftScroll.Visible(), p.rightScroll.Visible())
	}
	p.ShowPane(PaneRight)
	if !p.rightScroll.Visible() || right.Size().Width != 500 || p.center.Visible() {
		t.Errorf("tabs: right column visible %v, %.0f wide", p.rightScroll.Visible(), right.Size().Width)
	}
	p.Resize(fyne.NewSize(1180, 700))
	if !p.leftScroll.Visible() || !p.center.Visible() || !p.rightScroll.Visible() {
		t.Error("a column stayed hidden in a wide window")
	}
	want := []PanesMode{PanesThree, PanesTwo, PanesTabs, PanesThree}
	if len(modes) != len(want) {
		t.Fatalf("modes told: %v, want %v", modes, want)
	}
	for i := range want {
		if modes[i] != want[i] {
			t.Fatalf("modes told: %v, want %v", modes, want)
		}
	}
}

// The left column is 280 wide in both modes; its scroller must still learn that the right one came in.
func TestFoldingAtTheSameColumnWidthCanScrollToTheEnd(t *testing.T) {
	useTheme(t, theme.Options{})
	p, left, _, right := newTestPanes()
	left.SetText(strings.Repeat(longText+"\n", 6))
	p.Resize(fyne.NewSize(1000, 300))
	p.Resize(fyne.NewSize(999, 300))
	s := p.LeftScroll()
	s.HandleKey(key(fyne.KeyEnd))
	if want := left.HeightForWidth(280) + 1 + right.HeightForWidth(280) - 300; s.Offset() != want {
		t.Errorf("the end is at %.0f, want %.0f", s.Offset(), want)
	}
}

func TestScrollGivesContentTheHeightForItsWidth(t *testing.T) {
	useTheme(t, theme.Options{})
	p := paint.NewParagraph(strings.Repeat(longText+" ", 10))
	s := NewScroll(flow.NewColumn(8, p))
	for _, w := range []float32{500, 150, 300} {
		s.Resize(fyne.NewSize(w, 100))
		if got, want := p.Size().Height, p.HeightForWidth(w); got != want || p.Size().Width != w {
			t.Errorf("%.0f wide: text is %v, want %.0f high", w, p.Size(), want)
		}
	}
}

func TestScrollByKey(t *testing.T) {
	useTheme(t, theme.Options{})
	p := paint.NewParagraph(strings.Repeat(longText+" ", 20))
	s := NewScroll(p)
	show(t, s, 300, 200)
	end := p.HeightForWidth(300) - 200
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
	}{{fyne.KeyPageUp, 0}, {fyne.KeyPageDown, 180}, {fyne.KeyPageDown, 360}, {fyne.KeyPageUp, 180}, {fyne.KeyEnd, end}, {fyne.KeyPageDown, end}, {fyne.KeyHome, 0}} {
		if !s.HandleKey(key(c.key)) {
			t.Errorf("%s was not taken", c.key)
		}
		if s.Offset() != c.want {
			t.Errorf("after %s: %.0f, want %.0f", c.key, s.Offset(), c.want)
		}
	}
	if s.HandleKey(key(fyne.KeyA)) {
		t.Error("a letter was taken for scrolling")
	}
}

const longText = "The last backup could not be completed, because the phone was not on Wi-Fi for long enough."
