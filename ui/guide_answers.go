package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// answers puts the buttons of the step into the foot, all of equal weight; a gate has the one action.
func (g *guide) answers() {
	p := &g.page
	buttons := flow.NewWrap(theme.SpaceS)
	switch p.Kind {
	case diagnosis.StepGate:
		confirm := func() { g.desk.Confirm(p.Step) }
		g.choices = append(g.choices, confirm)
		b := widgets.NewPrimaryButton(p.Confirm, confirm)
		g.forbid(b)
		g.foot.Add(flow.NewWrap(theme.SpaceS, b))
	case diagnosis.StepFix:
		for _, o := range []casefile.Outcome{casefile.Worked, casefile.Failed, casefile.Unsure} {
			g.offer(buttons, g.desk.Text("guide.outcome."+string(o)), func() { g.desk.Try(p.ID, o) })
		}
		g.question("guide.did-it-work", buttons)
	default:
		for _, a := range p.Answers {
			g.offer(buttons, a.Label, func() { g.desk.Answer(p.ID, a.ID) })
		}
		g.offer(buttons, g.desk.Text("answer.cant-tell"), func() { g.desk.Answer(p.ID, casefile.CantTell) })
		g.question("guide.what-do-you-see", buttons)
	}
}

// offer adds an answer button with its number.
func (g *guide) offer(buttons *fyne.Container, label string, chosen func()) {
	b := widgets.NewAnswerButton(label, chosen)
	g.choices = append(g.choices, chosen)
	b.SetHint(strconv.Itoa(len(g.choices)))
	g.forbid(b)
	buttons.Add(b)
}

// forbid makes an answer inactive where the case can only be read; the banner says why.
func (g *guide) forbid(b *widgets.Button) {
	if g.desk.ReadOnly() {
		b.Disable()
	}
}

// question heads the answers, with what was said before.
func (g *guide) question(key string, buttons *fyne.Container) {
	g.flow = buttons
	heading := widgets.NewParagraph(g.desk.Text(key)).Bold()
	if said := g.said(); said != "" {
		heading.SetText(g.desk.Text("guide.said", "Question", g.desk.Text(key), "Answer", said))
	}
	g.foot.Add(heading)
	g.foot.Add(buttons)
	for _, a := range g.page.Answers {
		if a.ID == g.page.Given && a.Note != "" {
			g.foot.Add(widgets.NewCaption(a.Note))
		}
	}
}

// said is the answer or outcome given before, in words.
func (g *guide) said() string {
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

// choose does what the answer with a number does, if there is one.
func (g *guide) choose(number int) {
	if number >= 1 && number <= len(g.choices) && g.gesture.key() {
		g.choices[number-1]()
	}
}

// guard lets the buttons of the foot take one gesture for one answer.
func (g *guide) guard(o fyne.CanvasObject) {
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

// ways are the links at the end: back, not now, and on to the recommended step.
func (g *guide) ways() *fyne.Container {
	row := flow.NewWrap(theme.SpaceL)
	if g.desk.CanGoBack() {
		row.Add(widgets.NewFlushLink(g.desk.Text("guide.back"), g.desk.Back))
	}
	if g.skippable() {
		later := widgets.NewFlushLink(g.desk.Text("answer.not-now"), g.skip)
		g.guard(later)
		g.forbid(later)
		row.Add(later)
	}
	if _, opened := g.desk.Opened(); opened && len(g.page.Blocked.Harmless) == 0 && !g.recommended(g.desk.View()) {
		row.Add(widgets.NewFlushLink(g.desk.Text("guide.continue"), g.desk.OpenRecommended))
	}
	return row
}

// skippable reports whether there is a step that can be put off.
func (g *guide) skippable() bool { return g.page.Exists && len(g.page.Blocked.Harmless) == 0 }

// skip puts the step off.
func (g *guide) skip() { g.desk.PutOff(g.page.Step) }

// focus gives the keyboard to the first button of the step.
func (g *guide) focus(c fyne.Canvas) {
	if b := firstButton(g.foot); b != nil {
		c.Focus(b)
	}
}

// focused reports whether one of the step's buttons has the keyboard.
func (g *guide) focused(c fyne.Canvas) bool {
	b, ok := c.Focused().(*widgets.Button)
	return ok && holds(g.foot, b)
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
