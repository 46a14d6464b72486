package phone

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// Phone draws one picture of a tour through Settings: picture 0 is the Home Screen with the Settings app, picture i the page
// with the row of stop i-1. So the picture of a numbered line of the guide has the line's number less one. Only the picture
// shown is built.
type Phone struct {
	widget.BaseWidget

	text Text
	tour knowledge.Tour
	page int

	drawn   fyne.Size // size the objects were built for; zero when they are out of date
	shape   shape
	content *fyne.Container // what is clipped to the screen
	front   *fyne.Container // titles
	sheet   *fyne.Container
	veil    *canvas.Rectangle
	all     []fyne.CanvasObject
	traces  []trace
	ringed  area
	fresh   area // what changed since the picture before
}

var (
	_ fyne.Accessible       = (*Phone)(nil)
	_ flow.HeightForWidther = (*Phone)(nil)
)

// New makes a picture of an iPhone; it is empty until it has a tour.
func New(text Text) *Phone {
	p := &Phone{text: text}
	p.ExtendBaseWidget(p)
	return p
}

// SetTour replaces the pages that are shown, the device and its language. The number of the picture stays, as far as there is
// one of that number. The act of the tour is what the step does with the last row: a switch to turn on is drawn on, an option
// to choose is drawn chosen.
func (p *Phone) SetTour(t knowledge.Tour) {
	p.tour = t
	p.page = max(min(p.page, p.Pages()-1), 0)
	p.Refresh()
}

// Pages is the number of pictures: one for each stop and one for the Home Screen, none without a tour.
func (p *Phone) Pages() int {
	if len(p.tour.Shots) == 0 {
		return 0
	}
	return len(p.tour.Shots) + 1
}

// Page is the picture shown, from 0.
func (p *Phone) Page() int { return p.page }

// SetPage shows a picture; the nearest one when there is none of that number.
func (p *Phone) SetPage(i int) {
	i = max(min(i, p.Pages()-1), 0)
	if i != p.page {
		p.page = i
		p.Refresh()
	}
}

// PreferredWidth is the width at which the picture looks best, in device independent pixels.
func (p *Phone) PreferredWidth() float32 {
	return preferredWidth(p.tour.Device.Kind, lookOf(p).size(theme.SizeScale))
}

// HeightForWidth implements flow.HeightForWidther.
func (p *Phone) HeightForWidth(w float32) float32 {
	return shapeFor(p.tour.Device, w, lookOf(p).size(theme.SizeScale)).height
}

// AccessibilityLabel names the screen and the marked row.
func (p *Phone) AccessibilityLabel() string {
	switch {
	case len(p.tour.Shots) == 0:
		return ""
	case p.page == 0:
		return p.text("phone.home", "App", p.tour.App)
	}
	shot := &p.tour.Shots[p.page-1]
	return p.text("phone.screen", "Title", shown(shot.Title), "Row", p.row(shot.Stop))
}

// row returns the words of a row for people who hear them.
func (p *Phone) row(stop knowledge.Stop) string {
	if stop.Label == "[name]" {
		return p.name()
	}
	return shown(stop.Words())
}

// name returns what stands in the rows for the person's own name.
func (p *Phone) name() string { return p.text("phone.person") }

// AccessibilityRole implements fyne.Accessible.
func (p *Phone) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *Phone) CreateRenderer() fyne.WidgetRenderer { return renderer{p} }

func (p *Phone) leastSize() fyne.Size {
	w := leastWidth
	if got := p.Size().Width; got > 0 {
		return fyne.NewSize(w, p.HeightForWidth(got))
	}
	return fyne.NewSize(w, p.HeightForWidth(p.PreferredWidth()))
}

func (p *Phone) outdate() { p.drawn = fyne.Size{} }

func (p *Phone) objects() []fyne.CanvasObject {
	if p.drawn.IsZero() && !p.Size().IsZero() {
		p.layout(p.Size())
	}
	return p.all
}
