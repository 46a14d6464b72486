package casefile

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"pgregory.net/rapid"
)

// giving is what one giver does in its own order: the person's events, or the readings of one source.
type giving []any // Event or Reading

// play puts the doings of all givers into a case in the order that next chooses.
func play(t fails, known Known, givers []giving, next func(open int) int) *File {
	t.Helper()
	f := &File{path: "case.toml", known: known, now: noon().now, lock: flock.New("case.toml"), disk: disk{
		read:  func(string) ([]byte, error) { return nil, fs.ErrNotExist },
		write: func(string, []byte) error { return nil }, rename: func(string, string) error { return nil }, settle: func(string) error { return nil },
	}} // in memory
	f.fresh()
	left := slices.Clone(givers)
	for {
		left = slices.DeleteFunc(left, func(g giving) bool { return len(g) == 0 })
		if len(left) == 0 {
			return f
		}
		i := next(len(left))
		switch what := left[i][0].(type) {
		case Event:
			must(t, f.Append(what))
		case Reading:
			_, err := f.Observe(what)
			must(t, err)
		}
		left[i] = left[i][1:]
	}
}

// plain is an account without the places of events, which depend on who came first.
func plain(c Case, a Account) (checks map[string]string, pieces []string) {
	checks = map[string]string{}
	for id, s := range a.Checks {
		checks[id] = told(s)
	}
	for _, s := range a.Pieces {
		pieces = append(pieces, fmt.Sprintf("%s=%s %s %T", s.Check, s.Answer, s.Reader, c.Events[s.Event].What))
	}
	return checks, pieces
}

func TestNoOrderOfPersonAndSourcesChangesTheView(t *testing.T) {
	base := shipped(t)
	checks := []string{"back-up-switch", "low-data-mode"}
	fixes := []string{"turn-on-backup", "turn-off-low-data-mode"}
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.Permutation(slices.Collect(func(yield func(int) bool) {
			for m := range 60 {
				if !yield(m) {
					return
				}
			}
		})).Draw(t, "minutes") // no two at the same time
		when := func(n int, label string) []time.Time {
			var times []time.Time
			for range rapid.IntRange(0, n).Draw(t, label) {
				times = append(times, at(10, minutes[0]))
				minutes = minutes[1:]
			}
			slices.SortFunc(times, time.Time.Compare)
			return times
		}
		var person giving
		for _, tm := range when(5, "person") {
			if rapid.IntRange(0, 3).Draw(t, "fix") == 0 {
				outcome := rapid.SampledFrom([]Outcome{Failed, Unsure, Declined}).Draw(t, "outcome")
				person = append(person, tried(rapid.SampledFrom(fixes).Draw(t, "which"), outcome, tm))
			} else {
				answer := rapid.SampledFrom([]string{"on", "off", CantTell, NotNow}).Draw(t, "answer")
				person = append(person, answered(rapid.SampledFrom(checks).Draw(t, "check"), answer, tm))
			}
		}
		givers := []giving{person}
		for _, source := range []Source{FromPhone, FromBackup} {
			var polls giving
			for _, tm := range when(6, string(source)) {
				answer := rapid.SampledFrom([]string{"on", "off"}).Draw(t, "reading")
				r := Reading{Source: source, Time: tm, Facts: []Observed{{Check: rapid.SampledFrom(checks).Draw(t, "check"), Answer: answer}}}
				polls = append(polls, r)
				if rapid.Bool().Draw(t, "twice") {
					polls = append(polls, r)
				}
			}
			givers = append(givers, polls)
		}
		first := play(t, base, givers, func(int) int { return 0 })
		other := play(t, base, givers, func(open int) int { return rapid.IntRange(0, open-1).Draw(t, "next") })
		a, b := first.Case(), other.Case()
		accounts := [2]Account{Weigh(&a, base, nil, at(12, 0)), Weigh(&b, base, nil, at(12, 0))}
		checksA, piecesA := plain(a, accounts[0])
		checksB, piecesB := plain(b, accounts[1])
		if !reflect.DeepEqual(checksA, checksB) || !slices.Equal(piecesA, piecesB) {
			t.Fatalf("one order gives\n%v %v\nthe other\n%v %v", checksA, piecesA, checksB, piecesB)
		}
		// The file read back gives the same.
		c, err := Parse("case.toml", Format(b), base)
		if err != nil {
			t.Fatal(err)
		}
		if got := Weigh(&c, base, nil, at(12, 0)); !reflect.DeepEqual(got, accounts[1]) {
			t.Fatalf("read back it is\n%+v\nwant\n%+v", got, accounts[1])
		}
		thePersonIsRight(t, base, &b, accounts[1])
		// Undo never takes a fact.
		facts := factsOf(b)
		for other.CanUndo() {
			must(t, undo(other))
		}
		if got := factsOf(other.Case()); got != facts {
			t.Fatalf("undo left the facts %s of %s", got, facts)
		}
	})
}

// thePersonIsRight checks that the person's last word on a check stands unless a fix came after it, and that
// of machines not more than one reading between two fixes counts, and none beside a person's.
func thePersonIsRight(t fails, known Known, c *Case, a Account) {
	t.Helper()
	last := map[string]Event{}
	for _, e := range c.Events {
		switch what := e.What.(type) {
		case Answered:
			last[what.Check] = e
		case Tried:
			for id := range last {
				if what.IsDone() && slices.Contains(known.Check(id).StaleAfter, what.Fix) {
					delete(last, id)
				}
			}
		}
	}
	for id, e := range last {
		answer := e.What.(Answered).Answer
		if s := a.Checks[id]; answer != CantTell && answer != NotNow && (s.IsRead || s.Answer != answer) {
			t.Fatalf("the person said %s to %s, and it is %s", answer, id, told(s))
		}
	}
	counted := map[string]string{} // by check: who counted since the last fix
	for _, s := range a.Pieces {
		if what, ok := c.Events[s.Event].What.(Tried); ok && what.IsDone() {
			clear(counted)
		}
		if s.Check == "" {
			continue
		}
		if by, ok := counted[s.Check]; ok && (s.Reader != "" || by != "") {
			t.Fatalf("%s counts from %q beside %q", s.Check, s.Reader, by)
		}
		counted[s.Check] = string(s.Reader)
	}
}
