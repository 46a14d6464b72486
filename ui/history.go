package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// history lists all that happened in the case, newest first, each to take back or bring back, in any order.
type history struct {
	desk  *desk
	list  *fyne.Container
	popup *widget.PopUp
}

// showHistory opens the list over the window.
func (w *Window) showHistory() {
	h := &history{desk: w.desk, list: flow.NewColumn(theme.SpaceM)}
	scroll := widgets.NewScroll(flow.NewPadded(focusRoom, h.list))
	foot := flow.NewRow(theme.SpaceS, 0, widgets.NewCaption(w.desk.text("keys.close")),
		widgets.NewLinkButton(w.desk.text("picker.close"), func() { h.popup.Hide() }))
	head := flow.NewColumn(theme.SpaceS, widgets.NewTitle(w.desk.text("history.title")), widgets.NewCaption(w.desk.text("history.text")))
	h.popup = widget.NewModalPopUp(&fyne.Container{Layout: &sheetLayout{window: w.window}, Objects: []fyne.CanvasObject{head, scroll, foot}}, w.window.Canvas())
	h.fill()
	h.popup.Show()
}

func (h *history) fill() {
	entries := h.desk.session.File().Entries()
	h.list.Objects = nil
	if len(entries) == 0 {
		h.list.Add(widgets.NewParagraph(h.desk.text("history.empty")))
	}
	texts := happened(h.desk)
	for i, e := range slices.Backward(entries) {
		what := widgets.NewParagraph(texts[i])
		when := h.desk.text("history.when", "Time", h.desk.words.Time(e.Event.Time.Local()), "Source", h.desk.text("source."+string(e.Event.Source)))
		key, do := "history.remove", h.desk.session.Remove
		if e.Removed {
			key, do = "history.restore", h.desk.session.Restore
			when = h.desk.text("history.removed", "When", when)
		}
		act := widgets.NewLinkButton(h.desk.text(key), func() {
			h.desk.tell(do(e.Seq))
			h.fill()
		})
		h.list.Add(flow.NewRow(theme.SpaceM, 0, flow.NewColumn(0, what, widgets.NewCaption(when)), act))
	}
	h.list.Refresh()
}

// happened puts each entry of the case's file into words, the first one first. What was taken back is told as a whole.
func happened(d *desk) []string {
	var before []casefile.Event
	var texts []string
	device := d.view().Device
	for _, e := range d.session.File().Entries() {
		if e.Removed {
			texts = append(texts, d.phrase.Describe(&e.Event, device))
			continue
		}
		texts = append(texts, d.phrase.DescribeChange(&e.Event, before, device))
		before = append(before, e.Event)
	}
	return texts
}
