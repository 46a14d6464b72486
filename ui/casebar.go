package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// caseBar is the top of the window: the case with its device, the complaint or the message of the phone, how
// far the case is, and what changes the window.
type caseBar struct {
	desk       *desk.Desk
	dialogs    desk.Dialogs
	setHelper  func(bool)
	who        *caseLines
	says       *widgets.Button
	undo, redo *widgets.Button
	state      *widgets.Pill
	mode       *place.TabStrip
	more       *widgets.Button
	layout     *barLayout
	content    *fyne.Container
}

// caseLines are the name of the case and, below it, its device or how far it is.
type caseLines struct {
	column       *fyne.Container
	name         *paint.Paragraph
	device, told *paint.Paragraph
	parts        []string         // of the device; where they have no room, the last ones are not shown
	measure      *paint.Paragraph // never shown
}

// deviceGap stands between two parts of the device.
const deviceGap = " · "

func newCaseLines() *caseLines {
	c := &caseLines{
		name: paint.NewParagraph("").Bold().WithMaxLines(1), device: paint.NewCaption("").WithMaxLines(1),
		told:    paint.NewCaption("").WithColor(theme.ColorAccent).WithMaxLines(1),
		measure: paint.NewCaption(""),
	}
	c.told.Hide()
	c.column = flow.NewColumn(0, c.name, c.device, c.told)
	return c
}

// needs returns the width of the first n parts of the device.
func (c *caseLines) needs(n int) float32 {
	c.measure.SetText(strings.Join(c.parts[:n], deviceGap))
	return flow.NaturalWidth(c.measure)
}

// fit shows as many parts of the device as a width has room for.
func (c *caseLines) fit(width float32) {
	n := len(c.parts)
	for n > 1 && c.needs(n) > width {
		n--
	}
	if text := strings.Join(c.parts[:n], deviceGap); text != c.device.Text() {
		c.device.SetText(text)
	}
}

// width is what the lines need, whichever of them are shown.
func (c *caseLines) width() float32 {
	return fyne.Max(fyne.Max(flow.NaturalWidth(c.name), c.needs(len(c.parts))), barState*theme.TextScale())
}

// tellState shows how far the case is in place of the device, or the device again.
func (c *caseLines) tellState(tell bool) {
	if c.told.Visible() != tell {
		c.told.Hidden, c.device.Hidden = !tell, tell
		c.column.Refresh()
	}
}

func newCaseBar(d *desk.Desk, dialogs desk.Dialogs, setHelper func(bool)) *caseBar {
	b := &caseBar{
		desk: d, dialogs: dialogs, setHelper: setHelper, who: newCaseLines(),
		says:  widgets.NewFieldButton("", dialogs.Picker),
		undo:  widgets.NewAnswerButton(d.Text("bar.undo"), d.Undo),
		redo:  widgets.NewAnswerButton(d.Text("bar.redo"), d.Redo),
		state: widgets.NewPill("", widgets.ToneNeutral),
		mode: place.NewSegments([]string{d.Text("bar.simple"), d.Text("bar.helper")},
			func(i int) { setHelper(i == 1) }),
	}
	b.more = widgets.NewLinkButton(d.Text("bar.more"), b.showMore)
	b.layout = &barLayout{
		who:    b.who,
		change: widgets.NewLinkButton(d.Text("bar.change"), dialogs.Details),
		cases:  widgets.NewLinkButton(d.Text("bar.cases"), dialogs.Cases),
		says:   b.says, undo: b.undo, redo: b.redo, state: b.state, mode: b.mode,
		settings: widgets.NewLinkButton(d.Text("bar.settings"), dialogs.Preferences),
		help:     widgets.NewLinkButton(d.Text("bar.help"), dialogs.Help),
		more:     b.more,
	}
	b.content = &fyne.Container{Layout: b.layout, Objects: b.layout.objects()}
	return b
}

