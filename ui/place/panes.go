package place

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// PanesMode is the number of columns that fit.
type PanesMode int

// The modes, from wide to narrow.
const (
	PanesThree PanesMode = iota // left, centre and right beside each other
	PanesTwo                    // right under left, beside the centre
	PanesTabs                   // one at a time; the window offers tabs
)

// Pane names one of the three columns.
type Pane int

// The columns.
const (
	PaneLeft Pane = iota
	PaneCenter
	PaneRight
)

// Widths at text scale 1; they grow with the text.
const (
	threeFrom, twoFrom  float32 = 1000, 860
	leftLeast, leftMost float32 = 280, 340
	rightLeast          float32 = 240
	rightMost           float32 = 280
)

// Panes lays out three columns and adapts to the width. The side columns scroll and have the colour of a
// surface; the centre has the colour of the background and takes the height that it gets. Panes adds no
// padding.
type Panes struct {
	widget.BaseWidget

	// OnMode is called when the mode changes, before the columns are placed. It may show or hide objects
	// inside a column and must not resize the Panes.
	OnMode func(PanesMode)

	head, left, center, right fyne.CanvasObject // head stands over left, and stays while left scrolls
	foot                      fyne.CanvasObject // lies over the end of left
	withRight                 bool
	leftScroll                *Scroll
	rightScroll               *Scroll
	folded                    *fyne.Container

	mode        PanesMode
	shown       Pane
	laid        bool
	headScrolls bool // the head takes so much of the height that it scrolls with the list

	leftBack, centerBack, rightBack canvas.Rectangle
	leftLine, rightLine             canvas.Rectangle
}

// LeftColumn are the parts of the left column: a head that stays, a list that scrolls, and a foot that lies over
// the end of the list while it is visible.
type LeftColumn struct{ Head, List, Foot fyne.CanvasObject }

// NewPanes makes the columns. In PanesTabs the centre is shown first.
func NewPanes(left LeftColumn, center, right fyne.CanvasObject) *Panes {
	p := &Panes{
		head: left.Head, left: left.List, foot: left.Foot, center: center, right: right,
		shown: PaneCenter, withRight: true,
	}
	p.folded = flow.NewColumn(0, p.left)
	p.leftScroll, p.rightScroll = NewScroll(p.folded), NewScroll(right)
	p.ExtendBaseWidget(p)
	return p
}

// SetRight says whether there is a right column at all.
func (p *Panes) SetRight(with bool) {
	if p.withRight != with {
		p.withRight, p.laid = with, false
		p.Refresh()
	}
}

// Mode returns the mode of the last layout.
func (p *Panes) Mode() PanesMode { return p.mode }

// LeftScroll returns the scroller of the left column; in PanesTwo the right column stands inside it, too.
func (p *Panes) LeftScroll() *Scroll { return p.leftScroll }

