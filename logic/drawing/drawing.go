// Package drawing holds pictures of simple shapes, sharp at any size, and writes them as SVG and into PDF
// files. A drawing is plain data: who draws it and what it shows is not this package's business.
package drawing

import "image/color"

// Drawing is a picture of simple shapes, sharp at any size. Lengths are in units of its own, y grows
// downward.
type Drawing struct {
	Width, Height float64
	Shapes        []Shape
	Words         string // what there is to see
}

// Shape is a part of a drawing: Box, Stroke, Label, Fade, Patch or Window.
type Shape interface{ shape() }

// Box is a rectangle, perhaps rounded, filled or outlined. The line lies inside.
type Box struct {
	X, Y, W, H   float64
	Radius       float64
	TopOnly      bool // only the upper corners are rounded
	Fill, Stroke color.NRGBA
	Line         float64
}

// Stroke is a straight line with round ends.
type Stroke struct {
	X1, Y1, X2, Y2 float64
	Line           float64
	Color          color.NRGBA
}

// Label is a line of words that takes Width from X on.
type Label struct {
	X, Baseline, Width float64
	Size               float64
	Bold               bool
	Color              color.NRGBA
	Words              string
}

// Fade runs from one colour at the top to another at the bottom.
type Fade struct {
	X, Y, W, H float64
	From, To   color.NRGBA
}

// Patch is a filled outline.
type Patch struct {
	Color color.NRGBA
	Steps []Segment
}

// Segment is a step of an outline: 'M' moves and 'L' draws a line to the point, 'Q' and 'C' curve to the last
// of their two or three points, 'Z' closes.
type Segment struct {
	Op     byte
	Points [3][2]float64
}

// Window shows of its shapes only what lies inside.
type Window struct {
	X, Y, W, H float64
	Shapes     []Shape
}

func (Box) shape()    {}
func (Stroke) shape() {}
func (Label) shape()  {}
func (Fade) shape()   {}
func (Patch) shape()  {}
func (Window) shape() {}

// Count returns the number of shapes in the drawing, those inside of windows among them.
func (d *Drawing) Count() int { return count(d.Shapes) }

func count(shapes []Shape) int {
	n := len(shapes)
	for _, s := range shapes {
		if w, ok := s.(Window); ok {
			n += count(w.Shapes)
		}
	}
	return n
}
