package phone

import (
	"image/color"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/ui/theme"
)

// shade is the colour over the page behind a sheet.
var shade = color.NRGBA{A: 0x66}

// choices is a sheet: rows with centred words over the lower end of the page.
type choices struct {
	metrics
	list *list
	at   area
	from []area     // of the rows drawn
	text [][]string // their lines
	rows []int      // their indexes
	gapY float32
}

// layOut places the rows at the lower end of a space, or in its middle as a popover. A sheet that is too high
// shows the rows around the marked one.
func (c *choices) layOut(space area, popover bool) {
	m := c.metrics
	margin := m.font * 0.7
	width := min(space.w-2*margin, m.font*22)
	heightOf := func(i int) float32 {
		row := c.list.shot.Rows[i].Row
		size, least := m.font*1.05, m.font*2.9
		if popover {
			least = m.font * 2.5
		}
		if row.Kind == screens.RowText {
			size, least = m.small, 0
		}
		words := c.list.label(c.list.shot.Rows[i], i == c.list.mark)
		if i == c.list.mark {
			words += c.list.shot.Rows[i].Hint()
		}
		lines := wrap(words, size, false, width-2*m.pad(), 4)
		c.text = append(c.text, lines)
		return max(least, m.font*1.2+float32(len(lines))*lineHeight(size))
	}
	c.gapY = m.font * 0.6
	var heights []float32
	total := float32(0)
	for i := range c.list.shot.Rows {
		if i > 0 && popover && c.list.shot.Rows[i].Row.ID == "cancel" && i != c.list.mark {
			break // a popover has no Cancel: a tap beside it closes it
		}
		c.rows = append(c.rows, i)
		h := heightOf(i)
		if c.startsGroup(i) {
			h += c.gapY
		}
		heights = append(heights, h)
		total += h
	}
	// Leave out the rows that are farthest from the marked one.
	for first := 0; total > space.h-2*margin && len(c.rows) > 1; {
		if first < c.list.mark-c.rows[0] && c.list.mark-c.rows[0] >= c.rows[len(c.rows)-1]-c.list.mark {
			total -= heights[0]
			heights, c.rows, c.text = heights[1:], c.rows[1:], c.text[1:]
			continue
		}
		n := len(c.rows) - 1
		total -= heights[n]
		heights, c.rows, c.text = heights[:n], c.rows[:n], c.text[:n]
	}
	c.at = area{space.x + (space.w-width)/2, space.bottom() - margin - total, width, total}
	if popover {
		c.at.y = space.y + (space.h-total)/2
	}
	y := c.at.y
	for n, i := range c.rows {
		h := heights[n]
		if c.startsGroup(i) {
			y += c.gapY
			h -= c.gapY
		}
		c.from = append(c.from, area{c.at.x, y, width, h})
		y += h
	}
}

// breaks reports whether a new group begins with row i.
func (c *choices) startsGroup(i int) bool {
	return i > 0 && c.list.shot.Rows[i].Row.Block != c.list.shot.Rows[i-1].Row.Block
}

func (c *choices) draw(p *pen) {
	m := c.metrics
	radius := m.font * 1.1
	for n := 0; n < len(c.rows); { // the ground of each group
		g, last := c.from[n], n
		for last+1 < len(c.rows) && !c.startsGroup(c.rows[last+1]) {
			last++
		}
		g.h = c.from[last].bottom() - g.y
		p.rect(g, radius, p.color(theme.ColorCell))
		n = last + 1
	}
	for n, i := range c.rows {
		a, row := c.from[n], c.list.shot.Rows[i].Row
		if n > 0 && !c.startsGroup(i) {
			p.rect(area{a.x, a.y - 0.5, a.w, 1}, 0, p.color(theme.ColorCellLine))
		}
		s := style{m.font * 1.05, row.ID == "cancel", p.color(theme.ColorAccent)}
		switch row.Kind {
		case screens.RowRed:
			s.color = p.color(theme.ColorBad)
		case screens.RowText:
			s = style{m.small, false, p.color(theme.ColorMuted)}
		}
		height := float32(len(c.text[n])) * lineHeight(s.size)
		p.lines(a.x+a.w/2, a.y+(a.h-height)/2, fyne.TextAlignCenter, s, c.text[n])
	}
}

// marked returns the area of the marked row, and false when it is not drawn.
func (c *choices) marked() (area, bool) {
	for n, i := range c.rows {
		if i == c.list.mark {
			return c.from[n], true
		}
	}
	return area{}, false
}
