package ui

import (
	"context"
	"runtime/debug"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
)

// estimate simulates in the background how long the case may still take. A new event cancels it.
type estimate struct {
	run    func(func()) // runs work in the background; nil makes no estimates
	cancel context.CancelFunc
	of     *session.View // what the numbers are about
	left   diagnosis.Remaining
	turns  []pages.Turn // what would change the verdict
}

// estimates lets the simulation begin, which must not compete with the first drawing.
func (w *Window) estimates() {
	fyne.Do(func() {
		if w.start.Background != nil {
			w.start.Background(debug.FreeOSMemory) // of what loading left behind
		}
		w.desk.estimate.run = w.start.Background
		w.desk.estimate.begin(w.desk.guide, w.desk.view(), w.redraw)
	})
}

// begin starts the simulation for a view and calls shown, on the window's goroutine, when it is done.
func (e *estimate) begin(guide *pages.Guide, v *session.View, shown func()) {
	if e.run == nil || e.of == v {
		return
	}
	if e.cancel != nil {
		e.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	e.cancel, e.of, e.turns = cancel, v, nil // the range stays until the next is known, so that the words don't flicker
	e.run(func() {
		turns, err := guide.Turns(ctx, v)
		if err != nil {
			return // something was answered meanwhile
		}
		left, err := guide.Remaining(ctx, v)
		if err != nil {
			return
		}
		fyne.Do(func() {
			if e.of == v {
				e.left, e.turns = left, turns
				shown()
			}
		})
		debug.FreeOSMemory() // a simulation leaves behind several times what the window needs
	})
}

// forget drops what is known, for another case.
func (e *estimate) forget() {
	if e.cancel != nil {
		e.cancel()
	}
	e.cancel, e.of, e.left, e.turns = nil, nil, diagnosis.Remaining{}, nil
}

// timeLeft is the remaining time as a range where it is known, else as the expected minutes. After an event the range before it
// stands until the next is reckoned.
func (d *desk) timeLeft(v *session.View) string {
	if d.estimate.left.P90 > 0 {
		return d.words.MinuteRange(d.estimate.left.P10, d.estimate.left.P90)
	}
	return d.text("minutes.roughly", "Minutes", d.words.Minutes(v.MinutesLeft))
}
