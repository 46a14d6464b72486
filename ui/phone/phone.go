package phone

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// Phone draws one picture of a tour through Settings: picture 0 is the Home Screen with the Settings app,
// picture i the page of shot i-1. So picture i belongs to the numbered line i+1 of the guide. Only the
// picture shown is built.
type Phone struct {
	widget.BaseWidget

	text  Text
	tour  tour.Tour
	page  int
	small bool // a sign of the page, whose words nobody reads

	builtFor fyne.Size // size of the objects; zero when they must be built anew
	shape    shape
	content  *fyne.Container // rows, clipped to the screen
	front    *fyne.Container // titles
	sheet    *fyne.Container
	veil     *canvas.Rectangle
	all      []fyne.CanvasObject
	traces   []trace
	ringed   area
	changed  area // the part that differs from the picture before
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

// SetTour replaces pages, device and language. The number of the picture stays, if there is a picture of that
// number. The last row is drawn as the act of the tour leaves it: a switch to turn on is on, an option to
// choose is chosen. An equal tour draws nothing anew.
func (p *Phone) SetTour(t tour.Tour) {
	if reflect.DeepEqual(p.tour, t) {
		return
	}
	p.tour = t
	p.page = max(min(p.page, p.Pages()-1), 0)
	p.Refresh()
}

// Pages returns the number of pictures: one for each shot and one for the Home Screen; 0 without a tour.
func (p *Phone) Pages() int {
	if len(p.tour.Shots) == 0 {
		return 0
	}
	return len(p.tour.Shots) + 1
}

// Page returns the number of the picture shown, from 0.
func (p *Phone) Page() int { return p.page }

// SetPage shows a picture, counted from 0, or the nearest one when there is none of that number.
func (p *Phone) SetPage(i int) {
	i = max(min(i, p.Pages()-1), 0)
	if i != p.page {
		p.page = i
		p.Refresh()
	}
}

// PreferredWidth returns the width at which the picture looks best, in device independent pixels.
func (p *Phone) PreferredWidth() float32 {
	return preferredWidth(p.tour.Device.Kind, lookOf(p).size(theme.SizeScale))
}

// HeightForWidth implements flow.HeightForWidther.
func (p *Phone) HeightForWidth(w float32) float32 {
	return shapeFor(p.tour.Device, w, lookOf(p).size(theme.SizeScale)).height
}

// AccessibilityLabel returns the title of the screen and the words of the marked row.
func (p *Phone) AccessibilityLabel() string {
	switch {
	case len(p.tour.Shots) == 0:
		return ""
	case p.page == 0:
		return p.text("phone.home", "App", p.tour.App)
	}
	shot := &p.tour.Shots[p.page-1]
	return p.text("phone.screen", "Title", labelText(shot.Title), "Row", p.row(shot.Stop))
}

// row returns the words of a row for people who hear them.
func (p *Phone) row(stop screens.Stop) string {
	if stop.Label == "[name]" {
		return p.name()
	}
	return labelText(stop.Words())
}

// name returns the words that stand for the person's own name.
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

func (p *Phone) outdate() { p.builtFor = fyne.Size{} }

func (p *Phone) objects() []fyne.CanvasObject {
	if p.builtFor.IsZero() && !p.Size().IsZero() {
		p.layout(p.Size())
	}
	return p.all
}
