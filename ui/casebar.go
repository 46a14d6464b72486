package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/widgets"
)

// caseBar is the top of the window: the case with its device, the message of the phone, undo and settings.
type caseBar struct {
	desk         *desk.Desk
	name, device *widgets.Paragraph
	says, undo   *widgets.Button
	layout       *barLayout
	content      *fyne.Container
}

func newCaseBar(d *desk.Desk, dialogs desk.Dialogs) *caseBar {
	b := &caseBar{
		desk: d,
		name: widgets.NewParagraph("").Bold().WithMaxLines(1), device: widgets.NewCaption("").WithMaxLines(2),
		says: widgets.NewFieldButton("", dialogs.Picker),
		undo: widgets.NewAnswerButton(d.Text("bar.undo"), d.Undo),
	}
	b.layout = &barLayout{
		who:    flow.NewColumn(0, b.name, b.device),
		change: widgets.NewLinkButton(d.Text("bar.change"), dialogs.Details),
		cases:  widgets.NewLinkButton(d.Text("bar.cases"), dialogs.Cases),
		says:   b.says, undo: b.undo,
		settings: widgets.NewAnswerButton(d.Text("bar.settings"), dialogs.Preferences),
	}
	b.content = &fyne.Container{Layout: b.layout, Objects: b.layout.objects()}
	return b
}

func (b *caseBar) Show(v *session.View) {
	b.name.SetText(v.Case.Name)
	b.device.SetText(b.desk.DeviceText(v))
	if len(v.Messages) == 0 {
		b.says.SetText(b.desk.Text("bar.says.ask", "Device", v.Device.Name()))
	} else {
		last := v.Messages[len(v.Messages)-1]
		text := b.desk.Text("bar.says", "Device", v.Device.Name(), "Message", short(last.Text, 90))
		switch {
		case last.Message != nil:
			message := b.desk.Base.Fill(last.Message.Text, v.Device)
			text = b.desk.Text("bar.says", "Device", v.Device.Name(), "Message", short(message, 90))
		case last.Complaint != nil:
			text = b.desk.Base.Fill(last.Complaint.Short, v.Device)
		case last.Elsewhere != nil:
			text = b.desk.Base.Fill(last.Elsewhere.Title, v.Device)
		}
		b.says.SetText(text)
	}
	if b.desk.Session.CanUndo() {
		b.undo.Enable()
	} else {
		b.undo.Disable()
	}
	b.content.Refresh()
}

// short cuts a text to one line of at most most characters.
func short(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most-1]) + "…"
}
