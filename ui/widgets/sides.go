package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/theme"
)

// sidesLayout puts a narrow and a wide part beside each other, or the wide one below where there is no room.
type sidesLayout struct {
	narrow, gap float32
	last        float32
}

// sidesFrom is how many times the narrow part's width a pair must have to stand side by side.
const sidesFrom float32 = 2.3

// NewSides places left, with a fixed width, beside right, which takes the rest. In a narrow place they stack.
func NewSides(width, gap float32, left, right fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &sidesLayout{narrow: width, gap: gap}, Objects: []fyne.CanvasObject{left, right}}
}

func (l *sidesLayout) width() float32 {
	return l.narrow * fyne.Max(1, fyne.CurrentApp().Settings().Theme().Size(theme.SizeScale))
}

func (l *sidesLayout) beside(w float32) bool { return w >= l.width()*sidesFrom }

// Layout is used by Fyne.
func (l *sidesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	left, right := objects[0], objects[1]
	left.Move(fyne.Position{})
	if !l.beside(size.Width) {
		h := HeightFor(left, size.Width)
		left.Resize(fyne.NewSize(size.Width, h))
		right.Move(fyne.NewPos(0, h+l.gap))
		right.Resize(fyne.NewSize(size.Width, HeightFor(right, size.Width)))
		return
	}
	left.Resize(fyne.NewSize(l.width(), HeightFor(left, l.width())))
	rest := size.Width - l.width() - l.gap
	right.Move(fyne.NewPos(l.width()+l.gap, 0))
	right.Resize(fyne.NewSize(rest, HeightFor(right, rest)))
}

// MinSize is used by Fyne.
func (l *sidesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(objects, l.last, l.heightForWidth)
}

func (l *sidesLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	if !l.beside(w) {
		return HeightFor(objects[0], w) + l.gap + HeightFor(objects[1], w)
	}
	return fyne.Max(HeightFor(objects[0], l.width()), HeightFor(objects[1], w-l.width()-l.gap))
}

// planRowLayout is a name, a bar and figures in columns that line up over many rows.
type planRowLayout struct{ last float32 }

// NewPlanRow places the name of a plan, its bar and its figures so that rows line up below each other.
func NewPlanRow(name, bar, figures fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &planRowLayout{}, Objects: []fyne.CanvasObject{name, bar, figures}}
}

// The shares of a plan's row for its name and its figures, and the height of its bar.
const (
	planNameShare    float32 = 0.2
	planFiguresShare float32 = 0.3
	planBarHeight    float32 = 18
)

// Layout is used by Fyne.
func (l *planRowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	name, figures := size.Width*planNameShare, size.Width*planFiguresShare
	put := func(o fyne.CanvasObject, x, w, h float32) {
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
	}
	put(objects[0], 0, name, HeightFor(objects[0], name))
	put(objects[1], name, size.Width-name-figures, planBarHeight)
	put(objects[2], size.Width-figures, figures, HeightFor(objects[2], figures))
}

// MinSize is used by Fyne.
func (l *planRowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, stackedMinSize(objects, l.last, l.heightForWidth).Height)
}

func (l *planRowLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	return fyne.Max(planBarHeight, fyne.Max(HeightFor(objects[0], w*planNameShare), HeightFor(objects[2], w*planFiguresShare)))
}

// Swatch is a small square of a colour, for legends.
type Swatch struct {
	widget.BaseWidget
	name fyne.ThemeColorName
	rect canvas.Rectangle
}

// NewSwatch makes a swatch of a named colour.
func NewSwatch(name fyne.ThemeColorName) *Swatch {
	s := &Swatch{name: name}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is used by Fyne.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer { return renderer{s} }

func (s *Swatch) leastSize() fyne.Size {
	return fyne.NewSquareSize(lookOf(s).size(theme.SizeTextSmall))
}

func (s *Swatch) layout(size fyne.Size) {
	l := lookOf(s)
	fill(l, &s.rect, s.name, "", 3)
	s.rect.Resize(size)
}

func (s *Swatch) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&s.rect} }
