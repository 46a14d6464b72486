package place

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Part is an object of TwoColumns.
type Part struct {
	Object fyne.CanvasObject
	Left   bool // where there are two columns
}

// TwoColumns places parts in a narrow column at the left and a wide column beside it. When the width is too
// small for both, all parts stand below each other in the given order. The keyboard goes through the parts in
// the order on the screen.
type TwoColumns struct {
	widget.BaseWidget
	parts      []Part
	narrow     float32 // width of the left column at text scale 1
	gap, under float32
}

var _ flow.HeightForWidther = (*TwoColumns)(nil)

// columnsFrom times the width of the left column is the least width for two columns.
const columnsFrom float32 = 2.3

// NewTwoColumns makes columns with a gap between them, and the space under between the parts of a column.
func NewTwoColumns(narrow, gap, under float32, parts ...Part) *TwoColumns {
	c := &TwoColumns{parts: parts, narrow: narrow, gap: gap, under: under}
	c.ExtendBaseWidget(c)
	return c
}

func (c *TwoColumns) children() []fyne.CanvasObject { return c.objects() }

// columns returns the parts of each column at a width, and the width of the first column.
func (c *TwoColumns) columns(w float32) (first, second []fyne.CanvasObject, width float32) {
	width = c.narrow * paint.LookOf(c).Size(theme.SizeScale)
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

// column returns the height of one column; place, unless nil, is called for each part.
func (c *TwoColumns) column(
	parts []fyne.CanvasObject, w float32, place func(o fyne.CanvasObject, y, h float32),
) float32 {
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
func (c *TwoColumns) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(c, c.layout, c.leastSize, c.objects)
}

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
