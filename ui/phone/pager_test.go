package phone

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/ui/theme"
)

// paged is a pager with four pictures in a window.
func paged(t *testing.T) (*Pager, fyne.Window, *[]int) {
	t.Helper()
	base, text := known(t), english(t)
	use(t, theme.Options{})
	walk, err := base.Walk("low-data-mode-wifi", apple.Device{})
	if err != nil {
		t.Fatal(err)
	}
	g := NewPager(New(text), text)
	g.SetTour(tour.New(base, walk, knowledge.ActOff, apple.Device{}))
	var told []int
	g.OnPage = func(i int) { told = append(told, i) }
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(260, 560))
	return g, w, &told
}

func TestArrowKeysTurnThePages(t *testing.T) {
	g, w, told := paged(t)
	w.Canvas().Focus(g)
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyLeft, fyne.KeyEnd} {
		g.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if want := []int{1, 2, 3, 2, 0, 3}; !slices.Equal(*told, want) {
		t.Errorf("told of the pages %v, want %v", *told, want)
	}
	if got := g.AccessibilityLabel(); got != "Picture 4 of 4" {
		t.Errorf("the line below says %q", got)
	}
	if got := g.caption.Text; got != "Picture 4 of 4" {
		t.Errorf("the line below is drawn as %q", got)
	}
}

func TestOtherKeysGoToTheWindow(t *testing.T) {
	g, w, _ := paged(t)
	var keys []fyne.KeyName
	var runes []rune
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { keys = append(keys, e.Name) })
	w.Canvas().SetOnTypedRune(func(r rune) { runes = append(runes, r) })
	w.Canvas().Focus(g)
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	g.TypedRune('2')
	if !slices.Equal(keys, []fyne.KeyName{fyne.KeyEscape}) || string(runes) != "2" {
		t.Errorf("the window got %v and %q", keys, string(runes))
	}
}

func TestArrowsTurnThePagesAndStopAtTheEnds(t *testing.T) {
	g, _, told := paged(t)
	test.Tap(g.previous)
	for range 5 {
		test.Tap(g.next)
	}
	if want := []int{1, 2, 3}; !slices.Equal(*told, want) {
		t.Errorf("told of the pages %v, want %v", *told, want)
	}
	if !g.next.disabled || g.previous.disabled {
		t.Error("at the last page only the way back leads on")
	}
	if least := lookOf(g).size(theme.SizeTarget); g.next.Size().Width < least || g.next.Size().Height < least {
		t.Errorf("the arrow is %v, smaller than %v", g.next.Size(), least)
	}
}

func TestSetPageAsksNobody(t *testing.T) {
	g, _, told := paged(t)
	g.SetPage(2)
	g.SetPage(99)
	g.SetPage(-1)
	if g.Page() != 0 || len(*told) != 0 {
		t.Errorf("page %d, told of %v", g.Page(), *told)
	}
}

// TestTurningEndsWhereThePageBelongs steps through a turn by hand.
func TestTurningEndsWhereThePageBelongs(t *testing.T) {
	g, _, _ := paged(t)
	g.SetPage(1)
	p := g.Phone()
	for _, step := range []float32{0, 0.5, 1} {
		p.turn(step, true)
		want := (1 - step) * p.shape.font * 2
		if got := p.content.Position().X; got != want {
			t.Errorf("at %g the page is %.1f aside, want %.1f", step, got, want)
		}
		if _, _, _, a := p.veil.FillColor.RGBA(); (a == 0) != (step == 1) {
			t.Errorf("at %g the page is covered by %d", step, a)
		}
	}
	if turnTime > 200*time.Millisecond {
		t.Errorf("a turn takes %v", turnTime)
	}
}

func TestReducedMotionNeverMoves(t *testing.T) {
	g, _, _ := paged(t)
	g.SetReduceMotion(true)
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if g.turn != nil {
		t.Error("a page moved")
	}
	if p := g.Phone(); !p.content.Position().IsZero() {
		t.Errorf("the page is aside by %v", p.content.Position())
	}
}

// TestHeightHoldsForEveryPage keeps what is below the pictures from jumping.
func TestHeightHoldsForEveryPage(t *testing.T) {
	g, _, _ := paged(t)
	want := g.HeightForWidth(240)
	for i := range 4 {
		g.SetPage(i)
		if got := g.HeightForWidth(240); got != want {
			t.Errorf("picture %d is %.1f high, the first %.1f", i, got, want)
		}
	}
}

func TestPagerWithoutWalkIsQuiet(t *testing.T) {
	text := english(t)
	use(t, theme.Options{})
	g := NewPager(New(text), text)
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(260, 560))
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if g.Page() != 0 || g.AccessibilityLabel() != "" || g.next.Visible() || g.Phone().AccessibilityLabel() != "" {
		t.Error("a pager without pictures offers some")
	}
}

