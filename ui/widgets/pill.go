package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Pill is a short remark on a soft rounded background, such as "Changes nothing".
type Pill struct {
	widget.BaseWidget
	text  string
	tone  Tone
	words paint.TextBlock
	back  canvas.Rectangle
}

var (
	_ fyne.Accessible       = (*Pill)(nil)
	_ flow.HeightForWidther = (*Pill)(nil)
)

// NewPill makes a pill.
func NewPill(text string, tone Tone) *Pill {
	p := &Pill{text: text, tone: tone}
	p.ExtendBaseWidget(p)
	return p
}

// Set replaces words and tone.
func (p *Pill) Set(text string, tone Tone) {
	p.text, p.tone = text, tone
	p.Refresh()
}

// AccessibilityLabel returns the words.
func (p *Pill) AccessibilityLabel() string { return p.text }

// AccessibilityRole implements fyne.Accessible.
func (p *Pill) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(p, p.layout, p.leastSize, p.objects)
}

// update brings the words up to date and returns the space beside them.
func (p *Pill) update(l paint.Look) float32 {
	strong, _ := p.tone.colors()
	p.words.Text, p.words.Size, p.words.Color = p.text, l.Size(theme.SizeTextSmall), l.Color(strong)
	p.words.Align = fyne.TextAlignCenter
	return l.Size(theme.SizeSpaceS) + 2
}

// NaturalWidth implements flow.NaturalWidther.
func (p *Pill) NaturalWidth() float32 {
	pad := p.update(paint.LookOf(p))
	return p.words.NaturalWidth() + 2*pad
}

// HeightForWidth implements flow.HeightForWidther.
func (p *Pill) HeightForWidth(w float32) float32 {
	l := paint.LookOf(p)
	pad := p.update(l)
	return p.words.Height(w-2*pad) + l.Size(theme.SizeSpaceXS) + 2
}

func (p *Pill) leastSize() fyne.Size {
	w := p.NaturalWidth()
	if got := p.Size().Width; got > 0 && got < w {
		return fyne.NewSize(fyne.Min(w, 8*p.words.Size), p.HeightForWidth(got))
	}
	return fyne.NewSize(w, p.HeightForWidth(w))
}

func (p *Pill) layout(size fyne.Size) {
	l := paint.LookOf(p)
	pad := p.update(l)
	_, soft := p.tone.colors()
	paint.Fill(l, &p.back, soft, "", fyne.Min(size.Height/2, l.Size(theme.SizeTextSmall)))
	p.back.Resize(size)
	room := size.Width - 2*pad
	p.words.Place(pad, (size.Height-p.words.Height(room))/2, room)
}

func (p *Pill) objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{&p.back}, p.words.Objects()...)
}

// Tone is the meaning of a colour. It never stands alone: a word always says the same.
type Tone int

// The tones.
const (
	ToneNeutral Tone = iota // plain remark
	ToneAccent              // to be looked at now
	ToneOK                  // good, or without risk
	ToneWarn                // be careful
	ToneBad                 // a problem
)

// colors returns the strong and the soft colour of a tone.
func (t Tone) colors() (strong, soft fyne.ThemeColorName) {
	switch t {
	case ToneAccent:
		return theme.ColorAccent, theme.ColorAccentSoft
	case ToneOK:
		return theme.ColorOK, theme.ColorOKSoft
	case ToneWarn:
		return theme.ColorWarn, theme.ColorWarnSoft
	case ToneBad:
		return theme.ColorBad, theme.ColorBadSoft
	}
	return theme.ColorMuted, theme.ColorSunken
}
