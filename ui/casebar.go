package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/widgets"
)

// caseBar is the top of the window: the case with its device, the message of the phone,
// how far the case is, and what changes the window.
type caseBar struct {
	desk         *desk.Desk
	name, device *paint.Paragraph
	says         *widgets.Button
	undo, redo   *widgets.Button
	state        *widgets.Pill
	mode         *place.TabStrip
	layout       *barLayout
	content      *fyne.Container
}

func newCaseBar(d *desk.Desk, dialogs desk.Dialogs, setHelper func(bool)) *caseBar {
	b := &caseBar{
		desk: d,
		name: paint.NewParagraph("").Bold().WithMaxLines(1), device: paint.NewCaption("").WithMaxLines(2),
		says:  widgets.NewFieldButton("", dialogs.Picker),
		undo:  widgets.NewAnswerButton(d.Text("bar.undo"), d.Undo),
		redo:  widgets.NewAnswerButton(d.Text("bar.redo"), d.Redo),
		state: widgets.NewPill("", widgets.ToneNeutral),
		mode: place.NewSegments([]string{d.Text("bar.simple"), d.Text("bar.helper")},
			func(i int) { setHelper(i == 1) }),
	}
	b.layout = &barLayout{
		who:    flow.NewColumn(0, b.name, b.device),
		change: widgets.NewLinkButton(d.Text("bar.change"), dialogs.Details),
		cases:  widgets.NewLinkButton(d.Text("bar.cases"), dialogs.Cases),
		says:   b.says, undo: b.undo, redo: b.redo, state: b.state, mode: b.mode,
		settings: widgets.NewLinkButton(d.Text("bar.settings"), dialogs.Preferences),
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
	enable := func(button *widgets.Button, can bool) {
		if can {
			button.Enable()
		} else {
			button.Disable()
		}
	}
	enable(b.undo, b.desk.Session.CanUndo())
	enable(b.redo, b.desk.Session.CanRedo())
	b.layout.noRedo, b.layout.noState = !b.desk.IsHelper(), v.State.Stage == session.StageOpen
	b.state.Set(b.desk.Guide.StateText(v.State), stateTone(v.State))
	if b.mode.Select(0); b.desk.IsHelper() {
		b.mode.Select(1)
	}
	b.content.Refresh()
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

// short cuts a text to one line of at most most characters.
func short(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most-1]) + "…"
}
