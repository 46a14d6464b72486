package report

import (
	"image/color"
	"strconv"
)

func (p *pdf) drawBlocks(list []Block) {
	for i, b := range list {
		if i+1 < len(list) {
			if foot, ok := list[i+1].(*Foot); ok {
				p.closing = p.footHeight(foot)
			}
		}
		p.drawBlock(b)
		if _, ok := b.(*Heading); !ok {
			p.closing = 0
		}
	}
}

// footHeight returns the height of the foot.
func (p *pdf) footHeight(b *Foot) float64 {
	height := 3*pdfGap + 1
	for _, t := range b.Lines {
		height += float64(len(p.wrap(t, pdfSmall, p.w, false)))*lineHeight(pdfSmall) + pdfGap/2
	}
	return height
}

func (p *pdf) drawBlock(b Block) {
	switch b := b.(type) {
	case *Heading:
		p.drawHeading(b)
	case *Paragraph:
		list := p.wrap(b.Text, pdfNormal, p.w, false)
		if p.closing > 0 {
			p.keepTogether(len(list), pdfNormal, pdfGap+p.closing)
		} else {
			p.keepTogether(min(len(list), 3), pdfNormal, 0)
		}
		p.drawLines(list, style{size: pdfNormal, ink: ink})
		p.y += pdfGap
	case *Facts:
		p.drawFacts(b)
	case *List:
		p.drawList(b)
	case *Quote:
		p.drawQuote(b)
	case *Records:
		p.drawRecords(b)
	case *Note:
		look := style{size: pdfNormal, ink: ink, background: sunken, pad: pdfAir}
		if b.Caution {
			look.ink, look.background = amber, cream
		}
		p.drawBoxed(p.wrap(b.Text, pdfNormal, p.w-2*pdfAir, false), look)
	case *Figures:
		p.drawFigures(b.drawn())
	case *Foot:
		p.y += 2 * pdfGap
		p.keepTogether(0, pdfSmall, p.footHeight(b)-2*pdfGap)
		p.fillBox(rule, p.x, p.y, p.w, 0.3)
		p.y += pdfGap
		for _, t := range b.Lines {
			p.drawLines(p.wrap(t, pdfSmall, p.w, false), style{size: pdfSmall, ink: grey})
			p.y += pdfGap / 2
		}
	}
}

// drawHeading draws a heading on the page of the block below the heading.
func (p *pdf) drawHeading(h *Heading) {
	size, above := pdfSection, 3.0
	if h.Level > 2 {
		size, above = pdfPart, 1.5
	}
	list := p.wrap(plainText(h.Words), size, p.w, true)
	p.y += above
	p.keepTogether(len(list), size, 3*lineHeight(pdfNormal))
	p.f.SetFont(family, "B", size)
	p.f.Bookmark(p.substitute(h.Words, true), h.Level-2, p.y)
	p.drawLines(list, style{size: size, ink: ink})
	p.y += pdfGap / 2
}

func (p *pdf) drawFacts(b *Facts) {
	wide := 0.0
	for _, f := range b.Rows {
		wide = max(wide, p.measure(p.substitute(f.Name, false), pdfNormal, false))
	}
	wide = min(max(wide+5, pdfNames), p.w*0.45)
	for _, f := range b.Rows {
		names := p.wrap(plainText(f.Name), pdfNormal, wide-pdfGap, false)
		values := p.wrap(f.Value, pdfNormal, p.w-wide, false)
		n := max(len(names), len(values))
		p.keepTogether(n, pdfNormal, 0)
		p.drawRow(n, pdfNormal, []cell{{names, 0, grey}, {values, wide, ink}})
		p.y += pdfGap / 2
	}
	p.y += pdfGap / 2
}

// cell is a part of a row.
type cell struct {
	lines [][]run
	x     float64 // from the left end of the row
	ink   color.NRGBA
}

