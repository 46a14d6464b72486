package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"backupdoctor/ui/theme"
)

// interaction remembers what pointer and keyboard do to a widget. A widget embeds it and sets changed
// to its Refresh.
type interaction struct {
	hovered, focused bool
	changed          func()
}

// MouseIn is used by Fyne.
func (i *interaction) MouseIn(*desktop.MouseEvent) { i.set(&i.hovered, true) }

// MouseMoved is used by Fyne.
func (i *interaction) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is used by Fyne.
func (i *interaction) MouseOut() { i.set(&i.hovered, false) }

// FocusGained is used by Fyne.
func (i *interaction) FocusGained() {
	i.set(&i.focused, true)
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		f, ok := w.Canvas().Focused().(interface{ hands() *interaction })
		if o, object := f.(fyne.CanvasObject); ok && object && f.hands() == i {
			Follow(o)
		}
	}
}

// FocusLost is used by Fyne.
func (i *interaction) FocusLost() { i.set(&i.focused, false) }

// TypedRune hands letters and digits that the widget does not use to the window, where they may be shortcuts.
func (i *interaction) TypedRune(r rune) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		c := w.Canvas()
		f, ok := c.Focused().(interface{ hands() *interaction })
		if ok && f.hands() == i && c.OnTypedRune() != nil {
			c.OnTypedRune()(r)
		}
	}
}

// passKey hands keys that the widget does not use to the window.
func (i *interaction) passKey(e *fyne.KeyEvent) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		c := w.Canvas()
		f, ok := c.Focused().(interface{ hands() *interaction })
		if ok && f.hands() == i && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// KeyDown hands on to the window that a key went down, which the toolkit tells it only when nothing has the focus.
func (i *interaction) KeyDown(e *fyne.KeyEvent) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		f, ok := w.Canvas().Focused().(interface{ hands() *interaction })
		if keys, tells := w.Canvas().(desktop.Canvas); tells && ok && f.hands() == i && keys.OnKeyDown() != nil {
			keys.OnKeyDown()(e)
		}
	}
}

// KeyUp is used by Fyne.
func (i *interaction) KeyUp(*fyne.KeyEvent) {}

func (i *interaction) hands() *interaction { return i }

// Cursor shows a hand over what can be tapped.
func (i *interaction) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (i *interaction) set(state *bool, v bool) {
	if *state == v {
		return
	}
	*state = v
	if i.changed != nil {
		i.changed()
	}
}

// isActivate says whether the key presses the focused widget.
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
