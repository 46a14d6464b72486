package ui

import (
	"image"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// frameLayout stacks the case bar, a line, the banner and the body, and gives the body what is left.
type frameLayout struct{ window *Window }

// The objects of the frame, by index.
const (
	frameBack = iota
	frameBar
	frameLine
	frameBanner
	frameBody
	frameDrawing
)

// bodyLeast is the share of the height that the panes need. Where large text leaves less, the bar gives way to the banner
// until that is closed.
const bodyLeast float32 = 0.5

// Layout implements fyne.Layout.
func (l *frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	bar := objects[frameBar].(*fyne.Container)
	width := size.Width - 2*theme.SpaceL
	height := bar.Layout.(*barLayout).height(bar.Objects, width)
	put := func(i int, x, y, w, h float32) {
		objects[i].Move(fyne.NewPos(x, y))
		objects[i].Resize(fyne.NewSize(w, h))
	}
	banner := float32(0)
	if objects[frameBanner].Visible() {
		banner = flow.HeightFor(objects[frameBanner], size.Width)
	}
	y := height + 2*theme.SpaceM
	hidden := banner > 0 && size.Height-y-banner < bodyLeast*size.Height
	for _, i := range []int{frameBack, frameBar, frameLine} {
		if o := objects[i]; hidden && o.Visible() {
			o.Hide()
		} else if !hidden && !o.Visible() {
			o.Show()
		}
	}
	if hidden {
		y = 0
	} else {
		put(frameBar, theme.SpaceL, theme.SpaceM, width, height)
		bar.Layout.Layout(bar.Objects, fyne.NewSize(width, height)) // its words may have changed where its size has not
		put(frameBack, 0, 0, size.Width, y)
		put(frameLine, 0, y, size.Width, 1)
		y++
	}
	put(frameBanner, 0, y, size.Width, banner)
	y += banner
	put(frameBody, 0, y, size.Width, size.Height-y)
	put(frameDrawing, 0, 0, 1, 1)
}

// MinSize implements fyne.Layout.
func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 420) }

// stripLayout puts a tab strip and a line above what fills the rest; of the rest, which lies on top of each other, only
// what is seen is laid out.
type stripLayout struct{}

// Layout implements fyne.Layout.
func (l *stripLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	if objects[0].Visible() {
		h := flow.HeightFor(objects[0], size.Width-2*theme.SpaceL)
		objects[0].Move(fyne.NewPos(theme.SpaceL, theme.SpaceS))
		objects[0].Resize(fyne.NewSize(size.Width-2*theme.SpaceL, h))
		y = theme.SpaceS + h
		objects[1].Move(fyne.NewPos(theme.SpaceL, y))
		objects[1].Resize(fyne.NewSize(size.Width-2*theme.SpaceL, 1))
		y++
	}
	for _, o := range objects[2:] {
		if o.Visible() {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(size.Width, size.Height-y))
		}
	}
}

// MinSize implements fyne.Layout.
func (l *stripLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

// onceDrawn is a clear dot that calls a function when it is drawn for the first time. The toolkit tells of focus, but a
// window may be drawn without.
func onceDrawn(do func()) fyne.CanvasObject {
	var once sync.Once
	return canvas.NewRaster(func(int, int) image.Image {
		if do != nil {
			once.Do(do)
		}
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	})
}
