package place

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Interaction keeps whether the pointer is over a widget and whether the widget has the keyboard focus. A
// widget embeds it and sets Changed to its Refresh.
type Interaction struct {
	Hovered, Focused bool
	Changed          func()
}

// MouseIn implements desktop.Hoverable.
func (i *Interaction) MouseIn(*desktop.MouseEvent) { i.set(&i.Hovered, true) }

// MouseMoved implements desktop.Hoverable.
func (i *Interaction) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (i *Interaction) MouseOut() { i.set(&i.Hovered, false) }

// FocusGained implements fyne.Focusable. The widget scrolls into view.
func (i *Interaction) FocusGained() {
	i.set(&i.Focused, true)
	if c := i.canvas(); c != nil {
		if o, ok := c.Focused().(fyne.CanvasObject); ok {
			Reveal(o)
		}
	}
}

// FocusLost implements fyne.Focusable.
func (i *Interaction) FocusLost() { i.set(&i.Focused, false) }

// TypedRune implements fyne.Focusable. It hands letters and digits on to the window, where they may be
// shortcuts.
func (i *Interaction) TypedRune(r rune) {
	if c := i.canvas(); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// PassKey hands a key that the widget does not use on to the window.
func (i *Interaction) PassKey(e *fyne.KeyEvent) {
	if c := i.canvas(); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// KeyDown implements desktop.Keyable. It hands the key on to the window: Fyne itself reports keys that go
// down to the window only while nothing has the focus.
func (i *Interaction) KeyDown(e *fyne.KeyEvent) {
	if c, ok := i.canvas().(desktop.Canvas); ok && c.OnKeyDown() != nil {
		c.OnKeyDown()(e)
	}
}

// KeyUp implements desktop.Keyable.
func (i *Interaction) KeyUp(*fyne.KeyEvent) {}

// canvas returns the canvas on which the widget has the focus, or nil.
func (i *Interaction) canvas() fyne.Canvas {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if f, ok := w.Canvas().Focused().(interface{ state() *Interaction }); ok && f.state() == i {
			return w.Canvas()
		}
	}
	return nil
}

// state finds the interaction of a widget that embeds it.
func (i *Interaction) state() *Interaction { return i }

// Cursor implements desktop.Cursorable: a hand over the widget.
func (i *Interaction) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (i *Interaction) set(field *bool, v bool) {
	if *field == v {
		return
	}
	*field = v
	if i.Changed != nil {
		i.Changed()
	}
}

// IsActivate reports whether the key presses the focused widget.
func IsActivate(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace
}

// FocusOn moves the keyboard focus to a widget, if it is on a canvas.
func FocusOn(w fyne.Focusable) {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(w)
	}
}
