package phone

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/theme"
)

// arrow is the button that turns to the previous or the next picture. Keys work on its pager, not on the
// arrow.
type arrow struct {
	widget.BaseWidget
	forward, disabled, hovered bool
	label                      func() string
	tapped                     func()
	all                        []fyne.CanvasObject
}

func newArrow(label func() string, tapped func()) *arrow {
	a := &arrow{label: label, tapped: tapped}
	a.ExtendBaseWidget(a)
	return a
}

func (a *arrow) setDisabled(disabled bool) { a.disabled = disabled; a.Refresh() }

// Tapped implements fyne.Tappable.
func (a *arrow) Tapped(*fyne.PointEvent) {
	if !a.disabled {
		a.tapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (a *arrow) MouseIn(*desktop.MouseEvent) { a.hovered = true; a.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (a *arrow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (a *arrow) MouseOut() { a.hovered = false; a.Refresh() }

// Cursor implements desktop.Cursorable: a hand while there is a picture to turn to.
func (a *arrow) Cursor() desktop.Cursor {
	if a.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel returns the name of the picture that the arrow leads to.
func (a *arrow) AccessibilityLabel() string { return a.label() }

// AccessibilityRole implements fyne.Accessible.
func (a *arrow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (a *arrow) CreateRenderer() fyne.WidgetRenderer { return renderer{a} }

func (a *arrow) outdate() { a.all = nil }

func (a *arrow) leastSize() fyne.Size { return fyne.NewSquareSize(lookOf(a).size(theme.SizeTarget)) }

func (a *arrow) layout(size fyne.Size) {
	p := &pen{look: lookOf(a)}
	ink := p.color(theme.ColorAccent)
	if a.disabled {
		ink = p.color(fynetheme.ColorNameDisabled)
	}
	if a.hovered && !a.disabled {
		all := area{0, 0, size.Width, size.Height}
		p.rect(all, p.size(theme.SizeRadiusM), p.color(fynetheme.ColorNameHover))
	}
	w, h := size.Height*0.2, size.Height*0.4
	if !a.forward {
		w = -w
	}
	p.chevron(size.Width/2+w/2, size.Height/2, w, h, size.Height*0.075, ink)
	a.all = p.objects
}

func (a *arrow) objects() []fyne.CanvasObject { return a.all }
