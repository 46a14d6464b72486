package phone

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/phone/fakephone"
)

// watching watches a phone and hands on each report.
func watching(t *testing.T, h *fakephone.Hub) (reports <-chan evidence.Report, stop func()) {
	t.Helper()
	s := quick(h)
	s.every = 20 * time.Millisecond
	ctx, cancel := context.WithCancel(context.Background())
	all := make(chan evidence.Report, 100)
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.Watch(ctx, evidence.About{}, func(r evidence.Report) { all <- r })
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			t.Error("the watch does not end")
		}
	})
	t.Cleanup(stop)
	return all, stop
}

// next is the next report; nothing else may come before it.
func next(t *testing.T, reports <-chan evidence.Report) evidence.Report {
	t.Helper()
	select {
	case r := <-reports:
		return r
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was reported")
		return evidence.Report{}
	}
}

// fact is the value of a fact about a check or by name; empty for none.
func fact(r evidence.Report, name string) string {
	for _, o := range r.Reading.Facts {
		if o.Check == name || o.Fact == name {
			return o.Value
		}
	}
	return ""
}

func TestAWatchTellsWhenTheDateMoves(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	old := time.Now().Add(-20 * 24 * time.Hour).UTC().Truncate(time.Second)
	p.BackedUp(old)
	h := hub(t, p)
	reports, stop := watching(t, h)
	if r := next(t, reports); fact(r, lastCheck) != old.Format(time.RFC3339) {
		t.Fatalf("first it reports %+v", r.Reading)
	}
	h.Detach(p)
	if r := next(t, reports); r.State != evidence.Needs || len(r.Reading.Facts) > 0 {
		t.Errorf("gone, it reports %+v", r)
	}
	now := time.Now().UTC().Truncate(time.Second)
	p.BackedUp(now)
	h.Attach(p, false)
	if r := next(t, reports); r.State != evidence.Found || fact(r, lastCheck) != now.Format(time.RFC3339) {
		t.Errorf("back again, it reports %+v", r)
	}
	time.Sleep(100 * time.Millisecond)
	stop()
	if len(reports) > 0 {
		t.Errorf("without news it reports %+v", <-reports)
	}
}

func TestAWatchNamesTheErrorOfTheLog(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	h := hub(t, p)
	reports, stop := watching(t, h)
	next(t, reports)
	log := func(process, rest string) {
		p.Log(time.Now().Format("Jan _2 15:04:05") + " iPhone " + process + "(MobileBackup)[123] <Error>: " + rest)
	}
	log("BackupAgent2", "Error Domain=MBErrorDomain Code=100") // of a backup on a computer
	log("backupd", "Error Domain=CKErrorDomain Code=25")
	log("backupd", "finished without an error")
	log("backupd", "Error Domain=MBErrorDomain Code=1") // gives no reason, but the next one does
	log("backupd", "Error Domain=MBErrorDomain Code=303 <private>")
	log("backupd", "MBErrorDomain/303 again, about the same failure")
	r := next(t, reports)
	if r.State != evidence.Found || fact(r, casefile.FactFailure) != "303" || r.Reading.Identity == "" {
		t.Errorf("it reports %+v", r)
	}
	for _, o := range r.Reading.Facts {
		if o.Fact == casefile.FactFailure && time.Since(o.At) > time.Minute {
			t.Errorf("it failed at %v", o.At)
		}
	}
	time.Sleep(100 * time.Millisecond)
	if stop(); len(reports) > 0 {
		t.Errorf("one failure is reported twice: %+v", <-reports)
	}
}

// Every code that the knowledge base knows comes through.
func TestEachCodeIsNamed(t *testing.T) {
	for _, code := range []int{13, 22, 105, 202, 209, 300, 303, 9999} {
		p := fakephone.NewPhone(oneUDID)
		reports, stop := watching(t, hub(t, p))
		next(t, reports)
		p.Log(fmt.Sprintf("Nov 27 10:41:12 iPhone backupd[77] <Notice>: Finished with error (MBErrorDomain/%d)", code))
		if r := next(t, reports); fact(r, casefile.FactFailure) != strconv.Itoa(code) {
			t.Errorf("code %d is reported as %+v", code, r.Reading)
		}
		stop()
	}
}

// Whatever goes wrong during a watch: it ends when it is told to, nothing is reported after that, and no date or error is told that
// the phone never had.
func TestAWatchBearsAnyOrderOfFaults(t *testing.T) {
	before := runtime.NumGoroutine()
	rapid.Check(t, func(t *rapid.T) {
		h, err := fakephone.Start("127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		hubsMu.Lock()
		hubs = append(hubs, h)
		hubsMu.Unlock()
		defer h.Close()
		p := fakephone.NewPhone(oneUDID)
		dates, codes := map[string]bool{"": true}, map[string]bool{"": true}
		move := func(ago int) {
			at := time.Now().Add(-time.Duration(ago) * time.Hour).UTC().Truncate(time.Second)
			dates[at.Format(time.RFC3339)] = true
			p.BackedUp(at)
		}
		move(500)
		s := &Source{Address: h.Address(), System: "linux", patient: 25 * time.Millisecond, every: 2 * time.Millisecond}
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		var mu sync.Mutex
		var got []evidence.Report
		ended := false
		done := make(chan struct{})
		go func() {
			defer close(done)
			s.Watch(ctx, evidence.About{}, func(r evidence.Report) {
				mu.Lock()
				defer mu.Unlock()
				if ended {
					t.Error("it reports after its end")
				}
				got = append(got, r)
			})
		}()
		plugged := false
		for range rapid.IntRange(2, 8).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				if !plugged {
					h.Attach(p, rapid.Bool().Draw(t, "by Wi-Fi"))
				}
				plugged = true
			case 1:
				h.Detach(p)
				plugged = false
			case 2:
				p.Be(rapid.SampledFrom(fakephone.Faults).Draw(t, "fault"), rapid.IntRange(0, 18).Draw(t, "at"))
			case 3:
				move(rapid.IntRange(0, 400).Draw(t, "hours ago"))
			case 4:
				code := rapid.SampledFrom([]string{"303", "209", "22"}).Draw(t, "code")
				codes[code] = true
				p.Log("Nov 27 10:41:12 iPhone backupd[77] <Notice>: Finished with error (MBErrorDomain/" + code + ")")
			case 5:
				time.Sleep(time.Duration(rapid.IntRange(0, 20).Draw(t, "pause")) * time.Millisecond)
			}
		}
		stop()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			t.Fatal("the watch does not end")
		}
		mu.Lock()
		defer mu.Unlock()
		ended = true
		for _, r := range got {
			if d := fact(r, lastCheck); !dates[d] {
				t.Errorf("it tells of a backup of %q", d)
			}
			if c := fact(r, casefile.FactFailure); !codes[c] {
				t.Errorf("it tells of error %q", c)
			}
			if r.What.IsZero() || r.State == evidence.Failed && len(r.Reading.Facts) > 0 && fact(r, casefile.FactFailure) == "" {
				t.Errorf("it reports %+v", r)
			}
		}
	})
	for range 100 {
		if runtime.NumGoroutine() <= before+1 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}

func TestNobodyWaitsAtNight(t *testing.T) {
	for hour, want := range map[int]time.Duration{3: askAtNight, 6: askAtNight, 7: askEvery, 12: askEvery, 22: askEvery, 23: askAtNight} {
		if got := pace(time.Date(2026, 11, 27, hour, 30, 0, 0, time.Local)); got != want {
			t.Errorf("at %d it asks every %v, want %v", hour, got, want)
		}
	}
}
