package widgets

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// followRoom is around what the keyboard comes to, for its focus ring.
const followRoom float32 = 8

// Follow scrolls o into view when a scroller of the window holds it. Whatever can have the focus calls it when the keyboard
// comes to it, so that nobody types where they can't see.
func Follow(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.Content() == nil {
		return
	}
	part := c.Content()
	if over := SheetOver(c); over != nil {
		part = over
	}
	around, _ := scrollersTo(part, o)
	for _, s := range around {
		s.reveal(o, followRoom)
	}
}

// partsOf are the things placed inside something.
func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *Scroll:
		return []fyne.CanvasObject{o.inner}
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case holder:
		return o.held()
	}
	return nil
}

// SheetOver is the content of what lies over everything else on a canvas; nil when there is nothing. The toolkit wraps it in a
// type that has no public name, but a public field.
func SheetOver(c fyne.Canvas) fyne.CanvasObject {
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

// ScrollIn is the first scroller inside a part of the window, such as a sheet over it; nil when there is none.
func ScrollIn(part fyne.CanvasObject) *Scroll {
	if s, is := part.(*Scroll); is {
		return s
	}
	for _, inner := range partsOf(part) {
		if s := ScrollIn(inner); s != nil {
			return s
		}
	}
	return nil
}

// placeIn is how far below the top of a part o begins, and false when the part does not hold it. The toolkit knows the place
// only of what was drawn before.
func placeIn(part, o fyne.CanvasObject) (y float32, holds bool) {
	if part == o {
		return 0, true
	}
	if !part.Visible() {
		return 0, false
	}
	for _, inner := range partsOf(part) {
		if y, holds = placeIn(inner, o); holds {
			return y + inner.Position().Y, true
		}
	}
	return 0, false
}

// Hold keeps o where it is in the window while a change makes what is above it higher or lower, as far as there is content to
// scroll. Whatever a person turns or types into calls it, so that it does not jump away from under the pointer.
func Hold(o fyne.CanvasObject, change func()) {
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
		return // it is gone, or stands above the window
	}
	for _, s := range slices.Backward(around) {
		s.ScrollBy(d.AbsolutePositionForObject(o).Y - before)
	}
}

// scrollersTo are the scrollers around o inside a part of the window, the outer first, and false when it does not hold o.
func scrollersTo(part, o fyne.CanvasObject) (around []*Scroll, holds bool) {
	if part == o {
		return nil, true
	}
	if !part.Visible() {
		return nil, false
	}
	for _, one := range partsOf(part) {
		if around, holds = scrollersTo(one, o); holds {
			if s, scrolls := part.(*Scroll); scrolls {
				around = slices.Insert(around, 0, s)
			}
			return around, true
		}
	}
	return nil, false
}
