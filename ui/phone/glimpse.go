package phone

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// Glimpse is a strip of the device's screen: the button Back Up Now with the line below it, or the bar of a
// backup that is running. A gray bar stands for words that are not known.
type Glimpse struct {
	widget.BaseWidget
	button, line    string
	running, failed bool
	builtFor        fyne.Size // size of the objects; zero when they must be built anew
	all             []fyne.CanvasObject
}

var (
	_ fyne.Accessible       = (*Glimpse)(nil)
	_ flow.HeightForWidther = (*Glimpse)(nil)
)

// NewGlimpse makes a strip with a line below a button. Running draws a bar between the two, failed writes the
// line as an error.
func NewGlimpse(button, line string, running, failed bool) *Glimpse {
	g := &Glimpse{button: button, line: line, running: running, failed: failed}
	g.ExtendBaseWidget(g)
	return g
}

// AccessibilityLabel returns the words on the strip.
func (g *Glimpse) AccessibilityLabel() string { return g.button + " " + g.line }

// AccessibilityRole implements fyne.Accessible.
func (g *Glimpse) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (g *Glimpse) CreateRenderer() fyne.WidgetRenderer { return renderer{g} }

func (g *Glimpse) outdate() { g.builtFor = fyne.Size{} }

func (g *Glimpse) objects() []fyne.CanvasObject { return g.all }

// glimpsePlan is the layout of a strip at a width.
type glimpsePlan struct {
	pad, gap float32
	side     float32 // from the edge to the words
	font     float32 // of both texts
	lines    []string
	bar      float32 // thickness; 0 without one
	height   float32
}

func (g *Glimpse) plan(w float32) glimpsePlan {
	l := lookOf(g)
	p := glimpsePlan{
		pad: l.size(theme.SizeSpaceS), gap: l.size(theme.SizeSpaceXS), side: l.size(theme.SizeSpaceM),
		font: l.size(theme.SizeTextSmall),
	}
	room := w - 2*p.side
	least := p.font * 0.9
	if textWidth(g.line, p.font, false) > room && textWidth(g.line, least, false) <= room {
		p.font = least
	}
	p.lines = wrap(g.line, p.font, false, room, 2)
	p.height = 2*p.pad - p.gap + lineHeight(p.font)*float32(1+max(len(p.lines), 1)) + p.gap
	if g.running {
		p.bar = p.font * 0.35
		p.height += p.bar + p.gap
	}
	return p
}

// HeightForWidth implements flow.HeightForWidther.
func (g *Glimpse) HeightForWidth(w float32) float32 { return g.plan(w).height }

func (g *Glimpse) leastSize() fyne.Size {
	w := fyne.Max(g.Size().Width, leastWidth)
	return fyne.NewSize(leastWidth, g.HeightForWidth(w))
}

func (g *Glimpse) layout(size fyne.Size) {
	if size == g.builtFor || size.Width <= 0 {
		return
	}
	g.builtFor = size
	d, p := &pen{look: lookOf(g)}, g.plan(size.Width)
	ground := canvas.NewRectangle(d.color(theme.ColorScreen))
	ground.TopLeftCornerRadius = d.size(theme.SizeRadiusM) - 1
	ground.TopRightCornerRadius = ground.TopLeftCornerRadius
	d.place(ground, area{0, 0, size.Width, size.Height})
	accent, muted := d.color(theme.ColorAccent), d.color(theme.ColorMuted)
	y := (size.Height-p.height)/2 + p.pad - p.gap/2
	words := func(lines []string, s style) {
		if len(lines) == 0 {
			unknown := area{p.side, y + p.font*0.35, (size.Width - 2*p.side) * 0.6, p.font * 0.6}
			d.rect(unknown, p.font*0.3, d.color(theme.ColorCellLine))
		}
		d.lines(p.side, y, fyne.TextAlignLeading, s, lines)
		y += lineHeight(p.font)*float32(max(len(lines), 1)) + p.gap
	}
	head := style{p.font, false, accent}
	if g.running {
		head.color = muted
	}
	words(wrap(g.button, p.font, false, size.Width-2*p.side, 1), head)
	if g.running {
		track := area{p.side, y, size.Width - 2*p.side, p.bar}
		d.rect(track, p.bar/2, d.color(theme.ColorCellLine))
		track.w *= 0.38
		d.rect(track, p.bar/2, accent)
		y += p.bar + p.gap
	}
	foot := style{p.font, false, muted}
	if g.failed {
		foot.color = d.color(theme.ColorBad)
	}
	words(p.lines, foot)
	g.all = d.objects
}
