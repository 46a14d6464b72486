package paint

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// Paragraph is wrapped text. Words between pairs of ** are bold; a line end breaks the line.
type Paragraph struct {
	widget.BaseWidget

	text     string
	size     fyne.ThemeSizeName
	color    fyne.ThemeColorName
	strong   fyne.ThemeColorName // of bold words; "" is color
	bold     bool
	align    fyne.TextAlign
	maxLines int
	words    TextBlock
}

var (
	_ fyne.Widget           = (*Paragraph)(nil)
	_ fyne.Accessible       = (*Paragraph)(nil)
	_ flow.HeightForWidther = (*Paragraph)(nil)
)

// NewParagraph makes running text in normal size and colour.
func NewParagraph(text string) *Paragraph {
	p := &Paragraph{text: text, size: theme.SizeTextNormal, color: theme.ColorText}
	p.ExtendBaseWidget(p)
	return p
}

// NewTitle makes the one title of a view: bold, 22.
func NewTitle(text string) *Paragraph { return NewParagraph(text).withSize(theme.SizeTextTitle).Bold() }

// NewHeading makes a heading inside a column: bold, 17.
func NewHeading(text string) *Paragraph {
	return NewParagraph(text).withSize(theme.SizeTextLarge).Bold()
}

// NewCaption makes small text of lesser weight: 12, muted.
func NewCaption(text string) *Paragraph {
	return NewParagraph(text).withSize(theme.SizeTextSmall).WithColor(theme.ColorMuted)
}

// withSize sets the size by its name in the theme and returns p.
func (p *Paragraph) withSize(n fyne.ThemeSizeName) *Paragraph { p.size = n; p.Refresh(); return p }

// WithColor sets the colour by its name in the theme and returns p.
func (p *Paragraph) WithColor(n fyne.ThemeColorName) *Paragraph { p.color = n; p.Refresh(); return p }

// WithBoldColor sets the colour of bold words and returns p; "" is the colour of the other words.
func (p *Paragraph) WithBoldColor(n fyne.ThemeColorName) *Paragraph {
	p.strong = n
	p.Refresh()
	return p
}

// WithAlign sets the alignment and returns p.
func (p *Paragraph) WithAlign(a fyne.TextAlign) *Paragraph { p.align = a; p.Refresh(); return p }

// WithMaxLines ends the text with … after n lines and returns p; 0 is no limit.
func (p *Paragraph) WithMaxLines(n int) *Paragraph { p.maxLines = n; p.Refresh(); return p }

// Bold makes all of the text bold and returns p.
func (p *Paragraph) Bold() *Paragraph { p.bold = true; p.Refresh(); return p }

// Text returns the text with its marks.
func (p *Paragraph) Text() string { return p.text }

// SetText replaces the text.
func (p *Paragraph) SetText(text string) {
	if p.text == text {
		return
	}
	p.text = text
	p.Refresh()
}

// HeightForWidth implements flow.HeightForWidther.
func (p *Paragraph) HeightForWidth(w float32) float32 {
	return p.Block().Height(w)
}

// NaturalWidth implements flow.NaturalWidther.
func (p *Paragraph) NaturalWidth() float32 { return p.Block().NaturalWidth() }

// Block returns the text, brought up to date with the theme.
func (p *Paragraph) Block() *TextBlock {
	l := LookOf(p)
	b := &p.words
	b.Text, b.Bold, b.Align, b.MaxLines = p.text, p.bold, p.align, p.maxLines
	b.Size, b.Color = l.Size(p.size), l.Color(p.color)
	b.strong = nil
	if p.strong != "" {
		b.strong = l.Color(p.strong)
	}
	return b
}

// AccessibilityLabel returns the words without marks.
func (p *Paragraph) AccessibilityLabel() string { return PlainText(p.text) }

// AccessibilityRole implements fyne.Accessible.
func (p *Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	return NewRenderer(p, p.layout, p.leastSize, p.objects)
}

func (p *Paragraph) layout(size fyne.Size)        { p.Block().Place(0, 0, size.Width) }
func (p *Paragraph) objects() []fyne.CanvasObject { return p.words.Objects() }

func (p *Paragraph) leastSize() fyne.Size {
	b := p.Block()
	w := fyne.Min(b.WidestWord(), 8*b.Size)
	return fyne.NewSize(w, b.Height(p.Size().Width)) // a line is not broken before the first layout
}
