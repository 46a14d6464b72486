package ui

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

// guide shows one step at a time. What to read scrolls; the answers stay in view below it.
type guide struct {
	desk     *desk.Desk
	do       desk.Dialogs
	object   *fyne.Container
	scroll   *widgets.Scroll
	content  *fyne.Container
	foot     *fyne.Container // question, answers and ways on
	flow     *fyne.Container // the answers of the foot; nil where there are none
	below    *fyne.Container // the ways on, which stand below the answers
	compact  bool            // or, in a low window, behind the last of them
	inFoot   *fyne.Container // holds the foot below what scrolls,
	inScroll *fyne.Container // or at its end, when it is folded
	folded   bool
	pictures *pictures
	differs  *different
	page     pages.Page
	why      bool     // the reasons for the step are open
	choices  []func() // what the number keys do
	gesture  gesture
	tab      desk.Tab // open when the page was shown last
}

func newGuide(d *desk.Desk, do desk.Dialogs) *guide {
	g := &guide{desk: d, do: do, content: flow.NewColumn(theme.SpaceL), foot: flow.NewColumn(theme.SpaceS), pictures: newPictures(d)}
	g.gesture.now = time.Now
	g.differs = &different{guide: g}
	g.inScroll = flow.NewColumn(0)
	g.scroll = widgets.NewScroll(flow.NewPadded(theme.SpaceL, flow.NewColumn(theme.SpaceL, g.pictures.beside(g.content), flow.NewReadable(flow.ReadableWidth, g.inScroll))))
	g.inFoot = flow.NewColumn(0, g.foot)
	g.object = &fyne.Container{Layout: &footLayout{guide: g}, Objects: []fyne.CanvasObject{
		g.scroll, widgets.NewDivider(), widgets.NewBackground(theme.ColorBackground,
			flow.NewInset(theme.SpaceM, theme.SpaceL, theme.SpaceM, theme.SpaceL, flow.NewReadable(flow.ReadableWidth, g.inFoot))),
	}}
	return g
}

// Show builds the page of the step in force. A new step starts at its top.
func (g *guide) Show(v *session.View) {
	before := g.page.Step
	g.choices, g.foot.Objects, g.flow, g.compact = nil, nil, nil, false
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
	g.below = g.ways()
	g.foot.Add(g.below)
	g.pictures.show(v, &g.page)
	if g.page.Step != before {
		g.scroll.ScrollToTop()
	}
	if g.page.Step != before || g.tab != g.desk.Tab() {
		g.gesture.turned()
	}
	g.tab = g.desk.Tab()
}

// footLayout gives the foot what it needs and the scroller the rest. A foot that would leave too little to read scrolls
// with the rest.
type footLayout struct{ guide *guide }

// readLeast is the share of the height that is kept for reading.
const readLeast float32 = 0.55

// lowGuide is the height below which the guide saves room, at text scale 1.
const lowGuide float32 = 480

// Layout implements fyne.Layout.
func (l *footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.guide.pack(size.Height < lowGuide*theme.TextScale())
	foot := flow.HeightFor(l.guide.foot, fyne.Min(size.Width-2*theme.SpaceL, flow.ReadableWidth*theme.TextScale())) + 2*theme.SpaceM
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

// MinSize implements fyne.Layout.
func (l *footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

// pack puts the ways on behind the last answer, or below the answers.
func (g *guide) pack(compact bool) {
	if g.flow == nil || compact == g.compact {
		return
	}
	g.compact = compact
	if compact {
		for _, link := range g.below.Objects {
			g.flow.Add(flow.NewInset(0, 0, 0, theme.SpaceS, link))
		}
		g.below.Hide()
	} else {
		g.flow.Objects = g.flow.Objects[:len(g.flow.Objects)-len(g.below.Objects)]
		g.below.Show()
	}
}

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
