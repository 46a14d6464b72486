package flow

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// insetLayout keeps its objects away from the edges, and no wider than a limit.
type insetLayout struct {
	top, right, bottom, left float32
	maxWidth                 float32 // of the content at text scale 1; 0 is no limit
	last                     float32
}

// NewInset puts o inside empty edges, given in the order of the clock: top, right, bottom, left.
func NewInset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{
		Layout:  &insetLayout{top: top, right: right, bottom: bottom, left: left},
		Objects: []fyne.CanvasObject{o},
	}
}

// NewPadded puts o inside equal empty edges.
func NewPadded(pad float32, o fyne.CanvasObject) *fyne.Container {
	return NewInset(pad, pad, pad, pad, o)
}

// ReadableWidth is the width at which lines of text are still easy to follow, at text scale 1.
const ReadableWidth float32 = 680

// NewReadable keeps o at the left and no wider than maxWidth, so that lines of text stay readable in a
// wide window. Multiply ReadableWidth by the text scale for running text.
func NewReadable(maxWidth float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &insetLayout{maxWidth: maxWidth}, Objects: []fyne.CanvasObject{o}}
}

// SetReadable changes how wide a container of NewReadable may get. The caller draws it anew.
func SetReadable(c *fyne.Container, maxWidth float32) {
	if l, ok := c.Layout.(*insetLayout); ok {
		l.maxWidth = maxWidth
	}
}

func (l *insetLayout) inner(w float32) float32 {
	w = fyne.Max(w-l.left-l.right, 0)
	if l.maxWidth > 0 {
		w = fyne.Min(w, l.maxWidth*theme.TextScale())
	}
	return w
}

func (l *insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	for _, o := range visible(objects) {
		put(o, l.left, l.top, l.inner(size.Width), fyne.Max(size.Height-l.top-l.bottom, 0))
	}
}

func (l *insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := stackedMinSize(visible(objects), l.last, l.heightForWidth)
	return size.AddWidthHeight(l.left+l.right, 0)
}

func (l *insetLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	h := float32(0)
	for _, o := range visible(objects) {
		h = fyne.Max(h, HeightFor(o, l.inner(w)))
	}
	return h + l.top + l.bottom
}