func (b *caseBar) Show(v *session.View) {
	b.who.name.SetText(v.Case.Name)
	b.who.parts = b.desk.DeviceParts(v)
	b.says.SetText(b.said(v))
	for button, can := range map[*widgets.Button]bool{
		b.undo: b.desk.Session.CanUndo(), b.redo: b.desk.Session.CanRedo(),
	} {
		if can {
			button.Enable()
		} else {
			button.Disable()
		}
	}
	b.layout.noState = v.State.Stage == session.StageOpen
	b.state.Set(b.desk.Guide.StateText(v.State), stateTone(v.State))
	b.who.told.WithColor(toldColor(v.State)).SetText(b.desk.Guide.StateText(v.State))
	if b.mode.Select(0); b.desk.IsHelper() {
		b.mode.Select(1)
	}
	b.content.Refresh()
}

// said is what the person or the phone said last, or the question for it.
func (b *caseBar) said(v *session.View) string {
	if len(v.Messages) == 0 {
		return b.desk.Text("bar.says.ask", "Device", v.Device.Name())
	}
	last := v.Messages[len(v.Messages)-1]
	text := last.Text
	switch {
	case last.Message != nil:
		text = b.desk.Base.Fill(last.Message.Text, v.Device)
	case last.Complaint != nil:
		return b.desk.Base.Fill(last.Complaint.Short, v.Device)
	case last.Elsewhere != nil:
		return b.desk.Base.Fill(last.Elsewhere.Title, v.Device)
	}
	return b.desk.Text("bar.says", "Device", v.Device.Name(), "Message", short(text, 90))
}

// showMore opens the menu with all that has no room in the bar.
func (b *caseBar) showMore() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(b.more)
	menu := widget.NewPopUpMenu(fyne.NewMenu("", b.moreItems()...), canvas)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.more)
	menu.ShowAtPosition(at.AddXY(b.more.Size().Width-menu.Size().Width, b.more.Size().Height))
}

// menuMost is the length of the complaint in the menu, in characters.
const menuMost = 40

// moreItems are the items of the menu More.
func (b *caseBar) moreItems() []*fyne.MenuItem {
	l, v := b.layout, b.desk.View()
	var items []*fyne.MenuItem
	add := func(button fyne.CanvasObject, text string, do func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(text, do)
		if l.lacks(button) {
			items = append(items, item)
		}
		return item
	}
	add(b.says, short(b.said(v), menuMost), b.dialogs.Picker)
	add(b.mode, b.desk.Text("bar.helper.view"), func() { b.setHelper(!b.desk.IsHelper()) }).
		Checked = b.desk.IsHelper()
	add(b.undo, b.desk.Text("bar.undo"), b.desk.Undo).Disabled = !b.desk.Session.CanUndo()
	add(b.redo, b.desk.Text("bar.redo"), b.desk.Redo).Disabled = !b.desk.Session.CanRedo()
	add(l.change, b.desk.Text("bar.change.device"), b.dialogs.Details)
	add(l.cases, b.desk.Text("bar.cases"), b.dialogs.Cases)
	add(l.settings, b.desk.Text("bar.settings"), b.dialogs.Preferences)
	add(l.help, b.desk.Text("bar.help"), b.dialogs.Help)
	return append(items, fyne.NewMenuItem(b.desk.Text("bar.about"), b.dialogs.About))
}

// stateTone returns the tone of how far a case is. Only a backup that somebody saw is green.
func stateTone(s session.State) widgets.Tone {
	switch s.Stage {
	case session.StageSolved:
		return widgets.ToneOK
	case session.StageProving, session.StageWaiting:
		return widgets.ToneAccent
	}
	return widgets.ToneNeutral
}

// toldColor returns the color of the words that tell how far a case is.
func toldColor(s session.State) fyne.ThemeColorName {
	if s.Stage == session.StageSolved {
		return theme.ColorOK
	}
	return theme.ColorAccent
}

// short cuts a text to one line of at most most characters.
func short(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most-1]) + "…"
}
