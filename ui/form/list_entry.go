package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/place"
)

// listEntry is an entry with a list of texts; like Entry, it passes the shortcuts of the window on.
type listEntry struct {
	widget.SelectEntry
	options []string
	name    string
}

var _ fyne.Accessible = (*listEntry)(nil)

func newListEntry(name string, options []string) *listEntry {
	e := &listEntry{name: name, options: options}
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.SetOptions(options)
	if open, ok := e.ActionItem.(*widget.Button); ok { // of the toolkit, which is heard by the name of its icon
		e.ActionItem = NewListButton(func() string { return name }, open.OnTapped, nil)
	}
	return e
}

// AccessibilityLabel returns the name, and what is typed or, in an empty entry, the placeholder.
func (e *listEntry) AccessibilityLabel() string { return heard(e.name, e.Text, e.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible. The toolkit has no role for entries.
func (e *listEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// FocusGained implements fyne.Focusable.
func (e *listEntry) FocusGained() {
	e.SelectEntry.FocusGained()
	place.Reveal(e)
}

// Tapped implements fyne.Tappable. A click opens the list, unless a person types a text of their own: there
// it places the cursor.
func (e *listEntry) Tapped(at *fyne.PointEvent) {
	e.SelectEntry.Tapped(at)
	if e.Text == "" || slices.Contains(e.options, e.Text) {
		e.open()
	}
}

// open shows the list.
func (e *listEntry) open() {
	if list, ok := e.ActionItem.(fyne.Tappable); ok {
		list.Tapped(nil)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (e *listEntry) TypedShortcut(s fyne.Shortcut) {
	e.SelectEntry.TypedShortcut(s)
	passShortcut(e, s)
}

// TypedKey implements fyne.Focusable. Down opens the list, Escape leaves the entry.
func (e *listEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyDown {
		e.open()
		return
	}
	if !leave(e, key) {
		e.SelectEntry.TypedKey(key)
	}
}
