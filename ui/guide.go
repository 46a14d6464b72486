package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Spaces on the 4-point grid.
const (
	spaceXS float32 = 4
	spaceS  float32 = 8
	spaceM  float32 = 12
	spaceL  float32 = 16
	spaceXL float32 = 24
)

// guide shows one step at a time. What to read scrolls; the answers stay in view below it.
type guide struct {
	desk     *desk
	do       barActions
	object   *fyne.Container
	scroll   *widgets.Scroll
	content  *fyne.Container
	foot     *fyne.Container // question, answers and ways on
	inFoot   *fyne.Container // holds the foot below what scrolls,
	inScroll *fyne.Container // or at its end, when it is folded
	folded   bool
	pictures *pictures
	differs  *different
	page     session.Page
	why      bool     // the reasons for the step are open
	choices  []func() // what the number keys do
}

func newGuide(d *desk, do barActions) *guide {
	g := &guide{desk: d, do: do, content: widgets.NewColumn(spaceL), foot: widgets.NewColumn(spaceS), pictures: newPictures(d)}
	g.differs = &different{guide: g}
	g.inScroll = widgets.NewColumn(0)
	g.scroll = widgets.NewScroll(widgets.NewPadded(spaceL, widgets.NewColumn(spaceL, g.pictures.beside(g.content), widgets.NewReadable(widgets.ReadableWidth, g.inScroll))))
	g.inFoot = widgets.NewColumn(0, g.foot)
	g.object = &fyne.Container{Layout: &footLayout{guide: g}, Objects: []fyne.CanvasObject{
		g.scroll, widgets.NewDivider(), widgets.NewBackground(theme.ColorBackground,
			widgets.NewInset(spaceM, spaceL, spaceM, spaceL, widgets.NewReadable(widgets.ReadableWidth, g.inFoot))),
	}}
	return g
}

// show builds the page of the step in force. A new step starts at its top.
func (g *guide) show(v *session.View) {
	before := g.page.Step
	g.choices, g.foot.Objects = nil, nil
	g.pictures.numbered = nil
	step, ok := g.desk.current()
	switch {
	case g.desk.first(v):
		g.page = session.Page{}
		g.content.Objects = g.first(v)
	case !ok:
		g.page = session.Page{}
		g.content.Objects = g.solved(v)
	case step.Handover():
		g.page = session.Page{Step: step}
		g.content.Objects = g.handover()
	default:
		g.page = g.desk.session.Page(step)
		if g.page.Step != before {
			g.why, g.differs.open = false, false
		}
		g.content.Objects = g.step(v)
	}
	g.foot.Add(g.ways())
	g.pictures.show(v, &g.page)
	if g.page.Step != before {
		g.scroll.ScrollToTop()
	}
}

// choose does what the answer with a number does, if there is one.
func (g *guide) choose(number int) {
	if number >= 1 && number <= len(g.choices) {
		g.choices[number-1]()
	}
}

// step lays out a check, a fix or a gate.
func (g *guide) step(v *session.View) []fyne.CanvasObject {
	p := &g.page
	if !p.Exists {
		return []fyne.CanvasObject{
			widgets.NewTitle(g.desk.text("guide.gone.title")),
			widgets.NewParagraph(g.desk.text("guide.gone.text", "Device", v.Device.Name())),
		}
	}
	head := widgets.NewColumn(spaceS, widgets.NewTitle(p.Title), g.facts())
	if p.Question != "" {
		head.Objects[0] = widgets.NewTitle(p.Question)
	}
	parts := []fyne.CanvasObject{head, g.reason(v)}
	if v.Remedy != nil && g.recommended(v) {
		parts = append(parts, g.remedy(v.Remedy))
	}
	if p.Loses != "" && p.Kind == diagnosis.StepGate {
		parts = append(parts, widgets.NewCallout(widgets.ToneBad, g.desk.text("guide.loses", "What", p.Loses)))
	} else if p.Loses != "" {
		parts = append(parts, widgets.NewCallout(widgets.ToneWarn, g.desk.text("guide.costs", "What", p.Loses)))
	}
	if blocked := g.blocked(); blocked != nil {
		return append(parts, blocked...)
	}
	parts = append(parts, g.lines(v)...)
	if p.Expect != "" {
		parts = append(parts, widgets.NewColumn(spaceXS,
			widgets.NewCaption(g.desk.text("guide.expect")), widgets.NewParagraph(p.Expect)))
	}
	if differs := g.differs.object(v); differs != nil {
		parts = append(parts, differs)
	}
	g.answers()
	return parts
}

