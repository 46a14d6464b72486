package phone

import (
	"image/color"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/ui/theme"
)

// white is the colour of the signs on tiles.
var white = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}

// draw draws the visible part of the list with its upper left corner at x, y. selected is the index of the
// row that is open beside the list, -1 for none.
func (l *list) draw(p *pen, x, y float32, selected int) {
	if l.large > 0 {
		s := style{l.font * 1.75, true, p.color(theme.ColorText)}
		p.text(x+l.edge()+l.font*0.2, y+l.large*0.55, fyne.TextAlignLeading, s,
			elide(l.title, s.size, s.bold, l.width-2*l.edge()))
	}
	for i := range l.boxes {
		if l.boxes[i].first {
			l.group(p, x, y, l.boxes[i:])
		}
	}
	for i := range l.boxes {
		b := l.boxes[i]
		b.at.x += x
		b.at.y += y
		if p.isOutside(b.at.y, b.at.h) {
			continue
		}
		if b.index == selected {
			p.rect(b.at.grown(-l.font*0.15), l.radius()*0.8, p.color(theme.ColorAccentSoft))
		}
		if !b.bare && !b.last && !l.compact {
			in := b.inset
			if b.banner {
				in = l.pad()
			}
			p.rect(area{b.at.x + in, b.at.bottom() - 0.5, b.at.w - in, 1}, 0, p.color(theme.ColorCellLine))
		}
		l.drawBox(p, &b)
	}
}

// group draws the rounded ground of a group whose first row is boxes[0], as far as the ground can be seen.
func (l *list) group(p *pen, x, y float32, boxes []box) {
	g := boxes[0].at
	for _, b := range boxes {
		g.h = b.at.bottom() - g.y
		if b.last {
			break
		}
	}
	g.x += x
	g.y += y
	if w := p.window; w.h > 0 {
		over := 2 * l.radius()
		if top := w.y - over; g.y < top {
			g.h, g.y = g.bottom()-top, top
		}
		g.h = min(g.h, w.bottom()+over-g.y)
	}
	p.rect(g, l.radius(), p.color(theme.ColorCell))
}

// drawBox draws one row.
func (l *list) drawBox(p *pen, b *box) {
	row, m := b.stop.Row, l.metrics
	mid := b.at.y + b.at.h/2
	text, muted := p.color(theme.ColorText), p.color(theme.ColorMuted)
	switch {
	case l.strip && row.Kind == screens.RowCard:
		l.face(p, b.at.x+b.at.w/2, mid, m.tile()*0.5)
		return
	case l.strip:
		if t, ok := l.tile(b); ok {
			p.tile(t, area{b.at.x + b.at.w/2, mid, 0, 0}.grown(m.tile()/2))
		}
		return
	case b.bare && row.Kind == screens.RowCard:
		l.subject(p, b)
		return
	case b.bare:
		s := style{m.small, row.Kind == screens.RowHead, muted}
		p.lines(b.at.x+m.pad(), b.at.y, fyne.TextAlignLeading, s, b.lines)
		return
	case row.ID == "bar":
		l.bar(p, b)
		return
	case b.banner:
		t, _ := l.tile(b)
		side := m.font * 2.6
		p.tile(t, area{b.at.x + (b.at.w-side)/2, b.at.y + m.font*0.8, side, side})
		s := style{m.font * 1.1, true, text}
		p.lines(b.at.x+b.at.w/2, b.at.y+m.font*3.7, fyne.TextAlignCenter, s, b.lines)
		return
	case row.Kind == screens.RowCard:
		l.account(p, b)
		return
	}
	if t, ok := l.tile(b); ok {
		p.tile(t, area{b.at.x + m.pad(), mid - m.tile()/2, m.tile(), m.tile()})
	}
	s := style{b.size, false, text}
	switch {
	case b.doubt:
		s.color = muted
	case row.Kind == screens.RowButton || row.Kind == screens.RowSheet:
		s.color = p.color(theme.ColorAccent)
	case row.Kind == screens.RowRed:
		s.color = p.color(theme.ColorBad)
	}
	height := b.textHeight(m)
	under := mid - height/2 + float32(len(b.lines))*lineHeight(b.size)
	p.lines(b.at.x+b.inset, under, fyne.TextAlignLeading, style{m.font, false, muted}, b.hint)
	if b.below {
		y := mid + height/2 - lineHeight(m.font)/2
		p.text(b.at.x+b.inset, y, fyne.TextAlignLeading, style{m.font, false, muted}, b.value)
	}
	p.lines(b.at.x+b.inset, mid-height/2, fyne.TextAlignLeading, s, b.lines)
	if !l.compact {
		l.drawTail(p, b, mid, muted)
	}
}

