package guide

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// proofAfter is how long after the fix the next automatic backup shows: the night after it, and one to spare.
const proofAfter = 2 * 24 * time.Hour

// solved is the last page: what did it and what that proves, when to look again, what keeps it working, and a
// way back in.
func (g *Pane) solved(v *session.View) []fyne.CanvasObject {
	d := g.desk
	device := v.Device.Name()
	report := func() { d.ShowTab(desk.TabReport) }
	again := func() {
		if v.SolvedBy != nil {
			d.Try(v.SolvedBy.ID, casefile.Failed)
		}
	}
	g.choices = []func(){report, again}
	g.foot.Add(flow.NewWrap(theme.SpaceS,
		widgets.NewPrimaryButton(d.Text("solved.report"), report),
		widgets.NewAnswerButton(d.Text("solved.again"), again)))
	proof := flow.NewColumn(theme.SpaceXS)
	if v.SolvedBy != nil {
		fix := d.Base.Fill(v.SolvedBy.Title, v.Device)
		proof.Add(widgets.NewParagraph(d.Text("solved.text", "Fix", fix)))
	}
	if v.Checked > 0 {
		proof.Add(widgets.NewParagraph(d.Text("solved.proven",
			"Checked", d.Words.Count("solved.checked", v.Checked),
			"Tried", d.Words.Count("solved.tried", len(v.Tried)))))
	}
	parts := []fyne.CanvasObject{
		flow.NewRow(theme.SpaceM, 1, widgets.NewStatusIcon(widgets.StatusSolved).Large(),
			widgets.NewTitle(d.Text("solved.title"))),
		proof,
	}
	if v.SolvedBy != nil && v.SolvedBy.Worked != "" {
		parts = append(parts, widgets.NewCallout(widgets.ToneWarn, d.Base.Fill(v.SolvedBy.Worked, v.Device)))
	}
	parts = append(parts, widgets.NewCallout(widgets.ToneOK, g.proofDate(v, device)))
	keep := flow.NewColumn(theme.SpaceM, widgets.NewHeading(d.Text("solved.keep")))
	for _, line := range []string{"night", "room", "date"} {
		keep.Add(flow.NewRow(theme.SpaceM, 1, widgets.NewStatusIcon(widgets.StatusFine),
			widgets.NewParagraph(d.Text("solved.keep."+line, "Device", device))))
	}
	return append(parts, keep)
}

// proofDate says when the backup's date must have moved by itself.
func (g *Pane) proofDate(v *session.View, device string) string {
	for _, t := range slices.Backward(v.Tried) {
		if t.Outcome == casefile.Worked && !t.Time.IsZero() {
			return g.desk.Text("solved.proof.on", "Device", device,
				"Day", g.desk.Words.Day(t.Time.Local().Add(proofAfter)))
		}
	}
	return g.desk.Text("solved.proof", "Device", device)
}

// handover is the page when no step is worth more than asking Apple.
func (g *Pane) handover() []fyne.CanvasObject {
	report := func() { g.desk.ShowTab(desk.TabReport) }
	g.choices = []func(){report}
	g.foot.Add(flow.NewWrap(theme.SpaceS, widgets.NewPrimaryButton(g.desk.Text("handover.report"), report)))
	return []fyne.CanvasObject{
		widgets.NewTitle(g.desk.Text("handover.title")),
		widgets.NewParagraph(g.desk.Text("handover.text")),
		widgets.NewNumberedLine(1, g.desk.Text("handover.step.report")),
		widgets.NewNumberedLine(2, g.desk.Text("handover.step.contact")),
		widgets.NewNumberedLine(3, g.desk.Text("handover.step.copy")),
	}
}
