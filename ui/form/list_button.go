package form

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ListButton opens the list of texts of an entry. It shows an icon and is heard by the name of the entry.
type ListButton struct {
	widget.Button
	name   func() string
	escape func()
}

// NewListButton makes a button. escape is what Escape does; nil for nothing.
func NewListButton(name func() string, open, escape func()) *ListButton {
	b := &ListButton{name: name, escape: escape}
	b.ExtendBaseWidget(b)
	b.Importance, b.OnTapped = widget.LowImportance, open
	b.SetIcon(fynetheme.MenuDropDownIcon())
	return b
}

// AccessibilityLabel returns the name of the entry.
func (b *ListButton) AccessibilityLabel() string { return b.name() }

// TypedKey implements fyne.Focusable.
func (b *ListButton) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && b.escape != nil {
		b.escape()
		return
	}
	b.Button.TypedKey(key)
}