// drawTail draws the right end of a row: switch, arrow, check mark or value.
func (l *list) drawTail(p *pen, b *box, mid float32, muted color.Color) {
	row, m := b.stop.Row, l.metrics
	right := b.at.right() - m.pad()
	if b.info {
		x, y := b.at.right()-m.pad()-m.font*0.65, mid
		at := area{x, y, 0, 0}.grown(m.font * 0.7)
		p.glyph("info", at, p.color(theme.ColorAccent), p.color(theme.ColorCell))
		right -= m.font * 2.1
	}
	switch row.Kind {
	case screens.RowSwitch:
		goal := knowledge.Act("")
		if b.index == l.mark {
			goal = l.goal
		}
		p.toggle(right, mid, m.font, switchOn(row, goal))
		return
	case screens.RowLink, screens.RowValue:
		p.chevron(right, mid, m.font*0.36, m.font*0.72, m.font*0.12, muted)
		right -= m.font * 0.95
	case screens.RowOption:
		if l.isChosen(b) {
			p.tick(right-m.font*0.45, mid, m.font*0.9, m.font*0.15, p.color(theme.ColorAccent))
		}
	case screens.RowText:
		switch {
		case l.hidesValue(b):
			at := area{right - m.font*3.4, mid - m.font*0.3, m.font * 3.4, m.font * 0.6}
			p.rect(at, m.font*0.3, p.color(theme.ColorCellLine))
		case b.info: // the network in use
			at := area{right - m.font, mid - m.font*0.5, m.font, m.font}
			p.glyph("wifi", at, p.color(theme.ColorText), p.color(theme.ColorCell))
		}
	}
	if !b.below {
		p.text(right, mid, fyne.TextAlignTrailing, style{m.font, false, muted}, b.value)
	}
}

// isChosen reports whether an option has the check mark: the option that the step chooses, else the first
// one.
func (l *list) isChosen(b *box) bool {
	if l.goal == knowledge.ActChoose && l.mark >= 0 {
		return b.index == l.mark
	}
	return b.first
}

// tile draws the sign of a row.
func (p *pen) tile(t tile, a area) {
	p.rect(a, a.w*0.24, t.color)
	p.glyph(t.sign, a.grown(-a.w*0.17), white, t.color)
}

// toggle draws a switch; right is its right end.
func (p *pen) toggle(right, mid, font float32, on bool) {
	w, h := font*2.6, font*1.55
	track, x := p.color(theme.ColorCellLine), right-w+h/2
	if on {
		track, x = p.color(theme.ColorSwitchOn), right-h/2
	}
	p.rect(area{right - w, mid - h/2, w, h}, h/2, track)
	p.disc(x, mid, h/2-font*0.15, p.color(theme.ColorSwitchKnob))
}

// faceRadius returns the radius of the person's picture on the first page.
func (l *list) faceRadius() float32 {
	if l.compact {
		return l.font * 0.9
	}
	return l.font * 1.5
}

// face draws the picture of the person.
func (l *list) face(p *pen, x, y, radius float32) {
	p.disc(x, y, radius, slate)
	p.glyph("person", area{x, y, 0, 0}.grown(radius*0.62), white, slate)
}

