package widgets

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

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

func TestEveryStatusHasItsOwnIconInItsColour(t *testing.T) {
	for _, mode := range []theme.Mode{theme.ModeLight, theme.ModeDark} {
		useTheme(t, theme.Options{Mode: mode, TextScale: 2})
		seen := map[string]Status{}
		for s, looks := range statusLooks {
			icon := NewStatusIcon(s)
			back := NewBackground(theme.ColorSurface, icon)
			img := show(t, back, 36, 36).Capture()
			want := lookOf(icon).color(looks.color)
			if n := ink(img, want); n < 40 {
				t.Errorf("mode %d, status %d: only %d pixels in its colour", mode, s, n)
			}
			drawing := ""
			for i := range 36 * 36 {
				r, _, _, _ := img.At(i%36, i/36).RGBA()
				drawing += string(rune('a' + r>>13))
			}
			if other, ok := seen[drawing]; ok {
				t.Errorf("status %d and %d look the same", s, other)
			}
			seen[drawing] = s
		}
	}
}

// The defect: hairline icons on fine screens, because Fyne does not scale the thickness of strokes.
func TestIconsHaveNoStrokes(t *testing.T) {
	files, err := iconFiles.ReadDir("icons")
	if err != nil || len(files) < len(statusLooks) {
		t.Fatalf("%d drawings for %d states, error %v", len(files), len(statusLooks), err)
	}
	for _, f := range files {
		data, err := iconFiles.ReadFile("icons/" + f.Name())
		if err != nil || strings.Contains(string(data), "stroke") {
			t.Errorf("%s has a stroke, or cannot be read: %v", f.Name(), err)
		}
	}
}

func TestIconTakesTheColoursOfANewTheme(t *testing.T) {
	a := useTheme(t, theme.Options{Mode: theme.ModeLight})
	icon := NewStatusIcon(StatusProblem)
	show(t, icon, 20, 20)
	before := icon.image.Resource.Name()
	a.Settings().SetTheme(theme.New(theme.Options{Mode: theme.ModeDark}))
	icon.Refresh()
	if icon.image.Resource.Name() == before {
		t.Error("the icon keeps the colours of the old theme")
	}
}

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
	l := lookOf(b)
	b.SetAmounts(1.8, 4.1, 5)
	img := b.draw(300, 18)
	for _, n := range []fyne.ThemeColorName{theme.ColorAccent, theme.ColorNext, theme.ColorBad, theme.ColorBadSoft} {
		if ink(img, l.color(n)) < 50 {
			t.Errorf("%s is missing", n)
		}
	}
	b.SetAmounts(1.8, 0, 12000)
	if ink(b.draw(300, 18), l.color(theme.ColorAccent)) < 20 {
		t.Error("what is used cannot be seen in a large plan")
	}
	b.SetAmounts(0, 0, 5)
	if ink(b.draw(300, 18), l.color(theme.ColorAccent)) != 0 {
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

func TestCalloutPutsItsButtonBelowWhereNarrow(t *testing.T) {
	useTheme(t, theme.Options{})
	b := NewPrimaryButton("Make room", nil)
	c := NewCallout(ToneBad, "4.1 GB needed, 3.2 GB free. Two clean-ups make room.").WithButton(b)
	c.Resize(fyne.NewSize(600, c.HeightForWidth(600)))
	if b.Position().X < 400 {
		t.Errorf("wide: the button is at %v", b.Position())
	}
	c.Resize(fyne.NewSize(200, c.HeightForWidth(200)))
	if end := c.text.Position().Y + c.text.Size().Height; b.Position().Y < end {
		t.Errorf("narrow: the button at %v lies on the text that ends at %v", b.Position(), end)
	}
	if end := b.Position().Y + b.Size().Height; end > c.Size().Height {
		t.Errorf("narrow: the button ends at %v of %v", end, c.Size().Height)
	}
}

func TestBeliefBarMakesRoomForALongTitle(t *testing.T) {
	useTheme(t, theme.Options{})
	b := NewBeliefBar("The name of this cause is too long for one line", "21 %", 0.21, "Hint")
	b.Resize(fyne.NewSize(230, b.HeightForWidth(230)))
	track := b.bar.track.Position().Y
	for _, o := range append(b.titleText.objects(), b.figureText.objects()...) {
		if o.Position().Y+o.Size().Height > track+2 {
			t.Errorf("%q reaches below the bar", o.(*canvas.Text).Text)
		}
	}
	if got := b.bar.part.Size().Width; math.Abs(float64(got)-0.21*230) > 0.01 {
		t.Errorf("filled %v of 230", got)
	}
}

// A change of colours must reach widgets that are on screen, without a new layout.
func TestWidgetsTakeANewThemeOnRefresh(t *testing.T) {
	a := useTheme(t, theme.Options{Mode: theme.ModeLight})
	p, b := NewParagraph("words"), NewPrimaryButton("Go", nil)
	col := flow.NewColumn(8, p, b)
	show(t, col, 200, 100)
	dark := theme.New(theme.Options{Mode: theme.ModeDark})
	a.Settings().SetTheme(dark)
	col.Refresh()
	v := fynetheme.VariantDark
	if got, want := p.words.texts[0].Color, dark.Color(theme.ColorText, v); got != want {
		t.Errorf("text is %v, want %v", got, want)
	}
	if got, want := b.back.FillColor, dark.Color(theme.ColorAccent, v); got != want {
		t.Errorf("button is %v, want %v", got, want)
	}
}
