package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Callout is a tinted box with a remark and, if wanted, one button. The button stands at the right of the
// text, or below the text when the box is narrow.
type Callout struct {
	widget.BaseWidget
	tone   Tone
	text   *paint.Paragraph
	button *Button
	back   canvas.Rectangle
}

var (
	_ fyne.Accessible       = (*Callout)(nil)
	_ flow.HeightForWidther = (*Callout)(nil)
)

// NewCallout makes a box in a tone. In ToneWarn, ToneBad and ToneOK the bold words have the
// color of the tone; a warning without bold words has it throughout.
func NewCallout(tone Tone, text string) *Callout {
	c := &Callout{tone: tone, text: paint.NewParagraph(text)}
	c.ExtendBaseWidget(c)
	c.SetTone(tone)
	return c
}

// WithButton adds a button and returns c; nil removes it.
func (c *Callout) WithButton(b *Button) *Callout { c.button = b; c.Refresh(); return c }

// SetText replaces the remark.
func (c *Callout) SetText(text string) { c.text.SetText(text); c.SetTone(c.tone) }

// SetTone replaces the tone.
func (c *Callout) SetTone(tone Tone) {
	c.tone = tone
	name, strong := theme.ColorText, fyne.ThemeColorName("")
	switch tone {
	case ToneWarn, ToneBad, ToneOK:
		strong, _ = tone.colors()
	}
	if tone == ToneWarn && !strings.Contains(c.text.Text(), "**") {
		name = strong
	}
	c.text.WithColor(name).WithBoldColor(strong)
	c.Refresh()
}

// AccessibilityLabel returns the remark.
func (c *Callout) AccessibilityLabel() string { return paint.PlainText(c.text.Text()) }

// AccessibilityRole implements fyne.Accessible.
func (c *Callout) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *Callout) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(c, c.layout, c.leastSize, c.objects)
}

// calloutPlan is the layout of a callout at a width.
type calloutPlan struct {
	padX, padY, gap       float32
	textWidth, textHeight float32
	buttonWidth           float32
	buttonHeight          float32
	below                 bool
	height                float32
}

func (c *Callout) plan(w float32) calloutPlan {
	l := paint.LookOf(c)
	space := l.Size(theme.SizeSpaceM)
	p := calloutPlan{padX: space, padY: l.Size(theme.SizeSpaceS), gap: space}
	room := fyne.Max(w-2*p.padX, 0)
	p.textWidth = room
	if c.button != nil {
		p.padY = l.Size(theme.SizeSpaceM)
		p.buttonWidth = fyne.Min(c.button.NaturalWidth(), room)
		p.textWidth = room - p.gap - p.buttonWidth
		if p.below = p.textWidth < room*0.55; p.below {
			p.textWidth = room
		}
		p.buttonHeight = c.button.HeightForWidth(p.buttonWidth)
	}
	p.textHeight = c.text.HeightForWidth(p.textWidth)
	inner := fyne.Max(p.textHeight, p.buttonHeight)
	if p.below {
		inner = p.textHeight + p.gap + p.buttonHeight
	}
	p.height = inner + 2*p.padY
	return p
}

// HeightForWidth implements flow.HeightForWidther.
func (c *Callout) HeightForWidth(w float32) float32 { return c.plan(w).height }

func (c *Callout) leastSize() fyne.Size {
	w := c.text.MinSize().Width
	if c.button != nil {
		w = fyne.Max(w, c.button.MinSize().Width)
	}
	w += 2 * paint.LookOf(c).Size(theme.SizeSpaceM)
	return fyne.NewSize(w, c.HeightForWidth(fyne.Max(c.Size().Width, w)))
}

func (c *Callout) layout(size fyne.Size) {
	l, p := paint.LookOf(c), c.plan(size.Width)
	_, soft := c.tone.colors()
	paint.Fill(l, &c.back, soft, "", l.Size(theme.SizeRadiusM))
	c.back.Resize(size)
	top := p.padY
	if !p.below {
		top = (size.Height - p.textHeight) / 2
	}
	c.text.Move(fyne.NewPos(p.padX, top))
	c.text.Resize(fyne.NewSize(p.textWidth, p.textHeight))
	if c.button == nil {
		return
	}
	pos := fyne.NewPos(size.Width-p.padX-p.buttonWidth, (size.Height-p.buttonHeight)/2)
	if p.below {
		pos = fyne.NewPos(p.padX, p.padY+p.textHeight+p.gap)
	}
	c.button.Move(pos)
	c.button.Resize(fyne.NewSize(p.buttonWidth, p.buttonHeight))
}

func (c *Callout) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{&c.back, c.text}
	if c.button != nil {
		out = append(out, c.button)
	}
	return out
}
