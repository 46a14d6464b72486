package flow

import "fyne.io/fyne/v2"

// planRowLayout is a name, a bar and figures in columns that line up over many rows.
type planRowLayout struct {
	name, bar, figures fyne.CanvasObject
	last               float32
}

// NewPlanRow places the name of a plan, its bar and its figures so that rows line up below each other.
func NewPlanRow(name, bar, figures fyne.CanvasObject) *fyne.Container {
	l := &planRowLayout{name: name, bar: bar, figures: figures}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{name, bar, figures}}
}

// The shares of a plan's row for its name and its figures, and the height of its bar.
const (
	planNameShare    float32 = 0.2
	planFiguresShare float32 = 0.3
	planBarHeight    float32 = 18
)

// Layout implements fyne.Layout.
func (l *planRowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	name, figures := size.Width*planNameShare, size.Width*planFiguresShare
	centre := func(o fyne.CanvasObject, x, w, h float32) { put(o, x, (size.Height-h)/2, w, h) }
	centre(l.name, 0, name, HeightFor(l.name, name))
	centre(l.bar, name, size.Width-name-figures, planBarHeight)
	centre(l.figures, size.Width-figures, figures, HeightFor(l.figures, figures))
}

// MinSize implements fyne.Layout.
func (l *planRowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, stackedMinSize(objects, l.last, l.heightForWidth).Height)
}

func (l *planRowLayout) heightForWidth(_ []fyne.CanvasObject, w float32) float32 {
	return fyne.Max(planBarHeight, fyne.Max(HeightFor(l.name, w*planNameShare),
		HeightFor(l.figures, w*planFiguresShare)))
}
