package phone

import "fyne.io/fyne/v2"

// Shapes lays the picture out at a width and returns what it is drawn of, from back to front, and its size. They are the
// picture's own objects until it is laid out again.
func (p *Phone) Shapes(width float32) ([]fyne.CanvasObject, fyne.Size) {
	return shapes(p, width, p.HeightForWidth(width))
}

// Shapes lays the picture out at a width and returns what it is drawn of, from back to front, and its size. They are the
// picture's own objects until it is laid out again.
func (h *Hardware) Shapes(width float32) ([]fyne.CanvasObject, fyne.Size) {
	return shapes(h, width, h.HeightForWidth(width))
}

func shapes(w drawn, width, height float32) ([]fyne.CanvasObject, fyne.Size) {
	size := fyne.NewSize(width, height)
	w.outdate()
	w.layout(size)
	return w.objects(), size
}
