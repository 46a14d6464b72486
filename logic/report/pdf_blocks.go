package report

import (
	"image/color"
	"strconv"
)

func (p *pdf) blocks(list []Block) {
	for i, b := range list {
		if i+1 < len(list) {
			if foot, ok := list[i+1].(*Foot); ok {
				p.closing = p.footHeight(foot)
			}
		}
		p.block(b)
		if _, ok := b.(*Heading); !ok {
			p.closing = 0
		}
	}
}

// footHeight is how high the closing lines are.
func (p *pdf) footHeight(b *Foot) float64 {
	height := 3*pdfGap + 1
	for _, t := range b.Lines {
		height += float64(len(p.wrap(t, pdfSmall, p.w, false)))*lineHeight(pdfSmall) + pdfGap/2
	}
	return height
}

func (p *pdf) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		p.heading(b)
	case *Paragraph:
		list := p.wrap(b.Text, pdfNormal, p.w, false)
		if p.closing > 0 {
			p.together(len(list), pdfNormal, pdfGap+p.closing)
		} else {
			p.together(min(len(list), 3), pdfNormal, 0)
		}
		p.lines(list, style{size: pdfNormal, ink: ink})
		p.y += pdfGap
	case *Facts:
		p.facts(b)
	case *List:
		p.list(b)
	case *Quote:
		p.quote(b)
	case *Records:
		p.records(b)
	case *Note:
		look := style{size: pdfNormal, ink: ink, background: sunken, pad: pdfAir}
		if b.Caution {
			look.ink, look.background = amber, cream
		}
		p.boxed(p.wrap(b.Text, pdfNormal, p.w-2*pdfAir, false), look)
	case *Figures:
		p.figures(b.drawn())
	case *Foot:
		p.y += 2 * pdfGap
		p.together(0, pdfSmall, p.footHeight(b)-2*pdfGap)
		p.fill(rule, p.x, p.y, p.w, 0.3)
		p.y += pdfGap
		for _, t := range b.Lines {
			p.lines(p.wrap(t, pdfSmall, p.w, false), style{size: pdfSmall, ink: grey})
			p.y += pdfGap / 2
		}
	}
}

// heading stands on the page of what it heads.
func (p *pdf) heading(h *Heading) {
	size, above := pdfSection, 3.0
	if h.Level > 2 {
		size, above = pdfPart, 1.5
	}
	list := p.wrap(plainText(h.Words), size, p.w, true)
	p.y += above
	p.together(len(list), size, 3*lineHeight(pdfNormal))
	p.f.SetFont(family, "B", size)
	p.f.Bookmark(p.shown(h.Words, true), h.Level-2, p.y)
	p.lines(list, style{size: size, ink: ink})
	p.y += pdfGap / 2
}

func (p *pdf) facts(b *Facts) {
	wide := 0.0
	for _, f := range b.Rows {
		wide = max(wide, p.measure(p.shown(f.Name, false), pdfNormal, false))
	}
	wide = min(max(wide+5, pdfNames), p.w*0.45)
	for _, f := range b.Rows {
		names := p.wrap(plainText(f.Name), pdfNormal, wide-pdfGap, false)
		values := p.wrap(f.Value, pdfNormal, p.w-wide, false)
		n := max(len(names), len(values))
		p.together(n, pdfNormal, 0)
		p.rows(n, pdfNormal, []column{{names, 0, grey}, {values, wide, ink}})
		p.y += pdfGap / 2
	}
	p.y += pdfGap / 2
}

// column is a cell with its place in a row.
type column struct {
	lines [][]run
	x     float64
	ink   color.NRGBA
}

// rows draws cells side by side, line by line.
func (p *pdf) rows(n int, size float64, cells []column) {
	h := lineHeight(size)
	for i := range n {
		p.room(h)
		for _, c := range cells {
			if i < len(c.lines) {
				p.line(c.lines[i], p.x+c.x, p.y, style{size: size, ink: c.ink})
			}
		}
		p.y += h
	}
}

