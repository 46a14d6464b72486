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
}

func newListEntry(options []string) *listEntry {
	e := &listEntry{options: options}
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.SetOptions(options)
	return e
}

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
