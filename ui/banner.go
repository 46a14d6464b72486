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

// banner tells what went wrong and what to do, above the panes, until it is closed. It covers nothing.
type banner struct {
	desk    *desk.Desk
	content *fyne.Container
	unsaved bool // it tells that the case could not be saved
}

func newBanner(d *desk.Desk) *banner {
	b := &banner{desk: d, content: flow.NewColumn(0)}
	b.content.Hide()
	return b
}

func (b *banner) clear() {
	b.unsaved = false
	b.content.Objects = nil
	b.content.Hide()
}

// tell shows a sentence with one action.
func (b *banner) tell(tone widgets.Tone, text, action string, do func()) {
	callout := widgets.NewCallout(tone, text).WithButton(widgets.NewLinkButton(action, do))
	b.content.Objects = []fyne.CanvasObject{flow.NewInset(theme.SpaceS, theme.SpaceL, theme.SpaceS, theme.SpaceL, callout)}
	b.content.Show()
}

// forget clears what was said about saving, when all is saved.
func (b *banner) forget(saved bool) {
	if saved && b.unsaved {
		b.clear()
	}
}

// trouble shows an error; when the case could not be saved, the action tries again.
func (w *Window) trouble(err error) {
	if w.banner == nil {
		w.warning = err
		return
	}
	var save *casefile.SaveError
	switch {
	case errors.As(err, &save):
		defer func() { w.banner.unsaved = true }()
		w.banner.tell(widgets.ToneBad, w.desk.Words.Sentence(save), w.desk.Text("trouble.again"), func() {
			w.banner.clear()
			w.tellError(w.desk.Session.File().Save())
			w.redraw()
		})
	case errors.Is(err, casefile.ErrReadOnly):
		w.banner.tell(widgets.ToneWarn, w.desk.Words.Sentence(err), w.desk.Text("trouble.close"), w.dismiss)
	default:
		w.banner.tell(widgets.ToneBad, w.desk.Words.Sentence(err), w.desk.Text("trouble.close"), w.dismiss)
	}
	w.frame.Refresh()
}

func (w *Window) dismiss() {
	w.banner.clear()
	w.frame.Refresh()
}

func (w *Window) tellError(err error) {
	if err != nil {
		w.trouble(err)
	}
}

// tellNotice says what was unusual about opening the case.
func (w *Window) tellNotice(n casefile.Notice) {
	moved := ""
	if len(n.Moved) > 0 {
		moved = n.Moved[0]
	}
	switch {
	case n.InUse:
		w.banner.tell(widgets.ToneWarn, w.desk.Text("notice.in-use"), w.desk.Text("trouble.close"), w.dismiss)
	case n.Fresh:
		w.banner.tell(widgets.ToneBad, w.desk.Text("notice.fresh", "File", moved), w.desk.Text("trouble.close"), w.dismiss)
	case n.Recovered:
		w.banner.tell(widgets.ToneWarn, w.desk.Text("notice.recovered", "File", moved), w.desk.Text("trouble.close"), w.dismiss)
	case n.Unknown != nil:
		w.banner.tell(widgets.ToneNeutral, w.desk.Text("notice.unknown"), w.desk.Text("trouble.close"), w.dismiss)
	case w.warning != nil:
		err := w.warning
		w.warning = nil
		w.banner.tell(widgets.ToneWarn, w.desk.Words.Sentence(err), w.desk.Text("trouble.close"), w.dismiss)
	}
}