func (p *pdf) list(l *List) {
	x, w := p.x, p.w
	for i, item := range l.Items {
		mark := "•"
		if l.Numbered {
			mark = strconv.Itoa(i+1) + "."
		}
		lines := p.wrap(item.Text, pdfNormal, w-pdfIndent, false)
		more := 0.0
		if len(item.Under) > 0 {
			more = 2 * lineHeight(pdfNormal)
		}
		if i == len(l.Items)-1 && len(item.Under) == 0 && p.closing > 0 {
			more = pdfGap + p.closing
		}
		p.together(len(lines), pdfNormal, more)
		p.room(lineHeight(pdfNormal))
		p.line(p.wrap(plainText(mark), pdfNormal, pdfIndent, false)[0], x, p.y, style{size: pdfNormal, ink: grey})
		p.x, p.w = x+pdfIndent, w-pdfIndent
		p.lines(lines, style{size: pdfNormal, ink: ink})
		p.y += pdfGap / 2
		p.blocks(item.Under)
		p.x, p.w = x, w
	}
	p.y += pdfGap / 2
}

func (p *pdf) quote(q *Quote) {
	var list [][]run
	for _, line := range q.Lines {
		list = append(list, p.wrap(plainText(line), pdfNormal, p.w-2*pdfAir, false)...)
	}
	p.boxed(list, style{size: pdfNormal, ink: ink, background: soft, bar: accent, pad: pdfAir})
}

// boxed draws lines on a background of their own.
func (p *pdf) boxed(list [][]run, s style) {
	const air = 1.2
	p.together(len(list), s.size, 2*air+pdfGap+p.closing)
	edge := func() {
		p.fill(s.background, p.x, p.y, p.w, air)
		p.fill(s.bar, p.x, p.y, 0.8, air)
		p.y += air
	}
	edge()
	p.lines(list, s)
	edge()
	p.y += pdfGap
}

// records are a table. Rows stay whole, and the headings of the columns stand on each page.
func (p *pdf) records(b *Records) {
	source, when := p.w*0.60, p.w*0.80
	widths := []float64{source - 3, when - source - 3, p.w - when}
	head := func() {
		cells := []column{
			{p.wrap(plainText(b.What), pdfSmall, widths[0], true), 0, grey},
			{p.wrap(plainText(b.Source), pdfSmall, widths[1], true), source, grey},
			{p.wrap(plainText(b.Time), pdfSmall, widths[2], true), when, grey},
		}
		h := lineHeight(pdfSmall)
		for _, c := range cells {
			p.line(c.lines[0], p.x+c.x, p.y, style{size: pdfSmall, ink: c.ink})
		}
		p.y += h + 0.8
		p.fill(rule, p.x, p.y, p.w, 0.3)
		p.y += 1.2
	}
	p.together(5, pdfNormal, 0)
	head()
	p.onBreak = head
	for _, r := range b.Rows {
		cells := []column{
			{p.wrap(r.What, pdfNormal, widths[0], false), 0, ink},
			{p.wrap(plainText(r.Source), pdfSmall, widths[1], false), source, grey},
			{p.wrap(plainText(r.Time), pdfSmall, widths[2], false), when, grey},
		}
		var note [][]run
		if r.Note != "" {
			note = p.wrap(plainText(r.Note), pdfSmall, widths[0], false)
		}
		aside := float64(max(len(cells[1].lines), len(cells[2].lines))) * lineHeight(pdfSmall)
		height := max(float64(len(cells[0].lines))*lineHeight(pdfNormal)+float64(len(note))*lineHeight(pdfSmall), aside)
		if height+4 <= p.page()-10 {
			p.room(height + 4)
		}
		start, pages := p.y, p.f.PageNo()
		for _, c := range cells[1:] { // smaller words on the same line as the first
			y := start + (pdfNormal-pdfSmall)*mmPerPoint*ascent
			for _, l := range c.lines {
				p.line(l, p.x+c.x, y, style{size: pdfSmall, ink: c.ink})
				y += lineHeight(pdfSmall)
			}
		}
		p.rows(len(cells[0].lines), pdfNormal, cells[:1])
		p.rows(len(note), pdfSmall, []column{{note, 0, grey}})
		if p.f.PageNo() == pages {
			p.y = max(p.y, start+height)
		}
		p.y += 1.2
		p.fill(rule, p.x, p.y, p.w, 0.2)
		p.y += 1.2
	}
	p.onBreak = nil
	p.y += pdfGap
}
