package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// How long a press does not count after the page of the guide changed: it was meant for the page before. On the very spot
// of the press before, it is taken for a slow double-click for longer.
const (
	settleTime  = 500 * time.Millisecond
	settleThere = time.Second
	samePlace   = float32(8) // in each direction
)

// gesture makes one press one answer. The next question has its buttons where the last had its own, so that the second
// click of a double-click, and a key that is held down, would answer it unread.
type gesture struct {
	now     func() time.Time
	changed time.Time     // when the page came
	spot    fyne.Position // of the last press that counted
	tells   bool          // the canvas tells when a key goes down, so that a repeated key is known
	fresh   bool          // a key went down since the last key that counted
}

// watch lets the canvas tell when keys go down.
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
