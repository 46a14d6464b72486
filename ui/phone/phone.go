package phone

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// Phone draws one picture of a walk through Settings: picture 0 is the Home Screen with the Settings app, picture i the page
// with the row of stop i-1. So the picture of a numbered line of the guide has the line's number less one. Only the picture
// shown is built.
type Phone struct {
	widget.BaseWidget

	base   *knowledge.Base
	text   Text
	device knowledge.Device
	body   Body
	walk   []knowledge.Stop
	goal   knowledge.Act
	page   int

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

// New makes a picture of the newest known iPhone; it is empty until it has a walk.
func New(base *knowledge.Base, text Text) *Phone {
	p := &Phone{base: base, text: text, device: base.Known(knowledge.Device{})}
	p.ExtendBaseWidget(p)
	return p
}

// SetDevice says which device is drawn: its kind and the version whose words stand on the screen.
func (p *Phone) SetDevice(d knowledge.Device, body Body) {
	p.device, p.body = p.base.Known(d), body
	p.Refresh()
}

// SetWalk replaces the way that is shown and goes to the Home Screen. The act is what the step does with the last row:
// a switch to turn on is drawn on, an option to choose is drawn chosen.
func (p *Phone) SetWalk(stops []knowledge.Stop, act knowledge.Act) {
	p.walk, p.goal, p.page = stops, act, 0
	p.Refresh()
}

// Pages is the number of pictures: one for each stop and one for the Home Screen, none without a walk.
func (p *Phone) Pages() int {
	if len(p.walk) == 0 {
		return 0
	}
	return len(p.walk) + 1
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
	return preferredWidth(p.device.Kind, lookOf(p).size(theme.SizeScale))
}

// HeightForWidth implements widgets.HeightForWidther.
func (p *Phone) HeightForWidth(w float32) float32 {
	s := shapeFor(p.device.Kind, p.body, w, lookOf(p).size(theme.SizeScale))
	return s.height
}

// AccessibilityLabel names the screen and the marked row.
func (p *Phone) AccessibilityLabel() string {
	if len(p.walk) == 0 {
		return ""
	}
	if p.page == 0 {
		return p.text("phone.home", "App", p.settings())
	}
	stop := p.walk[p.page-1]
	title := ""
	if page, err := p.base.Page(stop.Screen.ID, p.device); err == nil {
		title = shown(page.Title)
	}
	return p.text("phone.screen", "Title", title, "Row", p.row(stop))
}

// row says a row out loud.
func (p *Phone) row(stop knowledge.Stop) string {
	if stop.Label == "[name]" {
		return p.name()
	}
	return shown(stop.Words())
}

// name stands on the account's rows.
func (p *Phone) name() string {
	return p.text("phone.person")
}

// AccessibilityRole says that this is to be read.
func (p *Phone) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// settings is the name of the Settings app.
func (p *Phone) settings() string {
	if page, err := p.base.Page(knowledge.Root, p.device); err == nil {
		return page.Title
	}
	return ""
}

// CreateRenderer is used by Fyne.
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
