package place

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Surface is a coloured, perhaps rounded and outlined area with content inside.
type Surface struct {
	widget.BaseWidget
	content    fyne.CanvasObject
	background fyne.ThemeColorName
	line       fyne.ThemeColorName // of the outline; "" is none
	radius     fyne.ThemeSizeName  // of the corners; "" is none
	padX, padY fyne.ThemeSizeName  // "" is none
	back       canvas.Rectangle
}

var (
	_ fyne.Accessible       = (*Surface)(nil)
	_ flow.HeightForWidther = (*Surface)(nil)
)

// NewCard makes a rounded, outlined surface with padding around the content.
func NewCard(content fyne.CanvasObject) *Surface {
	return newSurface(content, theme.ColorSurface, theme.ColorLine, theme.SizeRadiusL,
		theme.SizeSpaceL, theme.SizeSpaceM)
}

// NewBackground lays a plain colour behind content, without padding.
func NewBackground(background fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	return newSurface(content, background, "", "", "", "")
}

// NewHighlight makes a rounded area in the soft accent colour with little padding, for a highlighted row of a
// list.
func NewHighlight(content fyne.CanvasObject) *Surface {
	return newSurface(content, theme.ColorAccentSoft, "", theme.SizeRadiusM,
		theme.SizeSpaceS, theme.SizeSpaceXS)
}

func newSurface(
	content fyne.CanvasObject, background, line fyne.ThemeColorName, radius, padX, padY fyne.ThemeSizeName,
) *Surface {
	s := &Surface{content: content, background: background, line: line, radius: radius, padX: padX, padY: padY}
	s.ExtendBaseWidget(s)
	return s
}

// Content returns the content.
func (s *Surface) Content() fyne.CanvasObject { return s.content }

// AccessibilityLabel returns the label of the content, if it has one.
func (s *Surface) AccessibilityLabel() string {
	if a, ok := s.content.(fyne.Accessible); ok {
		return a.AccessibilityLabel()
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (s *Surface) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(s, s.layout, s.leastSize, s.objects)
}

func (s *Surface) padding(l paint.Look) (x, y float32) {
	if s.padX != "" {
		x, y = l.Size(s.padX), l.Size(s.padY)
	}
	return x, y
}

// HeightForWidth implements flow.HeightForWidther.
func (s *Surface) HeightForWidth(w float32) float32 {
	x, y := s.padding(paint.LookOf(s))
	return flow.HeightFor(s.content, w-2*x) + 2*y
}

func (s *Surface) leastSize() fyne.Size {
	x, y := s.padding(paint.LookOf(s))
	size := s.content.MinSize().AddWidthHeight(2*x, 2*y)
	if w := s.Size().Width; w > 0 {
		size.Height = s.HeightForWidth(w)
	}
	return size
}

func (s *Surface) layout(size fyne.Size) {
	l := paint.LookOf(s)
	radius := float32(0)
	if s.radius != "" {
		radius = l.Size(s.radius)
	}
	paint.Fill(l, &s.back, s.background, s.line, radius)
	s.back.Resize(size)
	x, y := s.padding(l)
	s.content.Move(fyne.NewPos(x, y))
	s.content.Resize(fyne.NewSize(fyne.Max(size.Width-2*x, 0), fyne.Max(size.Height-2*y, 0)))
}

func (s *Surface) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&s.back, s.content}
}

// Divider is a line between things.
type Divider struct {
	widget.BaseWidget
	line canvas.Rectangle
}

// NewDivider makes a divider: lying in a Column, standing where it is given more height than width.
func NewDivider() *Divider {
	d := &Divider{}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements fyne.Widget.
func (d *Divider) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(d, d.layout, d.leastSize, d.objects)
}

func (d *Divider) leastSize() fyne.Size {
	t := paint.LookOf(d).Size(theme.SizeLine)
	return fyne.NewSize(t, t)
}

func (d *Divider) layout(size fyne.Size) {
	paint.Fill(paint.LookOf(d), &d.line, theme.ColorLine, "", 0)
	d.line.Resize(size)
}

func (d *Divider) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&d.line} }

// Swatch is a small square of a colour, for legends.
type Swatch struct {
	widget.BaseWidget
	name fyne.ThemeColorName
	rect canvas.Rectangle
}

// NewSwatch makes a swatch of a named colour.
func NewSwatch(name fyne.ThemeColorName) *Swatch {
	s := &Swatch{name: name}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(s, s.layout, s.leastSize, s.objects)
}

func (s *Swatch) leastSize() fyne.Size {
	return fyne.NewSquareSize(paint.LookOf(s).Size(theme.SizeTextSmall))
}

func (s *Swatch) layout(size fyne.Size) {
	l := paint.LookOf(s)
	paint.Fill(l, &s.rect, s.name, "", 3)
	s.rect.Resize(size)
}

func (s *Swatch) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&s.rect} }
