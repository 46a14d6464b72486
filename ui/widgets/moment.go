package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Moment is a point of a line of time: a round icon, when it is, and what happens then. A line leads on to
// the next one, which stands right below.
type Moment struct {
	widget.BaseWidget
	icon        *StatusIcon
	title, text *paint.Paragraph
	disc        canvas.Circle
	line        canvas.Rectangle
	last        bool
}

var (
	_ fyne.Accessible       = (*Moment)(nil)
	_ flow.HeightForWidther = (*Moment)(nil)
)

// NewMoment makes a point; icon is the name of a drawing. No line leads on from the last one.
func NewMoment(icon, title, text string, last bool) *Moment {
	m := &Moment{
		icon: newIcon(icon), title: paint.NewParagraph(title).Bold(), text: paint.NewParagraph(text), last: last,
	}
	m.icon.ground = theme.ColorAccentSoft
	m.ExtendBaseWidget(m)
	return m
}

// AccessibilityLabel returns when it is and what happens then.
func (m *Moment) AccessibilityLabel() string {
	return m.title.Text() + ". " + paint.PlainText(m.text.Text())
}

// AccessibilityRole implements fyne.Accessible.
func (m *Moment) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (m *Moment) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(m, m.layout, m.leastSize, m.objects)
}

// measures returns the side of the disc, the x at which the words begin, and the space to the next point.
func (m *Moment) measures(l paint.Look) (side, indent, after float32) {
	side = l.Size(theme.SizeControl)
	if !m.last {
		after = l.Size(theme.SizeSpaceL)
	}
	return side, side + l.Size(theme.SizeSpaceL), after
}

// HeightForWidth implements flow.HeightForWidther.
func (m *Moment) HeightForWidth(w float32) float32 {
	side, indent, after := m.measures(paint.LookOf(m))
	words := m.title.HeightForWidth(w-indent) + m.text.HeightForWidth(w-indent)
	return fyne.Max(words, side) + after
}

func (m *Moment) leastSize() fyne.Size {
	_, indent, _ := m.measures(paint.LookOf(m))
	w := fyne.Max(m.title.MinSize().Width, m.text.MinSize().Width) + indent
	return fyne.NewSize(w, m.HeightForWidth(fyne.Max(m.Size().Width, w)))
}

func (m *Moment) layout(size fyne.Size) {
	l := paint.LookOf(m)
	side, indent, after := m.measures(l)
	m.disc.FillColor = l.Color(theme.ColorAccentSoft)
	m.disc.Resize(fyne.NewSquareSize(side))
	icon := l.Size(theme.SizeIcon) * 1.1
	m.icon.Move(fyne.NewPos((side-icon)/2, (side-icon)/2))
	m.icon.Resize(fyne.NewSquareSize(icon))
	m.line.FillColor, m.line.Hidden = l.Color(theme.ColorLine), m.last
	m.line.Move(fyne.NewPos(side/2-1, side))
	m.line.Resize(fyne.NewSize(2, fyne.Max(size.Height-side, 0)))
	title, text := m.title.HeightForWidth(size.Width-indent), m.text.HeightForWidth(size.Width-indent)
	y := fyne.Max((size.Height-after-title-text)/2, 0)
	m.title.Move(fyne.NewPos(indent, y))
	m.title.Resize(fyne.NewSize(size.Width-indent, title))
	m.text.Move(fyne.NewPos(indent, y+title))
	m.text.Resize(fyne.NewSize(size.Width-indent, text))
}

func (m *Moment) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&m.line, &m.disc, m.icon, m.title, m.text}
}
