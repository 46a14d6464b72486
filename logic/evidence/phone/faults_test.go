package phone

import (
	"context"
	"flag"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/phone/fakephone"
)

// Whatever goes wrong with phones, cables and usbmuxd, in whatever order: each look ends in time, nothing
// that is told is wrong, and nothing goes on when it is over.
func TestAnyOrderOfFaults(t *testing.T) {
	if !testing.Short() {
		if err := flag.Set("rapid.checks", "1000"); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = flag.Set("rapid.checks", "100") })
	}
	rounds := 0
	before := runtime.NumGoroutine()
	rapid.Check(t, func(t *rapid.T) {
		rounds++
		playFaults(t)
	})
	if rounds < 20 {
		t.Errorf("%d rounds", rounds)
	}
	for range 100 {
		if runtime.NumGoroutine() <= before+1 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	stacks := make([]byte, 1<<16)
	n := runtime.Stack(stacks, true)
	t.Errorf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stacks[:n])
}

func playFaults(t *rapid.T) {
	h, err := fakephone.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	hubsMu.Lock()
	hubs = append(hubs, h)
	hubsMu.Unlock()
	defer h.Close()
	const patient = 25 * time.Millisecond
	s := &Source{Address: h.Address(), System: "linux", patient: patient}
	phones := []*fakephone.Phone{fakephone.NewPhone(oneUDID), fakephone.NewPhone(anotherUDID)}
	plugged := map[int]bool{}
	ctx, stop := context.WithCancel(context.Background())
	var work sync.WaitGroup
	work.Go(func() { s.Notice(ctx, func() {}) })
	defer work.Wait()
	defer stop()
	for range rapid.IntRange(3, 8).Draw(t, "steps") {
		i := rapid.IntRange(0, 1).Draw(t, "phone")
		switch rapid.IntRange(0, 5).Draw(t, "step") {
		case 0:
			if !plugged[i] {
				h.Attach(phones[i], rapid.Bool().Draw(t, "by Wi-Fi"))
			}
			plugged[i] = true
		case 1:
			h.Detach(phones[i])
			plugged[i] = false
		case 2, 3:
			fault := rapid.SampledFrom(fakephone.Faults).Draw(t, "fault")
			phones[i].Be(fault, rapid.IntRange(0, 18).Draw(t, "at"))
		default:
			lookOnce(t, s, h, phones, i)
		}
	}
	lookOnce(t, s, h, phones, 0)
}

// lookOnce looks, perhaps while a phone is pulled out, and checks what is told.
func lookOnce(t *rapid.T, s *Source, h *fakephone.Hub, phones []*fakephone.Phone, i int) {
	ctx, stop := context.WithTimeout(context.Background(), s.Limit())
	defer stop()
	pulled := make(chan bool)
	if rapid.IntRange(0, 3).Draw(t, "pull") == 0 {
		after := time.Duration(rapid.IntRange(0, 4000).Draw(t, "after")) * time.Microsecond
		go func() {
			time.Sleep(after)
			h.Detach(phones[i])
			close(pulled)
		}()
	} else {
		close(pulled)
	}
	begin := time.Now()
	r := s.Look(ctx, evidence.About{})
	<-pulled
	if took := time.Since(begin); took > 2*time.Second {
		t.Fatalf("it took %v: %v", took, r.Asked)
	}
	said := r.What.String() + r.Brief.String() + fmt.Sprint(r.More)
	if r.What.IsZero() || strings.Contains(said, "[evidence") || strings.Contains(said, "{{") {
		t.Fatalf("it says %q", said)
	}
	if r.State == evidence.Failed && len(r.Reading.Facts) > 0 {
		t.Fatalf("a failure with facts: %+v", r)
	}
	for _, e := range r.Asked { // nothing that tells whose phone it is
		text := e.Asked + e.Answered
		if strings.Contains(text, oneUDID) || strings.Contains(text, "Test iPhone") {
			t.Fatalf("the journal says %q", text)
		}
	}
	checkFacts(t, r)
}
