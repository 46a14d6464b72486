package guide

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// moments is the line of time of a page that waits; nil where nothing is awaited.
func (g *Pane) moments() fyne.CanvasObject {
	list := g.page.Moments
	if len(list) == 0 {
		return nil
	}
	column := flow.NewColumn(0)
	for i, m := range list {
		column.Add(widgets.NewMoment(m.Icon, m.Title, m.Text, i == len(list)-1))
	}
	return column
}

// addWait puts into the foot what can be done while the result can't be seen: a calendar entry first, a look
// before its time, and among the links what ends the waiting.
func (g *Pane) addWait() {
	d := g.desk
	buttons := flow.NewWrap(theme.SpaceS)
	entry, reminds := d.Guide.Reminder(d.View())
	if reminds {
		buttons.Add(widgets.NewPrimaryButton(d.Text("reminder.save"), g.dialogs.Reminder))
	}
	running := d.View().State.For == session.ForBackup
	for _, a := range g.page.Answers {
		if running || a.ID == pages.AnswerLook {
			g.offer(buttons, a.Label, func() { g.choose(a.ID) })
		} else {
			g.quiet = append(g.quiet, g.newQuiet(a))
		}
	}
	if d.View().State.For == session.ForApple {
		g.quiet = append(g.quiet, g.newStatusLink())
	}
	g.addWatch()
	g.foot.Add(buttons)
	if reminds {
		g.foot.Add(paint.NewCaption(d.Text("reminder.what", "When", d.Words.Time(entry.At))))
	}
}

// newQuiet makes a link of an answer that is not one of those to the question.
func (g *Pane) newQuiet(a knowledge.Answer) *widgets.Button {
	link := widgets.NewFlushLink(a.Label, func() { g.choose(a.ID) })
	g.guard(link)
	g.forbid(link)
	return link
}
