package flow

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// PreferredWidther is a picture that looks best at a width.
type PreferredWidther interface {
	fyne.CanvasObject
	PreferredWidth() float32
}

// besideLayout puts words at the left and a picture at the right, or the picture under the words where there
// is no room.
type besideLayout struct {
	words    fyne.CanvasObject
	pictures []PreferredWidther
	gap      float32
	last     float32
}

// wordsLeast is the least width of words beside a picture, at text scale 1.
const wordsLeast float32 = 300

// NewBeside places words, and beside them the one of the pictures that is visible. Words are never wider than
// ReadableWidth; without a picture they stand alone.
func NewBeside(gap float32, words fyne.CanvasObject, pictures ...PreferredWidther) *fyne.Container {
	objects := []fyne.CanvasObject{words}
	for _, p := range pictures {
		objects = append(objects, p)
	}
	return &fyne.Container{Layout: &besideLayout{words: words, pictures: pictures, gap: gap}, Objects: objects}
}

// besidePlan is how a width is shared.
type besidePlan struct {
	words, picture float32          // widths
	shown          PreferredWidther // nil when no picture is visible
	below          bool
}

func (l *besideLayout) plan(w float32) besidePlan {
	scale := theme.TextScale()
	p := besidePlan{words: fyne.Min(w, ReadableWidth*scale)}
	for _, o := range l.pictures {
		if o.Visible() {
			p.shown = o
		}
	}
	if p.shown == nil {
		return p
	}
	p.picture = fyne.Min(p.shown.PreferredWidth(), w)
	if w < wordsLeast*scale+l.gap+p.picture {
		p.below = true
		return p
	}
	p.words = fyne.Min(p.words, w-l.gap-p.picture)
	return p
}

// Layout implements fyne.Layout.
func (l *besideLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	p := l.plan(size.Width)
	h := HeightFor(l.words, p.words)
	l.words.Move(fyne.Position{})
	l.words.Resize(fyne.NewSize(p.words, h))
	if p.shown == nil {
		return
	}
	at := fyne.NewPos(p.words+l.gap, 0)
	if p.below {
		at = fyne.NewPos((size.Width-p.picture)/2, h+l.gap)
	}
	p.shown.Move(at)
	p.shown.Resize(fyne.NewSize(p.picture, HeightFor(p.shown, p.picture)))
}

// MinSize implements fyne.Layout.
func (l *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	last := l.last
	if last == 0 {
		last = wordsLeast
	}
	return fyne.NewSize(l.words.MinSize().Width, l.heightForWidth(objects, last))
}

func (l *besideLayout) heightForWidth(_ []fyne.CanvasObject, w float32) float32 {
	p := l.plan(w)
	h := HeightFor(l.words, p.words)
	switch {
	case p.shown == nil:
		return h
	case p.below:
		return h + l.gap + HeightFor(p.shown, p.picture)
	}
	return fyne.Max(h, HeightFor(p.shown, p.picture))
}
