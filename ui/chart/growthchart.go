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

// GrowthPoint is the need at one moment, in any unit.
type GrowthPoint struct{ Low, Likely, High float64 }

// GrowthLimit is a line across the chart with words at its left end.
type GrowthLimit struct {
	Value float64
	Text  string
}

// GrowthChart shows how a need grows: a line of the likely values, a band from low to high, and limits as
// lines across.
type GrowthChart struct {
	widget.BaseWidget
	points []GrowthPoint // in equal steps of time
	limits []GrowthLimit
	marks  []string // under the chart, from the first moment to the last
	label  string
	raster *canvas.Raster
	words  []*canvas.Text
	plates []*canvas.Rectangle // behind the words of the limits, so that no line crosses the words
}

var _ fyne.Accessible = (*GrowthChart)(nil)

// NewGrowthChart makes an empty chart.
func NewGrowthChart() *GrowthChart {
	c := &GrowthChart{}
	c.raster = canvas.NewRaster(c.draw)
	c.ExtendBaseWidget(c)
	return c
}

// Set replaces points, limits and marks. The label says the same in words, for people who hear it.
func (c *GrowthChart) Set(points []GrowthPoint, limits []GrowthLimit, marks []string, label string) {
	c.points, c.limits, c.marks, c.label = points, limits, marks, label
	c.words = make([]*canvas.Text, len(limits)+len(marks))
	c.plates = make([]*canvas.Rectangle, len(limits))
	for i := range c.plates {
		c.plates[i] = canvas.NewRectangle(color.Transparent)
	}
	for i := range c.words {
		c.words[i] = canvas.NewText("", color.Transparent)
		if i < len(limits) {
			c.words[i].Text = limits[i].Text
		} else {
			c.words[i].Text = marks[i-len(limits)]
		}
	}
	c.Refresh()
}

// Limits returns the lines across the chart.
func (c *GrowthChart) Limits() []GrowthLimit { return c.limits }

// AccessibilityLabel returns the label.
func (c *GrowthChart) AccessibilityLabel() string { return c.label }

// AccessibilityRole implements fyne.Accessible.
func (c *GrowthChart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *GrowthChart) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(c, c.layout, c.leastSize, c.objects)
}

func (c *GrowthChart) leastSize() fyne.Size {
	scale := paint.LookOf(c).Size(theme.SizeScale)
	return fyne.NewSize(160*scale, 150*scale)
}

// top returns the value at the upper edge.
func (c *GrowthChart) top() float64 {
	top := 0.0
	for _, p := range c.points {
		top = max(top, p.Likely, p.High)
	}
	for _, l := range c.limits {
		top = max(top, l.Value)
	}
	return top * 1.18 // space for the words above the highest line
}

// foot returns the height of the marks under the chart.
func (c *GrowthChart) foot(l paint.Look) float32 { return l.Size(theme.SizeTextSmall) * 1.7 }

func (c *GrowthChart) layout(size fyne.Size) {
	l := paint.LookOf(c)
	height := fyne.Max(size.Height-c.foot(l), 0)
	c.raster.Resize(fyne.NewSize(size.Width, height))
	top := c.top()
	for i, w := range c.words {
		w.TextSize, w.Color = l.Size(theme.SizeTextSmall), l.Color(theme.ColorMuted)
		least := w.MinSize()
		if i < len(c.limits) {
			y := float32(0)
			if top > 0 {
				y = height * float32(1-c.limits[i].Value/top)
			}
			at := fyne.NewPos(limitIndent, fyne.Max(y-least.Height-limitLift, 0))
			w.Move(at)
			plate := c.plates[i]
			plate.FillColor, plate.CornerRadius = l.Color(theme.ColorSunken), limitIndent/2
			plate.Move(at.SubtractXY(limitIndent/2, 0))
			plate.Resize(least.AddWidthHeight(limitIndent, 0))
			continue
		}
		n := i - len(c.limits)
		x := float32(0)
		if len(c.marks) > 1 {
			x = (size.Width - least.Width) * float32(n) / float32(len(c.marks)-1)
		}
		w.Move(fyne.NewPos(x, height+2))
	}
}

// limitIndent is the space before the words of a limit, limitLift the space between words and line.
const (
	limitIndent float32 = 4
	limitLift   float32 = 2
)

func (c *GrowthChart) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{c.raster}
	for _, plate := range c.plates {
		out = append(out, plate)
	}
	for _, w := range c.words {
		out = append(out, w)
	}
	return out
}

// at returns the need at a place along the chart, 0 to 1.
func (c *GrowthChart) at(x float64) GrowthPoint {
	if len(c.points) == 0 {
		return GrowthPoint{}
	}
	place := min(max(x, 0), 1) * float64(len(c.points)-1)
	i := min(int(place), len(c.points)-1)
	a, b, t := c.points[i], c.points[min(i+1, len(c.points)-1)], place-float64(i)
	between := func(p, q float64) float64 { return p + (q-p)*t }
	return GrowthPoint{between(a.Low, b.Low), between(a.Likely, b.Likely), between(a.High, b.High)}
}

// draw makes the picture in the screen's own pixels.
func (c *GrowthChart) draw(w, h int) image.Image {
	l := paint.LookOf(c)
	nrgba := func(n fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(l.Color(n)).(color.NRGBA)
	}
	back, band := nrgba(theme.ColorSunken), nrgba(theme.ColorAccentSoft)
	line, limit := nrgba(theme.ColorAccent), nrgba(theme.ColorControl)
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	top := c.top()
	if top <= 0 || w == 0 || h == 0 {
		return img
	}
	pixel := 1.0
	if width := c.raster.Size().Width; width > 0 {
		pixel = math.Max(float64(w)/float64(width), 0.5)
	}
	y := func(v float64) float64 { return float64(h) * (1 - v/top) }
	for px := range w {
		p := c.at((float64(px) + 0.5) / float64(w))
		next := c.at((float64(px) + 1.5) / float64(w))
		steep := math.Hypot(1, y(next.Likely)-y(p.Likely)) // keeps a steep line from getting thinner
		for py := range h {
			mid := float64(py) + 0.5
			col := back
			if mid <= y(p.Low)+0.5 && mid >= y(p.High)-0.5 {
				col = band
			}
			for _, one := range c.limits {
				col = mix(col, limit, cover(math.Abs(mid-y(one.Value)), pixel))
			}
			img.SetNRGBA(px, py, mix(col, line, cover(math.Abs(mid-y(p.Likely))/steep, 2*pixel)))
		}
	}
	return img
}

// cover returns the share of a pixel that a line of a width covers; distance is that between their middles.
func cover(distance, width float64) float64 { return math.Min(math.Max(width/2+0.5-distance, 0), 1) }
