package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// whyNow says why the step comes now: what it is expected to cost, what each result would lead to, and the next best steps.
func (g *guide) whyNow(v *session.View) fyne.CanvasObject {
	box := flow.NewColumn(theme.SpaceS, widgets.NewParagraph(g.desk.Text("why.least", "Minutes", g.desk.Words.Minutes(v.MinutesLeft))))
	if outlook := g.desk.Guide.Outlook(v, v.Options[0]); len(outlook) > 0 {
		results := flow.NewColumn(theme.SpaceXS, widgets.NewCaption(g.desk.Text("why.results")))
		for _, o := range outlook {
			key := "why.result"
			if o.Next == "" {
				key = "why.result.over"
			}
			results.Add(widgets.NewParagraph(g.desk.Text(key, "Result", o.Result, "Percent", g.desk.Words.Percent(o.P), "Next", o.Next)))
		}
		box.Add(results)
	}
	others := flow.NewColumn(theme.SpaceXS, widgets.NewCaption(g.desk.Text("why.others")))
	for i, o := range v.Options {
		if i > 0 && i < 3 {
			others.Add(widgets.NewParagraph(g.desk.Text("why.other", "Step", g.desk.Guide.StepTitle(v, o), "Minutes", g.desk.Words.Minutes(o.Minutes))))
		}
	}
	if len(others.Objects) > 1 {
		box.Add(others)
	}
	return widgets.NewCard(box)
}

// doubt offers to ask an answer again that the others speak against; nil when they fit together.
func (c *causes) doubt(v *session.View) fyne.CanvasObject {
	d, ok := c.desk.Guide.Doubt(v)
	if !ok {
		return nil
	}
	box := widgets.NewCallout(widgets.ToneWarn, c.desk.Text("causes.doubt", "What", d.What))
	if d.Step.Kind != "" {
		box.WithButton(widgets.NewLinkButton(c.desk.Text("causes.doubt.again"), func() { c.desk.Open(d.Step) }))
	}
	return box
}

// ledger lists the answers that moved a cause, strongest first, with their weights for the curious.
func (c *causes) ledger(l *session.Likely) string {
	var text strings.Builder
	for i, r := range l.Reasons {
		if i == ledgerShown || max(r.Decibans, -r.Decibans) < leastTold {
			break // they are ordered by weight
		}
		key := "causes.ledger.for"
		if r.Decibans < 0 {
			key = "causes.ledger.against"
		}
		text.WriteString("\n" + c.desk.Text(key, "Strength", c.desk.Text("ledger."+string(r.Strength)), "What", r.What,
			"Decibans", c.desk.Words.Number(r.Decibans, 1)))
	}
	return text.String()
}

// ledgerShown is how many answers stand under a cause, and leastTold the decibans below which one is not worth a line.
const (
	ledgerShown = 4
	leastTold   = 0.5
)

// turns says which answers would change the verdict.
func (c *causes) turns(v *session.View) []fyne.CanvasObject {
	turns := c.desk.Turns(v)
	if len(turns) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{widgets.NewHeading(c.desk.Text("causes.turns"))}
	for _, t := range turns {
		parts = append(parts, widgets.NewParagraph(c.desk.Text("causes.turn", "Check", t.Check, "Answer", t.Answer, "Cause", t.Cause)))
	}
	return parts
}
