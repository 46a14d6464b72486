package phone

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// turning is the time of the change to another picture.
const turnTime = 150 * time.Millisecond

// Pager shows the pictures of a tour one after the other. Below the picture stand "Picture 2 of 5" and two
// arrows. While the pager has the keyboard focus, the arrow keys turn the pages; Home and End go to the first
// and the last one.
type Pager struct {
	widget.BaseWidget

	// OnPage is called when the person turns to a picture, numbered from 0; SetPage does not call it.
	OnPage func(page int)

	phone          *Phone
	text           Text
	previous, next *arrow
	caption        canvas.Text
	fixed          string // the caption of a picture that does not turn; empty for pictures that do
	ring           canvas.Rectangle
	focused        bool
	still          bool
	turn           *fyne.Animation
}

var (
	_ fyne.Focusable        = (*Pager)(nil)
	_ fyne.Tappable         = (*Pager)(nil)
	_ fyne.Accessible       = (*Pager)(nil)
	_ flow.HeightForWidther = (*Pager)(nil)
)

// NewPager makes a pager around a phone.
func NewPager(phone *Phone, text Text) *Pager {
	g := &Pager{phone: phone, text: text}
	previous, next := func() string { return text("phone.previous") }, func() string { return text("phone.next") }
	g.previous = newArrow(previous, func() { g.turnTo(phone.Page() - 1) })
	g.next = newArrow(next, func() { g.turnTo(phone.Page() + 1) })
	g.next.forward = true
	g.ExtendBaseWidget(g)
	g.update()
	return g
}

// Phone returns the picture itself.
func (g *Pager) Phone() *Phone { return g.phone }

// SetTour replaces the pages, as Phone.SetTour does. An equal tour leaves everything as it is, also a change
// of pictures that is under way.
func (g *Pager) SetTour(t tour.Tour) {
	if reflect.DeepEqual(g.phone.tour, t) {
		return
	}
	g.stopTurn()
	g.phone.SetTour(t)
	g.update()
}

// SetCaption shows words below the picture in place of its number and the arrows, and keeps the pictures from
// turning; empty words take that back.
func (g *Pager) SetCaption(words string) {
	if g.fixed != words {
		g.fixed = words
		g.update()
	}
}

// SetPage shows a picture, counted from 0, or the nearest one when there is none of that number. It does not
// call OnPage.
func (g *Pager) SetPage(i int) { g.showPage(i) }

// Page returns the number of the picture shown, from 0.
func (g *Pager) Page() int { return g.phone.Page() }

// SetReduceMotion makes pictures change at once.
func (g *Pager) SetReduceMotion(still bool) {
	g.still = still
	g.stopTurn()
}

func (g *Pager) turnTo(i int) {
	if g.fixed == "" && g.showPage(i) && g.OnPage != nil {
		g.OnPage(g.phone.Page())
	}
}

// showPage shows a picture and reports whether another one was shown before.
func (g *Pager) showPage(i int) bool {
	before := g.phone.Page()
	g.stopTurn()
	g.phone.SetPage(i)
	now := g.phone.Page()
	if now == before {
		return false
	}
	g.update()
	if !g.still && fyne.CurrentApp().Driver().CanvasForObject(g) != nil {
		g.turn = fyne.NewAnimation(turnTime, func(t float32) { g.phone.turn(t, now > before) })
		g.turn.Curve = fyne.AnimationEaseOut
		g.phone.turn(0, now > before)
		g.turn.Start()
	}
	return true
}

// stopTurn ends the animation of a change.
func (g *Pager) stopTurn() {
	if g.turn != nil {
		g.turn.Stop()
		g.turn = nil
		g.phone.turn(1, true)
	}
}

// update brings arrows and caption up to date.
func (g *Pager) update() {
	g.previous.setDisabled(g.phone.Page() == 0)
	g.next.setDisabled(g.phone.Page() >= g.phone.Pages()-1)
	g.Refresh()
}

func (g *Pager) words() string {
	switch {
	case g.phone.Pages() == 0:
		return ""
	case g.fixed != "":
		return g.fixed
	}
	return g.text("phone.picture", "Number", g.phone.Page()+1, "Total", g.phone.Pages())
}

// PreferredWidth returns the width at which the picture looks best.
func (g *Pager) PreferredWidth() float32 { return g.phone.PreferredWidth() }

