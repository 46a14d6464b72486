//go:build !windows

package session_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
)

// tenYears makes the events of a case that was kept for ten years: what a person did, or numbers of storage.
func tenYears(lib *session.Library, numbers bool) []casefile.Event {
	const events = 9_990 // so that there is room for some more
	at := time.Date(2016, 11, 27, 12, 0, 0, 0, time.UTC)
	list := make([]casefile.Event, 0, events)
	for i := range events {
		at = at.Add(8 * time.Hour)
		e := casefile.Event{Time: at, Source: casefile.FromPerson}
		k := &lib.Base.Checks[i%len(lib.Base.Checks)]
		f := &lib.Base.Fixes[i%len(lib.Base.Fixes)]
		switch {
		case numbers && i%10 != 0:
			e.Source, e.What = casefile.FromStorage, casefile.Counted{Inputs: read(50e9, 30e9+int64(i)*1e6, 3e9+int64(i%7)*1e8)}
		case i%20 == 7:
			e.What = casefile.Tried{Fix: f.ID, Outcome: casefile.Failed}
		case i%50 == 9:
			e.What = casefile.Said{Message: lib.Base.Messages[i%len(lib.Base.Messages)].ID}
		default:
			e.What = casefile.Answered{Check: k.ID, Answer: k.Answers[i%len(k.Answers)].ID}
		}
		list = append(list, e)
	}
	return list
}

// BenchmarkTenYears opens cases of ten years, and changes them once: the event is judged and saved, and the view is
// derived anew.
func BenchmarkTenYears(b *testing.B) {
	lib := library(b)
	for _, kind := range []string{"answers", "numbers"} {
		c := casefile.Case{Name: "Ten years", Device: "iphone", Created: time.Date(2016, 11, 27, 0, 0, 0, 0, time.UTC)}
		c.Events = tenYears(lib, kind == "numbers")
		path := filepath.Join(b.TempDir(), kind+".toml")
		must(b, os.WriteFile(path, casefile.Format(c), 0o600))
		now := func() time.Time { return time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC) }
		open := func() *session.Session {
			f, _, err := casefile.Open(path, lib.Known(), now)
			must(b, err)
			return session.Open(lib, f, now)
		}
		var s *session.Session
		run := func(what string, do func(n int), undo func()) {
			b.Run(what+" "+kind, func(b *testing.B) {
				var spent time.Duration
				best := time.Hour // what it takes when nothing else empties the caches
				for n := 0; b.Loop(); n++ {
					from := processorTime(b)
					do(n)
					one := processorTime(b) - from
					spent, best = spent+one, min(best, one)
					b.StopTimer()
					undo()
					b.StartTimer()
				}
				b.ReportMetric(float64(spent.Microseconds())/1000/float64(b.N), "own-ms/op")
				b.ReportMetric(float64(best.Microseconds())/1000, "best-ms")
			})
		}
		run("open", func(int) { s = open() }, func() { must(b, s.File().Close()) })
		s = open()
		undo := func() {
			_, err := s.File().Undo()
			must(b, err)
		}
		run("derive", func(int) { lib.Derive(s.File().Case(), now()) }, func() {})
		run("answer", func(n int) { must(b, s.Answer("back-up-switch", []string{"on", "off"}[n%2])) }, undo)
		run("count", func(n int) { must(b, s.Count(read(50e9, 31e9+int64(n)*1e6, 3e9), nil)) }, undo)
		must(b, s.File().Close())
	}
}

// processorTime is what the process has used of the processors; other programs do not count.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	must(b, syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
