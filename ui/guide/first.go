package guide

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// atStart reports whether the person did nothing in the case and opened no step yet. Then the guide begins
// with a page of its own in place of the first question. Facts that came by themselves leave it there.
func (g *Pane) atStart(v *session.View) bool {
	return !pages.HasBegun(v) && !g.desk.HasMoved()
}

// leastCard is how narrow a card of a complaint may get before the cards stand in one column.
const leastCard float32 = 276

// firstWidth is how wide the first page may get: its lines are short.
const firstWidth float32 = 840

// first is the page before the first question: what is wrong, in a person's words, with a place for words of
// their own, and the way to those who only want to calculate.
func (g *Pane) first(v *session.View) []fyne.CanvasObject {
	d := g.desk
	cards := flow.NewLevelGrid(leastCard, theme.SpaceM)
	for _, c := range d.Session.Library().Complaints(v.Device) {
		choose := func() { g.complain(c) }
		g.choices = append(g.choices, choose)
		cards.Add(widgets.NewChoiceCard(c.Icon, c.Title, c.Line, choose))
	}
	return []fyne.CanvasObject{
		flow.NewColumn(theme.SpaceS, paint.NewTitle(d.Text("first.title")),
			paint.NewParagraph(d.Text("first.text")).WithColor(theme.ColorMuted)),
		cards,
		flow.NewColumn(theme.SpaceS, paint.NewParagraph(d.Text("first.own")).Bold(),
			widgets.NewFieldButton(d.Text("first.own.hint"), g.dialogs.Picker)),
		flow.NewWrap(theme.SpaceM, paint.NewCaption(d.Text("first.storage")),
			widgets.NewFlushLink(d.Text("first.storage.do"), func() { d.ShowTab(desk.TabStorage) })),
	}
}

// complain records what is wrong, and asks for the message where there is one.
func (g *Pane) complain(c session.Complaint) {
	err := g.desk.Session.Complain(c.ID)
	g.desk.Follow()
	g.desk.ReportError(err)
	if err == nil && c.MessageShown {
		g.dialogs.Picker()
	}
}
