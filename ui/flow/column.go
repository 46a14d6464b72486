package flow

import "fyne.io/fyne/v2"

// columnLayout stacks objects, each as wide as the column and as high as it needs at that width.
type columnLayout struct {
	spacing float32
	last    float32 // width of the last layout; 0 before the first
}

// NewColumn stacks objects from top to bottom, spacing apart, each over the full width. Heights
// follow the width; hidden objects take no room.
func NewColumn(spacing float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &columnLayout{spacing: spacing}, Objects: objects}
}

// Layout implements fyne.Layout.
func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	y := float32(0)
	for _, o := range visible(objects) {
		h := HeightFor(o, size.Width)
		put(o, 0, y, size.Width, h)
		y += h + l.spacing
	}
}

// MinSize implements fyne.Layout.
func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(visible(objects), l.last, l.heightForWidth)
}

func (l *columnLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	h := float32(0)
	for i, o := range visible(objects) {
		if i > 0 {
			h += l.spacing
		}
		h += HeightFor(o, w)
	}
	return h
}

// stackedMinSize is the least size of a layout that knows its height for a width: the widest least
// width, and the height at the last width or, before the first layout, at a width that fits a side column.
func stackedMinSize(objects []fyne.CanvasObject, last float32,
	height func([]fyne.CanvasObject, float32) float32,
) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		w = fyne.Max(w, o.MinSize().Width)
	}
	if last == 0 {
		last = fyne.Max(w, assumedWidth)
	}
	return fyne.NewSize(w, height(objects, last))
}

// assumedWidth stands in for the width before the first layout.
const assumedWidth float32 = 280
