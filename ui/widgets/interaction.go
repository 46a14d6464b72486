package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"backupdoctor/ui/theme"
)

// interaction keeps whether the pointer is over a widget and whether the widget has the keyboard focus. A
// widget embeds it and sets changed to its Refresh.
type interaction struct {
	hovered, focused bool
	changed          func()
}

// MouseIn implements desktop.Hoverable.
func (i *interaction) MouseIn(*desktop.MouseEvent) { i.set(&i.hovered, true) }

// MouseMoved implements desktop.Hoverable.
func (i *interaction) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (i *interaction) MouseOut() { i.set(&i.hovered, false) }

// FocusGained implements fyne.Focusable. The widget scrolls into view.
func (i *interaction) FocusGained() {
	i.set(&i.focused, true)
	if c := i.canvas(); c != nil {
		if o, ok := c.Focused().(fyne.CanvasObject); ok {
			Reveal(o)
		}
	}
}

// FocusLost implements fyne.Focusable.
func (i *interaction) FocusLost() { i.set(&i.focused, false) }

// TypedRune implements fyne.Focusable. It hands letters and digits on to the window, where they may be
// shortcuts.
func (i *interaction) TypedRune(r rune) {
	if c := i.canvas(); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// passKey hands a key that the widget does not use on to the window.
func (i *interaction) passKey(e *fyne.KeyEvent) {
	if c := i.canvas(); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// KeyDown implements desktop.Keyable. It hands the key on to the window: Fyne itself reports keys that go
// down to the window only while nothing has the focus.
func (i *interaction) KeyDown(e *fyne.KeyEvent) {
	if c, ok := i.canvas().(desktop.Canvas); ok && c.OnKeyDown() != nil {
		c.OnKeyDown()(e)
	}
}

// KeyUp implements desktop.Keyable.
func (i *interaction) KeyUp(*fyne.KeyEvent) {}

// canvas returns the canvas on which the widget has the focus, or nil.
func (i *interaction) canvas() fyne.Canvas {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if f, ok := w.Canvas().Focused().(interface{ state() *interaction }); ok && f.state() == i {
			return w.Canvas()
		}
	}
	return nil
}

// state finds the interaction of a widget that embeds it.
func (i *interaction) state() *interaction { return i }

// Cursor implements desktop.Cursorable: a hand over the widget.
func (i *interaction) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (i *interaction) set(field *bool, v bool) {
	if *field == v {
		return
	}
	*field = v
	if i.changed != nil {
		i.changed()
	}
}

// isActivate reports whether the key presses the focused widget.
func isActivate(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace
}

// focusOn moves the keyboard focus to a widget, if it is on a canvas.
func focusOn(w fyne.Focusable) {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(w)
	}
}

// ring is the mark of keyboard focus, drawn outset pixels outside an area, or inside when negative.
type ring struct{ rect canvas.Rectangle }

func (r *ring) place(l look, pos fyne.Position, size fyne.Size, radius, outset float32, shown bool) {
	r.rect.FillColor = color.Transparent
	r.rect.StrokeColor = l.color(theme.ColorAccent)
	r.rect.StrokeWidth = l.size(theme.SizeFocusRing)
	r.rect.CornerRadius = fyne.Max(radius+outset, 0)
	r.rect.Move(pos.SubtractXY(outset, outset))
	r.rect.Resize(size.AddWidthHeight(2*outset, 2*outset))
	r.rect.Hidden = !shown
}

// fill colours a rectangle and gives it a border of one line, if line is not empty.
func fill(l look, r *canvas.Rectangle, background, line fyne.ThemeColorName, radius float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, color.Transparent, 0
	if background != "" {
		r.FillColor = l.color(background)
	}
	if line != "" {
		r.StrokeColor, r.StrokeWidth = l.color(line), l.size(theme.SizeLine)
	}
	r.CornerRadius = radius
}
