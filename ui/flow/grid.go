package flow

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// gridLayout places objects in rows of as many equal columns as the width holds.
type gridLayout struct {
	least, spacing float32
	last           float32
	level          bool // the objects of a row are equally high
}

// NewGrid places objects in rows, spacing apart, in as many columns of equal width as fit when each is at
// least least wide, which grows with the text. The objects of a row begin at the same height.
func NewGrid(least, spacing float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &gridLayout{least: least, spacing: spacing}, Objects: objects}
}

// NewLevelGrid is a grid whose objects are as high as the highest of their row.
func NewLevelGrid(least, spacing float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &gridLayout{least: least, spacing: spacing, level: true}, Objects: objects}
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
	y := float32(0)
	for row := range slices.Chunk(shown, count) {
		line := float32(0)
		for _, o := range row {
			line = fyne.Max(line, HeightFor(o, width))
		}
		for i, o := range row {
			h := HeightFor(o, width)
			if l.level {
				h = line
			}
			if each != nil {
				each(o, fyne.NewPos(float32(i)*(width+l.spacing), y), fyne.NewSize(width, h))
			}
		}
		y += line + l.spacing
	}
	return fyne.Max(y-l.spacing, 0)
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