// subject draws the person or the device that the page is about.
func (l *list) subject(p *pen, b *box) {
	m := l.metrics
	x, r := b.at.x+b.at.w/2, m.font*1.9
	if b.stop.Label == "[name]" {
		l.face(p, x, b.at.y+m.font*0.3+r, r)
	} else {
		side := r * 1.7
		p.tile(tiles[deviceTile(b.stop.Screen.ID)], area{x - side/2, b.at.y + m.font*0.5, side, side})
	}
	s := style{m.font * 1.25, true, p.color(theme.ColorText)}
	p.lines(x, b.at.y+m.font*4.4, fyne.TextAlignCenter, s, b.lines)
}

func deviceTile(screen string) string {
	if screen == "other-backup" {
		return "other-device"
	}
	return "this-device"
}

// account draws the row with the person on the first page.
func (l *list) account(p *pen, b *box) {
	m := l.metrics
	mid := b.at.y + b.at.h/2
	r := l.faceRadius()
	l.face(p, b.at.x+m.pad()+r, mid, r)
	height := float32(len(b.lines)) * lineHeight(b.size)
	sub := float32(0)
	if l.subline != "" {
		sub = lineHeight(m.small)
	}
	top := mid - (height+sub)/2
	name, small := style{b.size, false, p.color(theme.ColorText)}, style{m.small, false, p.color(theme.ColorMuted)}
	p.lines(b.at.x+b.inset, top, fyne.TextAlignLeading, name, b.lines)
	p.text(b.at.x+b.inset, top+height+sub/2, fyne.TextAlignLeading, small,
		elide(l.subline, m.small, false, b.labelWidth))
	if l.compact {
		return
	}
	p.chevron(b.at.right()-m.pad(), mid, m.font*0.36, m.font*0.72, m.font*0.12, p.color(theme.ColorMuted))
}

// bar draws the bar of a storage page.
func (l *list) bar(p *pen, b *box) {
	m := l.metrics
	x, w := b.at.x+m.pad(), b.at.w-2*m.pad()
	y := b.at.y + m.font*0.6
	p.lines(x, y, fyne.TextAlignLeading, style{m.font, true, p.color(theme.ColorText)}, b.lines)
	y += float32(len(b.lines)) * lineHeight(m.font)
	muted := style{m.font, false, p.color(theme.ColorMuted)}
	p.text(x, y+lineHeight(m.font)/2, fyne.TextAlignLeading, muted, b.value)
	y += lineHeight(m.font) + m.font*0.3
	h := m.font * 0.7
	p.rect(area{x, y, w, h}, h/2, p.color(theme.ColorCellLine))
	p.rect(area{x, y, w * 0.86, h}, h/2, p.color(theme.ColorNext))
	p.rect(area{x, y, w * 0.62, h}, h/2, amber)
	p.rect(area{x, y, w * 0.38, h}, h/2, blue)
}

// ring marks an area with a ring and, unless it is empty, a number.
func (p *pen) ring(a area, round bool, m metrics, number string) {
	accent := p.color(theme.ColorAccent)
	radius := m.radius()
	if round {
		radius = a.w / 2
	}
	p.outline(a, radius, max(min(2.5, m.font*0.4), m.font*0.22), accent)
	if number == "" {
		return
	}
	x, y, r := a.right()-m.font*0.25, a.y+m.font*0.05, m.badge()
	if round { // the number beside the area, not over it
		x, y = a.x+a.w/2+m.font*1.15, a.y+a.h/2-m.font*1.25
	}
	p.disc(x, y, r+1.5, p.color(theme.ColorScreen))
	p.disc(x, y, r, accent)
	s := style{max(m.font*0.95, 10), true, p.color(theme.ColorOnAccent)}
	p.text(x, y, fyne.TextAlignCenter, s, number)
}
