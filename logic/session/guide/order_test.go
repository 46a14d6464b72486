package guide_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session/guide"
)

// What was said last is what was said last in time, wherever another program wrote it into the file.
func TestTheLatestIsTheLatestInTime(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	c := casefile.Case{Device: "iPhone"}
	for _, what := range []casefile.What{
		casefile.Answered{Check: "auto-lock-set", Answer: "never"},
		casefile.Tried{Fix: "restart", Outcome: casefile.Failed},
		casefile.Said{Message: "last-backup-not-completed"},
	} {
		c.Events = append(c.Events, casefile.Event{Time: noon(), Source: casefile.FromPerson, What: what})
	}
	for _, what := range []casefile.What{
		casefile.Answered{Check: "auto-lock-set", Answer: casefile.CantTell},
		casefile.Tried{Fix: "restart", Outcome: casefile.Unsure},
		casefile.Said{Message: "backup-failed"},
	} {
		earlier := noon().Add(-time.Hour)
		c.Events = append(c.Events, casefile.Event{Time: earlier, Source: casefile.FromPerson, What: what})
	}
	v := lib.Derive(c, noon().Add(time.Minute))
	if got := g.Page(v, check("auto-lock-set")).Given; got != "never" {
		t.Errorf("the check's page shows %q", got)
	}
	if got := g.FixPage(v, "restart").Given; got != string(casefile.Failed) {
		t.Errorf("the fix's page shows %q", got)
	}
	if got := v.SaidBefore(lib.Base.Check("auto-lock-set")); got != "never" {
		t.Errorf("said before: %q", got)
	}
	h := g.Handover(v)
	if want := lib.Phrase.Describe(&c.Events[1], v.Device); len(h.Tried) != 1 || h.Tried[0] != want {
		t.Errorf("tried: %q, want %q", h.Tried, want)
	}
	text := lib.Base.Fill(lib.Base.Message("last-backup-not-completed").Text, v.Device)
	if ready := strings.Join(h.Ready, "\n"); !strings.Contains(ready, text) {
		t.Errorf("to have ready: %s", ready)
	}
}

// After the recommended step stand the harmless steps first; support stays the last resort.
func TestWhatLosesSomethingStandsLast(t *testing.T) {
	g := guide.New(library(t))
	gate := diagnosis.Option{Kind: diagnosis.StepGate, ID: diagnosis.LossGate("remove-profile"), For: "remove-profile"}
	fix := func(id string) diagnosis.Option { return diagnosis.Option{Kind: diagnosis.StepFix, ID: id} }
	support := diagnosis.Option{Kind: diagnosis.StepSupport}
	first, harmless := fix("restart"), fix("restart-router")
	for _, plan := range [][]diagnosis.Option{
		{first, gate, harmless, support}, {gate, harmless, support}, {support}, {support, gate}, {},
	} {
		want := slices.Clone(plan)
		if len(plan) == 4 {
			want = []diagnosis.Option{first, harmless, gate, support}
		}
		if got := g.InOrder(slices.Clone(plan)); !reflect.DeepEqual(got, want) {
			t.Errorf("%v became %v", plan, got)
		}
	}
}
