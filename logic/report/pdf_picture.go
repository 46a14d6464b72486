package report

import "backupdoctor/logic/drawing"

// leastScale is the least scale at which pictures are drawn to fit into the rest of a page.
const leastScale = 0.7

// drawFigures draws figures side by side with their captions below, as many in a row as the page is wide. A
// page break never cuts a row.
func (p *pdf) drawFigures(list []*Figure) {
	const gap = 5.0
	p.y += pdfGap
	for len(list) > 0 {
		used, pictures, words, n := 0.0, 0.0, 0.0, 0
		var captions [][][]run
		for _, f := range list {
			w := figureWidth(f)
			if n > 0 && used+w > p.w {
				break
			}
			caption := p.wrap(f.Caption, pdfSmall, w, false)
			captions = append(captions, caption)
			pictures = max(pictures, w*f.Drawing.Height/f.Drawing.Width)
			words = max(words, pdfGap+float64(len(caption))*lineHeight(pdfSmall))
			used += w + gap
			n++
		}
		size := 1.0
		if left := (p.bottom - p.y - words) / pictures; left < 1 && left >= leastScale {
			size = left
		}
		p.ensureRoom(pictures*size + words)
		x := p.x
		for i, f := range list[:n] {
			w := figureWidth(f)
			f.Drawing.PDF(p.f, x, p.y, w*size/f.Drawing.Width, p.drawLabel)
			y := p.y + w*size*f.Drawing.Height/f.Drawing.Width + pdfGap
			for _, l := range captions[i] {
				p.drawLine(l, x, y, style{size: pdfSmall, ink: grey})
				y += lineHeight(pdfSmall)
			}
			x += w + gap
		}
		p.y += pictures*size + words + 2*pdfGap
		list = list[n:]
	}
}

func figureWidth(f *Figure) float64 {
	return map[format]float64{phoneFormat: pdfPhone, thingFormat: pdfThing, tabletFormat: pdfTablet}[f.format()]
}

// drawLabel writes the words of a label, size millimetres high, from x on.
func (p *pdf) drawLabel(l drawing.Label, x, baseline, size float64) {
	p.setTextColor(l.Color)
	p.f.SetFont(family, weight(l.Bold), size/mmPerPoint)
	p.f.Text(x, baseline, p.substitute(l.Words, l.Bold))
}
