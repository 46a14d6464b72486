package drawing

import (
	"image/color"

	"codeberg.org/go-pdf/fpdf"
)

// canvas draws the shapes of a picture at a place and a scale.
type canvas struct {
	f                *fpdf.Fpdf
	left, top, scale float64
	label            func(l Label, x, baseline, size float64)
}

// PDF draws the picture on the present page of a file, its upper left corner at x, y; scale is the length of
// its unit there. The words are written by label, since the fonts belong to the file; size is their height in
// the file's unit.
func (d *Drawing) PDF(f *fpdf.Fpdf, x, y, scale float64, label func(l Label, x, baseline, size float64)) {
	c := &canvas{f, x, y, scale, label}
	c.clipped(x, y, d.Width*scale, d.Height*scale, d.Shapes)
}

// clipped draws shapes as far as they are inside of an area.
func (c *canvas) clipped(x, y, w, h float64, list []Shape) {
	c.f.ClipRect(x, y, w, h, false)
	c.shapes(list)
	c.f.ClipEnd()
	// The end of the clip restores the colours before the clip, which the library does not notice.
	c.f.SetFillColor(0, 0, 0)
	c.f.SetDrawColor(0, 0, 0)
	c.f.SetLineCapStyle("butt")
}

func (c *canvas) at(x, y float64) (float64, float64) { return c.left + x*c.scale, c.top + y*c.scale }

func (c *canvas) shapes(list []Shape) {
	for _, s := range list {
		c.shape(s)
	}
}

func (c *canvas) shape(s Shape) {
	f := c.f
	switch s := s.(type) {
	case Box:
		c.box(s)
	case Stroke:
		c.stroke(s.Color, s.Line)
		f.SetLineCapStyle("round")
		x1, y1 := c.at(s.X1, s.Y1)
		x2, y2 := c.at(s.X2, s.Y2)
		c.with(s.Color, func() { f.Line(x1, y1, x2, y2) })
	case Label:
		x, y := c.at(s.X, s.Baseline)
		c.with(s.Color, func() { c.label(s, x, y, s.Size*c.scale) })
	case Fade:
		const steps = 12
		for i := range steps {
			part := (float64(i) + 0.5) / steps
			stripe := Box{X: s.X, Y: s.Y + s.H*float64(i)/steps, W: s.W, H: s.H/steps + 0.05}
			stripe.Fill = between(s.From, s.To, part)
			c.box(stripe)
		}
	case Patch:
		f.SetFillColor(int(s.Color.R), int(s.Color.G), int(s.Color.B))
		c.with(s.Color, func() {
			for _, step := range s.Steps {
				c.segment(step)
			}
			f.DrawPath("F")
		})
	case Window:
		x, y := c.at(s.X, s.Y)
		c.clipped(x, y, s.W*c.scale, s.H*c.scale, s.Shapes)
	}
}

func (c *canvas) stroke(color color.NRGBA, line float64) {
	c.f.SetDrawColor(int(color.R), int(color.G), int(color.B))
	c.f.SetLineWidth(line * c.scale)
}

// with draws in the opacity of a colour.
func (c *canvas) with(color color.NRGBA, draw func()) {
	if color.A == 0 {
		return
	}
	if color.A < 0xFF {
		c.f.SetAlpha(float64(color.A)/0xFF, "Normal")
		defer c.f.SetAlpha(1, "Normal")
	}
	draw()
}

func (c *canvas) box(b Box) {
	corners := "1234"
	if b.TopOnly {
		corners = "12"
	}
	draw := func(in float64, how string) {
		x, y := c.at(b.X+in, b.Y+in)
		w, h := max(b.W-2*in, 0)*c.scale, max(b.H-2*in, 0)*c.scale
		r := min(max(b.Radius-in, 0)*c.scale, w/2, h/2)
		if r < 0.02 {
			c.f.Rect(x, y, w, h, how)
			return
		}
		c.f.RoundedRect(x, y, w, h, r, corners, how)
	}
	c.f.SetFillColor(int(b.Fill.R), int(b.Fill.G), int(b.Fill.B))
	c.with(b.Fill, func() { draw(0, "F") })
	if b.Line > 0 {
		c.stroke(b.Stroke, b.Line)
		c.with(b.Stroke, func() { draw(b.Line/2, "D") })
	}
}

func (c *canvas) segment(s Segment) {
	var at [3][2]float64
	for i := range points(s.Op) {
		at[i][0], at[i][1] = c.at(s.Points[i][0], s.Points[i][1])
	}
	switch s.Op {
	case 'M':
		c.f.MoveTo(at[0][0], at[0][1])
	case 'L':
		c.f.LineTo(at[0][0], at[0][1])
	case 'Q':
		c.f.CurveTo(at[0][0], at[0][1], at[1][0], at[1][1])
	case 'C':
		c.f.CurveBezierCubicTo(at[0][0], at[0][1], at[1][0], at[1][1], at[2][0], at[2][1])
	case 'Z':
		c.f.ClosePath()
	}
}

// between mixes two colours, of which a transparent one counts as the other.
func between(a, b color.NRGBA, part float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-part) + float64(y)*part + 0.5) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), mix(a.A, b.A)}
}
