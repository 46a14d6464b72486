package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/ui/theme"
)

// themeOf returns the theme of a widget. When the theme in use is not the program's own, as in a test that
// sets none, the program's own theme takes its place.
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