// TestAnEqualTourLeavesThePicture sets the tour of the present page again, as every change of a case does.
func TestAnEqualTourLeavesThePicture(t *testing.T) {
	base := known(t)
	g, _, told := paged(t)
	g.SetPage(2)
	before := g.phone.objects()[0]
	walk, err := base.Walk("low-data-mode-wifi", apple.Device{})
	if err != nil {
		t.Fatal(err)
	}
	g.SetTour(tour.New(base, walk, knowledge.ActOff, apple.Device{}))
	if g.phone.objects()[0] != before || g.Page() != 2 || len(*told) > 0 {
		t.Errorf("picture %d is drawn anew, told of %v", g.Page(), *told)
	}
	g.SetTour(tour.New(base, walk, knowledge.ActOff, apple.Device{Kind: apple.IPad}))
	if g.phone.objects()[0] == before || g.Page() != 2 {
		t.Errorf("on another device picture %d is the old one", g.Page())
	}
	g.SetTour(tour.New(base, walk[:1], knowledge.ActOff, apple.Device{}))
	if g.Page() != 1 || g.AccessibilityLabel() != "Picture 2 of 2" {
		t.Errorf("of a shorter tour picture %d is shown: %s", g.Page(), g.AccessibilityLabel())
	}
}

func TestModelsHaveTheirButtons(t *testing.T) {
	for _, c := range []struct {
		kind, model string
		homeKey     bool
		restart     hardwareKind
	}{
		{apple.IPhone, "", false, restartSide},
		{apple.IPhone, "iPhone 13 Pro", false, restartSide},
		{apple.IPhone, "iPhone 16e", false, restartSide},
		{apple.IPhone, "iPhone XR", false, restartSide},
		{apple.IPhone, "iPhone 8 Plus", true, restartSideSE},
		{apple.IPhone, "iPhone SE (3rd generation)", true, restartSideSE},
		{apple.IPhone, "iPhone SE (1st generation)", true, restartHome},
		{apple.IPhone, "iPhone SE (2016)", true, restartHome},
		{apple.IPhone, "used iPhone 13", false, restartSide},
		{apple.IPhone, "iPhone 7", true, restartVolume},
		{apple.IPhone, "iPhone 6s Plus", true, restartHome},
		{apple.IPhone, "iPhone14,5", false, restartSide},
		{apple.IPad, "", false, restartTop},
		{apple.IPad, "iPad (9th generation)", true, restartTopHome},
		{apple.IPad, "iPad (10th generation)", false, restartTop},
		{apple.IPad, "iPad (A16)", false, restartTop},
		{apple.IPad, "iPad Air (3rd generation)", true, restartTopHome},
		{apple.IPad, "iPad Air 11-inch (M2)", false, restartTop},
		{apple.IPad, "iPad mini (5th generation)", true, restartTopHome},
		{apple.IPad, "iPad mini (A17 Pro)", false, restartTop},
		{apple.IPad, "iPad Pro (10.5-inch)", true, restartTopHome},
		{apple.IPad, "iPad Pro (12.9-inch) (2nd generation)", true, restartTopHome},
		{apple.IPad, "iPad Pro (12.9-inch) (3rd generation)", false, restartTop},
		{apple.IPad, "iPad Pro (11-inch)", false, restartTop},
	} {
		d := (&casefile.Case{Device: c.kind, Model: c.model}).Target()
		if got := shapeFor(d, 232, 1).button.w > 0; got != c.homeKey {
			t.Errorf("%s %q: drawn with a Home button: %t, want %t", c.kind, c.model, got, c.homeKey)
		}
		if got := restartFor(c.kind, c.model); got != c.restart {
			t.Errorf("%s %q: restart %s, want %s", c.kind, c.model, got, c.restart)
		}
	}
}

// TestHardwareWordsStayInside lays every hardware picture out at several widths and text sizes.
func TestHardwareWordsStayInside(t *testing.T) {
	text := english(t)
	for _, scale := range []float32{1, 1.5, 2} {
		use(t, theme.Options{TextScale: scale})
		for kind := range presses {
			for _, width := range []float32{180, 232, preferredWidth(apple.IPhone, scale), 500} {
				h := NewHardware(text)
				h.kind = kind
				h.layout(fyne.NewSize(width, h.HeightForWidth(width)))
				var texts []fyne.CanvasObject
				for _, o := range h.all {
					if words, ok := o.(*canvas.Text); ok {
						texts = append(texts, words)
						if bottom := words.Position().Y + words.Size().Height; bottom > h.HeightForWidth(width)+1 {
							t.Errorf("%s, %.0f wide, text %g: %q ends at %.1f", kind, width, scale, words.Text, bottom)
						}
					}
				}
				apart(t, texts, area{0, 0, width, 0}, string(kind))
			}
		}
	}
}
