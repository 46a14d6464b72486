package phone

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drawn is a widget that builds all its objects for a size at once.
type drawn interface {
	fyne.Widget
	layout(size fyne.Size)
	leastSize() fyne.Size
	objects() []fyne.CanvasObject
	// outdate says that the objects have to be built anew even for the same size.
	outdate()
}

// renderer ties a drawn widget to Fyne.
type renderer struct{ w drawn }

func (r renderer) Layout(size fyne.Size)        { r.w.layout(size) }
func (r renderer) MinSize() fyne.Size           { return r.w.leastSize() }
func (r renderer) Objects() []fyne.CanvasObject { return r.w.objects() }
func (r renderer) Destroy()                     {}

func (r renderer) Refresh() {
	r.w.outdate()
	r.w.layout(r.w.Size())
	canvas.Refresh(r.w)
}