// facts are the pills under the title: how long, how hard, what it can cost.
func (g *guide) facts() fyne.CanvasObject {
	p := &g.page
	pills := []fyne.CanvasObject{widgets.NewPill(g.desk.words.MinuteRange(p.Minutes[0], p.Minutes[1]), widgets.ToneNeutral)}
	difficulty := p.Difficulty
	if difficulty == "" {
		difficulty = "easy"
	}
	pills = append(pills, widgets.NewPill(g.desk.text("difficulty."+difficulty), widgets.ToneNeutral))
	tone := map[knowledge.Risk]widgets.Tone{
		knowledge.RiskNone: widgets.ToneOK, knowledge.RiskMoney: widgets.ToneWarn,
		knowledge.RiskSettings: widgets.ToneWarn, knowledge.RiskData: widgets.ToneBad,
	}[p.Risk]
	key := "risk." + string(p.Risk)
	if p.Kind == diagnosis.StepCheck {
		key = "risk.check"
	}
	return widgets.NewFlow(spaceS, append(pills, widgets.NewPill(g.desk.text(key), tone))...)
}

// reason says why the step is worth doing, and on demand why it comes now.
func (g *guide) reason(v *session.View) fyne.CanvasObject {
	column := widgets.NewColumn(spaceS, widgets.NewParagraph(g.page.Purpose))
	if !g.recommended(v) {
		return column
	}
	label := g.desk.text("guide.why")
	if g.why {
		label = g.desk.text("guide.why.close")
		column.Add(g.whyNow(v))
	}
	column.Add(widgets.NewFlushLink(label, func() {
		g.why = !g.why
		g.desk.redraw()
	}))
	return column
}

// remedy offers to put right what was found last, for whoever has that screen before them.
func (g *guide) remedy(r *session.Remedy) fyne.CanvasObject {
	return widgets.NewCallout(widgets.ToneNeutral, g.desk.text("guide.remedy")).
		WithButton(widgets.NewAnswerButton(r.Title, func() { g.desk.open(r.Step) }))
}

func (g *guide) recommended(v *session.View) bool {
	next, ok := v.Next()
	return ok && next.Kind == g.page.Kind && next.ID == g.page.ID
}

// blocked explains why a risky fix is not shown yet and offers what comes first; nil when nothing stands before it.
func (g *guide) blocked() []fyne.CanvasObject {
	first := g.page.Blocked.Harmless
	if len(first) == 0 {
		return nil
	}
	list := widgets.NewColumn(spaceXS, widgets.NewParagraph(g.desk.words.Count("guide.blocked", len(first))))
	for i, id := range first {
		if i == 5 {
			list.Add(widgets.NewCaption(g.desk.words.Count("guide.blocked.more", len(first)-i)))
			break
		}
		step := session.Step{Kind: diagnosis.StepFix, ID: id}
		list.Add(widgets.NewFlushLink(g.desk.session.Page(step).Title, func() { g.desk.open(step) }))
	}
	g.choices = []func(){g.desk.follow}
	g.foot.Add(widgets.NewFlow(spaceS, widgets.NewPrimaryButton(g.desk.text("guide.continue"), g.desk.follow)))
	return []fyne.CanvasObject{list}
}

// lines are the way there, the numbered steps, and notes and cautions where they belong.
func (g *guide) lines(v *session.View) []fyne.CanvasObject {
	column := widgets.NewColumn(spaceM)
	if len(g.page.Path) > 0 {
		column.Add(widgets.NewColumn(spaceXS, append([]fyne.CanvasObject{widgets.NewCaption(strings.Join(g.page.Path, " › "))}, g.remarks(v)...)...))
	}
	for _, line := range g.page.Lines {
		switch line.Kind {
		case knowledge.StepLine:
			numbered := widgets.NewNumberedLine(line.Number, line.Text)
			g.pictures.numbered = append(g.pictures.numbered, numbered)
			column.Add(numbered)
		case knowledge.CautionLine:
			column.Add(widgets.NewCallout(widgets.ToneWarn, line.Text))
		default:
			column.Add(widgets.NewCallout(widgets.ToneNeutral, line.Text))
		}
	}
	if len(column.Objects) == 0 {
		return nil
	}
	return []fyne.CanvasObject{column}
}

