package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drawn is a widget of this package: it keeps its own canvas objects and sets their places and
// looks together, so that a change of theme, size or state always takes the same way.
type drawn interface {
	fyne.Widget
	// layout places and colours the objects for a size.
	layout(size fyne.Size)
	// leastSize is what MinSize answers.
	leastSize() fyne.Size
	// objects are drawn in this order.
	objects() []fyne.CanvasObject
}

// renderer ties a drawn widget to Fyne.
type renderer struct{ w drawn }

func (r renderer) Layout(size fyne.Size)        { r.w.layout(size) }
func (r renderer) MinSize() fyne.Size           { return r.w.leastSize() }
func (r renderer) Objects() []fyne.CanvasObject { return r.w.objects() }
func (r renderer) Destroy()                     {}

func (r renderer) Refresh() {
	r.w.layout(r.w.Size())
	for _, o := range r.w.objects() {
		if _, picture := o.(*canvas.Image); !picture { // the toolkit would parse it again; its widget knows when to
			o.Refresh()
		}
	}
	canvas.Refresh(r.w)
}
