package phone

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// hardwareKind names a picture of a thing outside Settings.
type hardwareKind string

// The pictures. Each family of models has its own buttons for a forced restart.
const (
	restartSide    hardwareKind = "side"     // iPhone X and later
	restartSideSE  hardwareKind = "side-se"  // iPhone 8, SE (2nd generation) and later
	restartVolume  hardwareKind = "volume"   // iPhone 7
	restartHome    hardwareKind = "home"     // iPhone 6s, SE (1st generation) and earlier
	restartTop     hardwareKind = "top"      // iPad without Home button
	restartTopHome hardwareKind = "top-home" // iPad with Home button
	chargingSymbol hardwareKind = "charging"
	wifiSymbol     hardwareKind = "wifi"
	lockSymbol     hardwareKind = "lock"
	nightScreen    hardwareKind = "night"   // the whole locked screen, with three marks
	restingScreen  hardwareKind = "resting" // the same by day, with two
)

// presses are the buttons of each restart, in order. Buttons with the same number are held together.
var presses = map[hardwareKind][]press{
	restartSide:    {{volumeUp, 1, false}, {volumeDown, 2, false}, {side, 3, true}},
	restartSideSE:  {{volumeUp, 1, false}, {volumeDown, 2, false}, {side, 3, true}},
	restartVolume:  {{volumeDown, 1, true}, {side, 1, true}},
	restartHome:    {{homeKey, 1, true}, {side, 1, true}},
	restartTop:     {{volumeUp, 1, false}, {volumeDown, 2, false}, {top, 3, true}},
	restartTopHome: {{homeKey, 1, true}, {top, 1, true}},
}

type key int

const (
	volumeUp key = iota
	volumeDown
	side
	top
	homeKey
)

type press struct {
	key    key
	number int
	hold   bool
}

// Hardware is a picture of the device with buttons or a symbol marked, and words below the picture.
type Hardware struct {
	widget.BaseWidget
	kind     hardwareKind
	device   apple.Device // whose locked screen is drawn
	text     Text
	builtFor fyne.Size // size of the objects; zero when they must be built anew
	all      []fyne.CanvasObject
}

var (
	_ fyne.Accessible       = (*Hardware)(nil)
	_ flow.HeightForWidther = (*Hardware)(nil)
)

// NewHardware makes a picture of a restart, until SetThing asks for another one.
func NewHardware(text Text) *Hardware {
	h := &Hardware{kind: restartSide, text: text}
	h.ExtendBaseWidget(h)
	return h
}

// SetThing shows a thing outside Settings. The buttons of a restart depend on the kind of the device and the
// name of its model.
func (h *Hardware) SetThing(device, model string, thing knowledge.Thing) {
	h.kind = hardwareFor(device, model, thing)
	h.device = apple.Of(device, model, apple.Version{}, "")
	h.Refresh()
}

// words returns the lines below the picture. The lines of a restart are numbered.
func (h *Hardware) words() []string {
	steps, restart := presses[h.kind]
	if !restart {
		return []string{h.text("phone.symbol." + string(h.kind))}
	}
	var out []string
	kind := h.kind
	if kind == restartSideSE {
		kind = restartSide
	}
	for n := 1; n <= steps[len(steps)-1].number; n++ {
		out = append(out, h.text("phone.restart."+string(kind)+"."+strconv.Itoa(n)))
	}
	return out
}

// AccessibilityLabel returns the words below the picture.
func (h *Hardware) AccessibilityLabel() string { return strings.Join(h.words(), " ") }

// AccessibilityRole implements fyne.Accessible.
func (h *Hardware) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (h *Hardware) CreateRenderer() fyne.WidgetRenderer { return renderer{h} }

func (h *Hardware) outdate() { h.builtFor = fyne.Size{} }

func (h *Hardware) objects() []fyne.CanvasObject { return h.all }

// PreferredWidth returns the width at which the picture looks best.
func (h *Hardware) PreferredWidth() float32 {
	return preferredWidth(apple.IPhone, lookOf(h).size(theme.SizeScale))
}

// plan is the geometry of the picture at one width.
type plan struct {
	metrics
	x, width float32
	height   float32 // of the drawing
	words    [][]string
	indent   float32 // of the words
	text     float32 // size of the words
	total    float32
}

func (h *Hardware) plan(available float32) plan {
	l := lookOf(h)
	scale := l.size(theme.SizeScale)
	p := plan{metrics: shapeFor(apple.Device{}, available, scale).metrics}
	p.width = min(available, h.PreferredWidth()*Largest)
	p.x = (available - p.width) / 2
	p.height = p.width * 0.95
	_, restart := presses[h.kind]
	switch {
	case h.isScreen():
		p.height = h.shape(p.width).height
	case !restart:
		p.height = p.width * 0.62
	}
	p.text = l.size(theme.SizeTextSmall)
	if restart {
		p.indent = 2*p.badge() + p.font*0.6
	}
	p.total = p.height + p.font*0.8
	for _, line := range h.words() {
		lines := wrap(line, p.text, false, p.width-p.indent, 8)
		p.words = append(p.words, lines)
		p.total += max(float32(len(lines))*lineHeight(p.text), 2*p.badge()) + p.font*0.4
	}
	return p
}

// HeightForWidth implements flow.HeightForWidther.
func (h *Hardware) HeightForWidth(w float32) float32 { return h.plan(w).total }

func (h *Hardware) leastSize() fyne.Size {
	w := h.Size().Width
	if w <= 0 {
		w = h.PreferredWidth()
	}
	return fyne.NewSize(leastWidth, h.HeightForWidth(w))
}

func (h *Hardware) layout(size fyne.Size) {
	if size == h.builtFor || size.Width <= 0 {
		return
	}
	h.builtFor = size
	g := h.plan(size.Width)
	p := &pen{look: lookOf(h)}
	space := area{g.x, 0, g.width, g.height}
	steps, restart := presses[h.kind]
	switch {
	case h.isScreen():
		h.lockedScreen(p, g, size.Height-(g.total-g.height))
	case restart:
		h.buttons(p, g, space, steps)
	default:
		h.symbol(p, g, space)
	}
	y := min(g.height, size.Height-(g.total-g.height)) + g.font*0.8
	for i, lines := range g.words {
		height := max(float32(len(lines))*lineHeight(g.text), 2*g.badge())
		s, align, x := style{g.text, false, p.color(theme.ColorText)}, fyne.TextAlignLeading, g.x+g.indent
		top := y
		if g.indent > 0 {
			p.number(g.x+g.badge(), y+g.badge(), g.metrics, i+1)
			top += max(g.badge()-lineHeight(g.text)/2, 0)
		} else {
			align, x = fyne.TextAlignCenter, g.x+g.width/2
		}
		p.lines(x, top, align, s, lines)
		y += height + g.font*0.4
	}
	h.all = p.objects
}

// number draws a number in a filled circle.
func (p *pen) number(x, y float32, m metrics, n int) {
	p.disc(x, y, m.badge(), p.color(theme.ColorAccent))
	s := style{max(m.font*0.95, 10), true, p.color(theme.ColorOnAccent)}
	p.text(x, y, fyne.TextAlignCenter, s, strconv.Itoa(n))
}
