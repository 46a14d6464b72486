package diagnosis_test

import (
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
}
