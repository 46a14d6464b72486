package session_test

import (
	"slices"
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
)

func TestWhatMayStopTheNextBackupIsNamed(t *testing.T) {
	lib := library(t)
	events := []casefile.Event{
		did(day(23, 12), casefile.Answered{Check: "charging-symbol", Answer: "unplugged"}),
		did(day(23, 12), casefile.Answered{Check: "low-data-mode", Answer: "on"}),
		did(day(23, 12), casefile.Answered{Check: "back-up-now-state", Answer: "grey"}),
		did(day(23, 12), casefile.Answered{Check: "auto-lock-set", Answer: "set"}),
		tried(day(23, 13), "turn-off-low-data-mode", casefile.Done),
	}
	if v := lib.Derive(casefile.Case{Events: events}, day(23, 14)); v.SecondProblems != nil {
		t.Errorf("before anything is solved there is a second problem: %v", v.SecondProblems)
	}
	v := lib.Derive(casefile.Case{Events: append(events, saw(day(24, 9), casefile.SeenFinished))}, day(24, 9))
	want := []session.Problem{{Cause: lib.Base.Cause("no-power"), Check: lib.Base.Check("charging-symbol")}}
	if !slices.Equal(v.SecondProblems, want) {
		t.Errorf("the second problems are %+v", v.SecondProblems)
	}
}

func TestTheListKnowsProblemsAndThatNothingIsWrong(t *testing.T) {
	lib := library(t)
	answered := func(check, answer string) casefile.Event {
		return did(day(23, 12), casefile.Answered{Check: check, Answer: answer})
	}
	off, awake, absent := answered("back-up-switch", "off"), answered("auto-lock-set", "never"), answered("back-up-now-state", "absent")
	for name, test := range map[string]struct {
		events []casefile.Event
		want   string
	}{
		"one":             {[]casefile.Event{off}, "In progress"},
		"one shown twice": {[]casefile.Event{off, absent}, "In progress"},
		"two":             {[]casefile.Event{off, awake}, "2 problems"},
		"one was put right": {
			[]casefile.Event{off, awake, tried(day(23, 13), "turn-on-backup", casefile.Done), saw(day(23, 14), casefile.SeenFinished)},
			"Solved, 1 problem left",
		},
		"nothing is wrong": {[]casefile.Event{answered("last-success", "today")}, "Nothing to fix"},
	} {
		v := lib.Derive(casefile.Case{Events: test.events}, day(23, 15))
		listed := lib.State(casefile.Case{Events: test.events}, day(23, 15))
		if got := lib.StateText(listed); got != test.want || listed != v.State {
			t.Errorf("%s: the list says %q, want %q; the view has %+v", name, got, test.want, v.State)
		}
	}
}
