package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Dots shows how strong something is by the number of filled dots among three. Words beside it say the same.
type Dots struct {
	widget.BaseWidget
	filled int
	color  fyne.ThemeColorName
	dots   [3]canvas.Circle
}

// NewDots makes dots of which some are filled with a color, 0 to 3.
func NewDots(filled int, color fyne.ThemeColorName) *Dots {
	d := &Dots{filled: filled, color: color}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements fyne.Widget.
func (d *Dots) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(d, d.layout, d.leastSize, d.objects)
}

// unit returns the width of a dot, and of the line of text that it stands in.
func (d *Dots) unit() (dot, line float32) {
	l := paint.LookOf(d)
	text := paint.TextBlock{Text: "0", Size: l.Size(theme.SizeTextSmall)}
	return l.Size(theme.SizeTextSmall) / 2, text.LineHeight()
}

func (d *Dots) leastSize() fyne.Size {
	dot, line := d.unit()
	return fyne.NewSize(3*dot+2*dot/2, line)
}

func (d *Dots) layout(fyne.Size) {
	l := paint.LookOf(d)
	dot, line := d.unit()
	for i := range d.dots {
		c := &d.dots[i]
		c.FillColor, c.StrokeColor, c.StrokeWidth = l.Color(d.color), color.Transparent, 0
		if i >= d.filled {
			c.FillColor = color.Transparent
			c.StrokeColor, c.StrokeWidth = l.Color(theme.ColorControl), l.Size(theme.SizeLine)
		}
		c.Move(fyne.NewPos(float32(i)*dot*1.5, (line-dot)/2))
		c.Resize(fyne.NewSquareSize(dot))
	}
}

func (d *Dots) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&d.dots[0], &d.dots[1], &d.dots[2]}
}

// Filled returns how many dots are filled.
func (d *Dots) Filled() int { return d.filled }
