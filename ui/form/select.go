package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// Select is a list to choose from, outlined like an entry. While it has the keyboard it has a ring and scrolls
// into view; the toolkit's own mark would color all of it.
type Select struct {
	widget.Select
	OnEscape func() // what Escape does; nil for nothing
	Name     string // for people who hear it

	focused bool
}

var _ fyne.Accessible = (*Select)(nil)

// AccessibilityLabel returns the name and what is chosen.
func (s *Select) AccessibilityLabel() string { return heard(s.Name, s.Selected, s.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible. The toolkit has no role for lists.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// NewSelect makes a list of options, of which none is chosen.
func NewSelect(options []string) *Select {
	s := &Select{}
	s.Options = options
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained implements fyne.Focusable.
func (s *Select) FocusGained() {
	s.focused = true
	s.Refresh()
	place.Reveal(s)
}

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && s.OnEscape != nil {
		s.OnEscape()
		return
	}
	s.Select.TypedKey(key)
}

// TypedRune implements fyne.Focusable. It hands letters and digits on to the window, where they may be
// shortcuts.
func (s *Select) TypedRune(r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// KeyDown implements desktop.Keyable. It hands the key on to the window, as place.Interaction does.
func (s *Select) KeyDown(e *fyne.KeyEvent) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(s).(desktop.Canvas); ok && c.OnKeyDown() != nil {
		c.OnKeyDown()(e)
	}
}

// KeyUp implements desktop.Keyable.
func (s *Select) KeyUp(*fyne.KeyEvent) {}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &selectRenderer{WidgetRenderer: s.Select.CreateRenderer(), of: s}
	r.mark()
	return r
}

// selectRenderer adds outline and ring to the toolkit's list.
type selectRenderer struct {
	fyne.WidgetRenderer
	of      *Select
	outline canvas.Rectangle
	ring    paint.Ring
}

// mark brings outline and ring up to date.
func (r *selectRenderer) mark() {
	l, size := paint.LookOf(r.of), r.of.Size()
	radius := l.Size(fynetheme.SizeNameInputRadius)
	paint.Fill(l, &r.outline, "", theme.ColorControl, radius)
	r.outline.Resize(size)
	r.ring.Place(l, fyne.Position{}, size, radius, l.Size(theme.SizeFocusRing)+1, r.of.focused)
}

// Layout implements fyne.WidgetRenderer.
func (r *selectRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.mark()
}

// Refresh implements fyne.WidgetRenderer.
func (r *selectRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.mark()
}

// Objects implements fyne.WidgetRenderer.
func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), &r.outline, &r.ring.Rect)
}
