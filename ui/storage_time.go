package ui

import (
	"math"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage/planner"
	"backupdoctor/ui/widgets"
)

// howLong asks for the speed and says how long a backup and a restore take.
type howLong struct {
	pane   *storagePane
	speed  *numberField
	window *numberField
	card   *widgets.Surface
	backup *widgets.Paragraph
	more   *widgets.Paragraph
}

func newHowLong(p *storagePane) *howLong {
	h := &howLong{pane: p, backup: widgets.NewParagraph(""), more: widgets.NewCaption("")}
	units := []string{"mbit/s", "mbits/s", "mbps", "mb/s", "mbit"}
	h.speed = p.number(p.desk.text("plan-pane.speed"), planner.MaxSpeed, 3, units, func(x float64) {
		p.edit(func(in *planner.Inputs) { in.Upload = math.Max(x, 0) })
	})
	h.speed.hint(p.desk.text("plan-pane.speed.hint"), "")
	h.window = p.number(p.desk.text("plan-pane.window"), 24, 3, []string{"hours", "hour", "h"}, func(x float64) {
		p.edit(func(in *planner.Inputs) { in.Window = math.Max(x, 0) })
	})
	h.card = widgets.NewCard(widgets.NewColumn(spaceXS,
		widgets.NewParagraph(p.desk.text("plan-pane.time.title")).Bold(), h.backup, h.more))
	return h
}

func (h *howLong) show(v *session.View) {
	d, in := h.pane.desk, &v.Plan.Inputs
	h.speed.bring(known(in.Upload))
	h.window.bring(known(in.Window))
	usual := d.session.Library().Planner.Sizes.Transfer.Window
	origin := ""
	if in.Window <= 0 {
		origin = d.text("plan-pane.window.usual")
	}
	h.window.hint(d.words.Number(usual, 1), origin)
	h.window.content.Hidden = in.Upload <= 0
	h.card.Hidden = !v.Plan.HasTransfer
	if h.card.Hidden {
		return
	}
	t := &v.Plan.Transfer
	text := d.text("plan-pane.time.nothing")
	if t.Upload.High > 0 {
		text = d.text("plan-pane.time.backup", "Time", h.hours(t.Upload.Likely), "From", h.hours(t.Upload.Low), "To", h.hours(t.Upload.High))
		if t.Nights[0] == t.Nights[2] {
			text += " " + d.words.Count("plan-pane.nights", t.Nights[2])
		} else {
			text += " " + d.words.Count("plan-pane.nights.range", t.Nights[2], "From", d.words.Number(float64(t.Nights[0]), 0))
		}
	}
	h.backup.SetText(text)
	more := d.text("plan-pane.time.restore", "From", h.hours(t.Restore.Low), "To", h.hours(t.Restore.High),
		"Soon", h.hours(t.Basic.Low), "Late", h.hours(t.Basic.High))
	if t.Estimate {
		more += " " + d.text("plan-pane.time.estimate")
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

// hours writes a length of time: minutes below an hour, then hours and minutes in steps of ten, then whole hours.
func (h *howLong) hours(x float64) string {
	d := h.pane.desk
	switch {
	case x < 1:
		return d.text("plan-pane.time.minutes", "Minutes", d.words.Number(math.Max(math.Round(x*60), 1), 0))
	case x >= 9.9:
		return d.text("plan-pane.time.hours", "Hours", d.words.Number(math.Round(x), 0))
	}
	tens := math.Round(x * 6)
	whole, minutes := math.Floor(tens/6), math.Mod(tens, 6)*10
	if minutes == 0 {
		return d.text("plan-pane.time.hours", "Hours", d.words.Number(whole, 0))
	}
	return d.text("plan-pane.time.both", "Hours", d.words.Number(whole, 0), "Minutes", d.words.Number(minutes, 0))
}
