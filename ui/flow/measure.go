package flow

import "fyne.io/fyne/v2"

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

// NaturalWidther is an object that is better drawn wider than its least width.
type NaturalWidther interface {
	// NaturalWidth returns the width at which nothing in the object wraps.
	NaturalWidth() float32
}

// NaturalWidth returns the width at which nothing in o wraps. A column has the natural width of its widest
// part.
func NaturalWidth(o fyne.CanvasObject) float32 {
	if c, ok := o.(*fyne.Container); ok {
		if _, column := c.Layout.(*columnLayout); column {
			w := float32(0)
			for _, part := range visible(c.Objects) {
				w = fyne.Max(w, NaturalWidth(part))
			}
			return w
		}
	}
	return naturalWidth(o)
}

func naturalWidth(o fyne.CanvasObject) float32 {
	if n, ok := o.(NaturalWidther); ok {
		return n.NaturalWidth()
	}
	return o.MinSize().Width
}

// put gives an object its corner and its size.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
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
