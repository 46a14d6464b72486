package drawing

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"strconv"
	"strings"
)

// pictureFonts are asked for in pictures; each word is stretched to its place, whichever of them there is.
const pictureFonts = "Noto Sans, system-ui, Segoe UI, Roboto, Helvetica, Arial, sans-serif"

// SVG writes the drawing as a picture of its own, without any reference to something outside.
func (d *Drawing) SVG() string {
	w := &svg{}
	w.printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s"`+
		` font-family="%s">`,
		num(d.Width), num(d.Height), num(d.Width), num(d.Height), pictureFonts)
	w.shapes(d.Shapes)
	w.printf("</svg>")
	return w.out.String()
}

type svg struct {
	out strings.Builder
	ids int
}

func (w *svg) printf(format string, values ...any) { fmt.Fprintf(&w.out, format, values...) }

func (w *svg) shapes(list []Shape) {
	for _, s := range list {
		w.shape(s)
	}
}

func (w *svg) shape(s Shape) {
	switch s := s.(type) {
	case Box:
		w.box(s)
	case Stroke:
		w.printf(`<path d="M%s %sL%s %s" stroke-width="%s" stroke-linecap="round"%s/>`,
			num(s.X1), num(s.Y1), num(s.X2), num(s.Y2), num(s.Line), paint("stroke", s.Color))
	case Label:
		bold := ""
		if s.Bold {
			bold = ` font-weight="700"`
		}
		w.printf(`<text x="%s" y="%s" font-size="%s"%s`+
			` textLength="%s" lengthAdjust="spacingAndGlyphs" xml:space="preserve"%s>`,
			num(s.X), num(s.Baseline), num(s.Size), bold, num(s.Width), paint("fill", s.Color))
		w.text(s.Words)
		w.printf("</text>")
	case Fade:
		w.ids++
		w.printf(`<linearGradient id="f%d" x1="0" y1="0" x2="0" y2="1">`+
			`<stop offset="0"%s/><stop offset="1"%s/></linearGradient>`,
			w.ids, paint("stop", s.From), paint("stop", s.To))
		w.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="url(#f%d)"/>`,
			num(s.X), num(s.Y), num(s.W), num(s.H), w.ids)
	case Patch:
		w.printf(`<path d="`)
		for _, step := range s.Steps {
			w.out.WriteByte(step.Op)
			for i := range points(step.Op) {
				w.printf("%s %s ", num(step.Points[i][0]), num(step.Points[i][1]))
			}
		}
		w.printf(`"%s/>`, paint("fill", s.Color))
	case Window:
		w.ids++
		id := w.ids
		w.printf(`<clipPath id="c%d"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>`+
			`<g clip-path="url(#c%d)">`,
			id, num(s.X), num(s.Y), num(s.W), num(s.H), id)
		w.shapes(s.Shapes)
		w.printf("</g>")
	}
}

func (w *svg) box(b Box) {
	in := 0.0
	if b.Stroke.A > 0 {
		in = b.Line / 2 // SVG draws lines on the edge
	}
	x, y, width, height := b.X+in, b.Y+in, max(b.W-2*in, 0), max(b.H-2*in, 0)
	r := min(max(b.Radius-in, 0), width/2, height/2)
	look := paint("fill", b.Fill)
	if in > 0 {
		look += paint("stroke", b.Stroke) + ` stroke-width="` + num(b.Line) + `"`
	}
	if b.TopOnly {
		w.printf(`<path d="M%s %sv%sa%s %s 0 0 1 %s %sh%sa%s %s 0 0 1 %s %sv%sz"%s/>`,
			num(x), num(y+height), num(r-height), num(r), num(r), num(r), num(-r),
			num(width-2*r), num(r), num(r), num(r), num(r), num(height-r), look)
		return
	}
	w.printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s"%s/>`,
		num(x), num(y), num(width), num(height), num(r), look)
}

// text writes words so that they mean nothing to a reader of XML.
func (w *svg) text(words string) {
	_ = xml.EscapeText(&w.out, []byte(words)) // a builder never fails
}

// points is how many points a segment has.
func points(op byte) int {
	return map[byte]int{'M': 1, 'L': 1, 'Q': 2, 'C': 3}[op]
}

// paint is a colour as attributes.
func paint(what string, c color.NRGBA) string {
	name, opacity := what, what+"-opacity"
	if what == "stop" {
		name = "stop-color"
	}
	switch {
	case c.A == 0 && what != "stop":
		return ` ` + name + `="none"`
	case c.A == 0xFF:
		return fmt.Sprintf(` %s="#%02x%02x%02x"`, name, c.R, c.G, c.B)
	}
	return fmt.Sprintf(` %s="#%02x%02x%02x" %s="%s"`, name, c.R, c.G, c.B, opacity, num(float64(c.A)/0xFF))
}

// num is a length with as many digits as can be seen.
func num(x float64) string {
	text := strconv.FormatFloat(x, 'f', 2, 64)
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" || text == "" {
		return "0"
	}
	return text
}
