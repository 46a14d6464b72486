package phone

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/apple"
	"backupdoctor/ui/theme"
)

// Widths of the whole picture at text scale 1. They grow half as much as the text.
const (
	phoneWidth  float32 = 232
	tabletWidth float32 = 344
	leastWidth  float32 = 180
	wideTablet  float32 = 300 // a tablet at least as wide lies on its long side
)

// Largest is how many times its preferred width a picture may take where there is room.
const Largest float32 = 1.5

// growth returns the factor by which the picture grows at a text scale of 1 to 2.
func growth(scale float32) float32 { return 1 + (scale-1)/2 }

// shape is the geometry of one device at one width.
type shape struct {
	metrics
	tablet   bool
	wide     bool // the tablet lies on its long side
	homeKey  bool // a round Home button is below the screen; else the screen fills the front
	width    float32
	height   float32
	outer    float32 // radius of the body
	screen   area
	radius   float32 // of the screen
	button   area    // the Home button; zero without one
	receiver area    // the slot above the screen; zero without one
	cut      float32 // height of what is drawn where the lower end is left out; 0 for all
}

// aspect returns height divided by width.
func (s *shape) aspect() float32 {
	switch {
	case !s.tablet:
		return 470.0 / 232
	case s.wide:
		return 0.82
	default:
		return 1.36
	}
}

// preferredWidth returns the width at which a kind of device looks best.
func preferredWidth(kind string, scale float32) float32 {
	if kind == apple.IPad {
		return tabletWidth * growth(scale)
	}
	return phoneWidth * growth(scale)
}

// shapeFor returns the geometry of a device in a space that is available pixels wide. The device takes at
// most Largest times its preferred width.
func shapeFor(d apple.Device, available, scale float32) shape {
	g := growth(scale)
	s := shape{tablet: d.Kind == apple.IPad, homeKey: d.HomeButton}
	s.width = min(max(available, 1), preferredWidth(d.Kind, scale)*Largest)
	s.wide = s.tablet && s.width >= wideTablet*g
	s.height = s.width * s.aspect()
	unit := s.width / phoneWidth
	if s.wide {
		unit = s.width / tabletWidth
	}
	s.floor = 10.5 * g
	s.font = max(s.floor, 11.5*min(unit, 1.4*g))
	s.small = max(10*g, s.font*0.86)

	side, end := 8*unit, 8*unit
	s.outer, s.radius = 34*unit, 26*unit
	switch {
	case s.tablet && s.homeKey:
		side, end = 11*unit, 24*unit
		s.outer, s.radius = 20*unit, 3
	case s.tablet:
		side, end = 11*unit, 11*unit
		s.outer, s.radius = 22*unit, 11*unit
	case s.homeKey:
		end = 40 * unit
		s.outer, s.radius = 32*unit, 3
	}
	if s.wide { // the ends are left and right
		side, end = end, side
	}
	s.screen = area{side, end, s.width - 2*side, s.height - 2*end}
	if s.homeKey {
		r := 12 * unit
		s.button = area{s.width / 2, s.height - end/2, 0, 0}.grown(r)
		if s.tablet {
			r = 8 * unit
			s.button = area{s.width / 2, s.height - end/2, 0, 0}.grown(r)
		}
		if s.wide {
			s.button = area{s.width - side/2, s.height / 2, 0, 0}.grown(r)
		}
		if !s.tablet {
			s.receiver = area{s.width/2 - 18*unit, end/2 - 2*unit, 36 * unit, 4 * unit}
		}
	}
	return s
}

// shrink lets words grow as small as the picture is.
func (s *shape) shrink() {
	unit := s.width / phoneWidth
	if s.tablet {
		unit = s.width / tabletWidth
	}
	s.floor, s.font = 0, 11.5*unit
	s.small = s.font * 0.86
}

// draw draws the body and the empty screen.
func (s *shape) draw(p *pen) {
	p.rect(area{0, 0, s.width, s.height}, s.outer, p.color(theme.ColorPhone))
	p.rect(s.screen, s.radius, p.color(theme.ColorScreen))
	edge := p.faded(theme.ColorSwitchKnob, 0x50)
	if s.button.w > 0 {
		p.outline(s.button, s.button.w/2, max(s.button.w*0.07, 1), edge)
	}
	if s.receiver.w > 0 {
		p.rect(s.receiver, s.receiver.h/2, edge)
	}
}

// statusHeight returns the height of the status bar, above the pages.
func (s *shape) statusHeight() float32 {
	if s.tablet || s.homeKey {
		return s.font * 1.7
	}
	return s.font * 2.3
}

// foot returns the height of the strip at the lower edge that no page covers, with the rounded corners.
func (s *shape) foot() float32 { return max(s.radius*0.4, 2) }

// fade returns the height in which a picture without its lower end fades out.
func (s *shape) fade() float32 { return s.font * 2 }

// status draws time, Wi-Fi and battery.
func (s *shape) status(p *pen, time string) {
	ink, ground := p.color(theme.ColorText), p.color(theme.ColorScreen)
	size := s.small * 0.97
	inset := max(s.radius*0.62, s.font*0.8)
	y := s.screen.y + s.statusHeight()*0.56
	p.text(s.screen.x+inset, y, fyne.TextAlignLeading, style{size, true, ink}, time)
	right := s.screen.right() - inset
	p.battery(area{right - size*2.15, y - size*0.5, size * 2.15, size}, 0.8, ink, ground)
	p.glyph("wifi", area{right - size*3.65, y - size*0.62, size * 1.24, size * 1.24}, ink, ground)
}

// home draws the bar at the lower edge of a screen without Home button.
func (s *shape) home(p *pen) {
	if s.homeKey {
		return
	}
	w := s.screen.w * 0.34
	bar := area{s.screen.x + (s.screen.w-w)/2, s.screen.bottom() - s.font*0.5, w, s.font * 0.24}
	p.rect(bar, s.font*0.12, p.color(theme.ColorText))
}
