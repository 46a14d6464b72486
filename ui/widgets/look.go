package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/ui/theme"
)

// themeOf is the theme for a widget. The names of ui/theme mean nothing to other themes, so where one of
// those is in use, as in a test that sets none, the program's own takes its place.
func themeOf(w fyne.Widget) fyne.Theme {
	th := fynetheme.CurrentForWidget(w)
	if th.Size(theme.SizeScale) == 0 {
		return theme.New(theme.Options{})
	}
	return th
}

// look resolves colours and sizes for one widget.
type look struct {
	th      fyne.Theme
	variant fyne.ThemeVariant
}

func lookOf(w fyne.Widget) look {
	return look{th: themeOf(w), variant: fyne.CurrentApp().Settings().ThemeVariant()}
}

func (l look) color(n fyne.ThemeColorName) color.Color { return l.th.Color(n, l.variant) }
func (l look) size(n fyne.ThemeSizeName) float32       { return l.th.Size(n) }
