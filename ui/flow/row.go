package flow

import "fyne.io/fyne/v2"

// rowLayout places objects side by side; one of them takes the width that is left.
type rowLayout struct {
	spacing float32
	stretch int
	last    float32
}

// NewRow places objects side by side, spacing apart, centred on the line. The object with the index stretch
// takes the width that the others leave; with stretch -1 the rest stays empty, and the last object gets less
// where there is not enough.
func NewRow(spacing float32, stretch int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &rowLayout{spacing: spacing, stretch: stretch}, Objects: objects}
}

// widths shares the width w among objects.
func (l *rowLayout) widths(objects []fyne.CanvasObject, w float32) []float32 {
	out := make([]float32, len(objects))
	left, elastic := w, -1
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		left -= l.spacing
		if i == l.stretch {
			elastic = i
			continue
		}
		out[i] = naturalWidth(o)
		left -= out[i]
	}
	left += l.spacing
	switch last := len(out) - 1; {
	case elastic >= 0:
		out[elastic] = fyne.Max(left, 0)
	case left < 0 && last >= 0: // what does not fit goes to another line
		out[last] = fyne.Max(out[last]+left, 0)
	}
	return out
}

// Layout implements fyne.Layout.
func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	x := float32(0)
	for i, w := range l.widths(objects, size.Width) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		h := fyne.Min(HeightFor(o, w), size.Height)
		put(o, x, (size.Height-h)/2, w, h)
		x += w + l.spacing
	}
}

// MinSize implements fyne.Layout.
func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w, shown := float32(0), 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i == l.stretch {
			w += o.MinSize().Width
		} else {
			w += naturalWidth(o)
		}
		shown++
	}
	if shown > 1 {
		w += l.spacing * float32(shown-1)
	}
	last := l.last
	if last == 0 {
		last = fyne.Max(w, assumedWidth)
	}
	return fyne.NewSize(w, l.heightForWidth(objects, last))
}

func (l *rowLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	h := float32(0)
	for i, ow := range l.widths(objects, w) {
		if objects[i].Visible() {
			h = fyne.Max(h, HeightFor(objects[i], ow))
		}
	}
	return h
}

// pairLayout has words at the left and what belongs to them at the right.
type pairLayout struct {
	left, right fyne.CanvasObject
	last        float32
}

// NewPair places left beside right, which gets what left does not need and at least half of the line. Both
// begin at the same height.
func NewPair(left, right fyne.CanvasObject) *fyne.Container {
	l := &pairLayout{left: left, right: right}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{left, right}}
}

const pairGap float32 = 12

// leftWidth returns the share of the left object.
func (l *pairLayout) leftWidth(w float32) float32 {
	return fyne.Min(naturalWidth(l.left), (w-pairGap)/2)
}

// Layout implements fyne.Layout.
func (l *pairLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	left := l.leftWidth(size.Width)
	put(l.left, 0, 0, left, HeightFor(l.left, left))
	rest := size.Width - left - pairGap
	put(l.right, left+pairGap, 0, rest, HeightFor(l.right, rest))
}

// MinSize implements fyne.Layout.
func (l *pairLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(objects, l.last, l.heightForWidth)
}

func (l *pairLayout) heightForWidth(_ []fyne.CanvasObject, w float32) float32 {
	left := l.leftWidth(w)
	return fyne.Max(HeightFor(l.left, left), HeightFor(l.right, w-left-pairGap))
}

// endsLayout has words at the left end of a line and figures at the right one.
type endsLayout struct {
	words, figures fyne.CanvasObject
	last           float32
}

// NewEnds places words at the left and figures at the right end of a line. Figures that leave the words too
// little room stand below them.
func NewEnds(words, figures fyne.CanvasObject) *fyne.Container {
	l := &endsLayout{words: words, figures: figures}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{words, figures}}
}

// FiguresShare is the share of a line that figures may take beside words.
const FiguresShare float32 = 0.45

// widths returns the widths of words and figures in a line w wide, and whether the figures stand below.
func (l *endsLayout) widths(w float32) (words, figures float32, below bool) {
	figures = fyne.Min(naturalWidth(l.figures), w)
	if words = w - figures - pairGap; figures > w*FiguresShare || words < l.words.MinSize().Width {
		return w, figures, true
	}
	return words, figures, false
}

// Layout implements fyne.Layout.
func (l *endsLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	words, figures, below := l.widths(size.Width)
	high, right := HeightFor(l.words, words), HeightFor(l.figures, figures)
	put(l.words, 0, 0, words, high)
	if below {
		put(l.figures, 0, high, figures, right)
		return
	}
	put(l.figures, size.Width-figures, 0, figures, right)
}

// MinSize implements fyne.Layout.
func (l *endsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(objects, l.last, l.heightForWidth)
}

func (l *endsLayout) heightForWidth(_ []fyne.CanvasObject, w float32) float32 {
	words, figures, below := l.widths(w)
	high, right := HeightFor(l.words, words), HeightFor(l.figures, figures)
	if below {
		return high + right
	}
	return fyne.Max(high, right)
}
