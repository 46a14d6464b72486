package lists

import (
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// answerIndent is where the titles of the rows begin, at text scale 1.
const answerIndent float32 = 36

// answers returns the line below the chosen row with the answers to its check. A fix that loses nothing has its
// outcomes there; the others must be opened.
func (c *Checklist) answers(r *session.Row, row *widgets.ChecklistRow) fyne.CanvasObject {
	line := flow.NewWrap(theme.SpaceXS)
	if c.desk.ReadOnly() {
		return line
	}
	offer := func(label string, give func()) {
		line.Add(widgets.NewAnswerButton(label, func() {
			give()
			c.recorded.show(c.desk.Text("checklist.recorded", "Row", r.Title, "Answer", label))
			if canvas := fyne.CurrentApp().Driver().CanvasForObject(row); canvas != nil {
				canvas.Focus(row) // the button is gone
			}
		}))
	}
	page := c.desk.Page(pages.Step{Kind: r.Kind, ID: r.ID})
	switch {
	case r.Kind == diagnosis.StepCheck:
		for _, a := range page.Answers {
			offer(a.Label, func() { c.desk.Answer(r.ID, a.ID) })
		}
		offer(c.desk.Text("answer.cant-tell"), func() { c.desk.Answer(r.ID, casefile.CantTell) })
	case page.Kind == diagnosis.StepFix && page.Risk == knowledge.RiskNone:
		for _, o := range []casefile.Outcome{casefile.Done, casefile.Failed} {
			offer(c.desk.Text("guide.outcome."+string(o)), func() { c.desk.Try(r.ID, o) })
		}
	}
	return flow.NewInset(0, theme.SpaceS, theme.SpaceS, answerIndent*theme.TextScale(), line)
}

// recorded tells for a few seconds what the list recorded, and offers to take it back.
type recorded struct {
	desk   *desk.Desk
	object *fyne.Container
	events int // of the case when it was told
	told   int // how often something was told, so that a timer ends only its own telling
}

// recordedFor is how long it is told.
const recordedFor = 6 * time.Second

// show tells what was recorded as the last event of the case.
func (r *recorded) show(text string) {
	r.told++
	told := r.told
	r.events = len(r.desk.View().Case.Events)
	undo := widgets.NewLinkButton(r.desk.Text("bar.undo"), r.desk.Undo)
	r.object.Objects = []fyne.CanvasObject{flow.NewPadded(theme.SpaceS,
		widgets.NewCallout(widgets.ToneNeutral, text).WithButton(undo))}
	r.object.Show()
	r.desk.Redraw()
	r.desk.After(recordedFor, func() {
		if r.told == told && r.object.Visible() {
			r.object.Hide()
			r.desk.Redraw()
		}
	})
}

// expire ends the telling when the case went on or back since.
func (r *recorded) expire(events int) {
	if r.object.Visible() && events != r.events {
		r.object.Hide()
	}
}
