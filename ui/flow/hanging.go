package flow

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// hangingLayout keeps a mark at the left of what it belongs to.
type hangingLayout struct {
	mark, content fyne.CanvasObject
	indent        float32
	last          float32
}

// NewHanging places mark in a column indent wide, which grows with the text, and content at the right of it.
// Both begin at the same height.
func NewHanging(indent float32, mark, content fyne.CanvasObject) *fyne.Container {
	l := &hangingLayout{mark: mark, content: content, indent: indent}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{mark, content}}
}

// widths of both for a width of all.
func (l *hangingLayout) widths(w float32) (mark, content float32) {
	mark = fyne.Min(l.indent*theme.TextScale(), w/2)
	return mark, fyne.Max(w-mark, 0)
}

// Layout implements fyne.Layout.
func (l *hangingLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	mark, content := l.widths(size.Width)
	put(l.mark, 0, 0, mark, HeightFor(l.mark, mark))
	put(l.content, mark, 0, content, HeightFor(l.content, content))
}

// MinSize implements fyne.Layout.
func (l *hangingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(objects, l.last, l.heightForWidth)
}

func (l *hangingLayout) heightForWidth(_ []fyne.CanvasObject, w float32) float32 {
	mark, content := l.widths(w)
	return fyne.Max(HeightFor(l.mark, mark), HeightFor(l.content, content))
}
