package phone

import (
	"backupdoctor/logic/knowledge/screens"
)

// split puts the list of the first page at the left and the page of stop i at the right, as a tablet does. On
// a narrow picture the side that matters gets most of the width: the list while one of its rows is marked,
// else the page, and the list shows signs only. When the width is too small even for that, the page stands
// alone.
func (p *Phone) split(view area, i int, number string) []*pane {
	current := &p.tour.Shots[i]
	atRoot := current.Screen == screens.Root
	// A list or a page that is narrower than least can't be read.
	strip, least := p.shape.font*3.2, p.shape.font*15
	side := view.w * 0.40
	switch {
	case !p.shape.wide && (atRoot && view.w*0.74 < least || !atRoot && view.w-strip < least):
		return []*pane{{at: view, list: p.list(current), selected: -1, number: number}}
	case !p.shape.wide && atRoot:
		side = view.w * 0.74
	case !p.shape.wide:
		side = strip
	case atRoot:
		side = view.w * 0.5
	}
	left, right := view, view
	left.w = side
	right.x, right.w = view.x+side, view.w-side

	first := current
	if !atRoot {
		first = &p.tour.Shots[0]
	}
	list := &pane{at: left, list: p.list(first), selected: -1, number: number}
	detail := &pane{at: right, selected: -1, number: number}
	if atRoot && !p.shape.wide {
		return []*pane{list}
	}
	if atRoot {
		if current.Ahead == nil {
			return []*pane{list}
		}
		detail.list = p.list(current.Ahead)
		detail.number, detail.faded = "", true
		return []*pane{list, detail}
	}
	list.number, list.selected = "", first.Mark
	list.list.mark = -1
	list.list.compact = true
	list.list.strip = !p.shape.wide
	detail.list = p.list(current)
	if i <= 1 {
		detail.list.back = "" // the list is beside it
	}
	return []*pane{list, detail}
}
