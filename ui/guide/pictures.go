package guide

import (
	"reflect"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// pictures stand beside the words of a step: the phone's screens along its way, or the device with what to
// press. Picture and line go together: turning to a picture marks the line that it belongs to.
type pictures struct {
	desk     *desk.Desk
	pager    *phone.Pager
	hardware *phone.Hardware
	numbered []*widgets.NumberedLine // of the page on the screen; line i belongs to picture i
	walk     []screens.Stop
	act      knowledge.Act
	shown    fyne.CanvasObject // one of the two, or nil
}

func newPictures(d *desk.Desk) *pictures {
	p := &pictures{desk: d}
	p.pager = phone.NewPager(phone.New(d.Text), d.Text)
	p.pager.OnPage = p.mark
	p.hardware = phone.NewHardware(d.Text)
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
		p.pager.SetTour(tour.New(p.desk.Base, page.Stops, page.Act, v.Device))
		if !reflect.DeepEqual(p.walk, page.Stops) || p.act != page.Act {
			p.walk, p.act = page.Stops, page.Act
			p.pager.SetPage(p.pager.Phone().Pages() - 1) // the row that the step is about
		}
		p.shown = p.pager
		p.mark(p.pager.Page())
	case page.Picture != "":
		p.hardware.SetThing(v.Device.Kind, v.Case.Model, page.Picture)
		p.shown = p.hardware
	}
	if p.shown != nil {
		p.shown.Show()
	}
}

// mark makes the line active whose picture is shown.
func (p *pictures) mark(picture int) {
	for i, line := range p.numbered {
		line.SetActive(i == picture)
	}
}

// beside places words and pictures.
func (p *pictures) beside(words fyne.CanvasObject) fyne.CanvasObject {
	return flow.NewBeside(theme.SpaceXL, words, p.pager, p.hardware)
}
