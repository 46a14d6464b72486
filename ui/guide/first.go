package guide

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// atStart reports whether the person did nothing in the case and opened no step yet. Then the guide begins
// with a page of its own in place of the first question. Facts that came by themselves leave it there.
func (g *Pane) atStart(v *session.View) bool {
	acts := slices.ContainsFunc(v.Case.Events, func(e casefile.Event) bool { return !e.IsFact() })
	return !acts && !g.desk.HasMoved()
}

// first is the page before the first question: what will happen, and two things that are worth saying at
// once.
func (g *Pane) first(v *session.View) []fyne.CanvasObject {
	d := g.desk
	device := v.Device.Name()
	g.choices = []func(){d.OpenRecommended}
	g.foot.Add(flow.NewWrap(theme.SpaceS, widgets.NewPrimaryButton(d.Text("first.start"), d.OpenRecommended)))
	return []fyne.CanvasObject{
		flow.NewColumn(theme.SpaceS, widgets.NewTitle(d.Text("first.title", "Device", device)),
			widgets.NewParagraph(d.Text("first.text", "Device", device))),
		flow.NewColumn(theme.SpaceL,
			widgets.NewHeading(d.Text("first.shorter")),
			g.ask(d.Text("first.device"), d.DeviceText(v), d.Text("first.device.do"), g.dialogs.Details),
			g.ask(d.Text("first.message", "Device", device), d.Text("first.message.none"),
				d.Text("first.message.do"), g.dialogs.Picker),
		),
		widgets.NewCaption(d.Text("first.kept")),
	}
}

// ask is a question with what is known of it and the way to say more.
func (g *Pane) ask(question, known, action string, do func()) fyne.CanvasObject {
	return flow.NewColumn(theme.SpaceXS,
		widgets.NewParagraph(question).Bold(), widgets.NewCaption(known), widgets.NewFlushLink(action, do))
}
