package report

import (
	"context"
	"errors"
	"fmt"

	"backupdoctor/logic/drawing"
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
	Alt     string           // what the picture shows, for people who don't see it; empty takes the words of the drawing
	Drawing *drawing.Drawing // nil until Illustrate
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
	Draw(s Subject) (*drawing.Drawing, error)
}

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
		picture, err := by.Draw(f.Subject)
		switch {
		case err != nil:
			trouble = errors.Join(trouble, fmt.Errorf("picture %d: %w", i+1, err))
		case picture == nil || picture.Width <= 0 || picture.Height <= 0 || picture.Count() > mostShapes:
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
