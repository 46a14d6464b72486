package report

import "backupdoctor/logic/drawing"

// least is how far pictures are made smaller to fit on what is left of a page.
const least = 0.7

// figures stand side by side with their words below, as many in a row as there is room for. A row stays whole.
func (p *pdf) figures(list []*Figure) {
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
		if left := (p.bottom - p.y - words) / pictures; left < 1 && left >= least {
			size = left
		}
		p.room(pictures*size + words)
		x := p.x
		for i, f := range list[:n] {
			w := figureWidth(f)
			f.Drawing.PDF(p.f, x, p.y, w*size/f.Drawing.Width, p.label)
			y := p.y + w*size*f.Drawing.Height/f.Drawing.Width + pdfGap
			for _, l := range captions[i] {
				p.line(l, x, y, style{size: pdfSmall, ink: grey})
				y += lineHeight(pdfSmall)
			}
			x += w + gap
		}
		p.y += pictures*size + words + 2*pdfGap
		list = list[n:]
	}
}

func figureWidth(f *Figure) float64 {
	return map[string]float64{"": pdfPhone, "thing": pdfThing, "wide": pdfTablet}[f.look()]
}

// label writes words of a picture, size millimetres high, from x on.
func (p *pdf) label(l drawing.Label, x, baseline, size float64) {
	p.color(l.Color)
	p.f.SetFont(family, weight(l.Bold), size/mmPerPoint)
	p.f.Text(x, baseline, p.shown(l.Words, l.Bold))
}
