package guide

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// whyNow says why the step comes now: what it is expected to cost, what each result would lead to, and the
// next best steps.
func (g *Pane) whyNow(v *session.View) fyne.CanvasObject {
	box := flow.NewColumn(theme.SpaceS, widgets.NewParagraph(g.desk.Text("why.least",
		"Minutes", g.desk.Words.Minutes(v.MinutesLeft))))
	if outlook := g.desk.Guide.Outlook(v, v.Options[0]); len(outlook) > 0 {
		results := flow.NewColumn(theme.SpaceXS, widgets.NewCaption(g.desk.Text("why.results")))
		for _, o := range outlook {
			key := "why.result"
			if o.Next == "" {
				key = "why.result.over"
			}
			results.Add(widgets.NewParagraph(g.desk.Text(key, "Result", o.Result,
				"Percent", g.desk.Words.Percent(o.P), "Next", o.Next)))
		}
		box.Add(results)
	}
	others := flow.NewColumn(theme.SpaceXS, widgets.NewCaption(g.desk.Text("why.others")))
	for i, o := range v.Options {
		if i > 0 && i < 3 {
			others.Add(widgets.NewParagraph(g.desk.Text("why.other", "Step", g.desk.Guide.StepTitle(v, o),
				"Minutes", g.desk.Words.Minutes(o.Minutes))))
		}
	}
	if len(others.Objects) > 1 {
		box.Add(others)
	}
	return widgets.NewCard(box)
}
