package guide

import (
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// watchLine says on a page that proves or waits whether the computer watches the device for a new backup, and what it saw.
// The page stays as it is while the line changes.
type watchLine struct {
	guide  *Pane
	icon   *widgets.StatusIcon
	text   *paint.Paragraph
	act    *widgets.Button
	do     func()
	object *fyne.Container
}

func newWatchLine(g *Pane) *watchLine {
	l := &watchLine{guide: g, icon: widgets.NewStatusIcon(widgets.StatusWaiting), text: paint.NewParagraph("")}
	l.act = widgets.NewFlushLink("", func() { l.do() })
	l.object = flow.NewColumn(0, flow.NewRow(theme.SpaceS, 1, l.icon, l.text), l.act)
	return l
}

// addWatch puts the line above the question of the page.
func (g *Pane) addWatch() {
	g.foot.Add(g.watch.object)
	g.fillWatch()
}

// ShowWatch brings the line up to date. It has room only while a machine can watch.
func (g *Pane) ShowWatch() {
	before := g.watch.object.Hidden
	g.fillWatch()
	if g.watch.object.Hidden != before {
		g.object.Refresh()
	}
}

// fillWatch says how the watch is going; the page may be only half built.
func (g *Pane) fillWatch() {
	l, d := g.watch, g.desk
	w, v := d.Watch(), d.View()
	kind := g.page.Kind
	l.object.Hidden = !w.Can || kind != diagnosis.StepProof && kind != diagnosis.StepWait
	if l.object.Hidden {
		return
	}
	say := func(status widgets.Status, text, act string, do func()) {
		l.icon.SetStatus(status)
		l.text.SetText(text)
		l.act.SetText(d.Text(act))
		l.do = do
	}
	device := v.Device.Name()
	failed, hasFailed := v.LastFailure()
	switch {
	case v.Solved && v.State.SeenBy == casefile.FromPhone:
		say(widgets.StatusSolved, d.Page(pages.Step{}).Title, "watch.go-on", d.OpenRecommended)
	case hasFailed && v.State.Stage == session.StageOpen:
		event := casefile.Event{Source: casefile.FromPhone, What: failed}
		say(widgets.StatusProblem, d.Phrase.Describe(&event, v.Device), "watch.go-on", d.OpenRecommended)
	case !w.Since.IsZero() && w.Reached:
		text := d.Text("watch.on.now", "Device", device)
		if minutes := int(w.For / time.Minute); minutes > 0 {
			text = d.Words.Count("watch.on", minutes, "Device", device)
		}
		say(widgets.StatusWaiting, text, "watch.stop", w.Stop)
	case !w.Since.IsZero():
		say(widgets.StatusCannotTell, d.Text("watch.gone", "Brief", w.Brief, "Device", device), "watch.stop", w.Stop)
	case w.Reached:
		say(widgets.StatusOpen, d.Text("watch.off", "Device", device), "watch.begin", w.Begin)
	default:
		say(widgets.StatusOpen, d.Text("watch.connect", "Device", device), "watch.begin", w.Begin)
	}
}
