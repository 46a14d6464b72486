package ui

import (
	"math"

	"fyne.io/fyne/v2"

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
	times  *fyne.Container
	backup *widgets.Paragraph
	back   *widgets.Paragraph
	more   *widgets.Paragraph
}

func newHowLong(p *storagePane) *howLong {
	h := &howLong{pane: p, backup: widgets.NewParagraph(""), back: widgets.NewParagraph(""), more: widgets.NewCaption("")}
	units := []string{"mbit/s", "mbits/s", "mbps", "mb/s", "mbit"}
	h.speed = p.number(p.desk.text("plan-pane.speed"), planner.MaxSpeed, 3, units, func(x float64) {
		p.record(func(in *planner.Inputs) { in.Upload = math.Max(x, 0) })
	})
	h.window = p.number(p.desk.text("plan-pane.window"), 24, 3, []string{"hours", "hour", "h"}, func(x float64) {
		p.record(func(in *planner.Inputs) { in.Window = math.Max(x, 0) })
	})
	h.times = widgets.NewColumn(spaceXS, h.backup, h.back, h.more)
	h.card = widgets.NewCard(widgets.NewColumn(spaceS,
		widgets.NewParagraph(p.desk.text("plan-pane.time.title")).Bold(), h.speed.content, h.window.content, h.times))
	return h
}

func (h *howLong) show(v *session.View) {
	d, in := h.pane.desk, &v.Plan.Inputs
	h.speed.bring(known(in.Upload))
	h.window.bring(known(in.Window))
	origin := d.text(planner.Typed.Key())
	if in.Upload <= 0 {
		origin = d.text("plan-pane.speed.hint")
	}
	h.speed.hint(d.text("plan-pane.speed.example"), origin)
	facts := &d.session.Library().Planner.Sizes.Transfer
	origin = d.text(planner.Typed.Key())
	if in.Window <= 0 {
		origin = d.text("plan-pane.window.usual")
	}
	h.window.hint(d.words.Number(facts.Window, 1), origin)
	h.window.content.Hidden = in.Upload <= 0
	h.card.Hidden = !told(v.Plan) && in.Upload <= 0
	h.times.Hidden = !v.Plan.HasTransfer
	if !v.Plan.HasTransfer {
		return
	}
	t := &v.Plan.Transfer
	text := d.text("plan-pane.time.nothing")
	if t.Upload.High > 0 {
		text = h.told("plan-pane.time.backup", t.Upload, t.Nights)
	}
	h.backup.SetText(text)
	h.back.SetText(h.told("plan-pane.time.restore", t.Restore, t.Back))
	more := d.text("plan-pane.time.basic", "From", h.hours(t.Basic.Low), "To", h.hours(t.Basic.High)) + " " +
		d.text("plan-pane.time.efficiency", "Least", d.words.Percent(facts.Efficiency.Low), "Likely", d.words.Percent(facts.Efficiency.Likely),
			"Most", d.words.Percent(facts.Efficiency.High))
	if t.Estimate {
		more += " " + d.text("plan-pane.time.estimate")
	}
	h.more.SetText(more)
}

// told is a sentence on hours with the nights they make.
func (h *howLong) told(key string, t planner.Range3, nights [3]int) string {
	d := h.pane.desk
	text := d.text(key, "Time", h.hours(t.Likely), "From", h.hours(t.Low), "To", h.hours(t.High))
	if nights[0] == nights[2] {
		return text + " " + d.words.Count("plan-pane.nights", nights[2])
	}
	return text + " " + d.words.Count("plan-pane.nights.range", nights[2], "From", d.words.Number(float64(nights[0]), 0))
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
