package phone

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/ui/theme"
)

// look resolves colours and sizes for one widget.
type look struct {
	th      fyne.Theme
	variant fyne.ThemeVariant
}

func lookOf(w fyne.Widget) look {
	return look{th: theme.Of(w), variant: fyne.CurrentApp().Settings().ThemeVariant()}
}

func (l look) color(n fyne.ThemeColorName) color.Color { return l.th.Color(n, l.variant) }
func (l look) size(n fyne.ThemeSizeName) float32       { return l.th.Size(n) }

// faded returns a colour of the theme with an alpha of 0 to 255.
func (l look) faded(n fyne.ThemeColorName, alpha uint8) color.NRGBA {
	c := color.NRGBAModel.Convert(l.color(n)).(color.NRGBA)
	c.A = alpha
	return c
}

// area is a rectangle, in device independent pixels.
type area struct{ x, y, w, h float32 }

func (a area) right() float32  { return a.x + a.w }
func (a area) bottom() float32 { return a.y + a.h }

// grown returns the area with a margin around it.
func (a area) grown(by float32) area { return area{a.x - by, a.y - by, a.w + 2*by, a.h + 2*by} }

// pen collects canvas objects in the order in which they are drawn. Objects outside its window are left out,
// so that only visible objects are built.
type pen struct {
	look
	window  area // the zero area is no limit
	objects []fyne.CanvasObject
}

// isOutside reports whether an object would be invisible, or cut off at the top: not every painter can cut
// there.
func (p *pen) isOutside(y, h float32) bool {
	return p.window.h > 0 && (y+h <= p.window.y || y >= p.window.bottom())
}

func (p *pen) add(o fyne.CanvasObject) { p.objects = append(p.objects, o) }

// rect fills an area with rounded corners.
func (p *pen) rect(a area, radius float32, c color.Color) {
	if p.isOutside(a.y, a.h) || a.w <= 0 || a.h <= 0 {
		return
	}
	r := canvas.NewRectangle(c)
	r.CornerRadius = radius
	p.place(r, a)
}

// outline draws the line around an area, width wide.
func (p *pen) outline(a area, radius, width float32, c color.Color) {
	if p.isOutside(a.y, a.h) {
		return
	}
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = c, width, radius
	p.place(r, a)
}

func (p *pen) place(o fyne.CanvasObject, a area) {
	o.Move(fyne.NewPos(a.x, a.y))
	o.Resize(fyne.NewSize(a.w, a.h))
	p.add(o)
}

// disc fills a circle.
func (p *pen) disc(x, y, radius float32, c color.Color) {
	if p.isOutside(y-radius, 2*radius) {
		return
	}
	p.place(canvas.NewCircle(c), area{x - radius, y - radius, 2 * radius, 2 * radius})
}

// line draws from one point to another.
func (p *pen) line(x1, y1, x2, y2, width float32, c color.Color) {
	if p.isOutside(min(y1, y2), max(y1, y2)-min(y1, y2)+0.01) {
		return
	}
	l := canvas.NewLine(c)
	l.StrokeWidth = width
	l.Position1, l.Position2 = fyne.NewPos(x1, y1), fyne.NewPos(x2, y2)
	p.add(l)
}

// style is the size, weight and colour of a text.
type style struct {
	size  float32
	bold  bool
	color color.Color
}

// text writes one line with its middle at y. x is the beginning, the middle or the end of the line, as align
// says.
func (p *pen) text(x, y float32, align fyne.TextAlign, s style, words string) {
	size := measure(words, s.size, s.bold)
	if words == "" || p.isOutside(y-size.Height/2, size.Height) {
		return
	}
	t := canvas.NewText(words, s.color)
	t.TextSize, t.TextStyle.Bold = s.size, s.bold
	switch align {
	case fyne.TextAlignCenter:
		x -= size.Width / 2
	case fyne.TextAlignTrailing:
		x -= size.Width
	}
	p.place(t, area{x, y - size.Height/2, size.Width, size.Height})
}

// lines writes lines below each other; the top of the first line is at y.
func (p *pen) lines(x, y float32, align fyne.TextAlign, s style, lines []string) {
	step := lineHeight(s.size)
	for i, words := range lines {
		p.text(x, y+(float32(i)+0.5)*step, align, s, words)
	}
}

// chevron draws an arrow head with its tip at x, y. It points to the right, or to the left when width is
// negative.
func (p *pen) chevron(x, y, width, height, thick float32, c color.Color) {
	p.line(x-width, y-height/2, x, y, thick, c)
	p.line(x-width, y+height/2, x, y, thick, c)
}

// tick draws a check mark in a square with its middle at x, y.
func (p *pen) tick(x, y, side, thick float32, c color.Color) {
	p.line(x-side*0.45, y+side*0.02, x-side*0.12, y+side*0.34, thick, c)
	p.line(x-side*0.12, y+side*0.34, x+side*0.45, y-side*0.34, thick, c)
}
