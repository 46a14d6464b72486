package place

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
)

// Scroll shows content that may be higher than the view. The content gets the full width and the height that
// it needs at that width.
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

// Content returns the content.
func (s *Scroll) Content() fyne.CanvasObject { return s.host.content }

// SetContent replaces the content and scrolls to its top.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	s.host.content = content
	s.host.Resize(fyne.Size{}) // forces a layout, even when the new content is as high as the old
	s.inner.ScrollToTop()
	s.inner.Refresh()
	s.Refresh()
}

// HandleKey scrolls by PgUp, PgDn, Home and End and reports whether the key was one of them. The window hands
// on the keys of the canvas.
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

// ScrollBy moves the view down by dy pixels, up if negative, within the content.
func (s *Scroll) ScrollBy(dy float32) {
	s.inner.ScrollToOffset(s.inner.Offset.AddXY(0, dy))
}

// ScrollToTop scrolls to the beginning.
func (s *Scroll) ScrollToTop() { s.inner.ScrollToTop() }

// Offset returns how far the content is scrolled down, in pixels.
func (s *Scroll) Offset() float32 { return s.inner.Offset.Y }

// Reveal scrolls as little as possible to show all of o, or the beginning of o when it is higher than the
// view. o must be inside the content.
func (s *Scroll) Reveal(o fyne.CanvasObject) { s.reveal(o, 0) }

// reveal is Reveal with space above and below.
func (s *Scroll) reveal(o fyne.CanvasObject, margin float32) {
	top, holds := placeIn(s.host.content, o)
	if !holds {
		return
	}
	top -= margin
	bottom := top + o.Size().Height + 2*margin
	switch view := s.inner.Size().Height; {
	case top < s.inner.Offset.Y, bottom-top > view:
		s.ScrollBy(top - s.inner.Offset.Y)
	case bottom > s.inner.Offset.Y+view:
		s.ScrollBy(bottom - view - s.inner.Offset.Y)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(s, s.layout, s.leastSize, s.objects)
}

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
	// A scroller of the same size does not measure its content again.
	want := fyne.NewSize(size.Width, fyne.Max(s.host.MinSize().Height, size.Height))
	if s.host.Size() != want {
		s.fit()
	}
}

// fit gives the content the height that it needs now. Unlike Refresh it does not draw the content again.
func (s *Scroll) fit() {
	s.inner.Base.Refresh() // the scroller alone, without its content
	if most := fyne.Max(s.host.Size().Height-s.inner.Size().Height, 0); s.inner.Offset.Y > most {
		s.inner.ScrollToOffset(fyne.NewPos(s.inner.Offset.X, most))
	}
}

func (s *Scroll) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.inner} }

// scrollHost is the content of Fyne's scroller. Its MinSize is that for the width of the view.
type scrollHost struct {
	widget.BaseWidget
	content fyne.CanvasObject
	width   float32
}

// CreateRenderer implements fyne.Widget.
func (h *scrollHost) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(h, h.layout, h.leastSize, h.objects)
}

func (h *scrollHost) leastSize() fyne.Size {
	if h.width > 0 {
		return fyne.NewSize(h.width, flow.HeightFor(h.content, h.width))
	}
	return h.content.MinSize()
}

func (h *scrollHost) layout(size fyne.Size) {
	h.content.Move(fyne.Position{}) // the content may come from another parent
	h.content.Resize(size)
}

func (h *scrollHost) objects() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }
