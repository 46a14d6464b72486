package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/ui/theme"
)

// drawn is a widget of this package. Its layout sets places and looks of all its canvas objects, so that a
// change of theme, size or state has the same effect.
type drawn interface {
	fyne.Widget
	// layout places and colours the objects for a size.
	layout(size fyne.Size)
	// leastSize returns the MinSize of the widget.
	leastSize() fyne.Size
	// objects returns the canvas objects in the order in which they are drawn.
	objects() []fyne.CanvasObject
}

// renderer implements fyne.WidgetRenderer for a drawn widget.
type renderer struct{ w drawn }

func (r renderer) Layout(size fyne.Size)        { r.w.layout(size) }
func (r renderer) MinSize() fyne.Size           { return r.w.leastSize() }
func (r renderer) Objects() []fyne.CanvasObject { return r.w.objects() }
func (r renderer) Destroy()                     {}

func (r renderer) Refresh() {
	r.w.layout(r.w.Size())
	for _, o := range r.w.objects() {
		// Refresh would parse an image again; its widget does that when needed.
		if _, picture := o.(*canvas.Image); !picture {
			o.Refresh()
		}
	}
	canvas.Refresh(r.w)
}

// look resolves colours and sizes for one widget.
type look struct {
	th      fyne.Theme
	variant fyne.ThemeVariant
}

func lookOf(w fyne.Widget) look {
	return look{th: theme.Of(w), variant: fyne.CurrentApp().Settings().ThemeVariant()}
}

func (l look) color(n fyne.ThemeColorName) color.Color { return l.th.Color(n, l.variant) }
func (l look) size(n fyne.ThemeSizeName) float32       { return l.th.Size(n) }
