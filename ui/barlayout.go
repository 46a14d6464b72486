package ui

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// barLayout places the case at the left, the message in the middle, and the buttons at the right. In a narrow window the
// message gets a line of its own.
type barLayout struct{}

// barFolds is the width below which the bar takes two lines, at text scale 1.
const barFolds float32 = 900

// The objects of the bar, by index.
const (
	barWho = iota
	barChange
	barCases
	barSays
	barUndo
	barSettings
)

func textScale() float32 {
	if s := fyne.CurrentApp().Settings().Theme().Size(theme.SizeScale); s > 0 {
		return s
	}
	return 1
}

func (l *barLayout) folds(width float32) bool { return width < barFolds*textScale() }

// height is what the bar needs at a width.
func (l *barLayout) height(objects []fyne.CanvasObject, width float32) float32 {
	line := l.line(objects)
	if l.folds(width) {
		return line + spaceS + objects[barSays].MinSize().Height
	}
	return line
}

func (l *barLayout) line(objects []fyne.CanvasObject) float32 {
	h := float32(0)
	for i, o := range objects {
		if i != barSays {
			h = fyne.Max(h, o.MinSize().Height)
		}
	}
	return h
}

// Layout is used by Fyne.
func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line := l.line(objects)
	place := func(i int, x, w, y float32) {
		h := fyne.Min(widgets.HeightFor(objects[i], w), line)
		objects[i].Move(fyne.NewPos(x, y+(line-h)/2))
		objects[i].Resize(fyne.NewSize(w, h))
	}
	natural := func(i int) float32 { return objects[i].MinSize().Width }
	right := size.Width
	for _, i := range []int{barSettings, barUndo} {
		right -= natural(i)
		place(i, right, natural(i), 0)
		right -= spaceS
	}
	links := natural(barChange) + natural(barCases)
	left := right
	if !l.folds(size.Width) {
		left = fyne.Max(fyne.Min(size.Width*0.36, 440*textScale()), links+120)
	}
	who := left - links - spaceM
	place(barWho, 0, who, 0)
	place(barChange, who, natural(barChange), 0)
	place(barCases, who+natural(barChange), natural(barCases), 0)
	if l.folds(size.Width) {
		place(barSays, 0, size.Width, line+spaceS)
		return
	}
	place(barSays, left, right-left, 0)
}

// MinSize is used by Fyne; the window's own layout asks height.
func (l *barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, l.line(objects))
}
