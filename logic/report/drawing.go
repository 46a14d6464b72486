package report

import (
	"context"
	"errors"
	"fmt"
	"image/color"

	"backupdoctor/logic/knowledge"
)

// Bounds of the pictures of one document; more would bury the words.
const (
	mostPictures = 16
	mostShapes   = 4000 // of one picture
)

// Figure is a picture of the document, with the words that say the same.
type Figure struct {
	Subject Subject
	Caption Text
	Alt     string   // what the picture shows, for people who don't see it; empty takes the words of the drawing
	Drawing *Drawing // nil until Illustrate
}

// Subject is what a figure shows: a page of Settings along a way, or what is outside Settings.
type Subject struct {
	Device knowledge.Device
	Model  string           // as the case has it; tells the shape of the device
	Stops  []knowledge.Stop // the way, empty for hardware
	Act    knowledge.Act    // what to do with the last stop
	Page   int              // 0 is the Home Screen, i the page with the row of stop i-1
	Thing  string           // outside Settings: "restart", "charging", "wifi" or "lock"
}

// Artist draws subjects.
type Artist interface {
	// Draw returns the picture of a subject on light paper.
	Draw(s Subject) (*Drawing, error)
}

// Drawing is a picture of simple shapes, sharp at any size. Lengths are in units of its own, y grows downward.
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

// Segment is a step of an outline: 'M' moves and 'L' draws a line to the point, 'Q' and 'C' curve to the last of their two or
// three points, 'Z' closes.
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

// Pictures are the figures of the document that can be drawn.
func (d *Document) Pictures() []*Figure {
	var list []*Figure
	for _, b := range d.Blocks {
		if f, ok := b.(*Figures); ok {
			list = append(list, f.Pictures...)
		}
	}
	return list
}

// Illustrate has the pictures drawn, one after the other; done is called after each and may be nil. What can't be drawn is
// left out, since the words beside it say the same, and told in the error. It ends early with the error of ctx.
func (d *Document) Illustrate(ctx context.Context, by Artist, done func(n, of int)) error {
	list := d.Pictures()
	var trouble error
	for i, f := range list {
		if err := ctx.Err(); err != nil {
			return err
		}
		drawing, err := by.Draw(f.Subject)
		switch {
		case err != nil:
			trouble = errors.Join(trouble, fmt.Errorf("picture %d: %w", i+1, err))
		case drawing == nil || drawing.Width <= 0 || drawing.Height <= 0 || count(drawing.Shapes) > mostShapes:
			trouble = errors.Join(trouble, fmt.Errorf("picture %d is empty or too large", i+1))
		default:
			f.Drawing = drawing
		}
		if done != nil {
			done(i+1, len(list))
		}
	}
	return trouble
}

func count(shapes []Shape) int {
	n := len(shapes)
	for _, s := range shapes {
		if w, ok := s.(Window); ok {
			n += count(w.Shapes)
		}
	}
	return n
}

// words say what the picture shows.
func (f *Figure) words() string {
	if f.Alt == "" && f.Drawing != nil {
		return f.Drawing.Words
	}
	return f.Alt
}

// look says how much room the picture needs: "wide" for a tablet, "thing" for what is outside Settings, with small words in
// it, "" for a phone.
func (f *Figure) look() string {
	switch {
	case len(f.Subject.Stops) == 0:
		return "thing"
	case f.Drawing.Width > f.Drawing.Height:
		return "wide"
	}
	return ""
}

// drawn are the pictures that there are.
func (f *Figures) drawn() []*Figure {
	var list []*Figure
	for _, p := range f.Pictures {
		if p.Drawing != nil {
			list = append(list, p)
		}
	}
	return list
}
