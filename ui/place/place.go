package place

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// revealMargin is the space around a revealed object, for its focus ring.
const revealMargin float32 = 8

// Reveal scrolls o into view if it is inside a scroller. Every widget calls it when it gains the focus, so
// that nobody types into something that is out of view.
func Reveal(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.Content() == nil {
		return
	}
	part := c.Content()
	if over := TopSheet(c); over != nil {
		part = over
	}
	around, _ := scrollersTo(part, o)
	for _, s := range around {
		s.reveal(o, revealMargin)
	}
}

// PartsOf returns the objects that an object of this package or a plain container places.
func PartsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *Scroll:
		return []fyne.CanvasObject{o.inner}
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case parent:
		return o.children()
	}
	return nil
}

// TopSheet returns the content of the topmost overlay of a canvas, or nil when there is none. The toolkit
// wraps the content in a type that is private but has a public field.
func TopSheet(c fyne.Canvas) fyne.CanvasObject {
	v := reflect.ValueOf(c.Overlays().Top())
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return nil
	}
	if field := v.Elem().FieldByName("Content"); field.IsValid() {
		if p, is := reflect.TypeAssert[*widget.PopUp](field); is {
			return p.Content
		}
	}
	return nil
}

// FirstScroll returns the first scroller inside a part of the window, such as a sheet; nil when there is
// none.
func FirstScroll(part fyne.CanvasObject) *Scroll {
	if s, is := part.(*Scroll); is {
		return s
	}
	for _, inner := range PartsOf(part) {
		if s := FirstScroll(inner); s != nil {
			return s
		}
	}
	return nil
}

// placeIn returns how far below the top of a part o begins, and false when o is not inside the part. The
// toolkit itself knows the places of drawn objects only.
func placeIn(part, o fyne.CanvasObject) (y float32, holds bool) {
	if part == o {
		return 0, true
	}
	if !part.Visible() {
		return 0, false
	}
	for _, inner := range PartsOf(part) {
		if y, holds = placeIn(inner, o); holds {
			return y + inner.Position().Y, true
		}
	}
	return 0, false
}

// KeepInPlace makes a change and scrolls so that o stays where it is in the window, although the change may
// alter the height of the content above o. Controls call it when a person uses them, so that they do not jump
// away from under the pointer.
func KeepInPlace(o fyne.CanvasObject, change func()) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(o)
	if c == nil || c.Content() == nil {
		change()
		return
	}
	before := d.AbsolutePositionForObject(o).Y
	change()
	around, holds := scrollersTo(c.Content(), o)
	if !holds {
		return // o was removed, or lies in an overlay
	}
	for _, s := range slices.Backward(around) {
		s.ScrollBy(d.AbsolutePositionForObject(o).Y - before)
	}
}

// scrollersTo returns the scrollers around o inside a part of the window, the outer first, and false when o
// is not inside.
func scrollersTo(part, o fyne.CanvasObject) (around []*Scroll, holds bool) {
	if part == o {
		return nil, true
	}
	if !part.Visible() {
		return nil, false
	}
	for _, one := range PartsOf(part) {
		if around, holds = scrollersTo(one, o); holds {
			if s, scrolls := part.(*Scroll); scrolls {
				around = slices.Insert(around, 0, s)
			}
			return around, true
		}
	}
	return nil, false
}

// parent is a widget of this package that places objects of its caller: its children.
type parent interface {
	fyne.Widget
	layout(size fyne.Size)
	children() []fyne.CanvasObject
}

func (s *Surface) children() []fyne.CanvasObject    { return []fyne.CanvasObject{s.content} }
func (h *scrollHost) children() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }
func (p *Panes) children() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{p.leftScroll, p.foot, p.center, p.rightScroll}
	if !p.headScrolls {
		return append([]fyne.CanvasObject{p.head}, parts...)
	}
	return parts
}

// Arrange lays out everything inside o anew, after objects were added, removed or changed in height. Unlike
// Refresh it does not draw the objects again: who changes the looks of an object refreshes that object.
func Arrange(o fyne.CanvasObject) {
	arrange(o)
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}

// arrange is Arrange without telling the canvas.
func arrange(o fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		parts = o.Objects
	case *Scroll:
		o.layout(o.Size())
		o.fit()
		parts = []fyne.CanvasObject{o.host}
	case parent:
		o.layout(o.Size())
		parts = o.children()
	}
	for _, part := range parts {
		arrange(part)
	}
}
