//go:build e2e && linux

package e2e

import (
	"image"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
)

// TestFactsInTheRealWindow lets a source read a phone between two runs of the program, by the same door that the program has
// for facts: its row is ticked, the page that was open is open again, and undo takes back the answer and no fact.
func TestFactsInTheRealWindow(t *testing.T) {
	t.Parallel()
	j := newJob(t)
	j.begin()
	j.window.Key("1")
	said := j.events(2, "an answer after the complaint").Events[1]
	rows := image.Rect(0, 120, 300, 600) // of the checklist
	search := func() *image.RGBA {
		before := j.window.Picture()
		j.window.Key("ctrl+f")
		j.window.Type("two-factor")
		j.window.WaitForChange(before)
		time.Sleep(500 * time.Millisecond) // for the list to be drawn
		return j.window.Picture()
	}
	open := search()
	j.program.Kill()

	f, _, err := casefile.Open(j.file(), j.base, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	news, err := f.Observe(casefile.Reading{
		Source: casefile.FromPhone, Identity: "a phone", Facts: []casefile.Observed{{Check: "two-factor", Answer: "on"}},
	})
	if err != nil || news != 1 {
		t.Fatalf("%d news, %v", news, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}

	j.start()
	ticked := search()
	j.window.Screenshot("facts")
	if changed(part(open, rows), part(ticked, rows)).Empty() {
		t.Error("the row of the fact looks as before")
	}
	j.window.Key("ctrl+a", "Delete", "Escape")
	j.window.Key("ctrl+z")
	WaitFor(t, "the answer taken back", slow, func() bool { return len(j.saved().Events) == 2 })
	left := j.saved().Events[1]
	if !left.IsFact() {
		t.Errorf("undo took the fact and left %+v, the answer was %+v", left, said)
	}
	j.window.Key("ctrl+z")
	j.window.Key("ctrl+y", "ctrl+y")
	j.events(3, "the complaint and the answer again")
}
