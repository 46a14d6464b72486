package evidence

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/words"
)

// fake is a source whose looks go as its script says.
type fake struct {
	id     string
	mu     sync.Mutex
	script func() act
	looks  int
}

// act is what happens in one look.
type act int

const (
	reads      act = iota
	readsLate      // within the limit, after others
	fails          // with a reason
	panics         // a defect
	waits          // until it is stopped, then says why
	hangs          // far beyond its limit, deaf to being stopped
	odd            // a state that no look may end with
	asksPerson     // needs something first
	tells          // how far it is, and then reads; also when it is stopped
	kinds
)

const limit = 3 * time.Second

func (f *fake) ID() string           { return f.id }
func (f *fake) Limit() time.Duration { return limit }

func (f *fake) Look(ctx context.Context, about About) Report {
	f.mu.Lock()
	do := f.script()
	f.looks++
	n := f.looks
	f.mu.Unlock()
	found := Report{State: Found, Reading: casefile.Reading{
		Source: casefile.FromStatus, Facts: []casefile.Observed{{Check: "apple-status", Value: fmt.Sprint(f.id, " ", n)}},
	}}
	switch do {
	case readsLate:
		select {
		case <-time.After(limit / 2):
		case <-ctx.Done():
			return Failure(words.Say("stopped"))
		}
		return found
	case fails:
		return Failure(words.Say("no answer"))
	case panics:
		panic("a defect")
	case waits:
		<-ctx.Done()
		return Failure(words.Say("stopped"))
	case hangs:
		time.Sleep(10 * limit)
		return found
	case odd:
		return Report{State: Looking}
	case tells:
		for share := range 8 { // beyond the end, since sources count as they like
			about.Progress(float64(share) / 5)
			time.Sleep(limit / 10)
		}
		return found
	case asksPerson:
		return Report{State: Needs, What: words.Say("unlock it")}
	}
	return found
}

// costly is a source that is asked only by its name.
type costly struct{ fake }

func (*costly) Cost() words.Sentence { return words.Say("much") }

// told collects what a board tells.
type told struct {
	mu  sync.Mutex
	all map[string][]Status
}

func (t *told) tell(s Status) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.all[s.ID] = append(t.all[s.ID], s)
}

func (t *told) of(id string) []Status {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.all[id]
}

// Whatever sources and person do in whatever order: nothing hangs, a source that is off stays off, each look ends once, and what
// is told last is how the source is.
func TestAnyOrderOfFaults(t *testing.T) {
	playRounds(t, playFaults)
}

// playRounds plays a thousand random rounds, each with a seed of its own that is told when the round fails.
func playRounds(t *testing.T, play func(t *testing.T, seed uint64)) {
	t.Helper()
	rounds := 1000
	if testing.Short() {
		rounds = 200
	}
	first := rand.Uint64()
	for i := range rounds {
		seed := first + uint64(i)
		synctest.Test(t, func(t *testing.T) { play(t, seed) })
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func playFaults(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 1))
	var mu sync.Mutex
	next := func() act {
		mu.Lock()
		defer mu.Unlock()
		return act(r.IntN(int(kinds)))
	}
	told := &told{all: map[string][]Status{}}
	ids := []string{"one", "two", "three"}
	var sources []Source
	for _, id := range ids {
		sources = append(sources, &fake{id: id, script: next})
	}
	ids = append(ids, "costly")
	sources = append(sources, &costly{fake{id: "costly", script: next}})
	b := NewBoard(time.Now, told.tell, sources...)
	draw := func(n int) int {
		mu.Lock()
		defer mu.Unlock()
		return r.IntN(n)
	}
	for range 12 {
		id := ids[draw(len(ids))]
		switch draw(6) {
		case 0:
			b.Turn(id, true)
		case 1:
			b.Turn(id, false)
		case 2:
			b.Look(About{})
		case 3:
			b.Look(About{}, id)
		case 4:
			b.Cancel(id)
		case 5:
			time.Sleep(time.Duration(draw(5)) * time.Second)
		}
	}
	time.Sleep(limit + patience + time.Millisecond)
	b.Wait()
	for _, s := range b.Statuses() {
		story := told.of(s.ID)
		if len(story) == 0 {
			if s.State != Off {
				t.Errorf("%s is %s and was never told", s.ID, s.State.Name())
			}
			continue
		}
		if last := story[len(story)-1]; last.State != s.State || !last.At.Equal(s.At) {
			t.Errorf("%s is %s, told last: %s", s.ID, s.State.Name(), last.State.Name())
		}
		if s.State == Looking {
			t.Errorf("%s looks for ever", s.ID)
		}
		checkStory(t, story)
	}
	b.Close()
	n := len(told.of("one"))
	b.Turn("one", true)
	b.Look(About{})
	synctest.Wait()
	if len(told.of("one")) != n {
		t.Error("a closed board told something")
	}
	time.Sleep(20 * limit) // sources that hang come back and find nobody
}

// checkStory checks that a source only goes from one state to another as a person or a look may change it.
func checkStory(t *testing.T, story []Status) {
	t.Helper()
	state := Off
	share := 0.0
	for _, s := range story {
		if s.State == Looking && s.Progress < share || s.Progress > 1 || s.State != Looking && s.Progress != 0 {
			t.Errorf("%s is %s, and at %v after %v", s.ID, s.State.Name(), s.Progress, share)
		}
		if share = s.Progress; s.State != Looking {
			share = 0
		}
		if s.Cost.IsZero() == (s.ID == "costly") {
			t.Errorf("%s costs %v", s.ID, s.Cost)
		}
		if state == Looking && s.State == Looking && s.Progress > 0 {
			continue
		}
		fine := map[State][]State{
			Off: {Idle}, Idle: {Looking, Off}, Looking: {Found, Needs, Failed, Idle, Off},
			Found: {Looking, Off}, Needs: {Looking, Off}, Failed: {Looking, Off},
		}
		if !slices.Contains(fine[state], s.State) {
			t.Errorf("%s went from %s to %s", s.ID, state.Name(), s.State.Name())
		}
		if s.State == Failed && s.Report.What.IsZero() {
			t.Errorf("%s failed without a reason", s.ID)
		}
		if s.State != Found && s.State != Looking && len(s.Report.Reading.Facts) > 0 {
			t.Errorf("%s is %s with facts", s.ID, s.State.Name())
		}
		state = s.State
	}
}

func TestASourceThatIsDeafIsLeftAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := &told{all: map[string][]Status{}}
		b := NewBoard(time.Now, told.tell, &fake{id: "deaf", script: func() act { return hangs }})
		b.Turn("deaf", true)
		b.Look(About{})
		b.Wait()
		if s := b.Statuses()[0]; s.State != Failed || s.Report.What.Key != "evidence.slow" {
			t.Errorf("%s, %v", s.State.Name(), s.Report.What)
		}
		time.Sleep(20 * limit)
		if s := b.Statuses()[0]; s.State != Failed {
			t.Errorf("the late report counted: %s", s.State.Name())
		}
		b.Close()
	})
}

// Facts have the time of their look, whenever somebody records them.
func TestFactsHaveTheTimeOfTheirLook(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := NewBoard(time.Now, func(Status) {}, &fake{id: "a", script: func() act { return readsLate }})
		b.Turn("a", true)
		b.Look(About{})
		b.Wait()
		if s := b.Statuses()[0]; !s.Report.Reading.Time.Equal(s.At) || s.At.IsZero() {
			t.Errorf("read %v, looked %v", s.Report.Reading.Time, s.At)
		}
		b.Close()
	})
}

func TestLooksRunSideBySide(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := NewBoard(time.Now, func(Status) {}, &fake{id: "a", script: func() act { return readsLate }},
			&fake{id: "b", script: func() act { return readsLate }})
		b.Turn("a", true)
		b.Turn("b", true)
		begin := time.Now()
		b.Look(About{})
		b.Wait()
		if took := time.Since(begin); took != limit/2 {
			t.Errorf("both took %v, one %v", took, limit/2)
		}
		b.Close()
	})
}

func TestAClosedWindowStopsLooks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := &told{all: map[string][]Status{}}
		b := NewBoard(time.Now, told.tell, &fake{id: "a", script: func() act { return waits }})
		b.Turn("a", true)
		b.Look(About{})
		synctest.Wait()
		b.Close()
		begin := time.Now()
		b.Wait()
		if took := time.Since(begin); took > patience || len(told.of("a")) != 2 {
			t.Errorf("stopped after %v, told %d times", took, len(told.of("a")))
		}
	})
}

func TestTheReportOfACanceledLookDoesNotEndTheNextOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		acts := []act{hangs, readsLate}
		source := &fake{id: "a"}
		source.script = func() act { return acts[source.looks] }
		b := NewBoard(time.Now, func(Status) {}, source)
		b.Turn("a", true)
		b.Look(About{})
		synctest.Wait()
		b.Cancel("a")
		b.Look(About{})
		b.Wait()
		if s := b.Statuses()[0]; s.State != Found || s.Report.Reading.Facts[0].Value != "a 2" {
			t.Errorf("%s, %+v", s.State.Name(), s.Report)
		}
		time.Sleep(20 * limit)
	})
}

// noticing is a source that is told what it notices.
type noticing struct {
	fake
	news  chan struct{}
	ended chan struct{}
}

func (n *noticing) Notice(ctx context.Context, changed func()) {
	defer close(n.ended)
	for {
		select {
		case <-ctx.Done():
			changed() // nobody hears it any more
			return
		case <-n.news:
			changed()
		}
	}
}

// A source that is on tells when it should be asked again, and one that is off watches nothing.
func TestWhatASourceNotices(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &noticing{news: make(chan struct{}), ended: make(chan struct{}), fake: fake{id: "a", script: func() act { return readsLate }}}
		b := NewBoard(time.Now, func(Status) {}, s)
		heard := 0
		b.OnNotice = func(id string) {
			heard++
			b.Renew(About{}, id)
		}
		b.Turn("a", true)
		s.news <- struct{}{}
		synctest.Wait()
		s.news <- struct{}{} // in the middle of a look
		b.Wait()
		if st := b.Statuses()[0]; heard != 2 || s.looks != 2 || st.State != Found || st.Report.Reading.Facts[0].Value != "a 2" {
			t.Errorf("heard %d, looked %d times: %+v", heard, s.looks, st)
		}
		b.Turn("a", false)
		<-s.ended
		if heard != 2 {
			t.Errorf("a source that is off was heard")
		}
		s.ended = make(chan struct{})
		b.Turn("a", true)
		synctest.Wait()
		b.Close()
		<-s.ended
	})
}

// What costs something is not asked together with all others.
func TestWhatCostsIsAskedByNameOnly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		free := &fake{id: "free", script: func() act { return reads }}
		dear := &costly{fake{id: "dear", script: func() act { return reads }}}
		b := NewBoard(time.Now, func(Status) {}, free, dear)
		b.Turn("free", true)
		b.Turn("dear", true)
		b.Look(About{})
		b.Wait()
		if free.looks != 1 || dear.looks != 0 {
			t.Errorf("all were asked: free %d times, dear %d times", free.looks, dear.looks)
		}
		b.Look(About{}, "dear")
		b.Wait()
		if dear.looks != 1 {
			t.Errorf("dear was asked by name, and looked %d times", dear.looks)
		}
		b.Close()
	})
}
