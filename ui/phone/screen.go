package phone

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/ui/theme"
)

// pane is the part of the screen that shows one page: the whole screen of a phone, one side of a tablet.
type pane struct {
	at       area
	list     *list
	selected int    // index of the row that is open beside this pane, -1 for none
	number   string // on the ring around the marked row; empty for no ring
	faded    bool   // the page opens only with the next tap
	bar      float32
	scrolled float32 // how far the list is scrolled down
	origin   float32 // y of the list's upper edge
}

// arrange lays the page out and scrolls it.
func (v *pane) arrange() {
	l := v.list
	l.width = v.at.w
	root := l.shot.Screen == screens.Root
	v.bar = l.font * 2.4
	if l.strip {
		v.bar = 0
	}
	if root && !l.strip {
		l.large = l.font * 2.6
	}
	l.layOut()
	if root {
		v.scrolled = l.scrollOffset(v.at.h, v.bar)
		if v.selected >= 0 {
			v.scrolled = v.selectedOffset()
		}
		v.origin = v.at.y - v.scrolled
		return
	}
	v.scrolled = l.scrollOffset(v.at.h-v.bar, 0)
	v.origin = v.at.y + v.bar - v.scrolled
}

// selectedOffset returns how far to scroll down to show the row that is open beside the pane.
func (v *pane) selectedOffset() float32 {
	for _, b := range v.list.boxes {
		if b.index == v.selected {
			if b.at.bottom()+v.list.row() <= v.at.h {
				return 0
			}
			return max(min(b.at.y+b.at.h/2-(v.at.h+v.bar)/2, v.list.height-v.at.h), 0)
		}
	}
	return 0
}

// hasBar reports whether the title stands in the bar at the top.
func (v *pane) hasBar() bool { return !v.list.strip && (v.list.large == 0 || v.scrolled > 0) }

// view returns the area where the list can be seen.
func (v *pane) view() area {
	if v.hasBar() {
		return area{v.at.x, v.at.y + v.bar, v.at.w, v.at.h - v.bar}
	}
	return v.at
}

// content draws the rows; the caller clips them to the pane.
func (v *pane) content(p *pen) {
	p.window = v.view()
	v.list.draw(p, v.at.x, v.origin, v.selected)
	p.window = area{}
}

// mark returns the area of the ring and whether the ring is round; ok is false when nothing is marked.
func (v *pane) mark() (a area, round, ok bool) {
	a, round, ok = v.list.marked()
	a.x += v.at.x
	a.y += v.origin
	return a, round, ok
}

// cover hides the rows under the title and fades the rows at the lower edge.
func (v *pane) cover(p *pen) {
	if v.faded {
		p.rect(v.at, 0, p.faded(theme.ColorScreen, 0xA8))
	}
	if v.scrolled > 0 && !v.list.strip {
		ground := area{v.at.x + 1, v.at.y, v.at.w - 2, v.bar}
		p.rect(ground, 0, p.color(theme.ColorScreen))
		p.rect(area{ground.x, ground.bottom() - 1, ground.w, 1}, 0, p.color(theme.ColorCellLine))
	}
	if v.origin+v.list.height > v.at.bottom()+v.list.font*2 {
		h := v.list.font * 1.4
		p.place(canvas.NewVerticalGradient(p.faded(theme.ColorScreen, 0), p.color(theme.ColorScreen)),
			area{v.at.x + v.list.font*0.6, v.at.bottom() - h, v.at.w - v.list.font*1.2, h})
	}
}

// titleBar writes the title in the middle and the title of the previous page at the left.
func (v *pane) titleBar(p *pen) {
	if !v.hasBar() {
		return
	}
	l := v.list
	m := l.metrics
	mid, left := v.at.y+v.bar*0.5, v.at.x+m.font
	accent := p.color(theme.ColorAccent)
	size := m.font * 1.04
	title := elide(l.title, size, true, v.at.w-m.font*1.6)
	center, width := v.at.x+v.at.w/2, v.at.w-m.font*1.6
	if l.back != "" {
		p.chevron(left, mid, -m.font*0.48, m.font*0.96, m.font*0.15, accent)
		width = v.at.w - m.font*4
		wide := textWidth(title, size, true)
		// The title of the previous page is written only when both fit.
		need := m.font*2 + textWidth(l.back, m.font, false)
		if need+wide+m.font*1.4 <= v.at.w {
			p.text(left+m.font*0.8, mid, fyne.TextAlignLeading, style{m.font, false, accent}, l.back)
			if rest := v.at.right() - m.font*0.8 - wide/2; center-wide/2 < v.at.x+need+m.font*0.5 {
				center = min(v.at.x+need+m.font*0.5+wide/2, rest)
			}
		}
	}
	s := style{size, true, p.color(theme.ColorText)}
	p.text(center, mid, fyne.TextAlignCenter, s, elide(title, size, true, width))
}
