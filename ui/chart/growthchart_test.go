package chart

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

func TestTheChartDrawsTheNeedAndTheLimits(t *testing.T) {
	test.NewTempApp(t)
	c := NewGrowthChart()
	c.Set([]GrowthPoint{{2, 4, 6}, {4, 8, 12}}, []GrowthLimit{{5, "5 GB"}, {50, "50 GB"}}, []string{"now", "later"}, "from 4 to 8")
	c.Resize(fyne.NewSize(50, 160))
	img := c.draw(100, 590) // ten pixels a unit, as the top is 59
	at := func(x int, value float64) color.Color { return img.At(x, 590-int(value*10)) }
	is := func(x int, value float64, name fyne.ThemeColorName) {
		t.Helper()
		want := color.NRGBAModel.Convert(paint.LookOf(c).Color(name))
		if got := at(x, value); got != want {
			t.Errorf("at %d and %.1f it is %v, want %v", x, value, got, want)
		}
	}
	is(0, 4.02, theme.ColorAccent)
	is(99, 7.98, theme.ColorAccent)
	is(99, 11, theme.ColorAccentSoft)
	is(99, 3, theme.ColorSunken)
	is(50, 30, theme.ColorSunken)
	if at(50, 50) == at(50, 40) {
		t.Error("the limit is not drawn")
	}
	if c.AccessibilityLabel() != "from 4 to 8" {
		t.Error("the chart does not say what it shows")
	}
	plate, word := c.plates[0], c.words[0]
	if line := c.raster.Size().Height * (1 - 5.0/59); plate.Position().Y+plate.Size().Height > line || plate.FillColor == color.Transparent ||
		plate.Size().Width < word.MinSize().Width {
		t.Errorf("the words of a limit stand on a plate from %v, %v high, and its line at %v", plate.Position(), plate.Size(), line)
	}
	NewGrowthChart().draw(10, 10) // nothing to show is no trouble
}
