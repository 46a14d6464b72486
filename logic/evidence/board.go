package evidence

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"backupdoctor/logic/words"
)

// Board looks with several sources at the same time. All methods may be called from any goroutine; none waits for a source.
type Board struct {
	// OnNotice is called in some goroutine when a source that is on notices that another look may read something else. It is set
	// before anything else is called, and may call the board. Nil: nobody wants to know, and no source watches.
	OnNotice func(id string)

	now  func() time.Time
	tell func(Status)

	mu     sync.Mutex
	slots  []*slot
	closed bool
	work   sync.WaitGroup // the looks that are waited for
}

// slot is one source and its present look.
type slot struct {
	source Source
	status Status
	stop   context.CancelFunc // of the present look; nil without one
	deafen context.CancelFunc // ends the noticing of a source that is on; nil without one
	look   int                // number of the present look: a late report of an earlier one is dropped

	unwatch context.CancelFunc // of the present watch; nil without one
	watch   int                // number of the present watch
}

// NewBoard returns a board on which every source is off. tell is called in some goroutine after each change of a source, one
// call at a time for each source; it must not call the board.
func NewBoard(now func() time.Time, tell func(Status), sources ...Source) *Board {
	b := &Board{now: now, tell: tell}
	for _, s := range sources {
		one := &slot{source: s, status: Status{ID: s.ID(), State: Off}}
		if costly, ok := s.(Costly); ok {
			one.status.Cost = costly.Cost()
		}
		if discloser, ok := s.(Discloser); ok {
			one.status.Privacy = discloser.Discloses()
		}
		b.slots = append(b.slots, one)
	}
	return b
}

// Statuses returns how each source is doing, in the order in which they were given.
func (b *Board) Statuses() []Status {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := make([]Status, 0, len(b.slots))
	for _, s := range b.slots {
		all = append(all, s.status)
	}
	return all
}

// Turn switches a source on or off. One that is switched off stops looking, and what it read is forgotten here; the case keeps
// what was recorded.
func (b *Board) Turn(id string, on bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.slot(id)
	if s == nil || b.closed || on == (s.status.State != Off) {
		return
	}
	s.end()
	s.stopWatch()
	s.ignore()
	s.status = Status{ID: id, State: Off, Cost: s.status.Cost, Privacy: s.status.Privacy}
	if on {
		s.status.State = Idle
	}
	b.tell(s.status)
	if on {
		b.notice(s)
	}
}

// notice lets a source tell when it should be asked again; b.mu is held.
func (b *Board) notice(s *slot) {
	source, can := s.source.(Noticing)
	if !can || b.OnNotice == nil {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	s.deafen = stop
	go func() {
		defer func() { _ = recover() }() // a defect in it costs the noticing and not the program; looks go on
		source.Notice(ctx, func() {
			if ctx.Err() == nil {
				b.OnNotice(s.source.ID())
			}
		})
	}()
}

// Renew begins a look with a source anew: one that is under way is ended, for what it reads may be outdated.
func (b *Board) Renew(about About, id string) {
	b.Cancel(id)
	b.Look(about, id)
}

// Look begins a look with the sources of these ids, or with all that cost nothing when none is named. Sources that are off or
// are looking already are left alone.
func (b *Board) Look(about About, ids ...string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return
	}
	for _, s := range b.slots {
		wanted := slices.Contains(ids, s.source.ID()) || len(ids) == 0 && s.status.Cost.IsZero()
		if wanted && s.stop == nil && s.status.State != Off {
			b.begin(s, about)
		}
	}
}

// Cancel ends the look of a source that is under way. The source is as it was before.
func (b *Board) Cancel(id string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s := b.slot(id); s != nil && s.stop != nil {
		s.end()
		s.status.State, s.status.Progress = before(s.status), 0
		b.tell(s.status)
	}
}

// Close ends all looks for good. tell is not called after Close has returned.
func (b *Board) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	for _, s := range b.slots {
		s.end()
		s.stopWatch()
		s.ignore()
	}
}

// Wait returns when no look is under way.
func (b *Board) Wait() { b.work.Wait() }

// begin starts a look; b.mu is held.
func (b *Board) begin(s *slot, about About) {
	ctx, stop := context.WithTimeout(context.Background(), s.source.Limit())
	s.look++
	s.stop, s.status.State = stop, Looking
	b.tell(s.status)
	number, report := s.look, make(chan Report, 1)
	about.Progress = func(share float64) { b.progress(s, number, share) }
	go func() { report <- look(ctx, s.source, about) }()
	b.work.Go(func() {
		var r Report
		select {
		case r = <-report:
		case <-ctx.Done():
			select { // a source that ends in time has a better reason than "too slow"
			case r = <-report:
			case <-time.After(patience):
				r = Failure(words.Say("evidence.slow", "Seconds", int(s.source.Limit().Seconds())))
			}
		}
		b.settle(s, number, r)
	})
}

// patience is how long a source may take to return after its time is over.
const patience = 200 * time.Millisecond

// settle takes the report of a look, unless the look was ended before.
func (b *Board) settle(s *slot, number int, r Report) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s.stop == nil || s.look != number {
		return
	}
	s.end()
	b.take(s, r)
}

// take makes a report the status of its source; b.mu is held.
func (b *Board) take(s *slot, r Report) {
	now := b.now()
	if r.Reading.Time.IsZero() {
		r.Reading.Time = now // not the time when somebody records it
	}
	s.status.State, s.status.At, s.status.Report, s.status.Progress = r.State, now, r, 0
	b.tell(s.status)
}

// progress takes how far a look is, unless the look was ended before. It never goes back.
func (b *Board) progress(s *slot, number int, share float64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if share = min(share, 1); s.stop != nil && s.look == number && share > s.status.Progress {
		s.status.Progress = share
		b.tell(s.status)
	}
}

// look asks the source. A defect in it is a failure of this look and not the end of the program.
func look(ctx context.Context, s Source, about About) (r Report) {
	defer func() {
		if defect := recover(); defect != nil {
			r = Failure(words.Say("evidence.defect"), Exchange{Asked: s.ID(), Answered: fmt.Sprint(defect)})
		}
	}()
	switch r = s.Look(ctx, about); r.State {
	case Found, Needs, Failed:
		return r
	}
	return Failure(words.Say("evidence.defect"), Exchange{Asked: s.ID(), Answered: "state " + r.State.Name()})
}

func (b *Board) slot(id string) *slot {
	for _, s := range b.slots {
		if s.source.ID() == id {
			return s
		}
	}
	return nil
}

// end stops the present look, if there is one.
func (s *slot) end() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// ignore ends the noticing of a source, if there is one.
func (s *slot) ignore() {
	if s.deafen != nil {
		s.deafen()
		s.deafen = nil
	}
}

// before is the state to which a canceled look goes back.
func before(s Status) State {
	if s.At.IsZero() {
		return Idle
	}
	return s.Report.State
}
