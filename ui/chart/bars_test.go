package chart

import (
	"image"
	"image/color"
	"math"
	"testing"

	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func TestPlanSharesFillTheBar(t *testing.T) {
	cases := []struct{ used, next, capacity, u, n, over float64 }{
		{1, 3, 5, 0.2, 0.6, 0},
		{2, 4, 5, 2.0 / 6, 3.0 / 6, 1.0 / 6},
		{6, 2, 5, 5.0 / 8, 0, 3.0 / 8},
		{0, 0, 5, 0, 0, 0},
		{0, 0, 0, 0, 0, 0},
		{-1, 2, 4, 0, 0.5, 0},
		{math.NaN(), 1, 4, 0, 0, 0},
	}
	for _, c := range cases {
		u, n, over := planShares(c.used, c.next, c.capacity)
		if math.Abs(u-c.u)+math.Abs(n-c.n)+math.Abs(over-c.over) > 1e-9 {
			t.Errorf("%v: %v %v %v", c, u, n, over)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		u, n, over := planShares(rapid.Float64Range(0, 1e6).Draw(t, "used"), rapid.Float64Range(0, 1e6).Draw(t, "next"), rapid.Float64Range(0, 1e6).Draw(t, "capacity"))
		if sum := u + n + over; sum > 1+1e-9 || u < 0 || n < 0 || over < 0 || (over > 0 && sum < 1-1e-9) {
			t.Fatalf("shares %v %v %v", u, n, over)
		}
		ends := partEnds([3]float64{u, n, over}, 200, 6)
		if ends[0] > ends[1] || ends[1] > ends[2] || ends[2] > 200+1e-9 {
			t.Fatalf("parts end at %v", ends)
		}
	})
}

func TestPlanBarDrawsAllPartsAndLittleInALargePlan(t *testing.T) {
	useTheme(t, theme.Options{Mode: theme.ModeLight})
	b := NewPlanBar()
	l := paint.LookOf(b)
	b.SetAmounts(1.8, 4.1, 5)
	img := b.draw(300, 18)
	for _, n := range []fyne.ThemeColorName{theme.ColorAccent, theme.ColorNext, theme.ColorBad, theme.ColorBadSoft} {
		if ink(img, l.Color(n)) < 50 {
			t.Errorf("%s is missing", n)
		}
	}
	b.SetAmounts(1.8, 0, 12000)
	if ink(b.draw(300, 18), l.Color(theme.ColorAccent)) < 20 {
		t.Error("what is used cannot be seen in a large plan")
	}
	b.SetAmounts(0, 0, 5)
	if ink(b.draw(300, 18), l.Color(theme.ColorAccent)) != 0 {
		t.Error("an empty plan shows something used")
	}
}

func TestProgressStaysInsideItsTrack(t *testing.T) {
	useTheme(t, theme.Options{})
	p := NewProgressLine()
	p.Resize(fyne.NewSize(200, 4))
	for v, want := range map[float64]float32{-1: 0, 0: 0, 0.5: 100, 1: 200, 7: 200, 0.001: 4, math.NaN(): 0} {
		p.SetValue(v)
		if got := p.bar.part.Size().Width; got != want {
			t.Errorf("value %v: %v of 200 filled, want %v", v, got, want)
		}
	}
}

func TestBeliefBarMakesRoomForALongTitle(t *testing.T) {
	useTheme(t, theme.Options{})
	b := NewBeliefBar("The name of this cause is too long for one line", "21%", 0.21, "Hint")
	b.Resize(fyne.NewSize(230, b.HeightForWidth(230)))
	track := b.bar.track.Position().Y
	for _, o := range append(b.titleText.Objects(), b.figureText.Objects()...) {
		if o.Position().Y+o.Size().Height > track+2 {
			t.Errorf("%q reaches below the bar", o.(*canvas.Text).Text)
		}
	}
	if got := b.bar.part.Size().Width; math.Abs(float64(got)-0.21*230) > 0.01 {
		t.Errorf("filled %v of 230", got)
	}
}

// What is only a typical size looks other than what somebody has told, and not like what does not fit.
func TestARoughPartOfABarIsStriped(t *testing.T) {
	test.NewTempApp(t)
	b := NewPlanBar()
	b.SetAmounts(0, 10, 10)
	colours := func() map[color.Color]bool {
		img, seen := b.draw(200, 18), map[color.Color]bool{}
		for x := 60; x < 140; x++ {
			seen[img.At(x, 9)] = true
		}
		return seen
	}
	if n := len(colours()); n != 1 {
		t.Errorf("what was told has %d colours, want 1", n)
	}
	b.SetRough(true)
	if seen := colours(); len(seen) < 2 || seen[color.NRGBAModel.Convert(paint.LookOf(b).Color(theme.ColorBad))] {
		t.Errorf("what is typical has the colours %v", seen)
	}
}

// useTheme makes an app with the program's theme for one test.
func useTheme(t *testing.T, o theme.Options) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(o))
	return a
}

// ink counts the pixels that are nearly of a colour.
func ink(img image.Image, c color.Color) int {
	r, g, b, _ := c.RGBA()
	near := func(x, y uint32) bool { return math.Abs(float64(x)-float64(y)) < 0x0C00 }
	n := 0
	for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
		for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
			pr, pg, pb, _ := img.At(x, y).RGBA()
			if near(pr, r) && near(pg, g) && near(pb, b) {
				n++
			}
		}
	}
	return n
}
