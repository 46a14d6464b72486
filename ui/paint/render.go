package paint

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/ui/theme"
)

// renderer implements fyne.WidgetRenderer.
type renderer struct {
	w         fyne.Widget
	layout    func(size fyne.Size)
	leastSize func() fyne.Size
	objects   func() []fyne.CanvasObject
}

// NewRenderer makes a renderer of a widget from three functions: layout sets places and looks of all canvas
// objects for a size, so that a change of theme, size or state has the same effect; leastSize returns the
// MinSize; objects returns the canvas objects in the order in which they are drawn.
func NewRenderer(
	w fyne.Widget, layout func(fyne.Size), leastSize func() fyne.Size, objects func() []fyne.CanvasObject,
) fyne.WidgetRenderer {
	return renderer{w: w, layout: layout, leastSize: leastSize, objects: objects}
}

func (r renderer) Layout(size fyne.Size)        { r.layout(size) }
func (r renderer) MinSize() fyne.Size           { return r.leastSize() }
func (r renderer) Objects() []fyne.CanvasObject { return r.objects() }
func (r renderer) Destroy()                     {}

func (r renderer) Refresh() {
	r.layout(r.w.Size())
	for _, o := range r.objects() {
		// Refresh would parse an image again; its widget does that when needed.
		if _, picture := o.(*canvas.Image); !picture {
			o.Refresh()
		}
	}
	canvas.Refresh(r.w)
}

// Look resolves colours and sizes for one widget.
type Look struct {
	th      fyne.Theme
	variant fyne.ThemeVariant
}

// LookOf returns the look that a widget has now.
func LookOf(w fyne.Widget) Look {
	return Look{th: theme.Of(w), variant: fyne.CurrentApp().Settings().ThemeVariant()}
}

// Color returns a colour of the theme.
func (l Look) Color(n fyne.ThemeColorName) color.Color { return l.th.Color(n, l.variant) }

// Size returns a size of the theme.
func (l Look) Size(n fyne.ThemeSizeName) float32 { return l.th.Size(n) }
