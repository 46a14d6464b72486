package casefile

import (
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A save of a long case formats what is new, and no more: it takes hardly more memory blocks than a save of a short
// one.
func TestALongCaseIsSavedAsQuicklyAsAShortOne(t *testing.T) {
	blocks := func(events int) float64 {
		f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
		content := []byte(nil)
		f.disk.read = func(string) ([]byte, error) { return f.saved, nil }
		f.disk.write = func(_ string, c []byte) error { content = c; return nil }
		f.disk.rename, f.disk.settle = func(string, string) error { return nil }, func(string) error { return nil }
		list := make([]Event, events)
		for i := range list {
			list[i] = said("It does not back up.")
		}
		must(t, f.Append(list...))
		n := testing.AllocsPerRun(20, func() { must(t, f.Append(said("Nor today."))) })
		if got := strings.Count(string(content), "[[event]]"); got != events+21 {
			t.Fatalf("%d events were written, want %d", got, events+21)
		}
		return n
	}
	if short, long := blocks(10), blocks(5000); long > short+20 {
		t.Errorf("a save takes %.0f blocks of memory in a short case, and %.0f in a long one", short, long)
	}
}

// What is reckoned for parts of a file is what the whole file comes to, so that a case is full neither too early nor
// too late.
func TestPartsOfAFileAreMeasuredLikeTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := rapid.SliceOfN(anyAct, 0, 8).Draw(t, "events")
		f := &File{head: Case{Name: "Anna"}}
		for i, e := range events {
			f.entries = append(f.entries, Entry{Seq: i + 1, Event: e, Removed: rapid.Bool().Draw(t, "removed")})
		}
		whole, ok := fileLimits.Measure(string(Format(f.current())))
		if content := f.content(); string(content) != string(Format(f.current())) || !ok {
			t.Fatalf("it holds\n%s\nwant\n%s", content, Format(f.current()))
		}
		w := &writer{}
		w.head(&f.head)
		w.WriteString(formatEnd)
		sum, _ := fileLimits.Measure(w.String())
		for i := range f.entries {
			if e := &f.entries[i]; !e.Removed {
				sum += e.kept.values
			}
		}
		if sum != whole {
			t.Fatalf("the parts have %d values, the whole %d", sum, whole)
		}
	})
}