// answers puts the buttons of the step into the foot, all of equal weight; a gate has the one action.
func (g *guide) answers() {
	p := &g.page
	flow := widgets.NewFlow(spaceS)
	switch p.Kind {
	case diagnosis.StepGate:
		confirm := func() { g.desk.confirm(p.Step) }
		g.choices = append(g.choices, confirm)
		g.foot.Add(widgets.NewFlow(spaceS, widgets.NewPrimaryButton(p.Confirm, confirm)))
	case diagnosis.StepFix:
		for _, o := range []casefile.Outcome{casefile.Worked, casefile.Failed, casefile.Unsure} {
			g.offer(flow, g.desk.text("guide.outcome."+string(o)), func() { g.desk.try(p.ID, o) })
		}
		g.question("guide.did-it-work", flow)
	default:
		for _, a := range p.Answers {
			g.offer(flow, a.Label, func() { g.desk.answer(p.ID, a.ID) })
		}
		g.offer(flow, g.desk.text("answer.cant-tell"), func() { g.desk.answer(p.ID, casefile.CantTell) })
		g.question("guide.what-do-you-see", flow)
	}
}

// offer adds an answer button with its number.
func (g *guide) offer(flow *fyne.Container, label string, chosen func()) {
	b := widgets.NewAnswerButton(label, chosen)
	g.choices = append(g.choices, chosen)
	b.SetHint(strconv.Itoa(len(g.choices)))
	flow.Add(b)
}

// question heads the answers, with what was said before.
func (g *guide) question(key string, flow fyne.CanvasObject) {
	heading := widgets.NewParagraph(g.desk.text(key)).Bold()
	if said := g.said(); said != "" {
		heading.SetText(g.desk.text("guide.said", "Question", g.desk.text(key), "Answer", said))
	}
	g.foot.Add(heading)
	g.foot.Add(flow)
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
		return g.desk.text("outcome." + p.Given)
	}
	k := g.desk.session.Library().Base.Check(p.ID)
	return g.desk.session.Library().AnswerLabel(k, p.Given, g.desk.view().Device)
}

// ways are the links at the end: back, not now, and on to the recommended step.
func (g *guide) ways() fyne.CanvasObject {
	row := widgets.NewFlow(spaceL)
	if len(g.desk.place.trail) > 0 {
		row.Add(widgets.NewFlushLink(g.desk.text("guide.back"), g.desk.back))
	}
	if g.skippable() {
		row.Add(widgets.NewFlushLink(g.desk.text("answer.not-now"), g.skip))
	}
	if g.desk.place.step.Kind != "" && len(g.page.Blocked.Harmless) == 0 && !g.recommended(g.desk.view()) {
		row.Add(widgets.NewFlushLink(g.desk.text("guide.continue"), g.desk.follow))
	}
	return row
}

// skippable reports whether there is a step that can be put off.
func (g *guide) skippable() bool { return g.page.Exists && len(g.page.Blocked.Harmless) == 0 }

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

// skip puts the step off.
func (g *guide) skip() {
	switch g.page.Kind {
	case diagnosis.StepCheck:
		g.desk.answer(g.page.ID, casefile.NotNow)
	case diagnosis.StepFix:
		g.desk.try(g.page.ID, casefile.Declined)
	case diagnosis.StepGate:
		if g.page.For != "" {
			g.desk.place.step = session.Step{Kind: diagnosis.StepFix, ID: g.page.For}
			g.desk.try(g.page.For, casefile.Declined)
		}
	}
}

// footLayout gives the foot what it needs and the scroller the rest. A foot that would leave too little to read scrolls
// with the rest.
type footLayout struct{ guide *guide }

// readLeast is the share of the height that is kept for reading.
const readLeast float32 = 0.45

// Layout is used by Fyne.
func (l *footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := widgets.HeightFor(l.guide.foot, fyne.Min(size.Width-2*spaceL, widgets.ReadableWidth*textScale())) + 2*spaceM
	l.guide.fold(foot+1 > size.Height*(1-readLeast))
	if l.guide.folded {
		foot = -1
	}
	top := fyne.Max(size.Height-foot-1, 0)
	for i, y := range []float32{0, top, top + 1} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, []float32{top, 1, fyne.Max(foot, 0)}[i]))
	}
}

// MinSize is used by Fyne.
func (l *footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

// fold moves the answers to the end of what scrolls, or back into view below it.
func (g *guide) fold(folded bool) {
	if folded == g.folded {
		return
	}
	g.folded = folded
	for _, o := range g.object.Objects[1:] {
		if folded {
			o.Hide()
		} else {
			o.Show()
		}
	}
	g.inFoot.Objects, g.inScroll.Objects = []fyne.CanvasObject{g.foot}, nil
	if folded {
		g.inFoot.Objects, g.inScroll.Objects = nil, []fyne.CanvasObject{g.foot}
	}
	g.inScroll.Refresh()
	g.scroll.Refresh()
}
