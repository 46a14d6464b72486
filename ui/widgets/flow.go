package widgets

import "fyne.io/fyne/v2"

// flowLayout places objects one after another and goes to the next line when one does not fit.
type flowLayout struct {
	spacing float32
	last    float32
}

// NewFlow places objects from left to right, spacing apart, at their own width, and wraps to the
// next line where the width ends. An object wider than the whole line gets the line to itself.
func NewFlow(spacing float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flowLayout{spacing: spacing}, Objects: objects}
}

// flowPlace is where an object of a flow goes.
type flowPlace struct {
	pos  fyne.Position
	size fyne.Size
}

// naturalWidther is an object that would rather be wider than its least width.
type naturalWidther interface {
	naturalWidth() float32
}

// NaturalWidth is the width at which nothing in o goes to another line: of a column that of its widest part.
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
	if n, ok := o.(naturalWidther); ok {
		return n.naturalWidth()
	}
	return o.MinSize().Width
}

// arrange computes the places and the height of all lines.
func (l *flowLayout) arrange(objects []fyne.CanvasObject, width float32) ([]flowPlace, float32) {
	places := make([]flowPlace, len(objects))
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
		places[i] = flowPlace{pos: fyne.NewPos(x, y), size: fyne.NewSize(w, h)}
		x += w + l.spacing
		line = fyne.Max(line, h)
	}
	endLine(len(objects))
	return places, y + line
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	shown := visible(objects)
	places, _ := l.arrange(shown, size.Width)
	for i, o := range shown {
		o.Move(places[i].pos)
		o.Resize(places[i].size)
	}
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(visible(objects), l.last, l.heightForWidth)
}

func (l *flowLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	_, h := l.arrange(visible(objects), w)
	return h
}
