package evidence

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"backupdoctor/logic/casefile"
)

// watching is a source whose watch goes as its script says, a step a second.
type watching struct {
	fake
	steps func() act // of the watch
}

func (w *watching) Watch(ctx context.Context, _ About, report func(Report)) {
	for n := 1; ; n++ {
		switch w.steps() {
		case panics:
			panic("a defect")
		case fails: // ends by itself
			return
		case hangs: // deaf to being stopped
			time.Sleep(time.Minute)
			report(Report{State: Found})
			return
		case asksPerson:
			report(Report{State: Needs})
		case reads, readsLate:
			report(Report{State: Found, Reading: casefile.Reading{
				Source: casefile.FromPhone, Facts: []casefile.Observed{{Check: "last-success", Value: fmt.Sprint(n)}},
			}})
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
		}
	}
}

// Whatever a watch meets and the person does: a watch that was ended tells nothing any more, one that ended by itself is not said
// to go on, and a source that is off does not watch.
func TestAWatchTellsOnlyWhileItGoesOn(t *testing.T) {
	playRounds(t, playWatch)
}

func playWatch(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 2))
	told := &told{all: map[string][]Status{}}
	steps := make(chan act, 1000)
	for range cap(steps) {
		step := reads
		if r.IntN(4) == 0 {
			step = []act{asksPerson, waits, fails, panics, hangs}[r.IntN(5)]
		}
		steps <- step
	}
	source := &watching{
		fake:  fake{id: "phone", script: func() act { return reads }},
		steps: func() act { return <-steps },
	}
	b := NewBoard(time.Now, told.tell, source)
	on, watched := false, false
	for range 15 {
		switch r.IntN(6) {
		case 0:
			b.Turn("phone", true)
			on = true
		case 1:
			b.Turn("phone", false)
			on, watched = false, false
		case 2:
			b.Watch("phone", About{})
			watched = watched || on
		case 3:
			b.Unwatch("phone")
			watched = false
		case 4:
			b.Look(About{})
		case 5:
			time.Sleep(time.Duration(r.IntN(3000)) * time.Millisecond)
		}
		synctest.Wait()
		s := b.Statuses()[0]
		if !s.Watching.IsZero() && !watched || s.State == Off && on || s.State != Off && !on {
			t.Errorf("on %v, watched %v: %s since %v", on, watched, s.State.Name(), s.Watching)
		}
		if !watched {
			n := len(told.of("phone"))
			time.Sleep(limit)
			synctest.Wait()
			for _, later := range told.of("phone")[n:] {
				if facts := later.Report.Reading.Facts; later.State == Found && len(facts) > 0 && facts[0].Check == "last-success" {
					t.Errorf("after its end the watch told %+v", later)
				}
			}
		}
	}
	b.Close()
	n := len(told.of("phone"))
	b.Watch("phone", About{})
	time.Sleep(2 * time.Minute)
	if len(told.of("phone")) != n {
		t.Error("a closed board told something")
	}
}

func TestADefectEndsTheWatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		source := &watching{fake: fake{id: "phone"}, steps: func() act { return panics }}
		b := NewBoard(time.Now, func(Status) {}, source)
		b.Turn("phone", true)
		b.Watch("phone", About{})
		synctest.Wait()
		if s := b.Statuses()[0]; s.State != Failed || !s.Watching.IsZero() || s.Report.What.IsZero() {
			t.Errorf("the status is %+v", s)
		}
	})
}

// Whoever shows that the phone is watched hears when it is not any more.
func TestTheEndOfAWatchIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var last Status
		source := &watching{fake: fake{id: "phone"}, steps: func() act { return fails }}
		b := NewBoard(time.Now, func(s Status) { last = s }, source)
		b.Turn("phone", true)
		b.Watch("phone", About{})
		synctest.Wait()
		if last.ID != "phone" || !last.Watching.IsZero() {
			t.Errorf("the last that is told of a watch that ended is %+v", last)
		}
	})
}

func TestOnlyAWatcherWatches(t *testing.T) {
	b := NewBoard(time.Now, func(Status) {}, &fake{id: "page"}, &watching{fake: fake{id: "phone"}})
	b.Turn("page", true)
	b.Watch("page", About{})
	if b.Watches("page") || !b.Watches("phone") || b.Watches("none") || !b.Statuses()[0].Watching.IsZero() {
		t.Error("a source that can't watch watches")
	}
}
