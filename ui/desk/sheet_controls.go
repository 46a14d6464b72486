package desk

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Fyne's controls keep the Escape key for themselves or lose it. The controls of a sheet hand it to the
// sheet.

// ListButton opens the list of texts of an entry.
type ListButton struct {
	widget.Button
	escape func()
}

// NewEntry makes an entry of the sheet; Enter submits, Down goes on to what is below, Escape closes the sheet.
func (s *Sheet) NewEntry(text string, submit func()) *form.Entry {
	e := form.NewEntry()
	e.OnEscape, e.OnDown = s.Dismiss, s.popup.Canvas.FocusNext
	if text != "" {
		e.SetText(text)
	}
	e.OnSubmitted = func(string) { submit() }
	return e
}

// NewEntryWithList is an entry with a list of texts to choose from.
func (s *Sheet) NewEntryWithList(text string, list []string, submit func()) *form.Entry {
	e := s.NewEntry("", submit)
	open := &ListButton{escape: s.Dismiss}
	open.ExtendBaseWidget(open)
	open.Importance = widget.LowImportance
	open.SetIcon(fynetheme.MenuDropDownIcon())
	open.OnTapped = func() {
		items := make([]*fyne.MenuItem, len(list))
		for i, t := range list {
			items[i] = fyne.NewMenuItem(t, func() { e.SetText(t) })
		}
		menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), s.popup.Canvas)
		menu.ShowAtPosition(fyne.CurrentApp().Driver().AbsolutePositionForObject(e).AddXY(0, e.Size().Height))
		menu.Resize(fyne.NewSize(e.Size().Width, menu.MinSize().Height))
	}
	e.ActionItem = open
	e.SetText(text)
	return e
}

// TypedKey implements fyne.Focusable.
func (b *ListButton) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		b.escape()
		return
	}
	b.Button.TypedKey(key)
}

// NewSelect makes a list with one option chosen; chosen is called with the index of another.
func (s *Sheet) NewSelect(options []string, index int, chosen func(int)) *form.Select {
	c := form.NewSelect(options)
	c.OnEscape = s.Dismiss
	c.SetSelectedIndex(index)
	c.OnChanged = func(string) { chosen(c.SelectedIndex()) }
	return c
}

// Labelled puts a name, by its translation key, above a control.
func (d *Desk) Labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return flow.NewColumn(theme.SpaceXS, paint.NewCaption(d.Text(key)), o)
}
