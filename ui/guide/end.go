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
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// solved is the last page: which backup shows that the trouble is over and who saw it, what could stop it
// again, what keeps it working, when to look again, and a way back in.
func (g *Pane) solved(v *session.View) []fyne.CanvasObject {
	d, p := g.desk, &g.page
	g.addEnd(v)
	status := widgets.StatusFine // only a backup that was seen is green
	if v.Solved {
		status = widgets.StatusSolved
	}
	parts := []fyne.CanvasObject{
		flow.NewColumn(theme.SpaceS,
			flow.NewRow(theme.SpaceM, 1, widgets.NewStatusIcon(status).Large(), paint.NewTitle(p.Title)),
			paint.NewParagraph(p.Purpose).WithColor(theme.ColorMuted)),
	}
	if v.SolvedBy != nil && v.SolvedBy.Worked != "" {
		parts = append(parts, widgets.NewCallout(widgets.ToneWarn, d.Base.Fill(v.SolvedBy.Worked, v.Device)))
	}
	second := flow.NewColumn(theme.SpaceS, paint.NewHeading(d.Text("solved.second.title")))
	keep := flow.NewColumn(theme.SpaceM, paint.NewHeading(d.Text("solved.keep")))
	for _, line := range p.Lines {
		if line.Kind != knowledge.CautionLine {
			keep.Add(remark(widgets.StatusFine, line.Text))
			continue
		}
		second.Add(widgets.NewCallout(widgets.ToneWarn, line.Text))
	}
	if len(second.Objects) > 1 {
		parts = append(parts, second)
	}
	if p.Expect != "" {
		keep.Add(remark(widgets.StatusWaiting, p.Expect))
		keep.Add(widgets.NewFlushLink(d.Text("reminder.save"), g.dialogs.Reminder))
	}
	return append(parts, keep)
}

// remark is a line with the drawing of a state before it.
func remark(s widgets.Status, text string) fyne.CanvasObject {
	return flow.NewRow(theme.SpaceM, 1, widgets.NewStatusIcon(s), paint.NewParagraph(text))
}

// addEnd puts what can be done at the end into the foot: what could stop the backup again comes first, then
// the report.
func (g *Pane) addEnd(v *session.View) {
	d := g.desk
	act := func(words string, do func()) {
		b := widgets.NewAnswerButton(words, do)
		if len(g.choices) == 0 {
			b = widgets.NewPrimaryButton(words, do)
		}
		g.choices = append(g.choices, do)
		g.answers.Add(b)
	}
	g.answers = flow.NewWrap(theme.SpaceS)
	if way := g.page.Second; way != nil && way.Storage {
		act(way.Do, func() { d.ShowTab(desk.TabStorage) })
	} else if way != nil {
		act(way.Do, func() { d.Open(way.Fix) })
	}
	act(d.Text("solved.report.save"), func() { d.ShowTab(desk.TabReport) })
	g.foot.Add(g.answers)
	if v.Solved {
		stopped := func() { d.Prove(casefile.SeenStopped, time.Time{}) }
		again := widgets.NewFlushLink(d.Text("solved.again"), stopped)
		g.forbid(again)
		g.guard(again)
		g.quiet = append(g.quiet, again)
	}
}

// leastCards is how narrow one of two cards may get before the cards stand below each other.
const leastCards float32 = 280

// handover is the page when no step is worth more than asking Apple: what was tried, what to have ready, and
// what to do.
func (g *Pane) handover(v *session.View) []fyne.CanvasObject {
	d := g.desk
	report := func() { d.ShowTab(desk.TabReport) }
	contact := func() { d.OpenOutside(pages.SupportPage) }
	g.choices = []func(){report, contact}
	g.foot.Add(flow.NewWrap(theme.SpaceS, widgets.NewPrimaryButton(d.Text("handover.report"), report),
		widgets.NewAnswerButton(d.Text("handover.contact"), contact)))
	g.quiet = append(g.quiet, g.newStatusLink())
	h := d.Guide.Handover(v)
	tried := h.Tried
	if len(tried) == 0 {
		tried = []string{d.Text("handover.tried.nothing")}
	}
	return []fyne.CanvasObject{
		flow.NewColumn(theme.SpaceS, paint.NewTitle(d.Text("handover.title")),
			paint.NewParagraph(d.Text("handover.text")).WithColor(theme.ColorMuted)),
		flow.NewColumn(0,
			widgets.NewNumberedLine(1, d.Text("handover.step.report")).Roomy(),
			widgets.NewNumberedLine(2, d.Text("handover.step.contact")).Roomy(),
			widgets.NewNumberedLine(3, d.Text("handover.step.copy")).Roomy()),
		flow.NewLevelGrid(leastCards, theme.SpaceM,
			listed(d.Text("handover.tried"), tried), listed(d.Text("handover.ready"), h.Ready)),
	}
}

// newStatusLink makes a link to Apple's page that tells of disturbances.
func (g *Pane) newStatusLink() *widgets.Button {
	return widgets.NewFlushLink(g.desk.Text("handover.status"), func() { g.desk.OpenOutside(pages.StatusPage) })
}

// listed is a card with a heading and lines.
func listed(heading string, lines []string) fyne.CanvasObject {
	column := flow.NewColumn(theme.SpaceS, paint.NewHeading(heading))
	for _, line := range lines {
		column.Add(paint.NewParagraph(line))
	}
	return place.NewCard(column)
}
