package ui

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// sheet is a panel over the window with a title, something to scroll and a foot. It is as high as it must be, and Escape
// closes it.
type sheet struct {
	desk    *desk
	popup   *widget.PopUp
	head    *fyne.Container
	body    *fyne.Container
	scroll  *widgets.Scroll
	problem *widgets.Callout
	leaves  func() bool // asked before the person closes the sheet, when something would be lost; may be nil
}

// newSheet makes a sheet; foot stands at the left of its Close.
func newSheet(d *desk, w fyne.Window, title, text string, foot ...fyne.CanvasObject) *sheet {
	s := &sheet{desk: d, body: flow.NewColumn(theme.SpaceM), problem: widgets.NewCallout(widgets.ToneBad, "")}
	s.problem.Hide()
	s.head = flow.NewColumn(theme.SpaceS, widgets.NewTitle(title))
	if text != "" {
		s.head.Add(widgets.NewCaption(text))
	}
	s.head.Add(s.problem)
	s.scroll = widgets.NewScroll(flow.NewPadded(focusRoom, s.body))
	last := flow.NewWrap(theme.SpaceS, append(foot, widgets.NewAnswerButton(d.text("picker.close"), s.dismiss))...)
	s.popup = widget.NewModalPopUp(&fyne.Container{
		Layout: &fittingLayout{sheetLayout{window: w}, s.body}, Objects: []fyne.CanvasObject{s.head, s.scroll, last},
	}, w.Canvas())
	return s
}

// focusRoom is the room around the body for outlines and focus rings, which a scroller would cut.
const focusRoom float32 = 5

func (s *sheet) show() {
	s.desk.sheet = s
	s.popup.Show()
}

// dismiss closes the sheet for a person who is done with it.
func (s *sheet) dismiss() {
	if s.leaves == nil || s.leaves() {
		s.close()
	}
}

func (s *sheet) close() { s.popup.Hide() }

// changed brings size and place up to date after the content changed.
func (s *sheet) changed() {
	s.popup.Resize(s.popup.MinSize())
	s.popup.Refresh()
	if over := s.popup.Canvas.Overlays().Top(); over != nil {
		over.Refresh()
	}
}

// tell shows a sentence at the top of the sheet; empty takes it away.
func (s *sheet) tell(text string) {
	s.problem.SetText(text)
	s.problem.Hidden = text == ""
	s.changed()
}

// trouble shows an error at the top of the sheet, above which the banner of the window can't be read. It reports whether
// there was one.
func (s *sheet) trouble(err error) bool {
	if err == nil {
		return false
	}
	s.tell(s.desk.words.Sentence(err))
	return true
}

// fittingLayout is a sheet that is no higher than its content.
type fittingLayout struct {
	sheetLayout
	body fyne.CanvasObject
}

// MinSize implements fyne.Layout.
func (l *fittingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	most := l.sheetLayout.MinSize(objects)
	inner := most.Width - 2*theme.SpaceL
	need := flow.HeightFor(objects[0], inner) + flow.HeightFor(l.body, inner) + 2*focusRoom +
		flow.HeightFor(objects[2], inner) + 2*theme.SpaceL + 2*theme.SpaceM
	return fyne.NewSize(most.Width, fyne.Min(most.Height, need))
}

// Fyne's controls keep the Escape key for themselves or lose it. Those on a sheet hand it on.
type (
	sheetSelect struct {
		widget.Select
		escape func()
	}
	sheetButton struct {
		widget.Button
		escape func()
	}
)

// entry makes an entry of the sheet; Enter submits, Down goes on to what is below.
func (s *sheet) entry(text string, submit func()) *pickerEntry {
	e := &pickerEntry{escape: s.dismiss, down: func() { s.popup.Canvas.FocusNext() }}
	e.ExtendBaseWidget(e)
	if text != "" {
		e.SetText(text)
	}
	e.OnSubmitted = func(string) { submit() }
	return e
}

// entryWithList is an entry with a list of texts to choose from.
func (s *sheet) entryWithList(text string, list []string, submit func()) *pickerEntry {
	e := s.entry("", submit)
	open := &sheetButton{escape: s.dismiss}
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
func (b *sheetButton) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		b.escape()
		return
	}
	b.Button.TypedKey(key)
}

// choice makes a select with one option chosen; chosen is called with the index of another.
func (s *sheet) choice(options []string, index int, chosen func(int)) *sheetSelect {
	c := &sheetSelect{escape: s.dismiss}
	c.ExtendBaseWidget(c)
	c.Options = options
	c.SetSelectedIndex(index)
	c.OnChanged = func(string) { chosen(c.SelectedIndex()) }
	return c
}

// TypedKey implements fyne.Focusable.
func (c *sheetSelect) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		c.escape()
		return
	}
	c.Select.TypedKey(key)
}

// field heads a control with its name.
func (d *desk) field(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return flow.NewColumn(theme.SpaceXS, widgets.NewCaption(d.text(key)), o)
}
