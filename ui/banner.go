package ui

import (
	"errors"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// banner shows an error with an action above the panes, until a person closes it. It covers nothing.
type banner struct {
	desk    *desk.Desk
	content *fyne.Container
	unsaved bool // the error says that the case could not be saved
}

func newBanner(d *desk.Desk) *banner {
	b := &banner{desk: d, content: flow.NewColumn(0)}
	b.content.Hide()
	return b
}

// clear closes the banner.
func (b *banner) clear() {
	b.unsaved = false
	b.content.Objects = nil
	b.content.Hide()
}

// show shows a sentence with one action.
func (b *banner) show(tone widgets.Tone, text, action string, do func()) {
	callout := widgets.NewCallout(tone, text).WithButton(widgets.NewLinkButton(action, do))
	b.content.Objects = []fyne.CanvasObject{
		flow.NewInset(theme.SpaceS, theme.SpaceL, theme.SpaceS, theme.SpaceL, callout),
	}
	b.content.Show()
}

// clearUnsaved closes an error about saving when all is saved.
func (b *banner) clearUnsaved(saved bool) {
	if saved && b.unsaved {
		b.clear()
	}
}

// reportError shows an error, if there is one. When the case could not be saved, the action tries again.
func (w *Window) reportError(err error) {
	if err == nil {
		return
	}
	if w.banner == nil {
		w.warning = err
		return
	}
	var save *casefile.SaveError
	switch {
	case errors.As(err, &save):
		defer func() { w.banner.unsaved = true }()
		w.banner.show(widgets.ToneBad, w.desk.Words.Sentence(save), w.desk.Text("trouble.again"), func() {
			w.banner.clear()
			w.reportError(w.desk.Session.File().Save())
			w.redraw()
		})
	case errors.Is(err, casefile.ErrReadOnly):
		w.banner.show(widgets.ToneWarn, w.desk.Words.Sentence(err), w.desk.Text("trouble.close"),
			w.dismissError)
	default:
		w.banner.show(widgets.ToneBad, w.desk.Words.Sentence(err), w.desk.Text("trouble.close"),
			w.dismissError)
	}
	w.frame.Refresh()
}

// dismissError closes the banner.
func (w *Window) dismissError() {
	w.banner.clear()
	w.frame.Refresh()
}

// showNotice shows what was unusual about opening the case, or else the warning from the start of the
// program.
func (w *Window) showNotice(n casefile.Notice) {
	moved := ""
	if len(n.Moved) > 0 {
		moved = n.Moved[0]
	}
	show := func(tone widgets.Tone, text string) {
		w.banner.show(tone, text, w.desk.Text("trouble.close"), w.dismissError)
	}
	switch {
	case n.InUse:
		show(widgets.ToneWarn, w.desk.Text("notice.in-use"))
	case n.Fresh:
		show(widgets.ToneBad, w.desk.Text("notice.fresh", "File", moved))
	case n.Recovered:
		show(widgets.ToneWarn, w.desk.Text("notice.recovered", "File", moved))
	case n.Unknown != nil:
		show(widgets.ToneNeutral, w.desk.Text("notice.unknown"))
	case w.warning != nil:
		err := w.warning
		w.warning = nil
		show(widgets.ToneWarn, w.desk.Words.Sentence(err))
	}
}
