package flow

import "fyne.io/fyne/v2"

// wrapLayout places objects side by side and starts a new line when the next one does not fit.
type wrapLayout struct {
	spacing float32
	last    float32
}

// NewWrap places objects from left to right, spacing apart, at their own width, and wraps to the
// next line where the width ends. An object wider than the whole line gets the line to itself.
func NewWrap(spacing float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &wrapLayout{spacing: spacing}, Objects: objects}
}

// wrapPlace is the place of one object.
type wrapPlace struct {
	pos  fyne.Position
	size fyne.Size
}

// arrange computes the places and the height of all lines.
func (l *wrapLayout) arrange(objects []fyne.CanvasObject, width float32) ([]wrapPlace, float32) {
	places := make([]wrapPlace, len(objects))
	x, y, line := float32(0), float32(0), float32(0)
	first := 0
	endLine := func(next int) {
		for i := first; i < next; i++ { // centre on the line
			places[i].pos.Y += (line - places[i].size.Height) / 2
		}
		first = next
	}
	for i, o := range objects {
		w := fyne.Min(naturalWidth(o), width)
		if x > 0 && x+w > width+0.5 {
			endLine(i)
			x, y, line = 0, y+line+l.spacing, 0
		}
		h := HeightFor(o, w)
		places[i] = wrapPlace{pos: fyne.NewPos(x, y), size: fyne.NewSize(w, h)}
		x += w + l.spacing
		line = fyne.Max(line, h)
	}
	endLine(len(objects))
	return places, y + line
}

// Layout implements fyne.Layout.
func (l *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	shown := visible(objects)
	places, _ := l.arrange(shown, size.Width)
	for i, o := range shown {
		o.Move(places[i].pos)
		o.Resize(places[i].size)
	}
}

// MinSize implements fyne.Layout.
func (l *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(visible(objects), l.last, l.heightForWidth)
}

func (l *wrapLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	_, h := l.arrange(visible(objects), w)
	return h
}
