package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
)

// Scroll shows content that is higher than the room for it. It gives the content its full width and the
// height that the content needs at that width.
type Scroll struct {
	widget.BaseWidget
	inner *container.Scroll
	host  *scrollHost
}

// NewScroll makes a scroller for content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	h := &scrollHost{content: content}
	h.ExtendBaseWidget(h)
	s := &Scroll{host: h, inner: container.NewVScroll(h)}
	s.ExtendBaseWidget(s)
	return s
}

// Content returns what is scrolled.
func (s *Scroll) Content() fyne.CanvasObject { return s.host.content }

// SetContent replaces what is scrolled and goes to its top.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	s.host.content = content
	s.host.Resize(fyne.Size{}) // forces a layout, also where the new content is as high as the old
	s.inner.ScrollToTop()
	s.inner.Refresh()
	s.Refresh()
}

// HandleKey scrolls by PgUp, PgDn, Home and End and says whether the key was one of them. The shell
// passes keys on from the canvas.
func (s *Scroll) HandleKey(e *fyne.KeyEvent) bool {
	page := s.inner.Size().Height * 0.9
	switch e.Name {
	case fyne.KeyPageUp:
		s.ScrollBy(-page)
	case fyne.KeyPageDown:
		s.ScrollBy(page)
	case fyne.KeyHome:
		s.inner.ScrollToTop()
	case fyne.KeyEnd:
		s.inner.ScrollToBottom()
	default:
		return false
	}
	return true
}

// ScrollBy moves the view down by dy pixels, up if negative, as far as there is content.
func (s *Scroll) ScrollBy(dy float32) {
	s.inner.ScrollToOffset(s.inner.Offset.AddXY(0, dy))
}

// ScrollToTop shows the beginning.
func (s *Scroll) ScrollToTop() { s.inner.ScrollToTop() }

// Offset is how far the content is scrolled down.
func (s *Scroll) Offset() float32 { return s.inner.Offset.Y }

// Reveal scrolls as little as needed to show all of o, which must be inside the content, or its beginning where it is higher
// than the view.
func (s *Scroll) Reveal(o fyne.CanvasObject) { s.reveal(o, 0) }

// reveal is Reveal with room above and below.
func (s *Scroll) reveal(o fyne.CanvasObject, room float32) {
	top, holds := placeIn(s.host.content, o)
	if !holds {
		return
	}
	top -= room
	bottom := top + o.Size().Height + 2*room
	switch view := s.inner.Size().Height; {
	case top < s.inner.Offset.Y, bottom-top > view:
		s.ScrollBy(top - s.inner.Offset.Y)
	case bottom > s.inner.Offset.Y+view:
		s.ScrollBy(bottom - view - s.inner.Offset.Y)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer { return renderer{s} }

func (s *Scroll) leastSize() fyne.Size {
	w := s.host.content.MinSize().Width
	if s.host.width > 0 {
		w = fyne.Min(w, s.host.width)
	}
	return fyne.NewSize(fyne.Max(w, leastView), leastView)
}

// leastView is the least height and width of a view.
const leastView float32 = 32

func (s *Scroll) layout(size fyne.Size) {
	s.host.width = size.Width
	s.inner.Resize(size)
	// A scroller of the same size does not look at its content again.
	if want := fyne.NewSize(size.Width, fyne.Max(s.host.MinSize().Height, size.Height)); s.host.Size() != want {
		s.fit()
	}
}

// fit gives the content the height that it needs now. Unlike a refresh it draws nothing again.
func (s *Scroll) fit() {
	s.inner.Base.Refresh() // of the scroller alone, without its content
	if most := fyne.Max(s.host.Size().Height-s.inner.Size().Height, 0); s.inner.Offset.Y > most {
		s.inner.ScrollToOffset(fyne.NewPos(s.inner.Offset.X, most))
	}
}

func (s *Scroll) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.inner} }

// scrollHost is what Fyne's scroller holds: it answers MinSize for the width there really is.
type scrollHost struct {
	widget.BaseWidget
	content fyne.CanvasObject
	width   float32
}

// CreateRenderer implements fyne.Widget.
func (h *scrollHost) CreateRenderer() fyne.WidgetRenderer { return renderer{h} }

func (h *scrollHost) leastSize() fyne.Size {
	if h.width > 0 {
		return fyne.NewSize(h.width, flow.HeightFor(h.content, h.width))
	}
	return h.content.MinSize()
}

func (h *scrollHost) layout(size fyne.Size) {
	h.content.Move(fyne.Position{}) // it may come from another place
	h.content.Resize(size)
}

func (h *scrollHost) objects() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }
