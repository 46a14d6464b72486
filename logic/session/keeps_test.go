package session_test

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
)

// Whoever helps with many devices and many words does not fill the memory with what was made for the former ones.
func TestALibraryKeepsLittle(t *testing.T) {
	lib := library(t)
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	help := func(first, last int) (live uint64) {
		for n := first; n < last; n++ {
			c := casefile.Case{Device: "iphone", Version: fmt.Sprintf("18.%d", n), Created: now}
			for k := range 5 {
				c.Events = append(c.Events, casefile.Event{
					Time: now, Source: casefile.FromPerson, What: casefile.Said{Text: fmt.Sprintf("my telephone is slow %d %d", n, k)},
				})
			}
			v := lib.Derive(c, now)
			core := lib.Core(v.Device)
			var list []diagnosis.Evidence
			for _, check := range core.Model().Checks {
				list = append(list, diagnosis.Evidence{
					Kind: diagnosis.Answered, Subject: check.ID, Answer: check.Answers[n%len(check.Answers)],
				})
			}
			core.Doubt(list)
		}
		runtime.GC()
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		runtime.KeepAlive(lib)
		return now.HeapAlloc
	}
	before := help(0, 10)
	if after := help(10, 40); after > before+4e6 {
		t.Errorf("30 more devices leave %d kB", (after-before)/1000)
	}
}
