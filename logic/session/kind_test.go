package session_test

import (
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/simulation"
)

// What is said about the kind of backup is true of the cause at least nine times in ten: over patients who are as
// frequent as the model has it, each asked some checks in any order, with one answer in twenty wrong.
func TestTheKindOfBackupIsToldOnlyWhenTrue(t *testing.T) {
	lib := library(t)
	core := lib.Core(apple.Device{Kind: apple.IPhone})
	m := core.Model()
	kinds := make([]knowledge.Stops, len(m.Causes))
	for h, cause := range m.Causes {
		kinds[h] = lib.Base.Cause(cause.ID).Stops
	}
	prior, _ := core.Beliefs(nil)
	clinic := &simulation.Clinic{Model: m, CantTell: -1, Wrong: 0.05}
	type tally struct{ said, right int }
	const short = 3 // answers, after which a claim is most tempting
	found := map[session.Verdict]*[2]tally{session.VerdictAny: {}, session.VerdictAutomatic: {}}
	for i := range 12_000 {
		r := simulation.Random(7, uint64(i))
		p := clinic.Draw(r)
		stopsAny := false
		for _, h := range p.Causes {
			stopsAny = stopsAny || kinds[h] == knowledge.StopsAny
		}
		var list []diagnosis.Evidence
		if p.Symptom >= 0 {
			list = append(list, diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: m.Symptoms[p.Symptom].ID})
		}
		for n, k := range r.Perm(len(m.Checks))[:12] {
			if p.Answers[k] < 0 {
				continue
			}
			list = append(list, diagnosis.Evidence{
				Kind: diagnosis.Answered, Subject: m.Checks[k].ID, Answer: m.Checks[k].Answers[p.Answers[k]],
			})
			now, _ := core.Beliefs(list)
			said := session.VerdictOf(kinds, prior, now)
			tallies := found[said]
			if tallies == nil {
				continue
			}
			for at, counts := range []bool{n < short, true} {
				if !counts {
					continue
				}
				tallies[at].said++
				if (said == session.VerdictAny) == stopsAny {
					tallies[at].right++
				}
			}
		}
	}
	for verdict, tallies := range found {
		for at, when := range []string{"after few answers", "after any number"} {
			n := tallies[at]
			share := float64(n.right) / float64(n.said)
			t.Logf("%s %s: said %d times, right %.3f", verdict, when, n.said, share)
			if n.said < 10 || n.said >= 100 && share < 0.9 { // fewer tell no share
				t.Errorf("%s %s is said %d times and is true of %.0f %%", verdict, when, n.said, 100*share)
			}
		}
	}
}

// A harmless answer says nothing about the kind of backup, however frequent the kind is.
func TestNoVerdictComesFromThePrior(t *testing.T) {
	lib := library(t)
	for check, answer := range map[string]string{
		"new-device": "no", "two-factor": "on", "next-backup-fits": "fits", "last-success": "today",
		"back-up-now-state": "can-tap", "switch-stays-on": "stays", "slow-backup": "moves", "terms": "no",
	} {
		s, _ := open(t, lib)
		must(t, s.Answer(check, answer))
		if v := s.View().Verdict; v == session.VerdictAny {
			t.Errorf("after %s to %s no backup can finish", answer, check)
		}
	}
	for check, answer := range map[string]string{"manual-backup": "cannot-start", "next-backup-fits": "does-not-fit"} {
		s, _ := open(t, lib)
		must(t, s.Answer(check, answer))
		if v := s.View().Verdict; v != session.VerdictAny {
			t.Errorf("after %s to %s the verdict is %s", answer, check, v)
		}
	}
}
