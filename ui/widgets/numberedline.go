package widgets

import (
	"strconv"

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

// NumberedLine is one line of instructions: its number in a circle, and the words beside it. The circle of
// the active line is filled.
type NumberedLine struct {
	widget.BaseWidget
	number int
	active bool
	roomy  bool // the line has room around it, which is tinted while it is active
	text   *paint.Paragraph
	back   canvas.Rectangle
	disc   canvas.Circle
	digits paint.TextBlock
}

var (
	_ fyne.Accessible       = (*NumberedLine)(nil)
	_ flow.HeightForWidther = (*NumberedLine)(nil)
)

// NewNumberedLine makes a line; text may have bold spans like that of a Paragraph.
func NewNumberedLine(number int, text string) *NumberedLine {
	n := &NumberedLine{number: number, text: paint.NewParagraph(text)}
	n.ExtendBaseWidget(n)
	return n
}

// Roomy gives the line room around it, as a StepLine has, and returns n.
func (n *NumberedLine) Roomy() *NumberedLine { n.roomy = true; n.Refresh(); return n }

// SetActive fills the circle.
func (n *NumberedLine) SetActive(active bool) { n.active = active; n.Refresh() }

// AccessibilityLabel returns number and words.
func (n *NumberedLine) AccessibilityLabel() string {
	return strconv.Itoa(n.number) + ". " + paint.PlainText(n.text.Text())
}

// AccessibilityRole implements fyne.Accessible.
func (n *NumberedLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (n *NumberedLine) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(n, n.layout, n.leastSize, n.objects)
}

// measures returns the diameter of the circle, the x at which the words begin, and the room around the line.
func (n *NumberedLine) measures(l paint.Look) (disc, indent, room float32) {
	disc = 22 * l.Size(theme.SizeScale)
	if n.roomy {
		room = l.Size(theme.SizeSpaceXS) + 2
	}
	return disc, disc + l.Size(theme.SizeSpaceS) + 2, room
}

// HeightForWidth implements flow.HeightForWidther.
func (n *NumberedLine) HeightForWidth(w float32) float32 {
	disc, indent, room := n.measures(paint.LookOf(n))
	return fyne.Max(disc, n.text.HeightForWidth(w-indent-2*room)) + 2*room
}

func (n *NumberedLine) leastSize() fyne.Size {
	_, indent, room := n.measures(paint.LookOf(n))
	w := n.text.MinSize().Width + indent + 2*room
	return fyne.NewSize(w, n.HeightForWidth(fyne.Max(n.Size().Width, w)))
}

func (n *NumberedLine) layout(size fyne.Size) {
	l := paint.LookOf(n)
	disc, indent, room := n.measures(l)
	paint.Fill(l, &n.back, theme.ColorAccentSoft, "", l.Size(theme.SizeRadiusM))
	n.back.Resize(size)
	n.back.Hidden = !n.active || !n.roomy
	background, ink := theme.ColorSunken, theme.ColorText
	if n.active {
		background, ink = theme.ColorAccent, theme.ColorOnAccent
	}
	n.disc.FillColor, n.disc.StrokeColor, n.disc.StrokeWidth = l.Color(background), l.Color(background), 0
	if !n.active { // the soft disc has nearly the colour of some backgrounds
		n.disc.StrokeColor, n.disc.StrokeWidth = l.Color(theme.ColorLine), l.Size(theme.SizeLine)
	}
	n.disc.Move(fyne.NewPos(room, room))
	n.disc.Resize(fyne.NewSquareSize(disc))
	n.digits.Text, n.digits.Bold, n.digits.Align = strconv.Itoa(n.number), true, fyne.TextAlignCenter
	n.digits.Size, n.digits.Color = l.Size(theme.SizeTextSmall), l.Color(ink)
	n.digits.Place(room, room+(disc-n.digits.LineHeight())/2, disc)

	words := fyne.Max(size.Width-indent-2*room, 0)
	top := room + fyne.Max((disc-n.text.Block().LineHeight())/2, 0)
	n.text.Move(fyne.NewPos(room+indent, top))
	n.text.Resize(fyne.NewSize(words, n.text.HeightForWidth(words)))
}

func (n *NumberedLine) objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{&n.back, &n.disc}, n.digits.Objects()...), n.text)
}

// StepLine is a numbered line that a person can choose, to see its picture. Enter and Space choose the line
// that has the focus.
type StepLine struct {
	NumberedLine
	place.Interaction

	// OnTapped is called when the line is chosen.
	OnTapped func()

	shade canvas.Rectangle
	focus paint.Ring
}

var (
	_ fyne.Tappable         = (*StepLine)(nil)
	_ fyne.Focusable        = (*StepLine)(nil)
	_ fyne.Accessible       = (*StepLine)(nil)
	_ desktop.Keyable       = (*StepLine)(nil)
	_ flow.HeightForWidther = (*StepLine)(nil)
)

// NewStepLine makes a line; text may have bold spans like that of a Paragraph.
func NewStepLine(number int, text string, tapped func()) *StepLine {
	s := &StepLine{NumberedLine: NumberedLine{number: number, text: paint.NewParagraph(text), roomy: true}, OnTapped: tapped}
	s.Changed = s.Refresh
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (s *StepLine) Tapped(*fyne.PointEvent) {
	place.FocusOn(s)
	call(s.OnTapped)
}

// TypedKey implements fyne.Focusable: Enter and Space choose the line.
func (s *StepLine) TypedKey(e *fyne.KeyEvent) {
	if place.IsActivate(e) {
		call(s.OnTapped)
		return
	}
	s.PassKey(e)
}

// AccessibilityRole implements fyne.Accessible.
func (s *StepLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *StepLine) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(s, s.layout, s.leastSize, s.objects)
}

func (s *StepLine) layout(size fyne.Size) {
	s.NumberedLine.layout(size)
	l := paint.LookOf(s)
	radius := l.Size(theme.SizeRadiusM)
	paint.Fill(l, &s.shade, fynetheme.ColorNameHover, "", radius)
	s.shade.Resize(size)
	s.shade.Hidden = !s.Hovered
	s.focus.Place(l, fyne.Position{}, size, radius, -1, s.Focused)
}

func (s *StepLine) objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{&s.shade}, s.NumberedLine.objects()...), &s.focus.Rect)
}
