package flow

import "fyne.io/fyne/v2"

// PreferredWidther is a picture that looks best at a width.
type PreferredWidther interface {
	fyne.CanvasObject
	PreferredWidth() float32
}

// pictureLayout shows the one picture that is visible, in the middle.
type pictureLayout struct {
	most float32 // times the preferred width
	last float32
}

// NewPicture shows the one of the pictures that is visible, in the middle and at most as many times its
// preferred width.
func NewPicture(most float32, pictures ...PreferredWidther) *fyne.Container {
	c := &fyne.Container{Layout: &pictureLayout{most: most}}
	for _, p := range pictures {
		c.Objects = append(c.Objects, p)
	}
	return c
}

// shown returns the visible picture and its width in a space; nil without one.
func (l *pictureLayout) shown(objects []fyne.CanvasObject, w float32) (fyne.CanvasObject, float32) {
	for _, o := range visible(objects) {
		if p, ok := o.(PreferredWidther); ok {
			return o, fyne.Min(w, l.most*p.PreferredWidth())
		}
	}
	return nil, 0
}

// Layout implements fyne.Layout.
func (l *pictureLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	if picture, width := l.shown(objects, size.Width); picture != nil {
		put(picture, (size.Width-width)/2, 0, width, fyne.Min(HeightFor(picture, width), size.Height))
	}
}

// MinSize implements fyne.Layout.
func (l *pictureLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedMinSize(visible(objects), l.last, l.heightForWidth)
}

func (l *pictureLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	picture, width := l.shown(objects, w)
	if picture == nil {
		return 0
	}
	return HeightFor(picture, width)
}
