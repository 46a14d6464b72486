package flow

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// gridLayout places objects in rows of as many equal columns as the width holds.
type gridLayout struct {
	least, spacing float32
	last           float32
}

// NewGrid places objects in rows, spacing apart, in as many columns of equal width as fit when each is at
// least least wide, which grows with the text. The objects of a row begin at the same height.
func NewGrid(least, spacing float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &gridLayout{least: least, spacing: spacing}, Objects: objects}
}

// columns is how many columns n objects have at a width, and how wide each is.
func (l *gridLayout) columns(n int, w float32) (int, float32) {
	least := l.least * theme.TextScale()
	count := min(max(int((w+l.spacing)/(least+l.spacing)), 1), max(n, 1))
	return count, (w - float32(count-1)*l.spacing) / float32(count)
}

// rows calls each for every object with its place, and returns the height of all rows.
func (l *gridLayout) rows(objects []fyne.CanvasObject, w float32,
	each func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size),
) float32 {
	shown := visible(objects)
	count, width := l.columns(len(shown), w)
	y, line := float32(0), float32(0)
	for i, o := range shown {
		if i > 0 && i%count == 0 {
			y, line = y+line+l.spacing, 0
		}
		h := HeightFor(o, width)
		line = fyne.Max(line, h)
		if each != nil {
			each(o, fyne.NewPos(float32(i%count)*(width+l.spacing), y), fyne.NewSize(width, h))
		}
	}
	return y + line
}

// Layout implements fyne.Layout.
func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	l.rows(objects, size.Width, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		o.Move(pos)
		o.Resize(size)
	})
}

// MinSize implements fyne.Layout.
func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(visible(objects), l.last, l.heightForWidth)
}

func (l *gridLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	return l.rows(objects, w, nil)
}
