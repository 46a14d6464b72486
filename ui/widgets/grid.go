package widgets

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// gridLayout places objects in as many equal columns as there is room for.
type gridLayout struct {
	least, gap float32
	last       float32
}

// NewGrid places objects from left to right in equal columns, each at least as wide as least at text scale 1, and on as many
// lines as that takes. In a narrow place there is one column. Hidden objects take no room.
func NewGrid(least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &gridLayout{least: least, gap: gap}, Objects: objects}
}

func (l *gridLayout) columns(w float32) (n int, width float32) {
	least := l.least * fyne.Max(1, themeSize(theme.SizeScale))
	n = max(int((w+l.gap)/(least+l.gap)), 1)
	return n, (w+l.gap)/float32(n) - l.gap
}

// walk visits every line with its place from the top and its height, and returns the height of all.
func (l *gridLayout) walk(objects []fyne.CanvasObject, w float32, visit func(line []fyne.CanvasObject, y, width float32)) float32 {
	n, width := l.columns(w)
	y, shown := float32(0), visible(objects)
	for len(shown) > 0 {
		line := shown[:min(n, len(shown))]
		shown = shown[len(line):]
		h := float32(0)
		for _, o := range line {
			h = fyne.Max(h, HeightFor(o, width))
		}
		visit(line, y, width)
		y += h
		if len(shown) > 0 {
			y += l.gap
		}
	}
	return y
}

// Layout is used by Fyne.
func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	l.walk(objects, size.Width, func(line []fyne.CanvasObject, y, width float32) {
		for i, o := range line {
			o.Move(fyne.NewPos(float32(i)*(width+l.gap), y))
			o.Resize(fyne.NewSize(width, HeightFor(o, width)))
		}
	})
}

// MinSize is used by Fyne.
func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(visible(objects), l.last, l.heightForWidth)
}

func (l *gridLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	return l.walk(objects, w, func([]fyne.CanvasObject, float32, float32) {})
}
