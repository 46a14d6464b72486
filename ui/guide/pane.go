package guide

import (
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Pane shows one step at a time. The text scrolls; the answers stay in view below it.
type Pane struct {
	desk     *desk.Desk
	dialogs  desk.Dialogs
	object   *fyne.Container
	scroll   *widgets.Scroll
	content  *fyne.Container
	foot     *fyne.Container // question, answers and links
	answers  *fyne.Container // the answer buttons of the foot; nil where there are none
	links    *fyne.Container // stand below the answers
	compact  bool            // in a low window, the links stand behind the last answer
	line     fyne.CanvasObject
	below    fyne.CanvasObject // holds inFoot, on the background of the foot
	inFoot   *fyne.Container   // holds the foot
	inScroll *fyne.Container   // holds the foot when it is folded, at the end of the text
	folded   bool
	pictures *pictures
	differs  *different
	page     pages.Page
	why      bool     // the reasons for the step are open
	choices  []func() // what the number keys do
	gesture  gesture
	tab      desk.Tab // in front when the page was shown last
}

// New makes the pane.
func New(d *desk.Desk, dialogs desk.Dialogs) *Pane {
	g := &Pane{
		desk: d, dialogs: dialogs, content: flow.NewColumn(theme.SpaceL),
		foot: flow.NewColumn(theme.SpaceS), pictures: newPictures(d),
	}
	g.gesture.now = time.Now
	g.differs = &different{guide: g}
	g.inScroll = flow.NewColumn(0)
	g.scroll = widgets.NewScroll(flow.NewPadded(theme.SpaceL,
		flow.NewColumn(theme.SpaceL, g.pictures.beside(g.content),
			flow.NewReadable(flow.ReadableWidth, g.inScroll))))
	g.inFoot = flow.NewColumn(0, g.foot)
	g.line = widgets.NewDivider()
	g.below = widgets.NewBackground(theme.ColorBackground,
		flow.NewInset(theme.SpaceM, theme.SpaceL, theme.SpaceM, theme.SpaceL,
			flow.NewReadable(flow.ReadableWidth, g.inFoot)))
	g.object = &fyne.Container{
		Layout:  &footLayout{guide: g},
		Objects: []fyne.CanvasObject{g.scroll, g.line, g.below},
	}
	return g
}

// Object returns the pane.
func (g *Pane) Object() fyne.CanvasObject { return g.object }

// Scroll returns the scroller around the text.
func (g *Pane) Scroll() *widgets.Scroll { return g.scroll }

// Reset closes all that was unfolded, for another case.
func (g *Pane) Reset() { g.page, g.why, g.differs.open = pages.Page{}, false, false }

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
	g.pictures.numbered = nil
	step, ok := g.desk.Current()
	switch {
	case g.atStart(v):
		g.page = pages.Page{}
		g.content.Objects = g.first(v)
	case !ok:
		g.page = pages.Page{}
		g.content.Objects = g.solved(v)
	case step.IsHandover():
		g.page = pages.Page{Step: step}
		g.content.Objects = g.handover()
	default:
		g.page = g.desk.Page(step)
		if g.page.Step != before {
			g.why, g.differs.open = false, false
		}
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

// footLayout gives the foot the height that it needs and the scroller the rest. A foot that would leave too
// little to read scrolls with the text.
type footLayout struct{ guide *Pane }

// readLeast is the share of the height that is kept for reading.
const readLeast float32 = 0.55

// lowGuide is the height below which the guide saves room, at text scale 1.
const lowGuide float32 = 480

// Layout implements fyne.Layout.
func (l *footLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	g := l.guide
	g.pack(size.Height < lowGuide*theme.TextScale())
	foot := flow.HeightFor(g.foot, fyne.Min(size.Width-2*theme.SpaceL,
		flow.ReadableWidth*theme.TextScale())) + 2*theme.SpaceM
	g.fold(foot+1 > size.Height*(1-readLeast))
	if g.folded {
		foot = -1
	}
	top := fyne.Max(size.Height-foot-1, 0)
	put := func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
	}
	put(g.scroll, 0, top)
	put(g.line, top, 1)
	put(g.below, top+1, fyne.Max(foot, 0))
}

// MinSize implements fyne.Layout.
func (l *footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

// pack puts the links behind the last answer, or below the answers.
func (g *Pane) pack(compact bool) {
	if g.answers == nil || compact == g.compact {
		return
	}
	g.compact = compact
	if compact {
		for _, link := range g.links.Objects {
			g.answers.Add(flow.NewInset(0, 0, 0, theme.SpaceS, link))
		}
		g.links.Hide()
	} else {
		g.answers.Objects = g.answers.Objects[:len(g.answers.Objects)-len(g.links.Objects)]
		g.links.Show()
	}
}

// fold moves the foot to the end of the text, or back below the scroller.
func (g *Pane) fold(folded bool) {
	if folded == g.folded {
		return
	}
	g.folded = folded
	for _, o := range []fyne.CanvasObject{g.line, g.below} {
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
