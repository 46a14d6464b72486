package flow

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// hangingLayout keeps a mark at the left of what it belongs to.
type hangingLayout struct {
	indent float32
	last   float32
}

// NewHanging places mark in a column indent wide, which grows with the text, and content at the right of it.
// Both begin at the same height.
func NewHanging(indent float32, mark, content fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{
		Layout:  &hangingLayout{indent: indent},
		Objects: []fyne.CanvasObject{mark, content},
	}
}

// widths of both for a width of all.
func (l *hangingLayout) widths(w float32) (mark, content float32) {
	mark = fyne.Min(l.indent*theme.TextScale(), w/2)
	return mark, fyne.Max(w-mark, 0)
}

// Layout implements fyne.Layout.
func (l *hangingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	mark, content := l.widths(size.Width)
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(mark, HeightFor(objects[0], mark)))
	objects[1].Move(fyne.NewPos(mark, 0))
	objects[1].Resize(fyne.NewSize(content, HeightFor(objects[1], content)))
}

// MinSize implements fyne.Layout.
func (l *hangingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(objects, l.last, l.heightForWidth)
}

func (l *hangingLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	mark, content := l.widths(w)
	return fyne.Max(HeightFor(objects[0], mark), HeightFor(objects[1], content))
}
