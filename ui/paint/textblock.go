package paint

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TextBlock breaks text into lines and draws the lines. All widgets draw their words with it,
// so that all wrap alike.
type TextBlock struct {
	Text     string
	Bold     bool // all of the text
	Size     float32
	Color    color.Color
	strong   color.Color // of bold words; nil is color
	Align    fyne.TextAlign
	MaxLines int // 0 is no limit

	texts []*canvas.Text
	used  int

	// The last measurements: a layout asks for the same few widths again and again.
	broken  [4]brokenText
	oldest  int
	natural brokenText
	widest  brokenText // longest is the width of the widest word
	font    struct{ size, height float32 }
}

// setting holds everything that the breaking of lines depends on.
type setting struct {
	text     string
	bold     bool
	size     float32
	width    float32
	maxLines int
}

// brokenText is text in lines, with the setting for which it was broken.
type brokenText struct {
	setting
	lines   []line
	longest float32 // width of the longest line
}

// lines breaks the text at a width. It keeps the last results.
func (b *TextBlock) lines(width float32) []line {
	want := setting{b.Text, b.Bold, b.Size, width, b.MaxLines}
	for i := range b.broken {
		if c := &b.broken[i]; c.lines != nil && c.setting == want {
			return c.lines
		}
	}
	c := &b.broken[b.oldest]
	b.oldest = (b.oldest + 1) % len(b.broken)
	c.setting = want
	c.lines = elide(breakLines(parseSpans(b.Text, b.Bold), b.Size, width), b.MaxLines, b.Size, width)
	return c.lines
}

// LineHeight returns the distance between the tops of two lines.
func (b *TextBlock) LineHeight() float32 {
	if b.font.size != b.Size {
		h := fyne.MeasureText("M", b.Size, fyne.TextStyle{Bold: true}).Height
		b.font.size, b.font.height = b.Size, float32(math.Round(float64(h+b.Size*0.07)))
	}
	return b.font.height
}

// Height returns the height at a width.
func (b *TextBlock) Height(width float32) float32 {
	if b.Text == "" {
		return 0
	}
	return float32(len(b.lines(width))) * b.LineHeight()
}

// NaturalWidth returns the width of the longest line when no line is broken.
func (b *TextBlock) NaturalWidth() float32 {
	want := setting{text: b.Text, bold: b.Bold, size: b.Size}
	if c := &b.natural; c.lines == nil || c.setting != want {
		c.setting, c.longest = want, 0
		c.lines = breakLines(parseSpans(b.Text, b.Bold), b.Size, 0)
		for _, l := range c.lines {
			c.longest = fyne.Max(c.longest, l.width)
		}
		c.longest = float32(math.Ceil(float64(c.longest)))
	}
	return b.natural.longest
}

// WidestWord returns the least width at which no word breaks.
func (b *TextBlock) WidestWord() float32 {
	want := setting{text: b.Text, bold: b.Bold, size: b.Size}
	if c := &b.widest; c.setting != want {
		c.setting, c.longest = want, 0
		for _, wd := range words(parseSpans(b.Text, b.Bold), b.Size) {
			c.longest = fyne.Max(c.longest, wd.width)
		}
		c.longest = float32(math.Ceil(float64(c.longest)))
	}
	return b.widest.longest
}

// Place sets the canvas texts for the lines, from x, y on.
func (b *TextBlock) Place(x, y, width float32) {
	b.used = 0
	if b.Text == "" {
		return
	}
	lh := b.LineHeight()
	for i, l := range b.lines(width) {
		indent := float32(0)
		switch b.Align {
		case fyne.TextAlignCenter:
			indent = (width - l.width) / 2
		case fyne.TextAlignTrailing:
			indent = width - l.width
		}
		for _, r := range l.runs {
			t, c := b.next(), b.Color
			if r.bold && b.strong != nil {
				c = b.strong
			}
			style := fyne.TextStyle{Bold: r.bold}
			stays := t.Text == r.text && t.TextSize == b.Size && t.TextStyle == style && t.Color == c
			t.Text, t.TextSize, t.TextStyle, t.Color = r.text, b.Size, style, c
			h := t.MinSize().Height
			t.Move(fyne.NewPos(x+indent+r.x, y+float32(i)*lh+(lh-h)/2))
			t.Resize(fyne.NewSize(r.w, h))
			if !stays {
				t.Refresh()
			}
		}
	}
}

// next returns the next canvas text to use, a new one when all are in use.
func (b *TextBlock) next() *canvas.Text {
	if b.used == len(b.texts) {
		b.texts = append(b.texts, canvas.NewText("", b.Color))
	}
	b.used++
	return b.texts[b.used-1]
}

// Objects returns the canvas texts of the last call of Place.
func (b *TextBlock) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, b.used)
	for i := range out {
		out[i] = b.texts[i]
	}
	return out
}
