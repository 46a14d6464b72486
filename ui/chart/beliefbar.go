package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// BeliefBar shows how much a cause is believed: its name, the figure, a bar, and one line with the reason.
type BeliefBar struct {
	widget.BaseWidget
	title, figure, reason string
	value                 float64
	quiet                 bool

	titleText, figureText, reasonText paint.TextBlock
	bar                               bar
}

var (
	_ fyne.Accessible       = (*BeliefBar)(nil)
	_ flow.HeightForWidther = (*BeliefBar)(nil)
)

// NewBeliefBar makes a bar. The figure is the value as text, such as "46 %"; value is 0 to 1. An empty reason
// has no line.
func NewBeliefBar(title, figure string, value float64, reason string) *BeliefBar {
	b := &BeliefBar{title: title, figure: figure, value: value, reason: reason}
	b.ExtendBaseWidget(b)
	return b
}

// Set replaces everything shown.
func (b *BeliefBar) Set(title, figure string, value float64, reason string) {
	b.title, b.figure, b.value, b.reason = title, figure, value, reason
	b.Refresh()
}

// SetQuiet draws the bar without the accent colour, for an entry that is not a cause.
func (b *BeliefBar) SetQuiet(q bool) { b.quiet = q; b.Refresh() }

// AccessibilityLabel returns name, figure and reason.
func (b *BeliefBar) AccessibilityLabel() string {
	s := b.title + ", " + b.figure
	if b.reason != "" {
		s += ". " + b.reason
	}
	return s
}

// AccessibilityRole implements fyne.Accessible.
func (b *BeliefBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *BeliefBar) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(b, b.layout, b.leastSize, b.objects)
}

func (b *BeliefBar) update(l paint.Look) {
	b.titleText.Text, b.titleText.Size, b.titleText.Bold = b.title, l.Size(theme.SizeTextNormal), true
	b.figureText.Text, b.figureText.Size, b.figureText.Bold = b.figure, l.Size(theme.SizeTextNormal), true
	b.reasonText.Text, b.reasonText.Size = b.reason, l.Size(theme.SizeTextSmall)
	b.figureText.Align = fyne.TextAlignTrailing
	b.titleText.Color, b.figureText.Color = l.Color(theme.ColorText), l.Color(theme.ColorText)
	b.reasonText.Color = l.Color(theme.ColorMuted)
}

// head returns the widths of figure and title in a bar w wide, and the height of both. A figure beside which
// the longest word of the title has no room stands below it.
func (b *BeliefBar) head(l paint.Look, w float32) (figure, title, high float32) {
	figure = b.figureText.NaturalWidth()
	title = fyne.Max(w-figure-l.Size(theme.SizeSpaceS), 0)
	if b.titleText.WidestWord() > title {
		return figure, w, b.titleText.Height(w) + b.figureText.LineHeight()
	}
	return figure, title, b.titleText.Height(title)
}

// HeightForWidth implements flow.HeightForWidther.
func (b *BeliefBar) HeightForWidth(w float32) float32 {
	l := paint.LookOf(b)
	b.update(l)
	_, _, h := b.head(l, w)
	gap := l.Size(theme.SizeSpaceXS)
	h += gap + l.Size(theme.SizeSpaceS)
	if b.reason != "" {
		h += gap + b.reasonText.Height(w)
	}
	return h
}

func (b *BeliefBar) leastSize() fyne.Size {
	l := paint.LookOf(b)
	b.update(l)
	title := fyne.Min(b.titleText.WidestWord(), 8*b.titleText.Size)
	w := b.figureText.NaturalWidth() + l.Size(theme.SizeSpaceS) + title
	return fyne.NewSize(w, b.HeightForWidth(fyne.Max(b.Size().Width, w)))
}

func (b *BeliefBar) layout(size fyne.Size) {
	l := paint.LookOf(b)
	b.update(l)
	figure, title, y := b.head(l, size.Width)
	gap, thick := l.Size(theme.SizeSpaceXS), l.Size(theme.SizeSpaceS)
	b.titleText.Place(0, 0, title)
	b.figureText.Place(size.Width-figure, y-b.figureText.LineHeight(), figure)
	color := theme.ColorAccent
	if b.quiet {
		color = theme.ColorControl
	}
	b.bar.place(l, 0, y+gap, size.Width, thick, share(b.value), color)
	b.reasonText.Place(0, y+2*gap+thick, size.Width)
}

func (b *BeliefBar) objects() []fyne.CanvasObject {
	out := append(b.bar.objects(), b.titleText.Objects()...)
	return append(append(out, b.figureText.Objects()...), b.reasonText.Objects()...)
}

// bar is a rounded track with a filled part at its left end.
type bar struct {
	track, part canvas.Rectangle
}

func (b *bar) place(l paint.Look, x, y, w, h, share float32, color fyne.ThemeColorName) {
	paint.Fill(l, &b.track, theme.ColorSunken, "", h/2)
	paint.Fill(l, &b.part, color, "", h/2)
	b.track.Move(fyne.NewPos(x, y))
	b.track.Resize(fyne.NewSize(w, h))
	b.part.Move(fyne.NewPos(x, y))
	part := w * share
	if share > 0 {
		part = fyne.Max(part, fyne.Min(h, w)) // round ends need as much width as height
	}
	b.part.Resize(fyne.NewSize(part, h))
	b.part.Hidden = share <= 0
}

func (b *bar) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&b.track, &b.part} }

// share limits v to 0 to 1.
func share(v float64) float32 {
	if !(v > 0) { // NaN too
		return 0
	}
	return float32(min(v, 1))
}

// ProgressLine is a thin bar that fills from left to right.
type ProgressLine struct {
	widget.BaseWidget
	value float64
	bar   bar
}

// NewProgressLine makes an empty line.
func NewProgressLine() *ProgressLine {
	p := &ProgressLine{}
	p.ExtendBaseWidget(p)
	return p
}

// SetValue fills the share v of the line, limited to 0 to 1.
func (p *ProgressLine) SetValue(v float64) { p.value = v; p.Refresh() }

// CreateRenderer implements fyne.Widget.
func (p *ProgressLine) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(p, p.layout, p.leastSize, p.objects)
}

func (p *ProgressLine) leastSize() fyne.Size {
	h := paint.LookOf(p).Size(theme.SizeSpaceXS)
	return fyne.NewSize(8*h, h)
}

func (p *ProgressLine) layout(size fyne.Size) {
	p.bar.place(paint.LookOf(p), 0, 0, size.Width, size.Height, share(p.value), theme.ColorAccent)
}

func (p *ProgressLine) objects() []fyne.CanvasObject { return p.bar.objects() }
