package phone

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/ui/theme"
)

// buttons draws a device from the front with its buttons. The buttons to press are coloured, with their
// number and the words for what to do.
func (h *Hardware) buttons(p *pen, g plan, space area, steps []press) {
	tablet := h.kind == restartTop || h.kind == restartTopHome
	home := slices.Contains([]hardwareKind{restartSideSE, restartHome, restartTopHome, restartVolume}, h.kind)
	lid := g.font * 2 // room above for the top button and its number
	if !tablet {
		lid = g.font * 0.4
	}
	body := area{h: space.h - lid}
	body.w, body.y = body.h*0.5, space.y+lid
	if tablet {
		body.h *= 0.94
		body.w = body.h * 0.74
	}
	body.x = space.x + (space.w-body.w)/2
	if tablet { // all its buttons are at the right
		body.x -= space.w * 0.07
	}

	keys := h.keys(body, tablet)
	quiet, accent := p.color(theme.ColorControl), p.color(theme.ColorAccent)
	pressed := map[key]press{}
	for _, s := range steps {
		pressed[s.key] = s
	}
	for k, a := range keys {
		ink := quiet
		if s, ok := pressed[k]; ok {
			ink = accent
			if s.hold {
				p.rect(a.grown(g.font*0.35), g.font*0.5, p.color(theme.ColorAccentSoft))
			}
		}
		p.rect(a, min(a.w, a.h)/2, ink)
	}

	radius, edge := body.w*0.17, body.w*0.045
	if tablet {
		radius, edge = body.w*0.08, body.w*0.05
	}
	p.rect(body, radius, p.color(theme.ColorPhone))
	screen, inner := body.grown(-edge), radius-edge
	if home {
		cut := body.h * 0.11
		screen.y, screen.h, inner = body.y+cut, body.h-2*cut, 2
		r := cut * 0.33
		at := area{body.x + body.w/2, body.bottom() - cut/2, 0, 0}.grown(r)
		if _, ok := pressed[homeKey]; ok {
			p.rect(at.grown(g.font*0.22), r+g.font*0.22, p.color(theme.ColorAccentSoft))
			p.rect(at, r, accent)
		} else {
			p.outline(at, r, max(r*0.14, 1), p.faded(theme.ColorSwitchKnob, 0x50))
		}
	}
	p.rect(screen, inner, p.color(theme.ColorScreen))
	sign := area{screen.x + screen.w/2, screen.y + screen.h/2, 0, 0}.grown(body.w * 0.14)
	p.glyph("power", sign, quiet, p.color(theme.ColorScreen))
	for _, s := range steps {
		h.callout(p, g, body, keys, s)
	}
}

// keys returns the places of the buttons on the edges of a body.
func (h *Hardware) keys(body area, tablet bool) map[key]area {
	thick := body.h * 0.02
	proud := thick * 1.2 // the width of a button, which begins a little inside the body
	if tablet {
		x := body.right() - thick*0.5
		return map[key]area{
			top:        {body.right() - body.w*0.26, body.y - thick*0.7, body.w * 0.15, proud},
			volumeUp:   {x, body.y + body.h*0.08, proud, body.h * 0.08},
			volumeDown: {x, body.y + body.h*0.205, proud, body.h * 0.08},
		}
	}
	return map[key]area{
		volumeUp:   {body.x - thick*0.7, body.y + body.h*0.20, proud, body.h * 0.09},
		volumeDown: {body.x - thick*0.7, body.y + body.h*0.325, proud, body.h * 0.09},
		side:       {body.right() - thick*0.5, body.y + body.h*0.235, proud, body.h * 0.15},
	}
}

