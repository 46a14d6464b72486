package phone

import (
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/knowledge/tour"
)

// metrics are the sizes on the drawn screen; all follow the size of running text.
type metrics struct {
	font  float32 // running text
	small float32 // heads, feet and the status bar
	floor float32 // the least size of running text; small text may be half a pixel smaller
}

func (m metrics) cellX() float32  { return m.font * 0.87 } // from the screen's edge to a group
func (m metrics) pad() float32    { return m.font * 0.87 } // inside a row
func (m metrics) row() float32    { return m.font * 2.8 }
func (m metrics) gap() float32    { return m.font * 0.85 } // between groups
func (m metrics) radius() float32 { return m.font * 0.78 }
func (m metrics) badge() float32  { return m.font * 0.86 } // radius of the number
func (m metrics) tile() float32   { return m.font * 1.6 }

// edge returns the distance from the edge of the list to its groups.
func (l *list) edge() float32 {
	if l.strip {
		return l.font * 0.35
	}
	return l.cellX()
}

// box is one row at its place in the list.
type box struct {
	stop       screens.Stop
	index      int
	at         area     // of the whole row
	lines      []string // the label
	value      string   // as far as it fits
	plain      bool     // without its sign, for lack of width
	below      bool     // the value stands below the label, not beside it
	hint       []string // the guessed words, below the label
	size       float32  // of the label; smaller where a long word needs it
	doubt      bool     // the words are not sure; drawn lighter
	labelWidth float32  // most width of the label
	inset      float32  // from the row's edge to the label
	bare       bool     // without the ground of a group: heads, feet and the person
	first      bool     // the first row of its group
	last       bool     // the last row of its group
	info       bool     // an (i) at its right end
	banner     bool     // a card with its sign above the label
}

// list is a page laid out for a width.
type list struct {
	metrics
	shot    *tour.Shot
	title   string // of the page
	back    string // title of the page before; empty for none
	mark    int    // index of the marked row, -1 for none
	width   float32
	boxes   []box
	height  float32
	large   float32 // height of the large title at the top, 0 for none
	icons   bool    // version 18 or later shows signs on more pages
	compact bool    // labels in one line
	strip   bool    // signs only
	subline string  // under the person's name on the first page
	goal    knowledge.Act
	name    string // stands for the person's own name
}

// layOut places the rows below each other.
func (l *list) layOut() {
	m := l.metrics
	y := l.large + m.font // room for the number on the first row
	group := -1           // block number of the open group
	open := false
	closeGroup := func() {
		if open {
			l.boxes[len(l.boxes)-1].last = true
			open = false
		}
	}
	for i, stop := range l.shot.Rows {
		row := stop.Row
		b := box{stop: stop, index: i}
		b.info = i+1 < len(l.shot.Rows) && l.shot.Rows[i+1].Row.Kind == screens.RowInfo
		inner := l.width - 2*l.edge()
		switch {
		case row.Kind == screens.RowInfo && len(l.boxes) > 0:
			continue // drawn at the end of the previous row
		case row.Kind == screens.RowHead, row.Kind == screens.RowFoot, l.isLonePerson(i):
			wasOpen := open
			closeGroup()
			b.bare = true
			l.measure(&b)
			switch {
			case row.Kind == screens.RowHead:
				y += m.gap() * 0.9
			case wasOpen:
				y += m.font * 0.4
			}
			b.at = area{l.edge(), y, inner, b.at.h}
			y = b.at.bottom()
			if row.Kind == screens.RowHead {
				y += m.font * 0.35
			}
		default:
			if open && group != row.Block {
				closeGroup()
			}
			if !open {
				if n := len(l.boxes); n > 0 && l.boxes[n-1].stop.Row.Kind != screens.RowHead {
					y += m.gap()
				}
				b.first, open, group = true, true, row.Block
			}
			l.measure(&b)
			b.at = area{l.edge(), y, inner, b.at.h}
			y = b.at.bottom()
		}
		l.boxes = append(l.boxes, b)
	}
	closeGroup()
	l.height = y + m.font*2
}

// isLonePerson reports whether row i stands alone and shows the person or the device that the page is about.
func (l *list) isLonePerson(i int) bool {
	row := l.shot.Rows[i].Row
	return row.Kind == screens.RowCard && row.ID == "person" &&
		(i+1 == len(l.shot.Rows) || l.shot.Rows[i+1].Row.Block != row.Block)
}

// tile returns the sign of a row, and false when the row has none.
func (l *list) tile(b *box) (tile, bool) {
	row := b.stop.Row
	if b.plain {
		return tile{}, false
	}
	switch row.Kind {
	case screens.RowButton, screens.RowHead, screens.RowFoot, screens.RowRed:
		return tile{}, false
	case screens.RowCard:
		t, ok := tiles[plainID(row.ID)]
		return t, ok
	}
	return tileFor(l.shot.Screen, row.ID, l.icons)
}

// marked returns the area of the row to tap and whether the area is round; ok is false when nothing is
// marked.
func (l *list) marked() (a area, round, ok bool) {
	if l.mark < 0 {
		return area{}, false, false
	}
	for _, b := range l.boxes {
		if b.index == l.mark {
			if b.bare && b.stop.Row.Kind != screens.RowCard {
				return area{b.at.x, b.at.y - l.font*0.2, b.at.w, b.at.h + l.font*0.4}, false, true
			}
			return b.at, false, true
		}
		if b.info && b.index+1 == l.mark {
			x, y := l.infoAt(&b)
			return area{x, y, 0, 0}.grown(l.font * 0.95), true, true
		}
	}
	return area{}, false, false
}

// infoAt returns the middle of the (i) of a row.
func (l *list) infoAt(b *box) (x, y float32) {
	return b.at.right() - l.pad() - l.font*0.65, b.at.y + b.at.h/2
}

// scrollOffset returns how far the list must be scrolled down to show the marked row and its neighbours in a
// view of a height. The title covers the upper part of the view as soon as the list is scrolled.
func (l *list) scrollOffset(view, covered float32) float32 {
	a, _, ok := l.marked()
	if !ok || a.bottom()+l.row()*1.5 <= view {
		return 0
	}
	off := a.y + a.h/2 - (view+covered)/2
	off = min(off, a.y-covered-l.badge()-l.font*0.5, l.height-view)
	return max(off, 0)
}