// ShowPane chooses the column to show in PanesTabs. The choice outlasts the other modes.
func (p *Panes) ShowPane(which Pane) {
	if p.shown != which {
		p.shown = which
		p.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(p, p.layout, p.leastSize, p.objects)
}

// modeFor returns the mode for a width and a text scale.
func modeFor(width, scale float32) PanesMode {
	switch {
	case width >= threeFrom*scale:
		return PanesThree
	case width >= twoFrom*scale:
		return PanesTwo
	}
	return PanesTabs
}

// sideWidths returns the widths of the left and the right column in a window that is wide enough for both.
func sideWidths(width, scale float32) (left, right float32) {
	left = fyne.Min(fyne.Max(width*0.25, leftLeast*scale), leftMost*scale)
	right = fyne.Min(fyne.Max(width*0.22, rightLeast*scale), rightMost*scale)
	return left, right
}

func (p *Panes) leastSize() fyne.Size {
	scale := paint.LookOf(p).Size(theme.SizeScale)
	return fyne.NewSize(fyne.Min(320*scale, 480), 240)
}

// headMost is the share of the height from which on the head scrolls with the list.
const headMost float32 = 0.5

// setMode moves the head and the right column to their places in a mode.
func (p *Panes) setMode(m PanesMode, headScrolls bool) {
	changed := !p.laid || m != p.mode || headScrolls != p.headScrolls
	p.mode, p.headScrolls, p.laid = m, headScrolls, true
	if !changed {
		return
	}
	switch {
	case m == PanesTwo && !p.withRight:
		p.folded.Objects = []fyne.CanvasObject{p.left}
	case m == PanesTwo:
		p.rightScroll.SetContent(flow.NewColumn(0))
		p.folded.Objects = []fyne.CanvasObject{p.left, NewDivider(), p.right}
	default:
		p.folded.Objects = []fyne.CanvasObject{p.left}
		p.rightScroll.SetContent(p.right)
	}
	if headScrolls {
		p.folded.Objects = append([]fyne.CanvasObject{p.head}, p.folded.Objects...)
	}
	p.leftScroll.Refresh() // the content changed, even when the size did not
	if p.OnMode != nil {
		p.OnMode(m)
	}
}

func (p *Panes) layout(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	l := paint.LookOf(p)
	scale, thin := l.Size(theme.SizeScale), l.Size(theme.SizeLine)
	mode := modeFor(size.Width, scale)
	if mode == PanesThree && !p.withRight {
		mode = PanesTwo
	}
	left, right := sideWidths(size.Width, scale)
	if mode == PanesTabs {
		left = size.Width
	}
	p.setMode(mode, flow.HeightFor(p.head, left) > headMost*size.Height)
	show := [3]bool{true, true, p.mode == PanesThree}
	if p.mode == PanesTabs {
		show = [3]bool{p.shown == PaneLeft, p.shown == PaneCenter, p.shown == PaneRight}
		right = size.Width
	}
	column := func(o fyne.CanvasObject, back *canvas.Rectangle, name fyne.ThemeColorName, x, w float32, on bool) {
		paint.Fill(l, back, name, "", 0)
		back.Hidden = !on
		for _, obj := range []fyne.CanvasObject{back, o} {
			obj.Move(fyne.NewPos(x, 0))
			obj.Resize(fyne.NewSize(w, size.Height))
		}
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	centerX, centerEnd := float32(0), size.Width
	if p.mode != PanesTabs {
		centerX = left + thin
	}
	if p.mode == PanesThree {
		centerEnd = size.Width - right - thin
	}
	rightX := size.Width - right
	column(p.leftScroll, &p.leftBack, theme.ColorSurface, 0, left, show[PaneLeft])
	p.layoutLeft(fyne.NewSize(left, size.Height), show[PaneLeft])
	column(p.center, &p.centerBack, theme.ColorBackground, centerX, centerEnd-centerX, show[PaneCenter])
	column(p.rightScroll, &p.rightBack, theme.ColorSurface, rightX, right, show[PaneRight])

	for _, ln := range []struct {
		rect *canvas.Rectangle
		x    float32
		on   bool
	}{{&p.leftLine, left, p.mode != PanesTabs}, {&p.rightLine, rightX - thin, p.mode == PanesThree}} {
		paint.Fill(l, ln.rect, theme.ColorLine, "", 0)
		ln.rect.Move(fyne.NewPos(ln.x, 0))
		ln.rect.Resize(fyne.NewSize(thin, size.Height))
		ln.rect.Hidden = !ln.on
	}
}

// layoutLeft places head, list and foot of the left column.
func (p *Panes) layoutLeft(size fyne.Size, visible bool) {
	head, foot := float32(0), flow.HeightFor(p.foot, size.Width)
	if !p.headScrolls {
		head = flow.HeightFor(p.head, size.Width)
		p.head.Move(fyne.Position{})
		p.head.Resize(fyne.NewSize(size.Width, head))
	}
	p.leftScroll.Move(fyne.NewPos(0, head))
	p.leftScroll.Resize(fyne.NewSize(size.Width, size.Height-head))
	p.foot.Move(fyne.NewPos(0, size.Height-foot))
	p.foot.Resize(fyne.NewSize(size.Width, foot))
	for _, o := range []fyne.CanvasObject{p.head, p.foot} {
		if visible || o == p.head && p.headScrolls {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

func (p *Panes) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{&p.leftBack, &p.centerBack, &p.rightBack, &p.leftLine, &p.rightLine}
	if !p.headScrolls {
		out = append(out, p.head) // before the list, for the keyboard
	}
	return append(out, p.leftScroll, p.foot, p.center, p.rightScroll)
}