// callout writes the number of a button beside the button and, if there is room, what to do with the button.
// The words below the picture say the same.
func (h *Hardware) callout(p *pen, g plan, body area, keys map[key]area, s press) {
	words := h.text("phone.press")
	if s.hold {
		words = h.text("phone.hold")
	}
	ink := style{g.small, true, p.color(theme.ColorText)}
	need := textWidth(words, ink.size, true)
	r, gap := g.badge(), g.font*0.75
	if s.key == homeKey {
		cut := body.h * 0.11
		y := body.bottom() - cut/2
		p.line(body.x+body.w/2+cut*0.45, y, body.right()+gap, y, 1.5, p.color(theme.ColorAccent))
		x := body.right() + gap + r
		p.number(x, y, g.metrics, s.number)
		if x+need/2 <= g.x+g.width {
			p.text(x, y-r-g.small*0.75, fyne.TextAlignCenter, ink, words)
		}
		return
	}
	a := keys[s.key]
	mid := a.y + a.h/2
	switch {
	case s.key == top:
		x, y := a.x+a.w/2, a.y-gap*0.3-r
		p.number(x, y, g.metrics, s.number)
		p.text(x-r-g.font*0.4, y, fyne.TextAlignTrailing, ink, words)
	case a.x < body.x: // at the left
		x := a.x - gap - r
		p.number(x, mid, g.metrics, s.number)
		if x-r-g.font*0.3-need >= g.x {
			p.text(x-r-g.font*0.3, mid, fyne.TextAlignTrailing, ink, words)
		}
	default:
		x := a.right() + gap + r
		p.number(x, mid, g.metrics, s.number)
		if x+r+g.font*0.3+need <= g.x+g.width {
			p.text(x+r+g.font*0.3, mid, fyne.TextAlignLeading, ink, words)
		}
	}
}

// symbol draws the upper part of a locked screen with one symbol marked.
func (h *Hardware) symbol(p *pen, g plan, space area) {
	edge := g.width * 0.035
	radius := g.width * 0.15
	for i, a := range []area{space, {space.x + edge, space.y + edge, space.w - 2*edge, space.h - edge}} {
		r := canvas.NewRectangle(p.color([]fyne.ThemeColorName{theme.ColorPhone, theme.ColorScreen}[i]))
		r.TopLeftCornerRadius = radius - float32(i)*edge
		r.TopRightCornerRadius = r.TopLeftCornerRadius
		p.place(r, a)
	}
	ink, ground := p.color(theme.ColorText), p.color(theme.ColorScreen)
	size := g.font * 1.5
	y := space.y + edge + g.font*2.1
	battery := area{space.right() - edge - radius*0.6 - size*2.1, y - size/2, size * 2.1, size}
	wifi := area{battery.x - size*1.75, y - size*0.68, size * 1.36, size * 1.36}
	if h.kind == chargingSymbol {
		p.battery(battery, 1, p.color(theme.ColorSwitchOn), ground)
		p.glyph("bolt", area{battery.x + battery.w*0.44, y, 0, 0}.grown(size*0.52), ink, ground)
	} else {
		p.battery(battery, 0.8, ink, ground)
	}
	p.glyph("wifi", wifi, ink, ground)
	middle := space.x + space.w/2
	padlock := area{middle, space.y + space.h*0.42, 0, 0}.grown(g.font * 0.95)
	p.glyph("lock", padlock, ink, ground)
	clock := style{g.font * 3.1, true, ink}
	p.text(middle, space.y+space.h*0.68, fyne.TextAlignCenter, clock, h.text("phone.time"))
	p.place(canvas.NewVerticalGradient(p.faded(theme.ColorBackground, 0), p.color(theme.ColorBackground)),
		area{space.x, space.bottom() - space.h*0.16, space.w, space.h*0.16 + 1})
	symbols := map[hardwareKind]area{chargingSymbol: battery, wifiSymbol: wifi, lockSymbol: padlock}
	ring := symbols[h.kind].grown(g.font * 0.4)
	p.outline(ring, min(ring.h/2, g.font), max(2.5, g.font*0.22), p.color(theme.ColorAccent))
}
