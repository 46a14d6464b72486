package phone

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/ui/theme"
)

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	lin := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(n.R) + 0.7152*lin(n.G) + 0.0722*lin(n.B)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestSignsStandOutFromTheirTiles(t *testing.T) {
	for id, tile := range tiles {
		if got := contrast(white, tile.color); got < 4 {
			t.Errorf("%s: contrast %.1f", id, got)
		}
		if _, err := glyphFiles.ReadFile("glyphs/" + string(tile.sign) + ".svg"); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// TestWordsOnTheScreenStandOut covers the pairs of colours that only this package uses.
func TestWordsOnTheScreenStandOut(t *testing.T) {
	use(t, theme.Options{})
	pairs := []struct {
		fg, bg fyne.ThemeColorName
		least  float64
	}{
		{theme.ColorText, theme.ColorScreen, 4.5},
		{theme.ColorText, theme.ColorCell, 4.5},
		{theme.ColorText, theme.ColorAccentSoft, 4.5},
		{theme.ColorBad, theme.ColorCell, 4.5},
		{theme.ColorAccent, theme.ColorScreen, 3},
		{theme.ColorAccent, theme.ColorCell, 4.5},
		{theme.ColorMuted, theme.ColorAccentSoft, 4.5},
		{theme.ColorOnAccent, theme.ColorAccent, 4.5},
		{theme.ColorText, theme.ColorBackground, 4.5},
	}
	for _, mode := range []theme.Mode{theme.ModeLight, theme.ModeDark} {
		for _, high := range []bool{false, true} {
			th := theme.New(theme.Options{Mode: mode, HighContrast: high})
			for _, p := range pairs {
				got := contrast(th.Color(p.fg, fynetheme.VariantLight), th.Color(p.bg, fynetheme.VariantLight))
				if got < p.least {
					t.Errorf("mode %d, high contrast %v: %s on %s has %.2f, want %.1f", mode, high, p.fg, p.bg, got, p.least)
				}
			}
		}
	}
}
