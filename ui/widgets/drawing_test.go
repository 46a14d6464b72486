package widgets

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
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
			back := place.NewBackground(theme.ColorSurface, icon)
			img := show(t, back, 36, 36).Capture()
			want := paint.LookOf(icon).Color(looks.color)
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

// A change of colours must reach widgets that are on screen, without a new layout.
func TestWidgetsTakeANewThemeOnRefresh(t *testing.T) {
	a := useTheme(t, theme.Options{Mode: theme.ModeLight})
	p, b := paint.NewParagraph("words"), NewPrimaryButton("Go", nil)
	col := flow.NewColumn(8, p, b)
	show(t, col, 200, 100)
	dark := theme.New(theme.Options{Mode: theme.ModeDark})
	a.Settings().SetTheme(dark)
	col.Refresh()
	v := fynetheme.VariantDark
	if got, want := test.WidgetRenderer(p).Objects()[0].(*canvas.Text).Color, dark.Color(theme.ColorText, v); got != want {
		t.Errorf("text is %v, want %v", got, want)
	}
	if got, want := b.back.FillColor, dark.Color(theme.ColorAccent, v); got != want {
		t.Errorf("button is %v, want %v", got, want)
	}
}

// useTheme makes an app with the program's theme for one test.
func useTheme(t *testing.T, o theme.Options) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(o))
	return a
}
