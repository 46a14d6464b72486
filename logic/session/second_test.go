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
