package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Fyne's controls keep the Escape key for themselves or lose it. The controls of a sheet hand it to the
// sheet.

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
	e.ActionItem = form.NewListButton(func() string { return e.Name }, func() {
		items := make([]*fyne.MenuItem, len(list))
		for i, t := range list {
			items[i] = fyne.NewMenuItem(t, func() { e.SetText(t) })
		}
		menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), s.popup.Canvas)
		menu.ShowAtPosition(fyne.CurrentApp().Driver().AbsolutePositionForObject(e).AddXY(0, e.Size().Height))
		menu.Resize(fyne.NewSize(e.Size().Width, menu.MinSize().Height))
	}, s.Dismiss)
	e.SetText(text)
	return e
}

// NewSelect makes a list with one option chosen; chosen is called with the index of another.
func (s *Sheet) NewSelect(options []string, index int, chosen func(int)) *form.Select {
	c := form.NewSelect(options)
	c.OnEscape = s.Dismiss
	c.SetSelectedIndex(index)
	c.OnChanged = func(string) { chosen(c.SelectedIndex()) }
	return c
}

// NewTick makes a box to tick that says to people who hear it whether it is ticked.
func (d *Desk) NewTick(words, figures string, changed func(on bool)) *widgets.Tick {
	t := widgets.NewTick(words, figures, changed)
	t.SetSpoken(d.Text("heard.unticked"), d.Text("heard.ticked"))
	return t
}

// NewFold makes a fold that says to people who hear it whether it is open.
func (d *Desk) NewFold(title string, content fyne.CanvasObject) *widgets.Fold {
	f := widgets.NewFold(title, content)
	f.SetSpoken(d.Text("heard.closed"), d.Text("heard.open"))
	return f
}

// Labelled puts a name, by its translation key, above a control.
func (d *Desk) Labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	switch o := o.(type) {
	case *form.Entry:
		o.Name = d.Text(key)
	case *form.Select:
		o.Name = d.Text(key)
	}
	return flow.NewColumn(theme.SpaceXS, paint.NewCaption(d.Text(key)), o)
}
