package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
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
	around, _ := scrollersTo(c.Content(), o)
	for _, s := range around {
		s.reveal(o, followRoom)
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
	var inner []fyne.CanvasObject
	switch part := part.(type) {
	case *fyne.Container:
		inner = part.Objects
	case *Scroll:
		if around, holds = scrollersTo(part.host.content, o); holds {
			return slices.Insert(around, 0, part), true
		}
	case holder:
		inner = part.held()
	}
	for _, one := range inner {
		if around, holds = scrollersTo(one, o); holds {
			return around, true
		}
	}
	return nil, false
}
