package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/ui/theme"
)

// HeightForWidther is an object whose height depends on the width it gets.
type HeightForWidther interface {
	// HeightForWidth returns the height needed at the width w, both in device independent pixels.
	HeightForWidth(w float32) float32
}

// widthAwareLayout is a layout that can say how high its objects are at a width.
type widthAwareLayout interface {
	heightForWidth(objects []fyne.CanvasObject, w float32) float32
}

// HeightFor returns the height that o needs at the width w: exact for the objects and layouts of this
// package, the least height for everything else.
func HeightFor(o fyne.CanvasObject, w float32) float32 {
	switch o := o.(type) {
	case HeightForWidther:
		return o.HeightForWidth(w)
	case *fyne.Container:
		if l, ok := o.Layout.(widthAwareLayout); ok {
			return l.heightForWidth(o.Objects, w)
		}
	}
	return o.MinSize().Height
}

// visible returns the objects that take up room.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

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

// textScale is the scale of the text outside a widget, for layouts.
func textScale() float32 { return fyne.Max(1, fynetheme.Current().Size(theme.SizeScale)) }
