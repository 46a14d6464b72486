package lists

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/chart"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// doubts offers to look again at an answer that does not fit the rest, and at storage numbers that are in question.
func doubts(d *desk.Desk, v *session.View) []fyne.CanvasObject {
	var list []fyne.CanvasObject
	if doubt, ok := d.Doubt(v); ok {
		box := widgets.NewCallout(widgets.ToneWarn, d.Text("causes.doubt.look", "Doubt", doubt.Text))
		list = append(list, box.WithButton(widgets.NewLinkButton(d.Text("causes.doubt.again"),
			func() { d.Open(doubt.Step) })))
	}
	for _, q := range d.Guide.NumberQuestions(v) {
		box := widgets.NewCallout(widgets.ToneWarn, q.Text)
		list = append(list, box.WithButton(widgets.NewLinkButton(d.Text("causes.doubt.numbers"),
			func() { d.ShowTab(desk.TabStorage) })))
	}
	return list
}

// dotsOf is how many dots stand for a strength.
var dotsOf = map[session.Strength]int{session.Hint: 1, session.Speaks: 2, session.Strong: 3}

// ledger lists the answers that moved a cause, strongest first, with their weights in dots and words.
func (c *Causes) ledger(l *session.Likely) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, r := range l.Reasons {
		if i == ledgerShown || max(r.Decibans, -r.Decibans) < leastTold {
			break // they are ordered by weight
		}
		key, color := "causes.ledger.for", theme.ColorAccent
		if r.Decibans < 0 {
			key, color = "causes.ledger.against", theme.ColorMuted
		}
		dots := chart.NewDots(dotsOf[r.Strength], color)
		rows = append(rows, flow.NewHanging(dots.MinSize().Width/theme.TextScale()+theme.SpaceS, dots,
			paint.NewCaption(c.desk.Text(key, "Strength", c.desk.Text("ledger."+string(r.Strength)),
				"What", r.What))))
	}
	return rows
}

// ledgerShown is the number of answers under a cause, and leastTold the decibans below which an answer gets
// no line.
const (
	ledgerShown = 4
	leastTold   = 0.5
)

// turns lists the answers that would change the verdict.
func (c *Causes) turns(v *session.View) []fyne.CanvasObject {
	turns := c.desk.Turns(v)
	if len(turns) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{paint.NewHeading(c.desk.Text("causes.turns"))}
	for _, t := range turns {
		parts = append(parts, paint.NewParagraph(c.desk.Text("causes.turn", "Check", t.Check,
			"Answer", t.Answer, "Cause", t.Cause)))
	}
	return parts
}
