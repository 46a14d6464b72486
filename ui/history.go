package ui

import (
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// history lists all that happened in the case, newest first. Each entry can be taken back or brought back, in
// any order.
type history struct {
	desk  *desk.Desk
	sheet *desk.Sheet
}

// showHistory opens the list over the window.
func (w *Window) showHistory() {
	d := w.desk
	h := &history{desk: d}
	h.sheet = d.NewSheet(w.window, d.Text("history.title"), d.Text("history.text"),
		paint.NewCaption(d.Text("keys.close")))
	h.refresh()
	h.sheet.Show()
}

func (h *history) refresh() {
	entries := h.desk.Session.File().Entries()
	h.sheet.Body.Objects = nil
	if len(entries) == 0 {
		h.sheet.Body.Add(paint.NewParagraph(h.desk.Text("history.empty")))
	}
	texts := happened(h.desk)
	for i, e := range slices.Backward(entries) {
		what := paint.NewParagraph(texts[i])
		when := h.desk.Text("history.when", "Time", h.desk.Words.Time(e.Event.Time.Local()),
			"Source", h.desk.Text("source."+string(e.Event.Source)))
		key, do := "history.remove", h.desk.Remove
		if e.Removed {
			key, do = "history.restore", h.desk.Session.Restore
			when = h.desk.Text("history.removed", "When", when)
		}
		act := widgets.NewLinkButton(h.desk.Text(key), func() {
			h.desk.ReportError(do(e.Seq))
			h.refresh()
		})
		h.sheet.Body.Add(flow.NewRow(theme.SpaceM, 0, flow.NewColumn(0, what, paint.NewCaption(when)), act))
	}
	h.sheet.Relayout()
}

// happened returns a sentence for each entry of the case's file, oldest first. An entry that was taken back
// is described as a whole, any other by what it changed.
func happened(d *desk.Desk) []string {
	var before []casefile.Event
	var texts []string
	device := d.View().Device
	for _, e := range d.Session.File().Entries() {
		if e.Removed {
			texts = append(texts, d.Phrase.Describe(&e.Event, device))
			continue
		}
		texts = append(texts, d.Phrase.DescribeChange(&e.Event, before, device))
		before = append(before, e.Event)
	}
	return texts
}
