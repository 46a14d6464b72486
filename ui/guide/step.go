package guide

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// step lays out a check, a fix or a gate.
func (g *Pane) step(v *session.View) []fyne.CanvasObject {
	p := &g.page
	if !p.Exists {
		return []fyne.CanvasObject{
			paint.NewTitle(g.desk.Text("guide.gone.title")),
			paint.NewParagraph(g.desk.Text("guide.gone.text", "Device", v.Device.Name())),
		}
	}
	head := flow.NewColumn(theme.SpaceS, paint.NewTitle(p.Title))
	if !g.isOfState() {
		head.Add(g.promises())
	}
	g.reason = g.newReason(v)
	parts := []fyne.CanvasObject{head, g.reason}
	if r := g.desk.Guide.Remedy(v); r != nil && g.recommended(v) {
		parts = append(parts, g.remedy(r))
	}
	if p.Loses != "" && p.Kind == diagnosis.StepGate {
		parts = append(parts, widgets.NewCallout(widgets.ToneBad, g.desk.Text("guide.loses", "What", p.Loses)))
	} else if p.Loses != "" {
		parts = append(parts, widgets.NewCallout(widgets.ToneWarn, g.desk.Text("guide.costs", "What", p.Loses)))
	}
	if blocked := g.blocked(); blocked != nil {
		return append(parts, blocked...)
	}
	if moments := g.moments(); moments != nil {
		parts = append(parts, moments)
	}
	parts = append(parts, g.lines(v)...)
	if opens := g.opens(p.Opens); len(opens.Objects) > 0 {
		parts = append(parts, opens)
	}
	if p.Expect != "" {
		parts = append(parts, flow.NewColumn(theme.SpaceXS,
			paint.NewCaption(g.desk.Text("guide.expect")), paint.NewParagraph(p.Expect)))
	}
	if differs := g.differs.object(v); differs != nil {
		parts = append(parts, differs)
	}
	g.addAnswers()
	return parts
}

// opens are buttons for what the computer can open itself: pages of Apple's and the storage tab.
func (g *Pane) opens(targets []string) *fyne.Container {
	row := flow.NewWrap(theme.SpaceS)
	for _, target := range targets {
		if target == knowledge.OpensStorage {
			row.Add(widgets.NewAnswerButton(g.desk.Text("guide.opens.storage"),
				func() { g.desk.ShowTab(desk.TabStorage) }))
			continue
		}
		if source, ok := strings.CutPrefix(target, knowledge.OpensSource); ok {
			if g.dialogs.Machines != nil {
				row.Add(widgets.NewAnswerButton(g.desk.Text("guide.opens.source"), func() { g.dialogs.Machines(source) }))
			}
			continue
		}
		address := strings.TrimPrefix(target, "https://")
		row.Add(widgets.NewAnswerButton(g.desk.Text("guide.opens.page", "Address", address),
			func() { g.desk.OpenOutside(target) }))
	}
	return row
}

// promises are the pills under the title: what is true of the step before it is done, and for a helper how long
// and how hard it is.
func (g *Pane) promises() fyne.CanvasObject {
	p := &g.page
	var pills []fyne.CanvasObject
	if g.desk.IsHelper() {
		difficulty := p.Difficulty
		if difficulty == "" {
			difficulty = "easy"
		}
		pills = append(pills, widgets.NewPill(g.desk.Words.MinuteRange(p.Minutes[0], p.Minutes[1]), widgets.ToneNeutral),
			widgets.NewPill(g.desk.Text("difficulty."+difficulty), widgets.ToneNeutral))
	}
	for _, promise := range p.Promises {
		pills = append(pills, widgets.NewPill(g.desk.Text("promise."+string(promise)), toneOf(promise)))
	}
	return flow.NewWrap(theme.SpaceS, pills...)
}

func toneOf(p pages.Promise) widgets.Tone {
	switch p {
	case pages.OnlyLooking, pages.LosesNothing:
		return widgets.ToneOK
	case pages.CanLoseData:
		return widgets.ToneBad
	}
	return widgets.ToneWarn
}

