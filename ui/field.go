package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/widgets"
)

// field is an entry that keeps only the keys of editing to itself. The toolkit gives a focused entry every shortcut and
// the canvas none; a field hands on what it has no use for, so that the window's keys work while typing.
type field struct {
	widget.Entry
	clears bool // Escape empties it before it leaves it
}

func newField() *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	return f
}

// FocusGained implements fyne.Focusable.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	widgets.Follow(f)
}

// TypedShortcut implements fyne.Shortcutable.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	f.Entry.TypedShortcut(s)
	handOn(f, s)
}

// TypedKey implements fyne.Focusable. Escape leaves the field.
func (f *field) TypedKey(key *fyne.KeyEvent) {
	if f.clears && key.Name == fyne.KeyEscape && f.Text != "" {
		f.SetText("")
		return
	}
	if !leave(f, key) {
		f.Entry.TypedKey(key)
	}
}

// handOn gives a shortcut that an entry has no use for to the window.
func handOn(o fyne.CanvasObject, s fyne.Shortcut) {
	if _, own := s.(*desktop.CustomShortcut); !own {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// handKeyOn gives a key that an entry has no use for to the window.
func handKeyOn(o fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

// leave takes the keys that are not for an entry: Escape leaves it, and the key for help is the window's. It reports whether
// the key was one of them.
func leave(o fyne.CanvasObject, key *fyne.KeyEvent) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	switch {
	case c == nil:
	case key.Name == fyne.KeyEscape:
		c.Unfocus()
		return true
	case key.Name == fyne.KeyF1 && c.OnTypedKey() != nil:
		c.OnTypedKey()(key)
		return true
	}
	return false
}
