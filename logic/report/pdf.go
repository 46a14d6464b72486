package report

import (
	"image/color"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"backupdoctor/logic/words"
)

// Fonts are TrueType files. A PDF holds the characters of them that it uses.
type Fonts struct{ Regular, Bold []byte }

// Lengths in mm, sizes of text in points.
const (
	pdfMargin   = 18.0
	pdfFoot     = 16.0 // of the page, kept free for its number
	pdfNormal   = 10.0
	pdfSmall    = 8.5
	pdfTitle    = 18.0
	pdfSection  = 13.0
	pdfPart     = 10.5
	pdfIndent   = 6.0
	pdfNames    = 32.0 // least width of the names of facts
	pdfGap      = 2.0
	pdfAir      = 2.5 // inside of boxes
	pdfPhone    = 38.0
	pdfThing    = 58.0
	pdfTablet   = 80.0
	mmPerPoint  = 25.4 / 72
	lineSpacing = 1.42
	ascent      = 1.05 // of the height of the text above its line, with the air of a line
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

// PDF writes the document with pages of A4 or US Letter. Characters that the fonts lack are replaced by a sign that can be
// seen, and the last page says so. An error tells that the fonts can't be used or that w fails.
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
	p.lines(p.wrap(plainText(d.Title), pdfTitle, p.w, true), style{size: pdfTitle, ink: ink})
	p.y += pdfGap
	p.blocks(d.Blocks)
	if p.lacking {
		p.y += pdfGap
		p.lines(p.wrap(rich(d.words("report.glyphs", "Mark", string(p.stand))), pdfSmall, p.w, false), style{size: pdfSmall, ink: grey})
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
	x, w    float64 // where lines begin, and how long they may be
	y       float64 // where the next one goes
	top     float64
	bottom  float64
	closing float64 // height of the closing lines, while the block before them is drawn: they stand on one page
	onBreak func()  // draws what begins a page in the middle of a block
}

// style is how lines look.
type style struct {
	size       float64
	ink        color.NRGBA
	background color.NRGBA // transparent is none
	bar        color.NRGBA // at the left edge
	pad        float64     // between the edge and the words
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
		p.color(grey)
		text := p.d.words("report.page", "Number", f.PageNo(), "Total", "\uE010")
		f.Text(pdfMargin, height-pdfFoot+4, text)
	})
	f.AddPage()
}

// room begins a new page unless a height is left on this one.
func (p *pdf) room(height float64) {
	if p.y+height <= p.bottom || p.y <= p.top {
		return
	}
	p.f.AddPage()
	p.y = p.top
	if p.onBreak != nil {
		p.onBreak()
	}
}

// page is the height of what a page can hold.
func (p *pdf) page() float64 { return p.bottom - p.top }

func lineHeight(size float64) float64 { return size * mmPerPoint * lineSpacing }

func (p *pdf) color(c color.NRGBA) { p.f.SetTextColor(int(c.R), int(c.G), int(c.B)) }

func (p *pdf) fill(c color.NRGBA, x, y, w, h float64) {
	if c.A > 0 {
		p.f.SetFillColor(int(c.R), int(c.G), int(c.B))
		p.f.Rect(x, y, w, h, "F")
	}
}

// line draws one line of words.
func (p *pdf) line(l []run, x, y float64, s style) {
	p.color(s.ink)
	for _, r := range l {
		p.f.SetFont(family, weight(r.bold), s.size)
		p.f.Text(x+s.pad+r.x, y+s.size*mmPerPoint*ascent, r.words)
	}
}

// lines draws lines below each other, each whole on its page.
func (p *pdf) lines(list [][]run, s style) {
	h := lineHeight(s.size)
	for _, l := range list {
		p.room(h)
		p.fill(s.background, p.x, p.y, p.w, h)
		p.fill(s.bar, p.x, p.y, 0.8, h)
		p.line(l, p.x, p.y, s)
		p.y += h
	}
}

// together starts a new page for lines that would not stand on this one, when one page can hold them.
func (p *pdf) together(n int, size, more float64) {
	if h := float64(n)*lineHeight(size) + more; h <= p.page() {
		p.room(h)
	}
}

func weight(bold bool) string {
	if bold {
		return "B"
	}
	return ""
}
