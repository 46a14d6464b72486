package guide

import (
	"strconv"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// leastGlimpse is how narrow an answer with a picture may get before the answers stand in one column.
const leastGlimpse float32 = 225

// addProof puts the answers to the question what stands below Back Up Now into the foot, each with the line
// as the device shows it.
func (g *Pane) addProof() {
	d := g.desk
	g.cards = cards{
		grid: flow.NewLevelGrid(leastGlimpse, theme.SpaceS).Layout,
		wrap: flow.NewWrap(theme.SpaceS).Layout,
	}
	g.answers = &fyne.Container{Layout: g.cards.grid}
	for _, a := range g.page.Answers {
		glimpse, drawn := g.page.Glimpses[a.ID]
		switch {
		case a.ID == pages.AnswerLater:
			g.quiet = append(g.quiet, g.newQuiet(a))
		case drawn:
			picture := phone.NewGlimpse(glimpse.Button, glimpse.Line, glimpse.Running, glimpse.Failed)
			b := widgets.NewPictureButton(picture, a.Label, func() { g.choose(a.ID) })
			g.number(b)
			g.cards.buttons = append(g.cards.buttons, b)
			g.answers.Add(b)
		default:
			g.offer(g.answers, a.Label, func() { g.choose(a.ID) })
		}
	}
	question := d.Base.Fill(d.Text("proof.question.like"), d.View().Device)
	g.addWatch()
	g.foot.Add(paint.NewParagraph(question).Bold())
	g.foot.Add(g.answers)
}

// number gives an answer its number key.
func (g *Pane) number(b *widgets.Button) {
	g.choices = append(g.choices, b.OnTapped)
	b.SetHint(strconv.Itoa(len(g.choices)))
	g.forbid(b)
}

// cards are the answers that have pictures; the zero value has none.
type cards struct {
	buttons    []*widgets.Button
	grid, wrap fyne.Layout // with pictures and without
}

// show shows the pictures of the answers, or their words alone.
func (c *cards) show(answers *fyne.Container, pictured bool) {
	if len(c.buttons) == 0 {
		return
	}
	for _, b := range c.buttons {
		b.ShowPicture(pictured)
	}
	if answers.Layout = c.wrap; pictured {
		answers.Layout = c.grid
	}
}

// choose does what an answer about the state of the case stands for. A new backup is asked for its date
// first, and after an error the message is asked.
func (g *Pane) choose(answer string) {
	if answer == string(casefile.SeenFinished) {
		g.when.ask()
		return
	}
	if g.desk.Choose(answer) {
		g.dialogs.Picker()
	}
}
