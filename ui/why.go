package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	"backupdoctor/ui/widgets"
)

// whyNow says why the step comes now: what it is expected to cost, what each result would lead to, and the next best steps.
func (g *guide) whyNow(v *session.View) fyne.CanvasObject {
	lib := g.desk.session.Library()
	box := widgets.NewColumn(spaceS, widgets.NewParagraph(g.desk.text("why.least", "Minutes", g.desk.words.Minutes(v.MinutesLeft))))
	if outlook := lib.Outlook(v, v.Options[0]); len(outlook) > 0 {
		results := widgets.NewColumn(spaceXS, widgets.NewCaption(g.desk.text("why.results")))
		for _, o := range outlook {
			key := "why.result"
			if o.Next == "" {
				key = "why.result.over"
			}
			results.Add(widgets.NewParagraph(g.desk.text(key, "Result", o.Result, "Percent", g.desk.words.Percent(o.P), "Next", o.Next)))
		}
		box.Add(results)
	}
	others := widgets.NewColumn(spaceXS, widgets.NewCaption(g.desk.text("why.others")))
	for i, o := range v.Options {
		if i > 0 && i < 3 {
			others.Add(widgets.NewParagraph(g.desk.text("why.other", "Step", lib.StepTitle(v, o), "Minutes", g.desk.words.Minutes(o.Minutes))))
		}
	}
	if len(others.Objects) > 1 {
		box.Add(others)
	}
	return widgets.NewCard(box)
}

// doubt offers to ask an answer again that the others speak against; nil when they fit together.
func (c *causes) doubt(v *session.View) fyne.CanvasObject {
	d, ok := c.desk.session.Library().Doubt(v)
	if !ok {
		return nil
	}
	box := widgets.NewCallout(widgets.ToneWarn, c.desk.text("causes.doubt", "What", d.What))
	if d.Step.Kind != "" {
		box.WithButton(widgets.NewLinkButton(c.desk.text("causes.doubt.again"), func() { c.desk.open(d.Step) }))
	}
	return box
}

// estimate simulates in the background how long the case may still take. A new event cancels it.
type estimate struct {
	run    func(func()) // runs work in the background; nil makes no estimates
	cancel context.CancelFunc
	of     *session.View // what the numbers are about
	left   diagnosis.Remaining
}

// begin starts the simulation for a view and calls shown, on the window's goroutine, when it is done.
func (e *estimate) begin(lib *session.Library, v *session.View, shown func()) {
	if e.run == nil || e.of == v {
		return
	}
	if e.cancel != nil {
		e.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	e.cancel, e.of, e.left = cancel, v, diagnosis.Remaining{}
	e.run(func() {
		left, err := lib.Remaining(ctx, v)
		if err != nil {
			return // something was answered meanwhile
		}
		fyne.Do(func() {
			if e.of == v {
				e.left = left
				shown()
			}
		})
	})
}

// timeLeft is the remaining time as a range where it is known, else as the expected minutes.
func (d *desk) timeLeft(v *session.View) string {
	if d.estimate.of == v && d.estimate.left.P90 > 0 {
		return d.words.MinuteRange(d.estimate.left.P10, d.estimate.left.P90)
	}
	return d.text("minutes.roughly", "Minutes", d.words.Minutes(v.MinutesLeft))
}
