package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/theme"
)

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
