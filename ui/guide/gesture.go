package guide

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// After the page changed, a press does not count for a while, since it was meant for the page before. On the
// spot of the press before, it counts as a slow double-click for longer.
const (
	settleTime  = 500 * time.Millisecond
	settleThere = time.Second
	samePlace   = float32(8) // in each direction
)

// gesture counts one press as one answer. The next question has its buttons in the same place, so that the
// second click of a double-click, or a key that is held down, would answer it unread.
type gesture struct {
	now     func() time.Time
	changed time.Time     // when the page came
	spot    fyne.Position // of the last press that counted
	tells   bool          // the canvas tells when a key goes down, so that a repeated key is known
	fresh   bool          // a key went down since the last key that counted
}

// watch asks the canvas to tell when a key goes down.
func (g *gesture) watch(c fyne.Canvas) {
	if keys, ok := c.(desktop.Canvas); ok {
		g.tells = true
		keys.SetOnKeyDown(func(*fyne.KeyEvent) { g.down() })
	}
}

// down notes that a key was pressed; while it is held, only its first press counts.
func (g *gesture) down() { g.fresh = true }

// turned notes that another page is on the screen.
func (g *gesture) turned() { g.changed = g.now() }

// tap reports whether a press by the pointer counts.
func (g *gesture) tap(at fyne.Position) bool {
	since, way := g.now().Sub(g.changed), at.Subtract(g.spot)
	there := max(way.X, -way.X) < samePlace && max(way.Y, -way.Y) < samePlace
	if since < settleTime || there && since < settleThere {
		return false
	}
	g.spot = at
	return true
}

// key reports whether a press by a key counts.
func (g *gesture) key() bool {
	if g.tells && !g.fresh {
		return false
	}
	g.fresh = false
	return true
}

// WatchKeys lets a canvas tell when a key goes down, so that a key that is held down counts once.
func (g *Pane) WatchKeys(c fyne.Canvas) { g.gesture.watch(c) }

// SetClock replaces the clock that tells two clicks from a double-click.
func (g *Pane) SetClock(now func() time.Time) { g.gesture.now = now }