// drawRow draws cells of at most n lines side by side, line by line.
func (p *pdf) drawRow(n int, size float64, cells []cell) {
	h := lineHeight(size)
	for i := range n {
		p.ensureRoom(h)
		for _, c := range cells {
			if i < len(c.lines) {
				p.drawLine(c.lines[i], p.x+c.x, p.y, style{size: size, ink: c.ink})
			}
		}
		p.y += h
	}
}

func (p *pdf) drawList(l *List) {
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
		p.keepTogether(len(lines), pdfNormal, more)
		p.ensureRoom(lineHeight(pdfNormal))
		p.drawLine(p.wrap(plainText(mark), pdfNormal, pdfIndent, false)[0], x, p.y, style{size: pdfNormal, ink: grey})
		p.x, p.w = x+pdfIndent, w-pdfIndent
		p.drawLines(lines, style{size: pdfNormal, ink: ink})
		p.y += pdfGap / 2
		p.drawBlocks(item.Under)
		p.x, p.w = x, w
	}
	p.y += pdfGap / 2
}

func (p *pdf) drawQuote(q *Quote) {
	var list [][]run
	for _, line := range q.Lines {
		list = append(list, p.wrap(plainText(line), pdfNormal, p.w-2*pdfAir, false)...)
	}
	p.drawBoxed(list, style{size: pdfNormal, ink: ink, background: soft, bar: accent, pad: pdfAir})
}

// drawBoxed draws lines on a background.
func (p *pdf) drawBoxed(list [][]run, s style) {
	const air = 1.2
	p.keepTogether(len(list), s.size, 2*air+pdfGap+p.closing)
	edge := func() {
		p.fillBox(s.background, p.x, p.y, p.w, air)
		p.fillBox(s.bar, p.x, p.y, 0.8, air)
		p.y += air
	}
	edge()
	p.drawLines(list, s)
	edge()
	p.y += pdfGap
}

// drawRecords draws records as a table. A page break never cuts a row, and each page repeats the headings of
// the columns.
func (p *pdf) drawRecords(b *Records) {
	source, when := p.w*0.60, p.w*0.80
	if b.Source == "" {
		source = when
	}
	widths := []float64{source - 3, max(when-source-3, 0), p.w - when}
	head := func() {
		cells := []cell{
			{p.wrap(plainText(b.What), pdfSmall, widths[0], true), 0, grey},
			{p.wrap(plainText(b.Source), pdfSmall, widths[1], true), source, grey},
			{p.wrap(plainText(b.Time), pdfSmall, widths[2], true), when, grey},
		}
		h := lineHeight(pdfSmall)
		for _, c := range cells {
			p.drawLine(c.lines[0], p.x+c.x, p.y, style{size: pdfSmall, ink: c.ink})
		}
		p.y += h + 0.8
		p.fillBox(rule, p.x, p.y, p.w, 0.3)
		p.y += 1.2
	}
	p.keepTogether(5, pdfNormal, 0)
	head()
	p.onBreak = head
	for _, r := range b.Rows {
		cells := []cell{
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
		if height+4 <= p.pageHeight()-10 {
			p.ensureRoom(height + 4)
		}
		start, pages := p.y, p.f.PageNo()
		for _, c := range cells[1:] { // smaller words on the same line as the first
			y := start + (pdfNormal-pdfSmall)*mmPerPoint*ascent
			for _, l := range c.lines {
				p.drawLine(l, p.x+c.x, y, style{size: pdfSmall, ink: c.ink})
				y += lineHeight(pdfSmall)
			}
		}
		p.drawRow(len(cells[0].lines), pdfNormal, cells[:1])
		p.drawRow(len(note), pdfSmall, []cell{{note, 0, grey}})
		if p.f.PageNo() == pages {
			p.y = max(p.y, start+height)
		}
		p.y += 1.2
		p.fillBox(rule, p.x, p.y, p.w, 0.2)
		p.y += 1.2
	}
	p.onBreak = nil
	p.y += pdfGap
}
