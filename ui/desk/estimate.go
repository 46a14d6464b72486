package desk

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

// StartEstimates lets estimates of the time left run in the background; without it there are none.
func (d *Desk) StartEstimates(run func(func())) {
	d.estimate.run = run
	d.Estimate(d.View())
}

// Estimate begins the estimate for a view, unless it runs already, and redraws when it is done, less the page that is being read
// where machines found something meanwhile.
func (d *Desk) Estimate(v *session.View) {
	d.estimate.begin(d.Guide, v, func() {
		if d.Found() > 0 {
			d.hooks.ShowFacts()
			return
		}
		d.Redraw()
	})
}

// Turns returns the answers that would change the verdict, once they are known for the view.
func (d *Desk) Turns(v *session.View) []pages.Turn {
	if d.estimate.of != v {
		return nil
	}
	return d.estimate.turns
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
	// the range stays until the next is known, so that the words don't flicker
	e.cancel, e.of, e.turns = cancel, v, nil
	e.run(func() {
		turns, err := guide.Turns(ctx, v)
		if err != nil {
			return // it is the error of ctx alone: something was answered meanwhile
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

// TimeLeft returns the remaining time as a range where it is known, else as the expected minutes. After an
// event the old range stands until the new one is known.
func (d *Desk) TimeLeft(v *session.View) string {
	if d.estimate.left.P90 > 0 {
		return d.Words.MinuteRange(d.estimate.left.P10, d.estimate.left.P90)
	}
	return d.Text("minutes.roughly", "Minutes", d.Words.Minutes(v.MinutesLeft))
}
