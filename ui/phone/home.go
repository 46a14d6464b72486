package phone

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// homeScreen draws the Home Screen. Settings has its sign, its name and the mark; the other apps are blank.
// Without a tour the screen stays empty.
func (p *Phone) homeScreen(out *pen) {
	if len(p.tour.Shots) == 0 {
		return
	}
	s, view := &p.shape, p.viewport()
	columns, rows := 4, 5
	if s.tablet {
		columns, rows = 5, 4
	}
	if s.wide {
		columns, rows = 6, 3
	}
	settings := (rows/2)*columns + columns/2
	quiet, dock := out.color(theme.ColorCellLine), out.color(theme.ColorCell)
	step := min(view.w/(float32(columns)+0.4), (view.h-s.font*1.4)/(float32(rows)+1.35))
	side := step * 0.66
	across := (view.w - step*0.4) / float32(columns)
	left, top := view.x+step*0.2, view.y+s.font*0.9
	down := min((view.h-s.font*1.2-step*1.15)/float32(rows), side+s.font*3)
	for i := range columns * rows {
		x, y := left+(float32(i%columns)+0.5)*across, top+float32(i/columns)*down
		at := area{x - side/2, y, side, side}
		if i != settings {
			out.rect(at, side*0.24, quiet)
			if down > side+s.font {
				name := area{x - side*0.32, y + side + s.font*0.35, side * 0.64, s.font * 0.32}
				out.rect(name, s.font*0.16, quiet)
			}
			continue
		}
		defer func() { // above its neighbours
			words := elide(p.tour.App, s.small, false, across*1.2)
			out.tile(tiles["general"], at)
			small := style{s.small, false, out.color(theme.ColorText)}
			out.text(x, y+side+s.font*0.75, fyne.TextAlignCenter, small, words)
			p.ringed = at.grown(s.font * 0.3)
			out.ring(p.ringed, false, s.metrics, p.number())
		}()
	}
	base := area{view.x + step*0.2, view.bottom() - step*1.05 - s.font*0.4, view.w - step*0.4, step * 1.05}
	out.rect(base, base.h*0.3, dock)
	for i := range 4 {
		x := base.x + base.w/2 + (float32(i)-1.5)*across
		if s.tablet {
			x = base.x + base.w/2 + (float32(i)-1.5)*step
		}
		out.rect(area{x - side/2, base.y + (base.h-side)/2, side, side}, side*0.24, quiet)
	}
}
