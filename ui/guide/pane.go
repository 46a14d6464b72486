package guide

import (
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Pane shows one step at a time. The words scroll; the answers stay in view below them, and the picture beside
// both.
type Pane struct {
	desk     *desk.Desk
	dialogs  desk.Dialogs
	object   *fyne.Container
	scroll   *place.Scroll
	read     *fyne.Container // in the scroller: words, picture and answers as far as they scroll
	content  *fyne.Container
	words    *fyne.Container   // around the content: as wide as lines may get
	foot     *fyne.Container   // question, answers and links
	answers  *fyne.Container   // the answer buttons of the foot; nil where there are none
	cards    cards             // those of the answers that have pictures
	quiet    []*widgets.Button // answers that stand among the links
	when     when
	links    *fyne.Container // stand below the answers
	compact  bool            // in a low window, the links stand behind the last answer
	line     fyne.CanvasObject
	below    fyne.CanvasObject // holds inFoot, on the background of the foot
	inFoot   *fyne.Container   // holds the foot
	inScroll *fyne.Container   // holds the foot when it is folded, at the end of the text
	folded   bool
	beside   *fyne.Container // holds the picture beside the words
	under    *fyne.Container // holds the picture below the words, where there is no room beside them
	reason   fyne.CanvasObject
	approach *approach // the steps that lead to the present one
	unfolded bool      // the person unfolded them
	pictures *pictures
	differs  *different
	page     pages.Page
	why      bool     // the reasons for the step are open
	choices  []func() // what the number keys do
	gesture  gesture
	watch    *watchLine
	tab      desk.Tab // in front when the page was shown last
}

// New makes the pane.
func New(d *desk.Desk, dialogs desk.Dialogs) *Pane {
	g := &Pane{desk: d, dialogs: dialogs, content: flow.NewColumn(theme.SpaceL), foot: flow.NewColumn(theme.SpaceS), pictures: newPictures(d)}
	g.gesture.now = time.Now
	g.differs, g.when.guide = &different{guide: g}, g
	g.watch = newWatchLine(g)
	g.inScroll, g.under = flow.NewColumn(0), flow.NewPicture(1)
	g.beside = flow.NewPicture(phone.Largest, g.pictures.pager, g.pictures.hardware)
	g.words = flow.NewReadable(flow.ReadableWidth, g.content)
	g.read = flow.NewPadded(theme.SpaceL, flow.NewColumn(theme.SpaceL,
		g.words, g.under, flow.NewReadable(flow.ReadableWidth, g.inScroll)))
	g.scroll = place.NewScroll(g.read)
	g.inFoot = flow.NewColumn(0, g.foot)
	g.line = place.NewDivider()
	g.below = place.NewBackground(theme.ColorBackground, flow.NewInset(theme.SpaceM, theme.SpaceL, theme.SpaceM, theme.SpaceL,
		flow.NewReadable(flow.ReadableWidth, g.inFoot)))
	g.object = &fyne.Container{Layout: &paneLayout{guide: g}, Objects: []fyne.CanvasObject{g.scroll, g.line, g.below, g.beside, g.pictures.strip}}
	return g
}

// Object returns the pane.
func (g *Pane) Object() fyne.CanvasObject { return g.object }

// Scroll returns the scroller around the text.
func (g *Pane) Scroll() *place.Scroll { return g.scroll }

// Reset closes all that was unfolded, for another case.
func (g *Pane) Reset() {
	g.page, g.why, g.unfolded, g.differs.open, g.when.open = pages.Page{}, false, false, false, false
}

// Step returns the step on the screen; the zero Step stands for the first and the last page.
func (g *Pane) Step() pages.Step { return g.page.Step }

// SetReduceMotion lets the pictures turn without moving.
func (g *Pane) SetReduceMotion(reduce bool) { g.pictures.pager.SetReduceMotion(reduce) }

// KeepsPage implements desk.PageKeeper.
func (*Pane) KeepsPage() {}

// Show builds the page of the current step. A new step starts at its top.
func (g *Pane) Show(v *session.View) {
	before := g.page.Step
	g.choices, g.foot.Objects, g.answers, g.compact = nil, nil, nil, false
	g.cards, g.quiet = cards{}, nil
	g.pictures.numbered, g.reason, g.approach = nil, nil, nil
	step, ok := g.desk.Current()
	if step != before {
		g.when.open = false
	}
	flow.SetReadable(g.words, flow.ReadableWidth)
	switch {
	case g.atStart(v):
		flow.SetReadable(g.words, firstWidth)
		g.page = pages.Page{}
		g.content.Objects = g.first(v)
	case !ok:
		g.page = g.desk.Page(pages.Step{})
		g.content.Objects = g.solved(v)
	case step.IsHandover():
		g.page = pages.Page{Step: step}
		g.content.Objects = g.handover(v)
	default:
		g.page = g.desk.Page(step)
		if g.page.Step != before {
			g.why, g.unfolded, g.differs.open = false, false, false
		}
		g.pictures.show(v, &g.page)
		g.content.Objects = g.step(v)
	}
	g.guard(g.foot)
	g.links = g.newLinks()
	g.foot.Add(g.links)
	g.pictures.show(v, &g.page)
	if g.page.Step != before {
		g.scroll.ScrollToTop()
	}
	if g.page.Step != before || g.tab != g.desk.Tab() {
		g.gesture.turned()
	}
	g.tab = g.desk.Tab()
}
