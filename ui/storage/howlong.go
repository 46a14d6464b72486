package storage

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// howLong asks for the speed of the upload and shows how long a backup and a restore take.
type howLong struct {
	pane   *Pane
	speed  *form.Field[float64]
	window *form.Field[float64]
	test   *widgets.Button // leads to where it is measured; hidden where nothing can
	card   *place.Surface
	times  *fyne.Container
	backup *paint.Paragraph
	back   *paint.Paragraph
	more   *paint.Paragraph
}

func newHowLong(p *Pane) *howLong {
	h := &howLong{
		pane: p, backup: paint.NewParagraph(""), back: paint.NewParagraph(""), more: paint.NewCaption(""),
	}
	h.speed = p.newNumber(p.desk.Text("storage-pane.speed"), storage.SpeedRule,
		func(in *storage.Inputs, x float64) { in.Upload = x })
	h.test = widgets.NewFlushLink(p.desk.Text("storage-pane.speed.measure"), func() { p.Measure() })
	h.window = p.newNumber(p.desk.Text("storage-pane.window"), storage.WindowRule,
		func(in *storage.Inputs, x float64) { in.Window = x })
	h.times = flow.NewColumn(theme.SpaceXS, h.backup, h.back, h.more)
	h.card = place.NewCard(flow.NewColumn(theme.SpaceS,
		paint.NewParagraph(p.desk.Text("storage-pane.time.title")).Bold(),
		h.speed.Object, h.test, h.window.Object, h.times))
	return h
}

func (h *howLong) show(v *session.View) {
	d, in := h.pane.desk, &v.Plan.Inputs
	h.speed.SetValue(in.Upload)
	h.window.SetValue(in.Window)
	example, origin := d.Text("storage-pane.speed.example"), d.Text(size.Typed.Key())
	measured := v.Plan.Transfer.Measured
	switch {
	case measured:
		example, origin = d.Words.Plain(v.Plan.Transfer.Speed, 1), d.Text("storage-pane.speed.measured")
	case in.Upload <= 0:
		origin = d.Text("storage-pane.speed.hint")
	}
	h.speed.SetHint(example, origin, measured)
	h.test.Hidden = h.pane.Measure == nil
	facts := &d.Sizes.Transfer
	origin = d.Text(size.Typed.Key())
	if in.Window <= 0 {
		origin = d.Text("storage-pane.window.usual")
	}
	h.window.SetHint(d.Words.Number(facts.Window, 1), origin, false)
	h.window.Object.Hidden = !v.Plan.HasTransfer && in.Upload <= 0
	// nobody types there
	h.card.Hidden = !v.Plan.Verdict.IsKnown() && !measured && in.Upload <= 0 && h.speed.Entry.Text == ""
	h.times.Hidden = !v.Plan.HasTransfer
	if !v.Plan.HasTransfer {
		return
	}
	t := &v.Plan.Transfer
	text := d.Text("storage-pane.time.nothing")
	if t.Upload.High > 0 {
		text = d.Phrase.Taking("storage-pane.time.backup", t.Upload, t.Nights)
	}
	h.backup.SetText(text)
	h.back.SetText(d.Phrase.Taking("storage-pane.time.restore", t.Restore, t.Back))
	more := d.Text("storage-pane.time.basic", "From", d.Phrase.Hours(t.Basic.Low),
		"To", d.Phrase.Hours(t.Basic.High)) + " " +
		d.Text("storage-pane.time.efficiency", "Least", d.Words.Percent(facts.Efficiency.Low),
			"Likely", d.Words.Percent(facts.Efficiency.Likely),
			"Most", d.Words.Percent(facts.Efficiency.High))
	if t.Estimate {
		more += " " + d.Text("storage-pane.time.estimate")
	}
	h.more.SetText(more)
}
