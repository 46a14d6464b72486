package phone

import (
	"reflect"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/ui/theme"
)

// Strip shows the pictures that lead to the last one of a tour, small and below each other, each with its
// number and what to do there. A click on one chooses it. Keys choose pictures by the lines of the guide.
type Strip struct {
	widget.BaseWidget

	// OnChosen is called with the number of the picture, from 0.
	OnChosen func(page int)

	tour   tour.Tour
	labels []string
	thumbs []*thumb
}

// NewStrip makes a strip without pictures.
func NewStrip() *Strip {
	s := &Strip{}
	s.ExtendBaseWidget(s)
	return s
}

// SetTour replaces the pictures; labels say what to do at each of them.
func (s *Strip) SetTour(t tour.Tour, labels []string, text Text) {
	t.Plain = true
	count := max(min(len(t.Shots), len(labels)), 0)
	labels = labels[:count]
	if reflect.DeepEqual(s.tour, t) && reflect.DeepEqual(s.labels, labels) {
		return
	}
	s.tour, s.labels, s.thumbs = t, labels, nil
	for i, label := range labels {
		p := New(text)
		p.small = true
		p.SetTour(t)
		p.SetPage(i)
		b := &thumb{strip: s, page: i, phone: p, label: label}
		b.ExtendBaseWidget(b)
		s.thumbs = append(s.thumbs, b)
	}
	s.Refresh()
}

// Pictures returns how many pictures the strip has.
func (s *Strip) Pictures() int { return len(s.thumbs) }

// Sizes of a strip at text scale 1.
const (
	thumbHeight float32 = 176 // of the largest picture
	thumbLeast  float32 = 96  // of the smallest
	thumbWords  float32 = 132 // width of what stands beside a picture
)

// Width returns the width of the strip in a space of a height; 0 where the pictures would be too small.
func (s *Strip) Width(height float32) float32 {
	if len(s.thumbs) == 0 {
		return 0
	}
	l := lookOf(s)
	high := s.thumbSize(height)
	if high < thumbLeast {
		return 0
	}
	return high/s.aspect() + l.size(theme.SizeSpaceM) + thumbWords*l.size(theme.SizeScale)
}

// aspect returns height divided by width of the small pictures.
func (s *Strip) aspect() float32 {
	small := shapeFor(s.tour.Device, thumbLeast, 1)
	return small.aspect()
}

// thumbSize returns the height of each picture in a space of a height.
func (s *Strip) thumbSize(height float32) float32 {
	n := float32(len(s.thumbs))
	return min((height-(n-1)*lookOf(s).size(theme.SizeSpaceL))/n, thumbHeight)
}

// CreateRenderer implements fyne.Widget.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer { return renderer{s} }

func (s *Strip) outdate() {}

func (s *Strip) leastSize() fyne.Size { return fyne.Size{} }

func (s *Strip) layout(size fyne.Size) {
	high, y := s.thumbSize(size.Height), float32(0)
	for _, b := range s.thumbs {
		b.Move(fyne.NewPos(0, y))
		b.Resize(fyne.NewSize(size.Width, high))
		y += high + lookOf(s).size(theme.SizeSpaceL)
	}
}

func (s *Strip) objects() []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, len(s.thumbs))
	for i, b := range s.thumbs {
		list[i] = b
	}
	return list
}

// thumb is one small picture with its number and its words.
type thumb struct {
	widget.BaseWidget
	strip   *Strip
	page    int
	phone   *Phone
	label   string
	hovered bool
	all     []fyne.CanvasObject
}

var (
	_ fyne.Tappable     = (*thumb)(nil)
	_ fyne.Accessible   = (*thumb)(nil)
	_ desktop.Hoverable = (*thumb)(nil)
)

// Tapped implements fyne.Tappable.
func (b *thumb) Tapped(*fyne.PointEvent) {
	if b.strip.OnChosen != nil {
		b.strip.OnChosen(b.page)
	}
}

// MouseIn implements desktop.Hoverable.
func (b *thumb) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *thumb) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *thumb) MouseOut() { b.hovered = false; b.Refresh() }

// AccessibilityLabel returns the number of the picture and what to do there.
func (b *thumb) AccessibilityLabel() string { return strconv.Itoa(b.page+1) + ". " + b.label }

// AccessibilityRole implements fyne.Accessible.
func (b *thumb) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *thumb) CreateRenderer() fyne.WidgetRenderer { return renderer{b} }

func (b *thumb) outdate() {}

func (b *thumb) leastSize() fyne.Size { return fyne.Size{} }

func (b *thumb) objects() []fyne.CanvasObject { return b.all }

func (b *thumb) layout(size fyne.Size) {
	l := lookOf(b)
	p := &pen{look: l}
	wide := size.Height / b.strip.aspect()
	b.phone.Move(fyne.Position{})
	b.phone.Resize(fyne.NewSize(wide, size.Height))
	font := l.size(theme.SizeTextSmall)
	x, radius := wide+l.size(theme.SizeSpaceM), font*0.95
	lines := wrap(b.label, font, false, size.Width-x, 3)
	high := 2*radius + l.size(theme.SizeSpaceXS) + float32(len(lines))*lineHeight(font)
	y := (size.Height - high) / 2
	ground, ink := l.color(theme.ColorSurface), l.color(theme.ColorMuted)
	if b.hovered {
		ground, ink = l.color(theme.ColorAccentSoft), l.color(theme.ColorAccent)
	}
	p.disc(x+radius, y+radius, radius, ground)
	circle := canvas.NewCircle(l.faded(theme.ColorLine, 0))
	circle.StrokeColor, circle.StrokeWidth = l.color(theme.ColorLine), l.size(theme.SizeLine)
	p.place(circle, area{x, y, 2 * radius, 2 * radius})
	number := style{font, true, l.color(theme.ColorText)}
	p.text(x+radius, y+radius, fyne.TextAlignCenter, number, strconv.Itoa(b.page+1))
	p.lines(x, y+2*radius+l.size(theme.SizeSpaceXS), fyne.TextAlignLeading, style{font, false, ink}, lines)
	b.all = append([]fyne.CanvasObject{b.phone}, p.objects...)
}
