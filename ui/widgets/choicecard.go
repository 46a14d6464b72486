package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// ChoiceCard is one of some large choices of equal weight: an icon, what is chosen, and a line that explains it.
// Enter and Space choose the card that has the focus.
type ChoiceCard struct {
	widget.BaseWidget
	interaction

	// OnTapped is called when the card is chosen.
	OnTapped func()

	icon        *StatusIcon
	title, line *Paragraph
	back, shade canvas.Rectangle
	focus       ring
}

var (
	_ fyne.Tappable         = (*ChoiceCard)(nil)
	_ fyne.Focusable        = (*ChoiceCard)(nil)
	_ fyne.Accessible       = (*ChoiceCard)(nil)
	_ desktop.Keyable       = (*ChoiceCard)(nil)
	_ flow.HeightForWidther = (*ChoiceCard)(nil)
)

// NewChoiceCard makes a card; icon is the name of a drawing.
func NewChoiceCard(icon, title, line string, tapped func()) *ChoiceCard {
	c := &ChoiceCard{OnTapped: tapped, title: NewParagraph(title).Bold(), line: NewCaption(line)}
	c.icon = newIcon(icon)
	c.changed = c.Refresh
	c.ExtendBaseWidget(c)
	return c
}

// Tapped implements fyne.Tappable.
func (c *ChoiceCard) Tapped(*fyne.PointEvent) { call(c.OnTapped) }

// TypedKey implements fyne.Focusable: Enter and Space choose the card.
func (c *ChoiceCard) TypedKey(e *fyne.KeyEvent) {
	if isActivate(e) {
		call(c.OnTapped)
		return
	}
	c.passKey(e)
}

// AccessibilityLabel returns what is chosen and the line that explains it.
func (c *ChoiceCard) AccessibilityLabel() string { return c.title.Text() + ". " + c.line.Text() }

// AccessibilityRole implements fyne.Accessible.
func (c *ChoiceCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *ChoiceCard) CreateRenderer() fyne.WidgetRenderer { return renderer{c} }

// measures returns the room at the sides, above and below, and the x at which the words begin.
func (c *ChoiceCard) measures(l look) (padX, padY, indent float32) {
	padX = l.size(theme.SizeSpaceL)
	return padX, l.size(theme.SizeSpaceM), padX + l.size(theme.SizeTarget) + l.size(theme.SizeSpaceM)
}

// HeightForWidth implements flow.HeightForWidther.
func (c *ChoiceCard) HeightForWidth(w float32) float32 {
	padX, padY, indent := c.measures(lookOf(c))
	return c.title.HeightForWidth(w-indent-padX) + c.line.HeightForWidth(w-indent-padX) + 2*padY
}

func (c *ChoiceCard) leastSize() fyne.Size {
	padX, _, indent := c.measures(lookOf(c))
	w := fyne.Max(c.title.MinSize().Width, c.line.MinSize().Width) + indent + padX
	return fyne.NewSize(w, c.HeightForWidth(fyne.Max(c.Size().Width, w)))
}

func (c *ChoiceCard) layout(size fyne.Size) {
	l := lookOf(c)
	padX, _, indent := c.measures(l)
	radius := l.size(theme.SizeRadiusL)
	fill(l, &c.back, theme.ColorSurface, theme.ColorControl, radius)
	c.back.Resize(size)
	fill(l, &c.shade, fynetheme.ColorNameHover, "", radius)
	c.shade.Resize(size)
	c.shade.Hidden = !c.hovered
	side := l.size(theme.SizeTarget)
	c.icon.Move(fyne.NewPos(padX, (size.Height-side)/2))
	c.icon.Resize(fyne.NewSquareSize(side))
	words := size.Width - indent - padX
	title, line := c.title.HeightForWidth(words), c.line.HeightForWidth(words)
	y := (size.Height - title - line) / 2
	c.title.Move(fyne.NewPos(indent, y))
	c.title.Resize(fyne.NewSize(words, title))
	c.line.Move(fyne.NewPos(indent, y+title))
	c.line.Resize(fyne.NewSize(words, line))
	c.focus.place(l, fyne.Position{}, size, radius, l.size(theme.SizeFocusRing)+1, c.focused)
}

func (c *ChoiceCard) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&c.back, &c.shade, c.icon, c.title, c.line, &c.focus.rect}
}
