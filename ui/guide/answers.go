package guide

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// addAnswers puts the answer buttons of the step into the foot, all of equal weight; a gate has one button.
func (g *Pane) addAnswers() {
	p := &g.page
	if g.when.open {
		g.when.addTo(g.foot)
		return
	}
	buttons := flow.NewWrap(theme.SpaceS)
	switch p.Kind {
	case diagnosis.StepGate:
		confirm := func() { g.desk.Confirm(p.Step) }
		g.choices = append(g.choices, confirm)
		b := widgets.NewPrimaryButton(p.Confirm, confirm)
		g.forbid(b)
		g.foot.Add(flow.NewWrap(theme.SpaceS, b))
	case diagnosis.StepFix:
		for _, o := range p.Outcomes {
			g.offer(buttons, g.desk.Text("guide.outcome."+string(o)), func() { g.desk.Try(p.ID, o) })
		}
		g.question("guide.how-did-it-go", buttons)
	case diagnosis.StepProof:
		g.addProof()
	case diagnosis.StepWait:
		g.addWait()
	default:
		for _, a := range p.Answers {
			g.offer(buttons, a.Label, func() { g.answer(p.ID, a) })
		}
		g.offer(buttons, g.desk.Text("answer.cant-tell"), func() { g.desk.Answer(p.ID, casefile.CantTell) })
		ask := "guide.what-do-you-see"
		if p.Asks {
			ask = "guide.your-answer"
		}
		g.question(ask, buttons)
	}
}

// answer records an answer, and asks for the message that the answer tells of.
func (g *Pane) answer(check string, a knowledge.Answer) {
	g.desk.Answer(check, a.ID)
	if a.MessageShown {
		g.dialogs.Picker()
	}
}

// offer adds an answer button with its number.
func (g *Pane) offer(buttons *fyne.Container, label string, chosen func()) {
	b := widgets.NewAnswerButton(label, chosen)
	g.number(b)
	buttons.Add(b)
}

// forbid disables an answer where the case can only be read; the banner says why.
func (g *Pane) forbid(b *widgets.Button) {
	if g.desk.ReadOnly() {
		b.Disable()
	}
}

// question adds the question and the answers to the foot, with the answer given before.
func (g *Pane) question(key string, buttons *fyne.Container) {
	g.answers = buttons
	heading := paint.NewParagraph(g.desk.Text(key)).Bold()
	if answer := g.answerText(); answer != "" {
		heading.SetText(g.desk.Text("guide.said", "Question", g.desk.Text(key), "Answer", answer))
	}
	g.foot.Add(heading)
	g.foot.Add(buttons)
	for _, a := range g.page.Answers {
		if a.ID == g.page.Given && a.Note != "" {
			g.foot.Add(paint.NewCaption(a.Note))
		}
	}
}

// answerText returns the answer or outcome given before, in words; empty without one.
func (g *Pane) answerText() string {
	p := &g.page
	if p.Given == "" {
		return ""
	}
	if p.Kind == diagnosis.StepFix {
		return g.desk.Text("outcome." + p.Given)
	}
	k := g.desk.Base.Check(p.ID)
	return g.desk.Phrase.AnswerLabel(k, p.Given, g.desk.View().Device)
}

// Choose gives the answer with a number, counted from 1, if there is one.
func (g *Pane) Choose(number int) {
	if number >= 1 && number <= len(g.choices) && g.gesture.key() {
		g.choices[number-1]()
	}
}

// guard lets the buttons in o count one gesture as one answer.
func (g *Pane) guard(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *widgets.Button:
		o.Accepts = func(at *fyne.Position) bool {
			if at == nil {
				return g.gesture.key()
			}
			return g.gesture.tap(*at)
		}
	case *fyne.Container:
		for _, part := range o.Objects {
			g.guard(part)
		}
	}
}

// newLinks makes the links at the end: back, not now, and on to the recommended step.
func (g *Pane) newLinks() *fyne.Container {
	row := flow.NewWrap(theme.SpaceL)
	if g.when.open {
		return row
	}
	if g.desk.CanGoBack() {
		row.Add(widgets.NewFlushLink(g.desk.Text("guide.back"), g.desk.Back))
	}
	for _, link := range g.quiet {
		row.Add(link)
	}
	if g.skippable() {
		g.addLink(row, "answer.not-now", g.Skip)
	}
	if p := &g.page; len(p.Blocked.Harmless) == 0 {
		for _, o := range p.Untried {
			g.addLink(row, "guide.outcome."+string(o), func() { g.desk.Try(p.ID, o) })
		}
	}
	if _, opened := g.desk.Opened(); opened && len(g.page.Blocked.Harmless) == 0 &&
		!g.recommended(g.desk.View()) {
		row.Add(widgets.NewFlushLink(g.desk.Text("guide.continue"), g.desk.OpenRecommended))
	}
	return row
}

// addLink adds a link that records something.
func (g *Pane) addLink(row *fyne.Container, key string, record func()) {
	link := widgets.NewFlushLink(g.desk.Text(key), record)
	g.guard(link)
	g.forbid(link)
	row.Add(link)
}

// skippable reports whether there is a step that can be put off.
func (g *Pane) skippable() bool {
	return g.page.Kind != "" && g.page.Exists && len(g.page.Blocked.Harmless) == 0 && !g.isOfState()
}

// isOfState reports whether the page asks for the result of a change, or waits for it.
func (g *Pane) isOfState() bool {
	return g.page.Kind == diagnosis.StepProof || g.page.Kind == diagnosis.StepWait
}

// Skip puts the step off, where that is offered.
func (g *Pane) Skip() {
	if g.skippable() {
		g.desk.PutOff(g.page.Step)
	}
}

// FocusFirst gives the keyboard to the first button of the step.
func (g *Pane) FocusFirst(c fyne.Canvas) {
	if g.when.open && g.when.first != nil {
		c.Focus(g.when.first)
	} else if b := firstButton(g.foot); b != nil {
		c.Focus(b)
	} else if card := firstCard(g.content); card != nil {
		c.Focus(card)
	}
}

// HasFocus reports whether a button of the step has the keyboard.
func (g *Pane) HasFocus(c fyne.Canvas) bool {
	b, ok := c.Focused().(*widgets.Button)
	return ok && holds(g.foot, b)
}

// firstCard returns the first large choice in the words of the page; nil without one.
func firstCard(o fyne.CanvasObject) *widgets.ChoiceCard {
	switch o := o.(type) {
	case *widgets.ChoiceCard:
		return o
	case *fyne.Container:
		for _, part := range o.Objects {
			if card := firstCard(part); card != nil {
				return card
			}
		}
	}
	return nil
}

func firstButton(o fyne.CanvasObject) *widgets.Button {
	switch o := o.(type) {
	case *widgets.Button:
		return o
	case *fyne.Container:
		for _, part := range o.Objects {
			if b := firstButton(part); b != nil {
				return b
			}
		}
	}
	return nil
}

func holds(c *fyne.Container, b *widgets.Button) bool {
	for _, o := range c.Objects {
		if inner, ok := o.(*fyne.Container); o == fyne.CanvasObject(b) || ok && holds(inner, b) {
			return true
		}
	}
	return false
}
