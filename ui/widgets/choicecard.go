package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// ChoiceCard is one of some large choices of equal weight: an icon, what is chosen, and a line that explains it.
// Enter and Space choose the card that has the focus.
type ChoiceCard struct {
	widget.BaseWidget
	place.Interaction

	// OnTapped is called when the card is chosen.
	OnTapped func()

	icon        *StatusIcon
	title, line *paint.Paragraph
	back, shade canvas.Rectangle
	focus       paint.Ring
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
	c := &ChoiceCard{OnTapped: tapped, title: paint.NewParagraph(title).Bold(), line: paint.NewCaption(line)}
	c.icon = newIcon(icon)
	c.Changed = c.Refresh
	c.ExtendBaseWidget(c)
	return c
}

// Tapped implements fyne.Tappable.
func (c *ChoiceCard) Tapped(*fyne.PointEvent) { call(c.OnTapped) }

// TypedKey implements fyne.Focusable: Enter and Space choose the card.
func (c *ChoiceCard) TypedKey(e *fyne.KeyEvent) {
	if place.IsActivate(e) {
		call(c.OnTapped)
		return
	}
	c.PassKey(e)
}

// AccessibilityLabel returns what is chosen and the line that explains it.
func (c *ChoiceCard) AccessibilityLabel() string { return c.title.Text() + ". " + c.line.Text() }

// AccessibilityRole implements fyne.Accessible.
func (c *ChoiceCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *ChoiceCard) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(c, c.layout, c.leastSize, c.objects)
}

// measures returns the room at the sides, above and below, and the x at which the words begin.
func (c *ChoiceCard) measures(l paint.Look) (padX, padY, indent float32) {
	padX = l.Size(theme.SizeSpaceL)
	return padX, l.Size(theme.SizeSpaceM), padX + l.Size(theme.SizeTarget) + l.Size(theme.SizeSpaceM)
}

// HeightForWidth implements flow.HeightForWidther.
func (c *ChoiceCard) HeightForWidth(w float32) float32 {
	padX, padY, indent := c.measures(paint.LookOf(c))
	return c.title.HeightForWidth(w-indent-padX) + c.line.HeightForWidth(w-indent-padX) + 2*padY
}

func (c *ChoiceCard) leastSize() fyne.Size {
	padX, _, indent := c.measures(paint.LookOf(c))
	w := fyne.Max(c.title.MinSize().Width, c.line.MinSize().Width) + indent + padX
	return fyne.NewSize(w, c.HeightForWidth(fyne.Max(c.Size().Width, w)))
}

func (c *ChoiceCard) layout(size fyne.Size) {
	l := paint.LookOf(c)
	padX, _, indent := c.measures(l)
	radius := l.Size(theme.SizeRadiusL)
	paint.Fill(l, &c.back, theme.ColorSurface, theme.ColorControl, radius)
	c.back.Resize(size)
	paint.Fill(l, &c.shade, fynetheme.ColorNameHover, "", radius)
	c.shade.Resize(size)
	c.shade.Hidden = !c.Hovered
	side := l.Size(theme.SizeTarget)
	c.icon.Move(fyne.NewPos(padX, (size.Height-side)/2))
	c.icon.Resize(fyne.NewSquareSize(side))
	words := size.Width - indent - padX
	title, line := c.title.HeightForWidth(words), c.line.HeightForWidth(words)
	y := (size.Height - title - line) / 2
	c.title.Move(fyne.NewPos(indent, y))
	c.title.Resize(fyne.NewSize(words, title))
	c.line.Move(fyne.NewPos(indent, y+title))
	c.line.Resize(fyne.NewSize(words, line))
	c.focus.Place(l, fyne.Position{}, size, radius, l.Size(theme.SizeFocusRing)+1, c.Focused)
}

func (c *ChoiceCard) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&c.back, &c.shade, c.icon, c.title, c.line, &c.focus.Rect}
}
