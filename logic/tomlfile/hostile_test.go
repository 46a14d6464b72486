package tomlfile

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// hostile makes texts of about n bytes that cost much for their size.
var hostile = map[string]func(n int) string{
	"headers": func(n int) string { return strings.Repeat("[[a]]\n", n/6) },
	"keys":    func(n int) string { return counting(n, "k%d=1\n") },
	"tables":  func(n int) string { return counting(n, "[a.b.c.d.e.f.g.h.i.j.k.l%d]\n") },
	"dotted":  func(n int) string { return counting(n, "k%d.b.c.d.e.f.g.h.i.j.k.l=1\n") },
	"array":   func(n int) string { return "x=[" + strings.Repeat("1,", n/2) + "]" },
	"texts":   func(n int) string { return "x=[" + strings.Repeat("'',", n/3) + "]" },
	"inline":  func(n int) string { return "x=[" + strings.Repeat("{a=1},", n/6) + "]" },
	"inline dotted": func(n int) string {
		return "x=[" + strings.Repeat("{a.b.c.d.e.f.g.h.i.j.k=1},", n/26) + "]"
	},
	"nested": func(n int) string {
		return "x=[" + strings.Repeat(strings.Repeat("[", 30)+strings.Repeat("]", 30)+",", n/61) + "]"
	},
	"open":     func(n int) string { return strings.Repeat("x=[", n/3) },
	"one key":  func(n int) string { return strings.Repeat("k", n) + "=1" },
	"comments": func(n int) string { return strings.Repeat("#\n", n/2) },
	"escapes":  func(n int) string { return `x="` + strings.Repeat(`\u0041`, n/6) + `"` },
	"dates":    func(n int) string { return "x=[" + strings.Repeat("1979-05-27T07:32:00Z,", n/21) + "]" },
}

func counting(n int, line string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, line, i)
	}
	return b.String()
}

// TestHostileTextsTakeLittle parses texts of up to 10 MB, and those that just keep to the bounds, with all
// their lines looked up. What is allocated in all is more than what is in use at any time.
func TestHostileTextsTakeLittle(t *testing.T) {
	const most = 160 << 20 // bytes; measured: at most 60 MB in use with what it takes for the largest
	limits := Limits{Bytes: 4 << 20, Values: 100_000}
	for name, text := range hostile {
		for n := 10 << 20; n > 10_000; n = n * 2 / 3 {
			text := []byte(text(n))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			top, err := Parse("f.toml", text, limits)
			if err == nil {
				top.Finish()
				err = top.Err()
			}
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if got := after.TotalAlloc - before.TotalAlloc; got > most || took > 10*time.Second {
				t.Errorf("%s of %d bytes: %d MB, %v, %.80v", name, len(text), got>>20, took, err)
			}
			_, allowed := limits.Measure(string(text))
			if allowed != (top != nil) && name != "open" { // that one is no TOML either
				t.Errorf("%s of %d bytes: allowed %v, but %.80v", name, len(text), allowed, err)
			}
			if top != nil {
				break // smaller ones take less
			}
		}
	}
}

// TestProblemsAreBounded reads a file in which each of many keys is wrong.
func TestProblemsAreBounded(t *testing.T) {
	top, err := Parse("f.toml", []byte(counting(20_000, "k%d=1\n")), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	top.Finish()
	problems, _ := top.Err().(Problems) //nolint:errorlint // nothing else comes
	if len(problems) != mostReported+1 || !strings.Contains(problems[len(problems)-1].Error()+problems[0].Error(), "more than 500 problems") {
		t.Errorf("%d problems, the first: %v", len(problems), problems[0])
	}
}
