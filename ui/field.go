package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// field is an entry that keeps only the keys of editing to itself. The toolkit gives a focused entry every shortcut and
// the canvas none; a field hands on what it has no use for, so that the window's keys work while typing.
type field struct {
	widget.Entry
}

func newField() *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	return f
}

// TypedShortcut is used by Fyne.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	f.Entry.TypedShortcut(s)
	if _, own := s.(*desktop.CustomShortcut); !own {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(f).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// TypedKey is used by Fyne. Escape leaves the field.
func (f *field) TypedKey(key *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	switch {
	case c == nil:
	case key.Name == fyne.KeyEscape:
		c.Unfocus()
		return
	case key.Name == fyne.KeyF1 && c.OnTypedKey() != nil:
		c.OnTypedKey()(key)
		return
	}
	f.Entry.TypedKey(key)
}
