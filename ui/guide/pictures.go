package guide

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/phone"
)

// pictures stand beside the words of a step: the phone's screens along its way, or the device with what to
// press. Picture and line go together: turning to a picture marks the line that it belongs to, and choosing a
// line turns to its picture.
type pictures struct {
	desk     *desk.Desk
	pager    *phone.Pager
	hardware *phone.Hardware
	strip    *phone.Strip // the pictures that lead to the last one, where there is room
	numbered []activeLine // of the page on the screen; line i belongs to picture i
	walk     []screens.Stop
	act      knowledge.Act
	shown    flow.PreferredWidther // one of the two, or nil
}

// activeLine is a line of the guide that can be marked.
type activeLine interface {
	fyne.CanvasObject
	SetActive(active bool)
}

func newPictures(d *desk.Desk) *pictures {
	p := &pictures{desk: d}
	p.pager = phone.NewPager(phone.New(d.Text), d.Text)
	p.pager.OnPage = p.mark
	p.hardware = phone.NewHardware(d.Text)
	p.strip = phone.NewStrip()
	p.strip.OnChosen = p.turnTo
	return p
}

// show brings the picture that fits the page, or none.
func (p *pictures) show(v *session.View, page *pages.Page) {
	p.shown = nil
	p.pager.Hide()
	p.hardware.Hide()
	blocked := len(page.Blocked.Harmless) > 0
	switch {
	case blocked || !page.Exists:
	case len(page.Stops) > 0:
		way := tour.New(p.desk.Base, page.Stops, page.Act, v.Device)
		way.Clock, way.Plain = page.Clock, page.Caption != ""
		if page.Date != "" {
			way.SetDate(page.Date)
		}
		p.pager.SetTour(way)
		p.strip.SetTour(way, p.labels(page), p.desk.Text)
		p.pager.SetCaption(page.Caption)
		if !reflect.DeepEqual(p.walk, page.Stops) || p.act != page.Act {
			p.walk, p.act = page.Stops, page.Act
			p.pager.SetPage(p.pager.Phone().Pages() - 1) // the row that the step is about
		}
		p.shown = p.pager
		p.mark(p.pager.Page())
	case page.Picture != "":
		p.strip.SetTour(tour.Tour{}, nil, p.desk.Text)
		p.hardware.SetThing(v.Device.Kind, v.Case.Model, page.Picture)
		p.shown = p.hardware
	}
	if p.shown != nil {
		p.shown.Show()
	}
}

// labels say what to do at each picture before the last one; none where the pictures do not turn.
func (p *pictures) labels(page *pages.Page) []string {
	if page.Caption != "" {
		return nil
	}
	var list []string
	for _, line := range page.Lines {
		if line.Kind == knowledge.StepLine && len(list) < len(page.Stops) {
			list = append(list, strings.TrimSuffix(paint.PlainText(line.Text), "."))
		}
	}
	return list
}

// has reports whether a line of the page has a picture, counted from 0.
func (p *pictures) has(line int) bool { return p.shown == p.pager && line < p.pager.Phone().Pages() }

// turnTo shows the picture of a line, counted from 0.
func (p *pictures) turnTo(line int) {
	p.pager.SetPage(line)
	p.mark(p.pager.Page())
}

// mark makes the line active whose picture is shown.
func (p *pictures) mark(picture int) {
	for i, line := range p.numbered {
		line.SetActive(i == picture)
	}
}
