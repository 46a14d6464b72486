package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// BeliefBar shows how much a cause is believed: its name, the figure, a bar, and one line with the reason.
type BeliefBar struct {
	widget.BaseWidget
	title, figure, reason string
	value                 float64
	quiet                 bool

	titleText, figureText, reasonText textBlock
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
func (b *BeliefBar) CreateRenderer() fyne.WidgetRenderer { return renderer{b} }

func (b *BeliefBar) update(l look) {
	b.titleText.text, b.titleText.size, b.titleText.bold = b.title, l.size(theme.SizeTextNormal), true
	b.figureText.text, b.figureText.size, b.figureText.bold = b.figure, l.size(theme.SizeTextNormal), true
	b.reasonText.text, b.reasonText.size = b.reason, l.size(theme.SizeTextSmall)
	b.figureText.align = fyne.TextAlignTrailing
	b.titleText.color, b.figureText.color = l.color(theme.ColorText), l.color(theme.ColorText)
	b.reasonText.color = l.color(theme.ColorMuted)
}

// widths returns the widths of figure and title in a bar w wide, and the thickness of the bar.
func (b *BeliefBar) widths(l look, w float32) (figure, title, thick float32) {
	figure = b.figureText.naturalWidth()
	return figure, fyne.Max(w-figure-l.size(theme.SizeSpaceS), 0), l.size(theme.SizeSpaceS)
}

// HeightForWidth implements flow.HeightForWidther.
func (b *BeliefBar) HeightForWidth(w float32) float32 {
	l := lookOf(b)
	b.update(l)
	_, title, thick := b.widths(l, w)
	gap := l.size(theme.SizeSpaceXS)
	h := b.titleText.height(title) + gap + thick
	if b.reason != "" {
		h += gap + b.reasonText.height(w)
	}
	return h
}

func (b *BeliefBar) leastSize() fyne.Size {
	l := lookOf(b)
	b.update(l)
	title := fyne.Min(b.titleText.widestWord(), 8*b.titleText.size)
	w := b.figureText.naturalWidth() + l.size(theme.SizeSpaceS) + title
	return fyne.NewSize(w, b.HeightForWidth(fyne.Max(b.Size().Width, w)))
}

func (b *BeliefBar) layout(size fyne.Size) {
	l := lookOf(b)
	b.update(l)
	figure, title, thick := b.widths(l, size.Width)
	gap := l.size(theme.SizeSpaceXS)
	b.titleText.place(0, 0, title)
	y := b.titleText.height(title)
	b.figureText.place(size.Width-figure, y-b.figureText.lineHeight(), figure)
	color := theme.ColorAccent
	if b.quiet {
		color = theme.ColorControl
	}
	b.bar.place(l, 0, y+gap, size.Width, thick, share(b.value), color)
	b.reasonText.place(0, y+2*gap+thick, size.Width)
}

func (b *BeliefBar) objects() []fyne.CanvasObject {
	out := append(b.bar.objects(), b.titleText.objects()...)
	return append(append(out, b.figureText.objects()...), b.reasonText.objects()...)
}

// bar is a rounded track with a filled part at its left end.
type bar struct {
	track, part canvas.Rectangle
}

func (b *bar) place(l look, x, y, w, h, share float32, color fyne.ThemeColorName) {
	fill(l, &b.track, theme.ColorSunken, "", h/2)
	fill(l, &b.part, color, "", h/2)
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
func (p *ProgressLine) CreateRenderer() fyne.WidgetRenderer { return renderer{p} }

func (p *ProgressLine) leastSize() fyne.Size {
	h := lookOf(p).size(theme.SizeSpaceXS)
	return fyne.NewSize(8*h, h)
}

func (p *ProgressLine) layout(size fyne.Size) {
	p.bar.place(lookOf(p), 0, 0, size.Width, size.Height, share(p.value), theme.ColorAccent)
}

func (p *ProgressLine) objects() []fyne.CanvasObject { return p.bar.objects() }
