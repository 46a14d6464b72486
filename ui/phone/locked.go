package phone

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"backupdoctor/ui/theme"
)

// The colours of a locked screen are the same by day and night: it shows a picture of its own.
var (
	skyTop    = color.NRGBA{0x14, 0x1B, 0x2B, 0xFF}
	skyBottom = color.NRGBA{0x33, 0x46, 0x6C, 0xFF}
	skyInk    = color.NRGBA{0xF2, 0xF4, 0xF8, 0xFF}
	skyMark   = color.NRGBA{0x86, 0xAA, 0xFF, 0xFF}
	skyOnMark = color.NRGBA{0x0F, 0x1B, 0x3A, 0xFF}
	skyButton = color.NRGBA{0xFF, 0xFF, 0xFF, 0x29}
)

// isScreen reports whether the picture is a whole locked screen.
func (h *Hardware) isScreen() bool { return h.kind == nightScreen || h.kind == restingScreen }

// shape returns the geometry of the device whose locked screen is drawn.
func (h *Hardware) shape(width float32) shape {
	return shapeFor(h.device, width, lookOf(h).size(theme.SizeScale))
}

// lockedScreen draws the locked screen with numbers at what a backup needs: charging, Wi-Fi and, at night,
// the lock. With little height the lower end is left out.
func (h *Hardware) lockedScreen(out *pen, g plan, height float32) {
	s := h.shape(g.width)
	p := &pen{look: out.look}
	s.draw(p)
	sky(p, s)
	y := s.screen.y + s.font*2.1
	size := s.font * 1.15
	battery := area{s.screen.right() - max(s.radius*0.55, s.font*0.9) - size*2.1, y - size/2, size * 2.1, size}
	wifi := area{battery.x - s.font*1.9 - size*1.3, y - size*0.65, size * 1.3, size * 1.3}
	padlock := area{s.screen.x + s.screen.w/2, y + s.font*4.6, 0, 0}.grown(s.font * 0.8)
	green := p.color(theme.ColorSwitchOn)
	p.battery(battery, 1, green, skyTop)
	p.glyph("bolt", area{battery.x + battery.w*0.44, y, 0, 0}.grown(size*0.52), skyInk, green)
	p.glyph("wifi", wifi, skyInk, skyTop)
	p.glyph("lock", padlock, skyInk, skyTop)
	time := h.text("phone.time")
	if h.kind == nightScreen {
		time = h.text("phone.night")
	}
	clock := style{s.font * 4.2, true, skyInk}
	p.text(s.screen.x+s.screen.w/2, padlock.bottom()+s.font*4.2, fyne.TextAlignCenter, clock, time)
	for i, marked := range []area{battery, wifi, padlock} {
		if i < 2 {
			s.mark(p, marked.grown(s.font*0.45), i+1, 0.5, 1)
		} else if h.kind == nightScreen {
			s.mark(p, marked.grown(s.font*0.45), i+1, 1, 0)
		}
	}
	for _, x := range []float32{s.screen.x + s.screen.w*0.18, s.screen.right() - s.screen.w*0.18} {
		p.disc(x, s.screen.bottom()-s.font*4, min(s.screen.w*0.08, s.font*1.8), skyButton)
	}
	whole := container.NewWithoutLayout(p.objects...)
	part := container.NewClip(whole)
	shown := min(height, s.height)
	out.place(part, area{g.x + (g.width-s.width)/2, 0, s.width, shown})
	whole.Resize(fyne.NewSize(s.width, s.height))
	if shown < s.height {
		end := canvas.NewVerticalGradient(out.faded(theme.ColorBackground, 0), out.color(theme.ColorBackground))
		out.place(end, area{g.x, shown - s.fade(), g.width, s.fade()})
	}
}

// sky fills the screen from the top to the bottom, with its rounded corners.
func sky(p *pen, s shape) {
	p.rect(s.screen, s.radius, skyBottom)
	top := canvas.NewRectangle(skyTop)
	top.TopLeftCornerRadius, top.TopRightCornerRadius = s.radius, s.radius
	p.place(top, area{s.screen.x, s.screen.y, s.screen.w, s.radius + 1})
	p.place(canvas.NewVerticalGradient(skyTop, skyBottom),
		area{s.screen.x, s.screen.y + s.radius, s.screen.w, s.screen.h - 2*s.radius})
}

// mark rings an area and puts a number on the ring, at a share of its width and height.
func (s *shape) mark(p *pen, a area, number int, x, y float32) {
	p.outline(a, min(a.h/2, s.font*0.7), max(2, s.font*0.18), skyMark)
	r := s.badge() * 0.9
	at := area{a.x + a.w*x, a.y + a.h*y, 0, 0}
	if y == 1 {
		at.y += r * 1.3
	}
	p.disc(at.x, at.y, r, skyMark)
	p.text(at.x, at.y, fyne.TextAlignCenter, style{max(s.font*0.95, 10), true, skyOnMark}, strconv.Itoa(number))
}
