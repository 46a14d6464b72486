package phone

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drawn is a widget that builds all its objects anew for a size.
type drawn interface {
	fyne.Widget
	layout(size fyne.Size)
	leastSize() fyne.Size
	objects() []fyne.CanvasObject
	// outdate makes the next layout build the objects anew even for the same size.
	outdate()
}

// renderer implements fyne.WidgetRenderer for a drawn widget.
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
