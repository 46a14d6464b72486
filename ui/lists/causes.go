package lists

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/ui/chart"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// causesShown is how many causes stand in the list before "Show all".
const causesShown = 3

// timeFrom is the number of answers from which on the time left is told; before, it would be a guess.
const timeFrom = 3

// Causes lists the likely causes, most likely first, each with the reason that speaks for it.
type Causes struct {
	desk    *desk.Desk
	content *fyne.Container
	more    *widgets.Button // all causes or few; it stays the same, so that it keeps the focus
	all     bool
}

// NewCauses makes the list.
func NewCauses(d *desk.Desk) *Causes {
	c := &Causes{desk: d, content: flow.NewColumn(theme.SpaceL)}
	c.more = widgets.NewFlushLink(d.Text("causes.all"), func() {
		c.all = !c.all
		d.Redraw()
	})
	return c
}

// Object returns the list; the window scrolls it.
func (c *Causes) Object() fyne.CanvasObject { return flow.NewPadded(theme.SpaceL, c.content) }

// FocusFirst gives the keyboard to the button that shows all causes or few.
func (c *Causes) FocusFirst(canvas fyne.Canvas) { canvas.Focus(c.more) }

// Show lists the causes anew.
func (c *Causes) Show(v *session.View) {
	head := flow.NewColumn(theme.SpaceXS, paint.NewHeading(c.desk.Text("causes.title")),
		paint.NewCaption(c.basis(v)))
	parts := []fyne.CanvasObject{head}
	shown := 0
	var other *session.Likely
	for i := range v.Likely {
		l := &v.Likely[i]
		if l.Cause.ID == knowledge.OtherCause {
			other = l
			continue
		}
		if !c.all && shown == causesShown {
			continue
		}
		shown++
		parts = append(parts, c.withLedger(c.bar(v, l), l))
	}
	if other != nil {
		bar := c.bar(v, other)
		bar.SetQuiet(true)
		parts = append(parts, c.withLedger(bar, other))
	}
	label := c.desk.Text("causes.all")
	if c.all {
		label = c.desk.Text("causes.few")
	}
	if c.more.Text() != label {
		c.more.SetText(label)
	}
	parts = append(parts, c.more)
	if c.all {
		parts = append(parts, c.turns(v)...)
		parts = append(parts, c.notTheReason(v)...)
	}
	parts = append(parts, doubts(c.desk, v)...)
	tone := widgets.ToneAccent
	if v.Verdict == session.VerdictOpen {
		tone = widgets.ToneNeutral
	}
	if v.State.Stage == session.StageOpen {
		parts = append(parts, widgets.NewCallout(tone, c.desk.Text("verdict."+string(v.Verdict))))
		if v.EvidenceCount >= timeFrom {
			parts = append(parts,
				widgets.NewCallout(widgets.ToneNeutral, c.desk.Text("causes.left", "Time", c.desk.TimeLeft(v))))
		}
	}
	c.content.Objects = parts
}

// basis returns a sentence about how many answers the beliefs rest on.
func (c *Causes) basis(v *session.View) string {
	if v.EvidenceCount == 0 {
		return c.desk.Text("causes.basis.none")
	}
	return c.desk.Words.Count("causes.basis", v.EvidenceCount)
}

// bar returns the bar of a cause: title, percent and reason.
func (c *Causes) bar(v *session.View, l *session.Likely) *chart.BeliefBar {
	base := c.desk.Base
	reason := c.desk.Text("causes.unchecked")
	if l.Cause.ID == knowledge.OtherCause {
		reason = c.desk.Text("causes.other")
	}
	for _, r := range l.Reasons {
		if r.Decibans > 0.5 {
			reason = c.desk.Text("causes.reason", "Strength", c.desk.Text("strength."+string(r.Strength)),
				"What", r.Brief)
			break
		}
	}
	if l.Cause.Disputed {
		reason = c.desk.Text("causes.disputed")
	}
	if c.all {
		reason = base.Fill(l.Cause.Summary, v.Device)
	}
	return chart.NewBeliefBar(base.Fill(l.Cause.Title, v.Device), c.desk.Words.Percent(l.P), l.P, reason)
}

// withLedger puts the answers that moved a cause below its bar, while all is shown.
func (c *Causes) withLedger(bar fyne.CanvasObject, l *session.Likely) fyne.CanvasObject {
	if !c.all {
		return bar
	}
	return flow.NewColumn(theme.SpaceXS, append([]fyne.CanvasObject{bar}, c.ledger(l)...)...)
}

// notTheReason lists what people blame although it is not the reason.
func (c *Causes) notTheReason(v *session.View) []fyne.CanvasObject {
	base := c.desk.Base
	parts := []fyne.CanvasObject{paint.NewHeading(c.desk.Text("causes.not-the-reason"))}
	for i := range base.Causes {
		if cause := &base.Causes[i]; cause.NotTheReason {
			parts = append(parts, flow.NewColumn(theme.SpaceXS,
				paint.NewParagraph(base.Fill(cause.Title, v.Device)).Bold(),
				paint.NewCaption(base.Fill(cause.Summary, v.Device))))
		}
	}
	return parts
}