// HeightForWidth implements flow.HeightForWidther.
func (g *Pager) HeightForWidth(w float32) float32 {
	l := lookOf(g)
	return g.phone.HeightForWidth(w) + l.size(theme.SizeSpaceXS) + l.size(theme.SizeTarget)
}

// AccessibilityLabel returns the caption: which picture is shown.
func (g *Pager) AccessibilityLabel() string { return g.words() }

// AccessibilityRole implements fyne.Accessible.
func (g *Pager) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Tapped implements fyne.Tappable: the pager takes the keyboard focus.
func (g *Pager) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
}

// FocusGained implements fyne.Focusable.
func (g *Pager) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost implements fyne.Focusable.
func (g *Pager) FocusLost() { g.focused = false; g.Refresh() }

// TypedKey implements fyne.Focusable: keys turn the pages; other keys go to the window.
func (g *Pager) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		g.turnTo(g.phone.Page() - 1)
	case fyne.KeyRight:
		g.turnTo(g.phone.Page() + 1)
	case fyne.KeyHome:
		g.turnTo(0)
	case fyne.KeyEnd:
		g.turnTo(g.phone.Pages() - 1)
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// TypedRune implements fyne.Focusable. It hands letters and digits on to the window, where they may be
// shortcuts.
func (g *Pager) TypedRune(r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// CreateRenderer implements fyne.Widget.
func (g *Pager) CreateRenderer() fyne.WidgetRenderer { return renderer{g} }

func (g *Pager) outdate() {}

func (g *Pager) leastSize() fyne.Size {
	w := g.Size().Width
	if w <= 0 {
		w = g.PreferredWidth()
	}
	return fyne.NewSize(leastWidth, g.HeightForWidth(w))
}

func (g *Pager) layout(size fyne.Size) {
	l := lookOf(g)
	bar := l.size(theme.SizeTarget)
	height := size.Height - bar - l.size(theme.SizeSpaceXS)
	g.phone.Move(fyne.Position{})
	g.phone.Resize(fyne.NewSize(size.Width, min(height, g.phone.HeightForWidth(size.Width))))

	g.caption.Text, g.caption.Color = g.words(), l.color(theme.ColorMuted)
	g.caption.TextSize = l.size(theme.SizeTextSmall)
	text := g.caption.MinSize()
	if most := size.Width - 2*bar; g.fixed == "" && text.Width > most {
		g.caption.Text = g.text("phone.picture.short", "Number", g.phone.Page()+1, "Total", g.phone.Pages())
		text = g.caption.MinSize()
	}
	if text.Width > size.Width && size.Width > 0 { // words that somebody set, in a large text
		g.caption.TextSize *= size.Width / text.Width
		text = g.caption.MinSize()
	}
	y := g.phone.Size().Height + l.size(theme.SizeSpaceXS)
	gap := l.size(theme.SizeSpaceXS)
	g.caption.Move(fyne.NewPos((size.Width-text.Width)/2, y+(bar-text.Height)/2))
	g.caption.Resize(text)
	g.caption.Refresh()
	left, right := (size.Width-text.Width)/2-gap-bar, (size.Width+text.Width)/2+gap
	for x, a := range map[float32]*arrow{max(left, 0): g.previous, min(right, size.Width-bar): g.next} {
		a.Move(fyne.NewPos(x, y))
		a.Resize(fyne.NewSquareSize(bar))
	}
	g.ring.FillColor, g.ring.StrokeColor = l.faded(theme.ColorAccent, 0), l.color(theme.ColorAccent)
	g.ring.StrokeWidth, g.ring.CornerRadius = l.size(theme.SizeFocusRing), l.size(theme.SizeRadiusM)
	g.ring.Move(fyne.NewPos(max(left, 0), y))
	g.ring.Resize(fyne.NewSize(min(right+bar, size.Width)-max(left, 0), bar))
	g.ring.Hidden = !g.focused
	hidden := g.phone.Pages() < 2
	g.caption.Hidden = hidden
	hidden = hidden || g.fixed != ""
	g.previous.Hidden, g.next.Hidden = hidden, hidden
}

func (g *Pager) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{g.phone, &g.caption, g.previous, g.next, &g.ring}
}
