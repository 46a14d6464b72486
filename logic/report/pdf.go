package report

import (
	"image/color"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"backupdoctor/logic/words"
)

// Fonts are the two TrueType files of a PDF. The PDF holds the characters that it uses.
type Fonts struct{ Regular, Bold []byte }

// Lengths in mm, sizes of text in points.
const (
	pdfMargin   = 18.0
	pdfFoot     = 16.0 // at the end of a page, for the page number
	pdfNormal   = 10.0
	pdfSmall    = 8.5
	pdfTitle    = 18.0
	pdfSection  = 13.0
	pdfPart     = 10.5
	pdfIndent   = 6.0
	pdfNames    = 32.0 // least width of the names of facts
	pdfGap      = 2.0
	pdfAir      = 2.5 // between the edge of a box and its words
	pdfPhone    = 38.0
	pdfThing    = 58.0
	pdfTablet   = 80.0
	mmPerPoint  = 25.4 / 72
	lineSpacing = 1.42
	ascent      = 1.05 // from the top of a line to its baseline, in heights of the text
)

// Colours of the light palette that are readable on paper.
var (
	ink    = color.NRGBA{0x1B, 0x1F, 0x27, 0xFF}
	grey   = color.NRGBA{0x56, 0x60, 0x72, 0xFF}
	rule   = color.NRGBA{0xDA, 0xDE, 0xE5, 0xFF}
	accent = color.NRGBA{0x24, 0x58, 0xE6, 0xFF}
	soft   = color.NRGBA{0xE8, 0xEE, 0xFD, 0xFF}
	sunken = color.NRGBA{0xEC, 0xEE, 0xF2, 0xFF}
	amber  = color.NRGBA{0x85, 0x56, 0x00, 0xFF}
	cream  = color.NRGBA{0xFF, 0xF2, 0xD6, 0xFF}
)

// PDF writes the document with pages of A4 or US Letter. A visible sign stands for each character that the
// fonts lack, and the last page says so. The error is that the fonts can't be used or that w fails.
func (d *Document) PDF(w io.Writer, fonts Fonts) error {
	setter, err := newTypesetter(fonts)
	if err != nil {
		return err
	}
	size := "A4"
	if d.Letter {
		size = "Letter"
	}
	p := &pdf{typesetter: setter, f: fpdf.New("P", "mm", size, ""), d: d}
	p.open(fonts)
	p.drawLines(p.wrap(plainText(d.Title), pdfTitle, p.w, true), style{size: pdfTitle, ink: ink})
	p.y += pdfGap
	p.drawBlocks(d.Blocks)
	if p.hasLacked {
		p.y += pdfGap
		p.drawLines(p.wrap(rich(d.words("report.glyphs", "Mark", string(p.substituteRune))), pdfSmall, p.w, false), style{size: pdfSmall, ink: grey})
	}
	if err := p.f.Output(w); err != nil {
		return words.Wrap(err, "report.error.pdf")
	}
	return nil
}

// pdf writes one file.
type pdf struct {
	*typesetter
	f       *fpdf.Fpdf
	d       *Document
	x, w    float64 // left end and greatest width of lines
	y       float64 // top of the next line
	top     float64 // of the page's content
	bottom  float64 // of the page's content
	closing float64 // height of the foot while the block before the foot is drawn, so that both stand on one page; or 0
	onBreak func()  // draws the beginning of a page in the middle of a block; nil draws nothing
}

// style is the look of lines.
type style struct {
	size       float64 // in points
	ink        color.NRGBA
	background color.NRGBA // transparent for none
	bar        color.NRGBA // at the left edge; transparent for none
	pad        float64     // between the left edge and the words, in mm
}

func (p *pdf) open(fonts Fonts) {
	f := p.f
	width, height := f.GetPageSize()
	p.x, p.w, p.y, p.top, p.bottom = pdfMargin, width-2*pdfMargin, pdfMargin, pdfMargin, height-pdfFoot-4
	f.SetMargins(pdfMargin, pdfMargin, pdfMargin)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCreationDate(p.d.Written)
	f.SetModificationDate(p.d.Written)
	f.SetProducer(p.d.words("cli.name"), true)
	f.SetTitle(p.d.Title, true)
	f.SetLang(p.d.Lang)
	f.AliasNbPages("\uE010")
	f.AddUTF8FontFromBytes(family, "", fonts.Regular)
	f.AddUTF8FontFromBytes(family, "B", fonts.Bold)
	f.SetFooterFunc(func() {
		f.SetFont(family, "", pdfSmall)
		p.setTextColor(grey)
		text := p.d.words("report.page", "Number", f.PageNo(), "Total", "\uE010")
		f.Text(pdfMargin, height-pdfFoot+4, text)
	})
	f.AddPage()
}

// ensureRoom begins a new page unless this page has a height left.
func (p *pdf) ensureRoom(height float64) {
	if p.y+height <= p.bottom || p.y <= p.top {
		return
	}
	p.f.AddPage()
	p.y = p.top
	if p.onBreak != nil {
		p.onBreak()
	}
}

// pageHeight returns the height of the content of a page.
func (p *pdf) pageHeight() float64 { return p.bottom - p.top }

func lineHeight(size float64) float64 { return size * mmPerPoint * lineSpacing }

func (p *pdf) setTextColor(c color.NRGBA) { p.f.SetTextColor(int(c.R), int(c.G), int(c.B)) }

func (p *pdf) fillBox(c color.NRGBA, x, y, w, h float64) {
	if c.A > 0 {
		p.f.SetFillColor(int(c.R), int(c.G), int(c.B))
		p.f.Rect(x, y, w, h, "F")
	}
}

// drawLine draws one line of words.
func (p *pdf) drawLine(l []run, x, y float64, s style) {
	p.setTextColor(s.ink)
	for _, r := range l {
		p.f.SetFont(family, weight(r.bold), s.size)
		p.f.Text(x+s.pad+r.x, y+s.size*mmPerPoint*ascent, r.words)
	}
}

// drawLines draws lines below each other. A page break never cuts a line.
func (p *pdf) drawLines(list [][]run, s style) {
	h := lineHeight(s.size)
	for _, l := range list {
		p.ensureRoom(h)
		p.fillBox(s.background, p.x, p.y, p.w, h)
		p.fillBox(s.bar, p.x, p.y, 0.8, h)
		p.drawLine(l, p.x, p.y, s)
		p.y += h
	}
}

// keepTogether begins a new page when n lines of a size, and a height more, don't fit on this page but fit on
// one page.
func (p *pdf) keepTogether(n int, size, more float64) {
	if h := float64(n)*lineHeight(size) + more; h <= p.pageHeight() {
		p.ensureRoom(h)
	}
}

func weight(bold bool) string {
	if bold {
		return "B"
	}
	return ""
}
