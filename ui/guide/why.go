package guide

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// whyNow says why the step comes now and what each result would lead to; to a helper also what it is expected
// to cost, and the next best steps.
func (g *Pane) whyNow(v *session.View) fyne.CanvasObject {
	d := g.desk
	reason, next, over := d.Text("why.simple"), "why.simple.result", "why.simple.result.over"
	if d.IsHelper() {
		reason = d.Text("why.least", "Minutes", d.Words.Minutes(v.MinutesLeft))
		next, over = "why.result", "why.result.over"
	}
	box := flow.NewColumn(theme.SpaceS, paint.NewParagraph(reason))
	if outlook := d.Guide.Outlook(v, v.Options[0]); len(outlook) > 0 {
		results := flow.NewColumn(theme.SpaceXS, paint.NewCaption(d.Text("why.results")))
		for _, o := range outlook {
			key := next
			if o.Next == "" {
				key = over
			}
			results.Add(paint.NewParagraph(d.Text(key, "Result", o.Result, "Percent", d.Words.Percent(o.P), "Next", o.Next)))
		}
		box.Add(results)
	}
	if d.IsHelper() {
		g.addOthers(box, v)
	}
	return place.NewCard(box)
}

// othersShown is how many of the steps that are nearly as good are named.
const othersShown = 2

// addOthers names the next best steps with their minutes.
func (g *Pane) addOthers(box *fyne.Container, v *session.View) {
	others := flow.NewColumn(theme.SpaceXS, paint.NewCaption(g.desk.Text("why.others")))
	for _, o := range v.Options[1:min(len(v.Options), 1+othersShown)] {
		others.Add(paint.NewParagraph(g.desk.Text("why.other", "Step", g.desk.Guide.StepTitle(v, o), "Minutes", g.desk.Words.Minutes(o.Minutes))))
	}
	if len(others.Objects) > 1 {
		box.Add(others)
	}
}
