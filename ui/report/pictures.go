package report

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"backupdoctor/logic/drawing"
	"backupdoctor/logic/report"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/theme"
)

// artist draws the phone for reports, always light as paper is and in the usual text size, whatever the
// window looks like. It must be used on the toolkit's goroutine; a picture takes some milliseconds.
type artist struct {
	phone    *phone.Phone
	hardware *phone.Hardware
	light    [2]*container.ThemeOverride // keeps them light
}

func newArtist(text phone.Text) *artist {
	a := &artist{phone: phone.New(text), hardware: phone.NewHardware(text)}
	for i, o := range []fyne.CanvasObject{a.phone, a.hardware} {
		a.light[i] = container.NewThemeOverride(o, theme.New(theme.Options{Mode: theme.ModeLight}))
	}
	return a
}

// Draw implements report.Artist.
func (a *artist) Draw(s report.Subject) (*drawing.Drawing, error) {
	if len(s.Tour.Shots) == 0 {
		a.hardware.SetThing(s.Device.Kind, s.Model, s.Thing)
		return a.hardware.Drawing(a.hardware.PreferredWidth())
	}
	a.phone.SetTour(s.Tour)
	if s.Page >= a.phone.Pages() {
		return nil, fmt.Errorf("the way has %d pictures, number %d is none of them", a.phone.Pages(), s.Page)
	}
	a.phone.SetPage(s.Page)
	return a.phone.Drawing(a.phone.PreferredWidth())
}
