package storage

import (
	"math"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// howLong asks for the speed and says how long a backup and a restore take.
type howLong struct {
	pane   *Pane
	speed  *numberField
	window *numberField
	card   *widgets.Surface
	times  *fyne.Container
	backup *widgets.Paragraph
	back   *widgets.Paragraph
	more   *widgets.Paragraph
}

func newHowLong(p *Pane) *howLong {
	h := &howLong{pane: p, backup: widgets.NewParagraph(""), back: widgets.NewParagraph(""), more: widgets.NewCaption("")}
	units := []string{"mbit/s", "mbits/s", "mbps", "mb/s", "mbit"}
	h.speed = p.number(p.desk.Text("plan-pane.speed"), storage.MaxSpeed, 3, units, func(in *storage.Inputs, x float64) {
		in.Upload = math.Max(x, 0)
	})
	h.window = p.number(p.desk.Text("plan-pane.window"), 24, 3, []string{"hours", "hour", "h"}, func(in *storage.Inputs, x float64) {
		in.Window = math.Max(x, 0)
	})
	h.times = flow.NewColumn(theme.SpaceXS, h.backup, h.back, h.more)
	h.card = widgets.NewCard(flow.NewColumn(theme.SpaceS,
		widgets.NewParagraph(p.desk.Text("plan-pane.time.title")).Bold(), h.speed.content, h.window.content, h.times))
	return h
}

func (h *howLong) show(v *session.View) {
	d, in := h.pane.desk, &v.Plan.Inputs
	h.speed.SetValue(known(in.Upload))
	h.window.SetValue(known(in.Window))
	origin := d.Text(storage.Typed.Key())
	if in.Upload <= 0 {
		origin = d.Text("plan-pane.speed.hint")
	}
	h.speed.SetHint(d.Text("plan-pane.speed.example"), origin)
	facts := &d.Sizes.Transfer
	origin = d.Text(storage.Typed.Key())
	if in.Window <= 0 {
		origin = d.Text("plan-pane.window.usual")
	}
	h.window.SetHint(d.Words.Number(facts.Window, 1), origin)
	h.window.content.Hidden = in.Upload <= 0
	h.card.Hidden = !v.Plan.Verdict.IsKnown() && in.Upload <= 0 && h.speed.entry.Text == "" // nobody types there
	h.times.Hidden = !v.Plan.HasTransfer
	if !v.Plan.HasTransfer {
		return
	}
	t := &v.Plan.Transfer
	text := d.Text("plan-pane.time.nothing")
	if t.Upload.High > 0 {
		text = d.Phrase.Taking("plan-pane.time.backup", t.Upload, t.Nights)
	}
	h.backup.SetText(text)
	h.back.SetText(d.Phrase.Taking("plan-pane.time.restore", t.Restore, t.Back))
	more := d.Text("plan-pane.time.basic", "From", d.Phrase.Hours(t.Basic.Low), "To", d.Phrase.Hours(t.Basic.High)) + " " +
		d.Text("plan-pane.time.efficiency", "Least", d.Words.Percent(facts.Efficiency.Low), "Likely", d.Words.Percent(facts.Efficiency.Likely),
			"Most", d.Words.Percent(facts.Efficiency.High))
	if t.Estimate {
		more += " " + d.Text("plan-pane.time.estimate")
	}
	h.more.SetText(more)
}

// known is a number of the inputs, in which 0 is not known, for a field.
func known(x float64) float64 {
	if x <= 0 {
		return noNumber
	}
	return x
}
