package ui

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// first reports whether nothing was said about the case and nothing opened in it yet. Then the guide begins with a page of
// its own in place of the first question.
func (d *desk) first(v *session.View) bool {
	return len(v.Case.Events) == 0 && !d.navigator.HasMoved()
}

// first is the page before the first question: what will happen, and two things that are worth saying at once.
func (g *guide) first(v *session.View) []fyne.CanvasObject {
	d := g.desk
	device := v.Device.Name()
	g.choices = []func(){d.openRecommended}
	g.foot.Add(flow.NewWrap(theme.SpaceS, widgets.NewPrimaryButton(d.text("first.start"), d.openRecommended)))
	return []fyne.CanvasObject{
		flow.NewColumn(theme.SpaceS, widgets.NewTitle(d.text("first.title", "Device", device)), widgets.NewParagraph(d.text("first.text", "Device", device))),
		flow.NewColumn(theme.SpaceL,
			widgets.NewHeading(d.text("first.shorter")),
			g.ask(d.text("first.device"), deviceText(d, v), d.text("first.device.do"), g.do.details),
			g.ask(d.text("first.message", "Device", device), d.text("first.message.none"), d.text("first.message.do"), g.do.pick),
		),
		widgets.NewCaption(d.text("first.kept")),
	}
}

// ask is a question with what is known of it and the way to say more.
func (g *guide) ask(question, known, action string, do func()) fyne.CanvasObject {
	return flow.NewColumn(theme.SpaceXS,
		widgets.NewParagraph(question).Bold(), widgets.NewCaption(known), widgets.NewFlushLink(action, do))
}
