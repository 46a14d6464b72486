package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// StepLine is a numbered line that a person can choose, to see its picture. Enter and Space choose the line
// that has the focus.
type StepLine struct {
	NumberedLine
	interaction

	// OnTapped is called when the line is chosen.
	OnTapped func()

	shade canvas.Rectangle
	focus ring
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
	s := &StepLine{NumberedLine: NumberedLine{number: number, text: NewParagraph(text), roomy: true}, OnTapped: tapped}
	s.changed = s.Refresh
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (s *StepLine) Tapped(*fyne.PointEvent) {
	focusOn(s)
	call(s.OnTapped)
}

// TypedKey implements fyne.Focusable: Enter and Space choose the line.
func (s *StepLine) TypedKey(e *fyne.KeyEvent) {
	if isActivate(e) {
		call(s.OnTapped)
		return
	}
	s.passKey(e)
}

// AccessibilityRole implements fyne.Accessible.
func (s *StepLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *StepLine) CreateRenderer() fyne.WidgetRenderer { return renderer{s} }

func (s *StepLine) layout(size fyne.Size) {
	s.NumberedLine.layout(size)
	l := lookOf(s)
	radius := l.size(theme.SizeRadiusM)
	fill(l, &s.shade, fynetheme.ColorNameHover, "", radius)
	s.shade.Resize(size)
	s.shade.Hidden = !s.hovered
	s.focus.place(l, fyne.Position{}, size, radius, -1, s.focused)
}

func (s *StepLine) objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{&s.shade}, s.NumberedLine.objects()...), &s.focus.rect)
}