// newReason says why the step is worth doing, and on demand why it comes now.
func (g *Pane) newReason(v *session.View) fyne.CanvasObject {
	column := flow.NewColumn(theme.SpaceS, paint.NewParagraph(g.page.Purpose).WithColor(theme.ColorMuted))
	if !g.recommended(v) || g.isOfState() {
		return column
	}
	label := g.desk.Text("guide.why")
	if g.why {
		label = g.desk.Text("guide.why.close")
		column.Add(g.whyNow(v))
	}
	column.Add(widgets.NewFlushLink(label, func() {
		g.why = !g.why
		g.desk.Redraw()
	}))
	return column
}

// remedy offers to put right what was found last, for whoever has that screen before them.
func (g *Pane) remedy(r *pages.Remedy) fyne.CanvasObject {
	return widgets.NewCallout(widgets.ToneNeutral, g.desk.Text("guide.remedy")).
		WithButton(widgets.NewAnswerButton(r.Title, func() { g.desk.Open(r.Step) }))
}

// recommended reports whether the page is about the recommended step.
func (g *Pane) recommended(v *session.View) bool { return pages.IsRecommended(v, g.page.Step) }

// blocked explains why a risky fix is not shown yet and offers what comes first; nil when nothing stands
// before it.
func (g *Pane) blocked() []fyne.CanvasObject {
	first := g.page.Blocked.Harmless
	if len(first) == 0 {
		return nil
	}
	list := flow.NewColumn(theme.SpaceXS, paint.NewParagraph(g.desk.Words.Count("guide.blocked", len(first))))
	for i, id := range first {
		if i == 5 {
			list.Add(paint.NewCaption(g.desk.Words.Count("guide.blocked.more", len(first)-i)))
			break
		}
		step := pages.Step{Kind: diagnosis.StepFix, ID: id}
		list.Add(widgets.NewFlushLink(g.desk.Page(step).Title, func() { g.desk.Open(step) }))
	}
	g.choices = []func(){g.desk.OpenRecommended}
	g.foot.Add(flow.NewWrap(theme.SpaceS, widgets.NewPrimaryButton(g.desk.Text("guide.continue"), g.desk.OpenRecommended)))
	return []fyne.CanvasObject{list}
}

// lines are the cautions, the numbered steps and the notes.
func (g *Pane) lines(v *session.View) []fyne.CanvasObject {
	var steps []fyne.CanvasObject
	var parts, notes []fyne.CanvasObject
	for _, line := range g.page.Lines {
		switch {
		case line.Kind == knowledge.StepLine && g.pictures.has(len(steps)):
			picture := len(steps)
			step := widgets.NewStepLine(line.Number, line.Text, func() { g.pictures.turnTo(picture) })
			g.pictures.numbered = append(g.pictures.numbered, step)
			steps = append(steps, step)
		case line.Kind == knowledge.StepLine:
			steps = append(steps, widgets.NewNumberedLine(line.Number, line.Text).Roomy())
		case line.Kind == knowledge.CautionLine:
			parts = append(parts, widgets.NewCallout(widgets.ToneWarn, line.Text))
		case g.page.Kind == diagnosis.StepWait:
			notes = append(notes, paint.NewParagraph(line.Text).WithColor(theme.ColorMuted))
		default:
			notes = append(notes, widgets.NewCallout(widgets.ToneNeutral, line.Text))
		}
	}
	parts = append(parts, g.remarks(v)...)
	if way := len(g.page.Path) - 1; way > 0 && len(steps) > way {
		g.approach = g.newApproach(g.page.Path, slices.Clone(steps[:way]))
		steps = append([]fyne.CanvasObject{g.approach.object}, steps[way:]...)
	}
	if len(steps) > 0 {
		parts = append(parts, flow.NewColumn(0, steps...))
	}
	if len(notes) > 0 {
		parts = append(parts, flow.NewColumn(theme.SpaceS, notes...))
	}
	return parts
}
