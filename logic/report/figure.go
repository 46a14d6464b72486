package report

import (
	"context"
	"errors"
	"fmt"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/drawing"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/tour"
)

// Bounds that keep pictures from burying the words.
const (
	maxPictures = 16   // of one document
	maxShapes   = 4000 // of one picture
)

// Figure is a picture of the document, with words that say the same.
type Figure struct {
	Subject Subject
	Caption Text
	Alt     string           // describes the picture for people who don't see it; empty takes the words of the drawing
	Drawing *drawing.Drawing // nil until Illustrate has drawn the subject
}

// Subject is what a figure shows: a page of Settings on the path of a step, or a thing outside Settings.
type Subject struct {
	Device apple.Device
	Model  string          // as the case names it; decides which buttons the device has
	Tour   tour.Tour       // the pages of the walk; empty for a thing outside Settings
	Page   int             // 0 is the Home Screen, i the page with the row of stop i-1
	Thing  knowledge.Thing // outside Settings
}

// Artist draws subjects.
type Artist interface {
	// Draw returns the picture of a subject on light paper.
	Draw(s Subject) (*drawing.Drawing, error)
}

// Pictures returns the figures of the document, drawn or not, in their order.
func (d *Document) Pictures() []*Figure {
	var list []*Figure
	for _, b := range d.Blocks {
		if f, ok := b.(*Figures); ok {
			list = append(list, f.Pictures...)
		}
	}
	return list
}

// Illustrate lets an artist draw the pictures one after the other and calls done after each; done may be nil.
// A picture that can't be drawn is left out, since the words beside the picture say the same; the error names
// all such pictures. Illustrate ends early with the error of ctx.
func (d *Document) Illustrate(ctx context.Context, by Artist, done func(n, of int)) error {
	list := d.Pictures()
	var trouble error
	for i, f := range list {
		if err := ctx.Err(); err != nil {
			return err
		}
		picture, err := by.Draw(f.Subject)
		switch {
		case err != nil:
			trouble = errors.Join(trouble, fmt.Errorf("picture %d: %w", i+1, err))
		case picture == nil || picture.Width <= 0 || picture.Height <= 0 || picture.Count() > maxShapes:
			trouble = errors.Join(trouble, fmt.Errorf("picture %d is empty or too large", i+1))
		default:
			f.Drawing = picture
		}
		if done != nil {
			done(i+1, len(list))
		}
	}
	return trouble
}

// words returns the words that describe the picture.
func (f *Figure) words() string {
	if f.Alt == "" && f.Drawing != nil {
		return f.Drawing.Words
	}
	return f.Alt
}

// format is the format of a drawn picture. The values are classes in page.html.
type format string

// The formats: a phone, a tablet, and a thing outside Settings with small words in its picture.
const (
	phoneFormat  format = ""
	tabletFormat format = "wide"
	thingFormat  format = "thing"
)

// format returns the format of a drawn picture.
func (f *Figure) format() format {
	switch {
	case len(f.Subject.Tour.Shots) == 0:
		return thingFormat
	case f.Drawing.Width > f.Drawing.Height:
		return tabletFormat
	}
	return phoneFormat
}

// drawn returns the pictures that have been drawn.
func (f *Figures) drawn() []*Figure {
	var list []*Figure
	for _, p := range f.Pictures {
		if p.Drawing != nil {
			list = append(list, p)
		}
	}
	return list
}
