package drawn

import (
	"fmt"
	"image/color"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/ui/theme"
)

// The names of the theme's colours. Some colours have the same value; then the first name of the kind is taken.
var (
	words = []fyne.ThemeColorName{
		theme.ColorText, theme.ColorMuted, theme.ColorAccent, theme.ColorOK, theme.ColorWarn, theme.ColorBad, theme.ColorLine,
		theme.ColorControl, theme.ColorOnAccent, theme.ColorOnStatus, fynetheme.ColorNameDisabled, fynetheme.ColorNamePlaceHolder,
	}
	fills = []fyne.ThemeColorName{
		theme.ColorSurface, theme.ColorBackground, theme.ColorSunken, theme.ColorAccent, theme.ColorAccentSoft,
		theme.ColorOK, theme.ColorOKSoft, theme.ColorWarn, theme.ColorWarnSoft, theme.ColorBad, theme.ColorBadSoft, theme.ColorNext,
		theme.ColorPhone, theme.ColorScreen, theme.ColorCell, theme.ColorCellLine, theme.ColorSwitchOn, theme.ColorSwitchKnob,
		fynetheme.ColorNameButton, fynetheme.ColorNameFocus, fynetheme.ColorNameHover, fynetheme.ColorNamePressed,
		fynetheme.ColorNameSelection, fynetheme.ColorNameShadow,
	}
)

// color returns the name of a colour in the theme in use, or its value when the theme has none such. Names of the kind that
// is given come first.
func (t *teller) color(c color.Color, kind []fyne.ThemeColorName) string {
	value := color.NRGBAModel.Convert(c).(color.NRGBA)
	settings := fyne.CurrentApp().Settings()
	for _, name := range slices.Concat(kind, words, fills) {
		if color.NRGBAModel.Convert(settings.Theme().Color(name, settings.ThemeVariant())) == value {
			short := strings.TrimPrefix(string(name), "bd.")
			t.used[short] = value
			return short
		}
	}
	return valueOf(value)
}

// colors lists the names in use with their values.
func (t *teller) colors() (lines []string) {
	for _, name := range slices.Sorted(maps.Keys(t.used)) {
		lines = append(lines, "color "+name+" "+valueOf(t.used[name]))
	}
	return lines
}

func valueOf(c color.NRGBA) string {
	text := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	if c.A < 0xFF {
		text += fmt.Sprintf(" at %d %%", (int(c.A)*100+127)/255)
	}
	return text
}
