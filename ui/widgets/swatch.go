package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/theme"
)

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

// CreateRenderer implements fyne.Widget.
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
