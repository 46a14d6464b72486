package place

import (
	"testing"

	"backupdoctor/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTabsByKeyAndPointer(t *testing.T) {
	useTheme(t, theme.Options{})
	var got []int
	tabs := NewTabStrip([]string{"Guide", "Storage", "Report"}, func(i int) { got = append(got, i) })
	c := show(t, tabs, 400, 40)
	tabs.TypedKey(key(fyne.KeyLeft)) // no tab there
	tabs.TypedKey(key(fyne.KeyRight))
	tabs.TypedKey(key(fyne.KeyEnd))
	test.TapCanvas(c, tabs.tabs[0].pos.AddXY(10, 10))
	test.TapCanvas(c, fyne.NewPos(390, 10)) // beside the tabs
	tabs.Select(1)
	if want := []int{1, 2, 0}; len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("chose %v, want %v", got, want)
	}
	if tabs.Selected() != 1 {
		t.Errorf("tab %d is chosen, want 1", tabs.Selected())
	}
}

func TestTabsGoToTheNextLineWhereNarrow(t *testing.T) {
	useTheme(t, theme.Options{TextScale: 2})
	tabs := NewTabStrip([]string{"Checklist", "Guide", "Storage", "Report"}, nil)
	wide, narrow := tabs.HeightForWidth(1000), tabs.HeightForWidth(320)
	if narrow < 1.8*wide {
		t.Errorf("height %.0f in 320 px, %.0f in 1000 px", narrow, wide)
	}
	for _, tb := range tabs.tabs {
		if tb.pos.X+tb.size.Width > 320 {
			t.Errorf("a tab ends at %.0f", tb.pos.X+tb.size.Width)
		}
	}
}

func key(n fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: n} }

func show(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Canvas {
	t.Helper()
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win.Canvas()
}

// useTheme makes an app with the program's theme for one test.
func useTheme(t *testing.T, o theme.Options) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(o))
	return a
}

func TestAStripWithTheFocusShowsARing(t *testing.T) {
	useTheme(t, theme.Options{})
	tabs := NewTabStrip([]string{"Guide", "Storage"}, nil)
	c := show(t, tabs, 300, 60)
	shown := func() (n int) {
		for _, o := range test.WidgetRenderer(tabs).Objects() {
			if o.Visible() {
				n++
			}
		}
		return n
	}
	before := shown()
	c.Focus(tabs)
	if shown() != before+1 {
		t.Errorf("%d objects are drawn with the focus, %d without", shown(), before)
	}
	c.Unfocus()
	if shown() != before {
		t.Error("the ring stays without the focus")
	}
}
