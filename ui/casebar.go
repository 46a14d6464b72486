package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/widgets"
)

// caseBar is the top of the window: whose device, what it says, undo and settings.
type caseBar struct {
	desk         *desk
	name, device *widgets.Paragraph
	says, undo   *widgets.Button
	content      *fyne.Container
}

// barActions are what the buttons of the case bar open; they belong to the window.
type barActions struct{ cases, details, pick, settings func() }

func newCaseBar(d *desk, do barActions) *caseBar {
	b := &caseBar{
		desk: d, name: widgets.NewParagraph("").Bold().WithMaxLines(1), device: widgets.NewCaption("").WithMaxLines(2),
		says: widgets.NewFieldButton("", do.pick),
		undo: widgets.NewAnswerButton(d.text("bar.undo"), d.undo),
	}
	who := flow.NewColumn(0, b.name, b.device)
	b.content = &fyne.Container{Layout: &barLayout{}, Objects: []fyne.CanvasObject{
		who,
		widgets.NewLinkButton(d.text("bar.change"), do.details),
		widgets.NewLinkButton(d.text("bar.cases"), do.cases),
		b.says,
		b.undo,
		widgets.NewAnswerButton(d.text("bar.settings"), do.settings),
	}}
	return b
}

func (b *caseBar) show(v *session.View) {
	b.name.SetText(v.Case.Name)
	b.device.SetText(deviceText(b.desk, v))
	if len(v.Messages) == 0 {
		b.says.SetText(b.desk.text("bar.says.ask", "Device", v.Device.Name()))
	} else {
		last := v.Messages[len(v.Messages)-1]
		text := last.Text
		if last.Message != nil {
			text = b.desk.base.Fill(last.Message.Text, v.Device)
		}
		b.says.SetText(b.desk.text("bar.says", "Device", v.Device.Name(), "Message", short(text, 90)))
	}
	b.content.Refresh()
}

// deviceText is model, system and country, as far as they are known.
func deviceText(d *desk, v *session.View) string {
	parts := []string{v.Case.Model}
	if parts[0] == "" {
		parts[0] = v.Device.Name()
	}
	if version := v.Device.Version.String(); version != "" {
		parts = append(parts, v.Device.System()+" "+version)
	} else {
		parts = append(parts, d.text("bar.version-unknown", "System", v.Device.System()))
	}
	if country := d.phrase.CountryName(v.Case.Country); country != "" {
		parts = append(parts, country)
	}
	return strings.Join(parts, " · ")
}

// short cuts a text for one line.
func short(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most-1]) + "…"
}
