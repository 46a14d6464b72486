package diagnosis_test

import (
	"math"
	"slices"
	"testing"

	"backupdoctor/logic/diagnosis"
)

// offers reports whether a fix is among the options.
func offers(core *diagnosis.Core, fix string, list ...diagnosis.Evidence) bool {
	d := core.Decide(list)
	return slices.ContainsFunc(d.Options, func(o diagnosis.Option) bool { return o.ID == fix || o.For == fix })
}

func TestAnswersOpenAndShutFixes(t *testing.T) {
	m := night()
	m.Fixes[0].Conditions = diagnosis.Conditions{ // plug-in
		NeverAfter: []diagnosis.Given{{Check: "charging", Answers: []string{"yes"}}},
	}
	m.Fixes[1].Conditions = diagnosis.Conditions{
		Needs:      []diagnosis.Given{{Check: "locks", Answers: []string{"no"}}},
		NeverAfter: []diagnosis.Given{{Check: "by-hand", Answers: []string{"no"}}},
	}
	core := coreOf(t, m)
	opened := m.Fixes[1].ID
	for _, test := range []struct {
		name, fix string
		list      []diagnosis.Evidence
		want      bool
	}{
		{"nothing said", "plug-in", nil, true},
		{"shut by an answer", "plug-in", []diagnosis.Evidence{answer("charging", "yes")}, false},
		{"another answer", "plug-in", []diagnosis.Evidence{answer("charging", "no")}, true},
		{"the latest answer counts", "plug-in", []diagnosis.Evidence{answer("charging", "yes"), answer("charging", "no")}, true},
		{"no answer", "plug-in", []diagnosis.Evidence{answer("charging", diagnosis.CantTell)}, true},
		{"not asked yet", opened, nil, false},
		{"opened by an answer", opened, []diagnosis.Evidence{answer("locks", "no")}, true},
		{"not opened by another", opened, []diagnosis.Evidence{answer("locks", "yes")}, false},
		{"opened and shut", opened, []diagnosis.Evidence{answer("locks", "no"), answer("by-hand", "no")}, false},
	} {
		if got := offers(core, test.fix, test.list...); got != test.want {
			t.Errorf("%s: %s is offered: %v, want %v", test.name, test.fix, got, test.want)
		}
	}
}

// A switch that is locked cannot be turned on. When the lock is gone, turning it on is worth another try, and
// that it failed behind the lock says nothing.
func TestAFixThatALockStoppedIsOfferedAgain(t *testing.T) {
	m := night()
	m.Checks = append(m.Checks, yesNo("locked", 0.5, 0.1, 0.1, 0.1, 0.1))
	m.Checks[len(m.Checks)-1].Stale = []string{m.Fixes[1].ID}
	m.Fixes[0].LockedBy = []diagnosis.Given{{Check: "locked", Answers: []string{"yes"}}}
	core := coreOf(t, m)
	fix, key := m.Fixes[0].ID, m.Fixes[1].ID
	failed, locked := tried(fix, diagnosis.Failed), answer("locked", "yes")
	for _, test := range []struct {
		name string
		list []diagnosis.Evidence
		want bool
	}{
		{"failed", []diagnosis.Evidence{failed}, false},
		{"locked", []diagnosis.Evidence{locked}, false},
		{"failed and locked", []diagnosis.Evidence{failed, locked}, false},
		{"unlocked by a fix", []diagnosis.Evidence{failed, locked, tried(key, diagnosis.Failed)}, true},
		{"unlocked by a fix nobody knows the success of", []diagnosis.Evidence{locked, failed, tried(key, diagnosis.Unsure)}, true},
		{"the key was declined", []diagnosis.Evidence{failed, locked, tried(key, diagnosis.Declined)}, false},
		{"another answer", []diagnosis.Evidence{locked, failed, answer("locked", "no")}, true},
		{"it failed again", []diagnosis.Evidence{locked, failed, answer("locked", "no"), failed}, false},
		{"never locked", []diagnosis.Evidence{failed, answer("locked", "no"), tried(key, diagnosis.Failed)}, false},
	} {
		if got := offers(core, fix, test.list...); got != test.want {
			t.Errorf("%s: it is offered: %v, want %v", test.name, got, test.want)
		}
	}
	before := beliefIn(t, core, "power", locked, answer("locked", "no"))
	near(t, "power after a failure behind the lock", beliefIn(t, core, "power", locked, failed, answer("locked", "no")), before)
	// What else was tried still counts.
	room := tried("more-room", diagnosis.Failed)
	near(t, "power after another failure, too", beliefIn(t, core, "power", room, locked, failed, answer("locked", "no")),
		beliefIn(t, core, "power", room, locked, answer("locked", "no")))
	if beliefIn(t, core, "full", room, locked, failed, answer("locked", "no")) >= beliefIn(t, core, "full", locked, failed, answer("locked", "no")) {
		t.Error("with the lock, another failure is forgotten")
	}
}

// A question that hardly tells the causes apart is worth asking for the fix that its answer opens. Worked out by
// hand: without it, 53.37 + 0.145 times 90 are 66.42 minutes; with it 63.93.
func TestAQuestionIsAskedForTheFixThatItOpens(t *testing.T) {
	lend := diagnosis.Fix{ID: "lend", Minutes: 8.4, Cure: []float64{0.8, 0}}
	lend.Needs = []diagnosis.Given{{Check: "soon", Answers: []string{"yes"}}}
	m := diagnosis.Model{
		Causes:         []diagnosis.Cause{{ID: "full", Prior: 9}, {ID: "other", Prior: 1}},
		Checks:         []diagnosis.Check{yesNo("soon", 0.2, 0.08, 0.05)},
		Fixes:          []diagnosis.Fix{{ID: "buy", Minutes: 53.37, Cure: []float64{0.95, 0}}, lend},
		ServiceMinutes: 90,
	}
	core := coreOf(t, m)
	next := core.Decide(nil).Options[0]
	if next.ID != "soon" {
		t.Fatalf("the first step is %v", next)
	}
	lendThenBuy := 0.077*8.4 + 0.0194*53.37 + 0.00572*90
	onlyBuy := func(full, other float64) float64 { return (full+other)*53.37 + (full*0.05+other)*90 }
	near(t, "expected minutes", next.Minutes, 0.2+lendThenBuy+onlyBuy(0.828, 0.095))
	if after := core.Decide([]diagnosis.Evidence{answer("soon", "yes")}).Options[0]; after.ID != "lend" {
		t.Errorf("after yes comes %v", after)
	}
	for _, word := range []string{"no", diagnosis.CantTell} {
		if after := core.Decide([]diagnosis.Evidence{answer("soon", word)}).Options[0]; after.ID != "buy" {
			t.Errorf("after %s comes %v", word, after)
		}
	}
	// Two answers that are needed together open it only together.
	m.Checks = append(m.Checks, yesNo("room", 0.2, 0.5, 0.5))
	m.Fixes[1].Needs = append(m.Fixes[1].Needs, diagnosis.Given{Check: "room", Answers: []string{"yes"}})
	core = coreOf(t, m)
	both := 0.2 + onlyBuy(0.828, 0.095) + 0.077*0.2 + 0.5*lendThenBuy + 0.5*onlyBuy(0.072, 0.005)
	if next := core.Decide(nil).Options[0]; next.ID != "soon" || math.Abs(next.Minutes-both) > 1e-9 {
		t.Errorf("with two needs the first step is %v, want %v minutes", next, both)
	}
}
