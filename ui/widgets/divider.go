package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/theme"
)

// Divider is a line between things.
type Divider struct {
	widget.BaseWidget
	line canvas.Rectangle
}

// NewDivider makes a divider: lying in a Column, standing where it is given more height than width.
func NewDivider() *Divider {
	d := &Divider{}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements fyne.Widget.
func (d *Divider) CreateRenderer() fyne.WidgetRenderer { return renderer{d} }

func (d *Divider) leastSize() fyne.Size {
	t := lookOf(d).size(theme.SizeLine)
	return fyne.NewSize(t, t)
}

func (d *Divider) layout(size fyne.Size) {
	fill(lookOf(d), &d.line, theme.ColorLine, "", 0)
	d.line.Resize(size)
}

func (d *Divider) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&d.line} }
