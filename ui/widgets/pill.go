package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// Pill is a short remark on a soft rounded background, such as "Changes nothing".
type Pill struct {
	widget.BaseWidget
	text  string
	tone  Tone
	words textBlock
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
func (p *Pill) CreateRenderer() fyne.WidgetRenderer { return renderer{p} }

// update brings the words up to date and returns the space beside them.
func (p *Pill) update(l look) float32 {
	strong, _ := p.tone.colors()
	p.words.text, p.words.size, p.words.color = p.text, l.size(theme.SizeTextSmall), l.color(strong)
	p.words.align = fyne.TextAlignCenter
	return l.size(theme.SizeSpaceS) + 2
}

// NaturalWidth implements flow.NaturalWidther.
func (p *Pill) NaturalWidth() float32 {
	pad := p.update(lookOf(p))
	return p.words.naturalWidth() + 2*pad
}

// HeightForWidth implements flow.HeightForWidther.
func (p *Pill) HeightForWidth(w float32) float32 {
	l := lookOf(p)
	pad := p.update(l)
	return p.words.height(w-2*pad) + l.size(theme.SizeSpaceXS) + 2
}

func (p *Pill) leastSize() fyne.Size {
	w := p.NaturalWidth()
	if got := p.Size().Width; got > 0 && got < w {
		return fyne.NewSize(fyne.Min(w, 8*p.words.size), p.HeightForWidth(got))
	}
	return fyne.NewSize(w, p.HeightForWidth(w))
}

func (p *Pill) layout(size fyne.Size) {
	l := lookOf(p)
	pad := p.update(l)
	_, soft := p.tone.colors()
	fill(l, &p.back, soft, "", fyne.Min(size.Height/2, l.size(theme.SizeTextSmall)))
	p.back.Resize(size)
	room := size.Width - 2*pad
	p.words.place(pad, (size.Height-p.words.height(room))/2, room)
}

func (p *Pill) objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{&p.back}, p.words.objects()...)
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
