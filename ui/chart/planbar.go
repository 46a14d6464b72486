package chart

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// PlanBar shows a storage plan as a bar: the used part, the next backup and, striped, the part that does not
// fit.
type PlanBar struct {
	widget.BaseWidget
	shares [3]float64 // used, next, over the capacity
	rough  bool       // the size of the next backup is only a typical one
	label  string
	raster *canvas.Raster
}

var _ fyne.Accessible = (*PlanBar)(nil)

// NewPlanBar makes an empty bar.
func NewPlanBar() *PlanBar {
	b := &PlanBar{}
	b.raster = canvas.NewRaster(b.draw)
	b.ExtendBaseWidget(b)
	return b
}

// SetAmounts shows used and next, both in the unit of capacity. When their sum is over the capacity, the bar
// is as long as the sum and its end is striped. Amounts below 0 count as 0.
func (b *PlanBar) SetAmounts(used, next, capacity float64) {
	b.shares[0], b.shares[1], b.shares[2] = planShares(used, next, capacity)
	b.Refresh()
}

// SetRough draws the next backup in pale stripes, because its size is only a typical one.
func (b *PlanBar) SetRough(rough bool) {
	if b.rough != rough {
		b.rough = rough
		b.Refresh()
	}
}

// SetLabel sets the words for people who hear the bar.
func (b *PlanBar) SetLabel(label string) { b.label = label }

// pale is the share of the colour between the stripes of a rough part.
const pale = 0.35

// planShares divides a bar of length 1 into used, next and over.
func planShares(used, next, capacity float64) (u, n, over float64) {
	used, next, capacity = max(used, 0), max(next, 0), max(capacity, 0)
	total := max(used+next, capacity)
	if total == 0 || math.IsNaN(total) || math.IsInf(total, 0) {
		return 0, 0, 0
	}
	fits := min(used, capacity)
	return fits / total, min(next, capacity-fits) / total, max(used+next-capacity, 0) / total
}

// AccessibilityLabel returns the words set by SetLabel.
func (b *PlanBar) AccessibilityLabel() string { return b.label }

// AccessibilityRole implements fyne.Accessible.
func (b *PlanBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *PlanBar) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(b, b.layout, b.leastSize, b.objects)
}

func (b *PlanBar) leastSize() fyne.Size {
	h := paint.LookOf(b).Size(theme.SizeIcon)
	return fyne.NewSize(4*h, h)
}

func (b *PlanBar) layout(size fyne.Size)        { b.raster.Resize(size) }
func (b *PlanBar) objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.raster} }

// draw makes the picture in the screen's own pixels, so that edges are sharp at any scale.
func (b *PlanBar) draw(w, h int) image.Image {
	l := paint.LookOf(b)
	nrgba := func(n fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(l.Color(n)).(color.NRGBA)
	}
	track, used, next := nrgba(theme.ColorSunken), nrgba(theme.ColorAccent), nrgba(theme.ColorNext)
	bad, badSoft := nrgba(theme.ColorBad), nrgba(theme.ColorBadSoft)
	stripe := max(float64(h)/4.5, 2) // width of a stripe along the bar
	gap := float64(h) / 18           // between parts, so that they differ by more than colour
	ends := partEnds(b.shares, float64(w), float64(h)/3)
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		px := float64(x) + 0.5
		for y := range h {
			c := track
			switch {
			case px < ends[0]:
				c = used
			case px < ends[1]:
				c = next
				if b.rough {
					c = mix(mix(track, next, pale), next, stripeCover(px-float64(y)+float64(h), stripe/2))
				}
			case px < ends[2]:
				c = mix(badSoft, bad, stripeCover(px+float64(y)+0.5, stripe))
			}
			for i := range 2 {
				if b.shares[i] > 0 && ends[i] < float64(w)-gap && math.Abs(px-ends[i]) <= gap/2 {
					c = track
				}
			}
			c.A = uint8(math.Round(float64(c.A) * pillCover(px, float64(y)+0.5, float64(w), float64(h))))
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// partEnds returns the right ends of the parts on a bar of a width. A part above 0 is at least least wide, so
// that a small amount in a large plan can be seen.
func partEnds(shares [3]float64, width, least float64) (ends [3]float64) {
	end := 0.0
	for i, s := range shares {
		if s > 0 {
			end += max(s*width, least)
		}
		ends[i] = end
	}
	if end > width { // all parts pay for the rounding up
		for i := range ends {
			ends[i] *= width / end
		}
	}
	return ends
}

// stripeCover returns 1 on a stripe, 0 between stripes, and values between at the edges.
func stripeCover(d, width float64) float64 {
	m := math.Mod(d, 2*width)
	edge := math.Min(math.Min(m, math.Abs(m-width)), 2*width-m) // distance to the nearest edge
	if m < width {
		return math.Min(0.5+edge, 1)
	}
	return math.Max(0.5-edge, 0)
}

// pillCover returns the share of the pixel at x, y inside a bar with round ends.
func pillCover(x, y, w, h float64) float64 {
	r := h / 2
	cx := math.Min(math.Max(x, r), math.Max(w-r, r))
	return math.Min(math.Max(r-math.Hypot(x-cx, y-r)+0.5, 0), 1)
}

// mix returns a for t = 0, b for t = 1, and a mixture between.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	m := func(p, q uint8) uint8 { return uint8(math.Round(float64(p)*(1-t) + float64(q)*t)) }
	return color.NRGBA{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: m(a.A, b.A)}
}
