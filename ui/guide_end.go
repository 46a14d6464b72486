package ui

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/ui/widgets"
)

// solved is the last page: what did it, how to see that it stays, and a way back in.
func (g *guide) solved(v *session.View) []fyne.CanvasObject {
	fix := ""
	if v.SolvedBy != nil {
		fix = g.desk.session.Library().Base.Fill(v.SolvedBy.Title, v.Device)
	}
	report := func() { g.desk.show(tabReport) }
	again := func() {
		if v.SolvedBy != nil {
			g.desk.try(v.SolvedBy.ID, casefile.Failed)
		}
	}
	g.choices = []func(){report, again}
	g.foot.Add(widgets.NewFlow(spaceS,
		widgets.NewPrimaryButton(g.desk.text("solved.report"), report), widgets.NewAnswerButton(g.desk.text("solved.again"), again)))
	return []fyne.CanvasObject{
		widgets.NewRow(spaceM, 1, widgets.NewStatusIcon(widgets.StatusFine), widgets.NewTitle(g.desk.text("solved.title"))),
		widgets.NewParagraph(g.desk.text("solved.text", "Fix", fix)),
		widgets.NewCallout(widgets.ToneOK, g.desk.text("solved.proof", "Device", v.Device.Name())),
	}
}

// handover is the page when no step is worth more than asking Apple.
func (g *guide) handover() []fyne.CanvasObject {
	report := func() { g.desk.show(tabReport) }
	g.choices = []func(){report}
	g.foot.Add(widgets.NewFlow(spaceS, widgets.NewPrimaryButton(g.desk.text("handover.report"), report)))
	return []fyne.CanvasObject{
		widgets.NewTitle(g.desk.text("handover.title")),
		widgets.NewParagraph(g.desk.text("handover.text")),
		widgets.NewNumberedLine(1, g.desk.text("handover.step.report")),
		widgets.NewNumberedLine(2, g.desk.text("handover.step.contact")),
		widgets.NewNumberedLine(3, g.desk.text("handover.step.copy")),
	}
}
