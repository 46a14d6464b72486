package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/place"
)

// Entry is an entry that takes only the keys of editing. The toolkit gives every shortcut to a focused entry
// and none to the canvas; this entry passes the others on, so that the window's keys work while a person
// types.
type Entry struct {
	widget.Entry
	ClearsOnEscape bool   // the first Escape empties the entry, the second leaves it
	OnEscape       func() // what Escape does; nil for leaving the entry
	OnDown         func() // what Down does; nil for nothing
	Name           string // for people who hear it; empty where the placeholder says it all
}

var _ fyne.Accessible = (*Entry)(nil)

// NewEntry makes an empty entry.
func NewEntry() *Entry {
	f := &Entry{}
	f.ExtendBaseWidget(f)
	return f
}

// AccessibilityLabel returns the name, and what is typed or, in an empty entry, the placeholder.
func (f *Entry) AccessibilityLabel() string { return heard(f.Name, f.Text, f.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible. The toolkit has no role for entries.
func (f *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// heard is what is said of a control with a name, a value and words that stand in for the value.
func heard(name, value, standIn string) string {
	if value == "" {
		value = standIn
	}
	if name == "" || value == "" {
		return name + value
	}
	return name + ": " + value
}

// FocusGained implements fyne.Focusable.
func (f *Entry) FocusGained() {
	f.Entry.FocusGained()
	place.Reveal(f)
}

// TypedShortcut implements fyne.Shortcutable.
func (f *Entry) TypedShortcut(s fyne.Shortcut) {
	f.Entry.TypedShortcut(s)
	passShortcut(f, s)
}

// TypedKey implements fyne.Focusable.
func (f *Entry) TypedKey(key *fyne.KeyEvent) {
	switch {
	case f.ClearsOnEscape && key.Name == fyne.KeyEscape && f.Text != "":
		f.SetText("")
	case f.OnEscape != nil && key.Name == fyne.KeyEscape:
		f.OnEscape()
	case f.OnDown != nil && key.Name == fyne.KeyDown:
		f.OnDown()
	case key.Name == fyne.KeyPageUp || key.Name == fyne.KeyPageDown:
		passKey(f, key)
	case !leave(f, key):
		f.Entry.TypedKey(key)
	}
}

// passShortcut gives a shortcut that an entry does not use to the window around it.
func passShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	if _, own := s.(*desktop.CustomShortcut); !own {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// passKey gives a key that an entry does not use to the window around it.
func passKey(o fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

// leave handles the two keys that are not for an entry: Escape takes the focus away, and F1 goes to the
// window. It reports whether the key was one of them.
func leave(o fyne.CanvasObject, key *fyne.KeyEvent) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	switch {
	case c == nil:
	case key.Name == fyne.KeyEscape:
		c.Unfocus()
		return true
	case key.Name == fyne.KeyF1:
		passKey(o, key)
		return true
	}
	return false
}
