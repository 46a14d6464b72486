package guide

import (
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// solved is the last page: which backup shows that the trouble is over and who saw it, when to look again,
// what keeps it working, and a way back in.
func (g *Pane) solved(v *session.View) []fyne.CanvasObject {
	d := g.desk
	p := d.Page(pages.Step{})
	report := func() { d.ShowTab(desk.TabReport) }
	g.choices = []func(){report}
	buttons := flow.NewWrap(theme.SpaceS, widgets.NewPrimaryButton(d.Text("solved.report"), report))
	if v.Solved {
		again := func() { d.Prove(casefile.SeenStopped, time.Time{}) }
		g.choices = append(g.choices, again)
		b := widgets.NewAnswerButton(d.Text("solved.again"), again)
		g.forbid(b)
		buttons.Add(b)
	}
	g.foot.Add(buttons)
	parts := []fyne.CanvasObject{
		flow.NewColumn(theme.SpaceS,
			flow.NewRow(theme.SpaceM, 1, widgets.NewStatusIcon(widgets.StatusSolved).Large(), paint.NewTitle(p.Title)),
			paint.NewParagraph(p.Purpose).WithColor(theme.ColorMuted)),
	}
	if v.SolvedBy != nil && v.SolvedBy.Worked != "" {
		parts = append(parts, widgets.NewCallout(widgets.ToneWarn, d.Base.Fill(v.SolvedBy.Worked, v.Device)))
	}
	keep := flow.NewColumn(theme.SpaceM, paint.NewHeading(d.Text("solved.keep")))
	for _, line := range p.Lines {
		if line.Kind == knowledge.CautionLine {
			parts = append(parts, widgets.NewCallout(widgets.ToneWarn, line.Text))
			continue
		}
		keep.Add(flow.NewRow(theme.SpaceM, 1, widgets.NewStatusIcon(widgets.StatusFine), paint.NewParagraph(line.Text)))
	}
	if p.Expect != "" {
		keep.Add(flow.NewRow(theme.SpaceM, 1, widgets.NewStatusIcon(widgets.StatusWaiting), paint.NewParagraph(p.Expect)))
		keep.Add(widgets.NewFlushLink(d.Text("reminder.save"), g.dialogs.Reminder))
	}
	return append(parts, keep)
}

// handover is the page when no step is worth more than asking Apple.
func (g *Pane) handover() []fyne.CanvasObject {
	report := func() { g.desk.ShowTab(desk.TabReport) }
	g.choices = []func(){report}
	g.foot.Add(flow.NewWrap(theme.SpaceS, widgets.NewPrimaryButton(g.desk.Text("handover.report"), report)))
	return []fyne.CanvasObject{
		paint.NewTitle(g.desk.Text("handover.title")),
		paint.NewParagraph(g.desk.Text("handover.text")),
		widgets.NewNumberedLine(1, g.desk.Text("handover.step.report")),
		widgets.NewNumberedLine(2, g.desk.Text("handover.step.contact")),
		widgets.NewNumberedLine(3, g.desk.Text("handover.step.copy")),
	}
}
