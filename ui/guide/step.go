package guide

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// step lays out a check, a fix or a gate.
func (g *Pane) step(v *session.View) []fyne.CanvasObject {
	p := &g.page
	if !p.Exists {
		return []fyne.CanvasObject{
			widgets.NewTitle(g.desk.Text("guide.gone.title")),
			widgets.NewParagraph(g.desk.Text("guide.gone.text", "Device", v.Device.Name())),
		}
	}
	head := flow.NewColumn(theme.SpaceS, widgets.NewTitle(p.Title))
	if !g.isOfState() {
		head.Add(g.facts())
	}
	if p.Question != "" && !g.isOfState() {
		head.Objects[0] = widgets.NewTitle(p.Question)
	}
	parts := []fyne.CanvasObject{head, g.reason(v)}
	if r := g.desk.Guide.Remedy(v); r != nil && g.recommended(v) {
		parts = append(parts, g.remedy(r))
	}
	if p.Loses != "" && p.Kind == diagnosis.StepGate {
		parts = append(parts, widgets.NewCallout(widgets.ToneBad,
			g.desk.Text("guide.loses", "What", p.Loses)))
	} else if p.Loses != "" {
		parts = append(parts, widgets.NewCallout(widgets.ToneWarn,
			g.desk.Text("guide.costs", "What", p.Loses)))
	}
	if blocked := g.blocked(); blocked != nil {
		return append(parts, blocked...)
	}
	parts = append(parts, g.lines(v)...)
	if p.Expect != "" {
		parts = append(parts, flow.NewColumn(theme.SpaceXS,
			widgets.NewCaption(g.desk.Text("guide.expect")), widgets.NewParagraph(p.Expect)))
	}
	if differs := g.differs.object(v); differs != nil {
		parts = append(parts, differs)
	}
	g.addAnswers()
	return parts
}

// facts are the pills under the title: how long, how hard, what it can cost.
func (g *Pane) facts() fyne.CanvasObject {
	p := &g.page
	pills := []fyne.CanvasObject{widgets.NewPill(g.desk.Words.MinuteRange(p.Minutes[0], p.Minutes[1]),
		widgets.ToneNeutral)}
	difficulty := p.Difficulty
	if difficulty == "" {
		difficulty = "easy"
	}
	pills = append(pills, widgets.NewPill(g.desk.Text("difficulty."+difficulty), widgets.ToneNeutral))
	tone := map[knowledge.Risk]widgets.Tone{
		knowledge.RiskNone: widgets.ToneOK, knowledge.RiskMoney: widgets.ToneWarn,
		knowledge.RiskSettings: widgets.ToneWarn, knowledge.RiskData: widgets.ToneBad,
	}[p.Risk]
	key := "risk." + string(p.Risk)
	if p.Kind == diagnosis.StepCheck {
		key = "risk.check"
	}
	return flow.NewWrap(theme.SpaceS, append(pills, widgets.NewPill(g.desk.Text(key), tone))...)
}

// reason says why the step is worth doing, and on demand why it comes now.
func (g *Pane) reason(v *session.View) fyne.CanvasObject {
	column := flow.NewColumn(theme.SpaceS, widgets.NewParagraph(g.page.Purpose))
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
	list := flow.NewColumn(theme.SpaceXS,
		widgets.NewParagraph(g.desk.Words.Count("guide.blocked", len(first))))
	for i, id := range first {
		if i == 5 {
			list.Add(widgets.NewCaption(g.desk.Words.Count("guide.blocked.more", len(first)-i)))
			break
		}
		step := pages.Step{Kind: diagnosis.StepFix, ID: id}
		list.Add(widgets.NewFlushLink(g.desk.Page(step).Title, func() { g.desk.Open(step) }))
	}
	g.choices = []func(){g.desk.OpenRecommended}
	g.foot.Add(flow.NewWrap(theme.SpaceS,
		widgets.NewPrimaryButton(g.desk.Text("guide.continue"), g.desk.OpenRecommended)))
	return []fyne.CanvasObject{list}
}

// lines are the way there, the numbered steps, and notes and cautions where they belong.
func (g *Pane) lines(v *session.View) []fyne.CanvasObject {
	column := flow.NewColumn(theme.SpaceM)
	if len(g.page.Path) > 0 {
		column.Add(flow.NewColumn(theme.SpaceXS,
			append([]fyne.CanvasObject{widgets.NewCaption(strings.Join(g.page.Path, " › "))},
				g.remarks(v)...)...))
	}
	for _, line := range g.page.Lines {
		switch line.Kind {
		case knowledge.StepLine:
			numbered := widgets.NewNumberedLine(line.Number, line.Text)
			g.pictures.numbered = append(g.pictures.numbered, numbered)
			column.Add(numbered)
		case knowledge.CautionLine:
			column.Add(widgets.NewCallout(widgets.ToneWarn, line.Text))
		default:
			column.Add(widgets.NewCallout(widgets.ToneNeutral, line.Text))
		}
	}
	if len(column.Objects) == 0 {
		return nil
	}
	return []fyne.CanvasObject{column}
}
