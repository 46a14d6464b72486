package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// Part is one of the parts of TwoColumns.
type Part struct {
	Object fyne.CanvasObject
	Left   bool // where there are two columns
}

// TwoColumns places parts in a narrow column at the left and a wide one beside it, or, where there is no room for both, all
// below each other in the order in which they are given. The keyboard goes through them in the order that is seen.
type TwoColumns struct {
	widget.BaseWidget
	parts      []Part
	narrow     float32 // width of the left column at text scale 1
	gap, under float32
}

var _ flow.HeightForWidther = (*TwoColumns)(nil)

// columnsFrom is how many times the left column's width there must be for two.
const columnsFrom float32 = 2.3

// NewTwoColumns makes columns with gap between them and under between the parts of each.
func NewTwoColumns(narrow, gap, under float32, parts ...Part) *TwoColumns {
	c := &TwoColumns{parts: parts, narrow: narrow, gap: gap, under: under}
	c.ExtendBaseWidget(c)
	return c
}

// held makes TwoColumns a holder.
func (c *TwoColumns) held() []fyne.CanvasObject { return c.objects() }

// columns are the parts of each column at a width, and the width of the first one.
func (c *TwoColumns) columns(w float32) (first, second []fyne.CanvasObject, width float32) {
	width = c.narrow * lookOf(c).size(theme.SizeScale)
	if w < width*columnsFrom {
		width = w
	}
	for _, p := range c.parts {
		switch {
		case !p.Object.Visible():
		case p.Left || width == w:
			first = append(first, p.Object)
		default:
			second = append(second, p.Object)
		}
	}
	return first, second, width
}

// column is the height of one column; place, unless it is nil, puts its parts there.
func (c *TwoColumns) column(parts []fyne.CanvasObject, w float32, place func(o fyne.CanvasObject, y, h float32)) float32 {
	y := float32(0)
	for i, o := range parts {
		if i > 0 {
			y += c.under
		}
		h := flow.HeightFor(o, w)
		if place != nil {
			place(o, y, h)
		}
		y += h
	}
	return y
}

// HeightForWidth implements flow.HeightForWidther.
func (c *TwoColumns) HeightForWidth(w float32) float32 {
	first, second, width := c.columns(w)
	return fyne.Max(c.column(first, width, nil), c.column(second, w-width-c.gap, nil))
}

// CreateRenderer implements fyne.Widget.
func (c *TwoColumns) CreateRenderer() fyne.WidgetRenderer { return renderer{c} }

func (c *TwoColumns) leastSize() fyne.Size {
	w := float32(0)
	for _, p := range c.parts {
		w = fyne.Max(w, p.Object.MinSize().Width)
	}
	return fyne.NewSize(w, c.HeightForWidth(fyne.Max(c.Size().Width, w)))
}

func (c *TwoColumns) layout(size fyne.Size) {
	first, second, width := c.columns(size.Width)
	put := func(x, w float32) func(fyne.CanvasObject, float32, float32) {
		return func(o fyne.CanvasObject, y, h float32) {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
	}
	c.column(first, width, put(0, width))
	c.column(second, size.Width-width-c.gap, put(width+c.gap, size.Width-width-c.gap))
}

func (c *TwoColumns) objects() []fyne.CanvasObject {
	first, second, _ := c.columns(c.Size().Width)
	return slices.Concat(first, second)
}
