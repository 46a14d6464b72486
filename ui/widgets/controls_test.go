package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/chart"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

func key(n fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: n} }

func show(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Canvas {
	t.Helper()
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win.Canvas()
}

func TestButtonIsPressedByTapEnterAndSpaceUnlessDisabled(t *testing.T) {
	useTheme(t, theme.Options{})
	n := 0
	for _, b := range []*Button{NewAnswerButton("It is on", func() { n++ }), NewPrimaryButton("Go", func() { n++ }), NewFlushLink("Why", func() { n++ })} {
		n = 0
		test.Tap(b)
		b.TypedKey(key(fyne.KeyReturn))
		b.TypedKey(key(fyne.KeySpace))
		b.TypedKey(key(fyne.KeyA))
		if n != 3 {
			t.Errorf("%q was pressed %d times, want 3", b.Text(), n)
		}
		b.Disable()
		test.Tap(b)
		b.TypedKey(key(fyne.KeyReturn))
		if n != 3 {
			t.Errorf("%q can be pressed while disabled", b.Text())
		}
	}
}

func TestButtonsAreLargeEnoughToHit(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		useTheme(t, theme.Options{TextScale: scale})
		for _, b := range []*Button{NewAnswerButton("1", nil), NewLinkButton("i", nil), NewFlushLink("i", nil)} {
			if s := b.MinSize(); s.Width < 28*scale || s.Height < 28*scale {
				t.Errorf("scale %v: a button of %v", scale, s)
			}
		}
	}
}

func TestLongAnswerWrapsInsideItsButton(t *testing.T) {
	useTheme(t, theme.Options{})
	b := NewAnswerButton("The phone shows a message that is not in this list", nil)
	f := flow.NewWrap(8, b)
	f.Resize(fyne.NewSize(160, flow.HeightFor(f, 160)))
	if b.Size().Width != 160 || b.Size().Height < 2*b.words.LineHeight() {
		t.Errorf("the button is %v", b.Size())
	}
	for _, o := range b.words.Objects() {
		if o.Position().X < 0 || o.Position().X+o.Size().Width > 160 || o.Position().Y+o.Size().Height > b.Size().Height {
			t.Errorf("words at %v, %v, outside a button of %v", o.Position(), o.Size(), b.Size())
		}
	}
}

func TestTabKeyVisitsControlsInOrderAndShowsARing(t *testing.T) {
	useTheme(t, theme.Options{})
	a, off, tabs := NewAnswerButton("A", nil), NewAnswerButton("off", nil), place.NewTabStrip([]string{"x", "y"}, nil)
	off.Disable()
	row := NewChecklistRow("Wi-Fi", StatusOpen, "1 min")
	c := show(t, flow.NewColumn(8, a, off, tabs, row), 300, 300)
	rings := []*paint.Ring{&a.focus, nil, &row.focus} // the tabs draw theirs in a package of their own
	for i, want := range []fyne.Focusable{a, tabs, row} {
		c.FocusNext()
		if c.Focused() != want {
			t.Fatalf("step %d: focus is on %T", i, c.Focused())
		}
		for j, r := range rings {
			if r != nil && r.Rect.Hidden == (i == j) {
				t.Errorf("step %d: ring of control %d is hidden %v", i, j, r.Rect.Hidden)
			}
		}
		if r := rings[i]; r != nil && r.Rect.StrokeWidth < 2 {
			t.Errorf("step %d: ring is %v thick", i, r.Rect.StrokeWidth)
		}
	}
}

func newTestRow(log *string) *ChecklistRow {
	r := NewChecklistRow("Low Data Mode is off", StatusNext, "Next, 1 min")
	r.OnOpen = func() { *log += "open " }
	r.OnMove = func(d int) { *log += map[int]string{-1: "up ", 1: "down "}[d] }
	return r
}

func TestRowKeys(t *testing.T) {
	useTheme(t, theme.Options{})
	log := ""
	r := newTestRow(&log)
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyUp, fyne.KeyDown} {
		r.TypedKey(key(k))
	}
	for _, c := range "fPx" {
		r.TypedRune(c)
	}
	if want := "open up down "; log != want {
		t.Errorf("did %q, want %q", log, want)
	}
}

func TestATapOnARowOpensItWhereverItIs(t *testing.T) {
	useTheme(t, theme.Options{})
	for _, x := range []float32{5, 140, 260} {
		log := ""
		r := newTestRow(&log)
		c := show(t, flow.NewColumn(0, r), 280, 100)
		test.MoveMouse(c, fyne.NewPos(x, r.Size().Height/2))
		test.TapCanvas(c, fyne.NewPos(x, r.Size().Height/2))
		if log != "open " {
			t.Errorf("a tap at %v did %q", x, log)
		}
	}
}

func TestRowIsAsHighSelectedAsNot(t *testing.T) {
	useTheme(t, theme.Options{})
	for w := float32(150); w < 360; w += 7 {
		log := ""
		r := newTestRow(&log)
		r.Set("Nothing else fills iCloud", StatusOpen, "2 min")
		before := r.HeightForWidth(w)
		r.Resize(fyne.NewSize(w, before))
		r.SetSelected(true)
		r.FocusGained()
		if got := r.HeightForWidth(w); got != before {
			t.Errorf("%.0f wide: %.0f high, selected %.0f", w, before, got)
		}
	}
}

func TestRowTitleWrapsAndPutsTheWordBelowWhereNarrow(t *testing.T) {
	useTheme(t, theme.Options{TextScale: 2})
	r := NewChecklistRow("Nothing else fills iCloud", StatusCannotTell, "Can't tell from here")
	r.Resize(fyne.NewSize(300, r.HeightForWidth(300)))
	word := r.wordText.Objects()[0]
	title := r.titleText.Objects()
	last := title[len(title)-1]
	if word.Position().Y < last.Position().Y+last.Size().Height-6 {
		t.Errorf("word at %v lies on the title at %v", word.Position(), last.Position())
	}
	if end := word.Position().Y + word.Size().Height; end > r.Size().Height {
		t.Errorf("word ends at %v of %v", end, r.Size().Height)
	}
}

func TestHeardLabels(t *testing.T) {
	useTheme(t, theme.Options{})
	for want, a := range map[string]fyne.Accessible{
		"Low Data Mode is off, Next, 1 min":          NewChecklistRow("Low Data Mode is off", StatusNext, "Next, 1 min"),
		"2. Tap Wi-Fi.":                              NewNumberedLine(2, "Tap **Wi-Fi**."),
		"Slow Wi-Fi, 46%. Strong: upload 0.8 Mbit/s": chart.NewBeliefBar("Slow Wi-Fi", "46%", 0.46, "Strong: upload 0.8 Mbit/s"),
		"Automatic backups can't start yet.":         NewCallout(ToneAccent, "**Automatic backups** can't start yet."),
		"Guide (Guide, Storage)":                     place.NewTabStrip([]string{"Guide", "Storage"}, nil),
		"Changes nothing":                            NewPill("Changes nothing", ToneOK),
		"It is on":                                   NewAnswerButton("It is on", nil),
	} {
		if got := a.AccessibilityLabel(); got != want {
			t.Errorf("heard %q, want %q", got, want)
		}
	}
}

func TestPointerShowsAHandOverControls(t *testing.T) {
	useTheme(t, theme.Options{})
	for _, c := range []desktop.Cursorable{NewAnswerButton("a", nil), NewChecklistRow("a", StatusOpen, ""), place.NewTabStrip(nil, nil)} {
		if c.Cursor() != desktop.PointerCursor {
			t.Errorf("%T has no hand", c)
		}
	}
}
