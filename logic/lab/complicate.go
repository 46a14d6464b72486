package lab

import (
	"fmt"
	"math/rand/v2"

	"backupdoctor/logic/diagnosis"
)

// Complicate adds the other features of the real model to a random one: messages, people who can't tell,
// fixes that lose settings or data behind gates, conditions of fixes and what comes before them, answers
// that go stale, and pairs of causes.
func Complicate(r *rand.Rand, m *diagnosis.Model) {
	for i := range 1 + r.IntN(3) {
		s := diagnosis.Symptom{ID: fmt.Sprintf("s%d", i)}
		for range m.Causes {
			s.P = append(s.P, logUniform(r, 0.005, 0.3))
		}
		m.Symptoms = append(m.Symptoms, s)
	}
	m.Gates = append(m.Gates, diagnosis.Gate{ID: "copy", Minutes: logUniform(r, 5, 30)})
	for f := range m.Fixes {
		fix := &m.Fixes[f]
		fix.Risk = []diagnosis.Risk{
			diagnosis.Harmless, diagnosis.Harmless, diagnosis.CostsMoney, diagnosis.LosesSettings, diagnosis.LosesData,
		}[r.IntN(5)]
		if fix.Risk < diagnosis.LosesSettings {
			continue
		}
		if fix.Risk == diagnosis.LosesData {
			fix.Gates = append(fix.Gates, "copy")
		}
		gate := diagnosis.LossGate(fix.ID)
		fix.Gates = append(fix.Gates, gate)
		m.Gates = append(m.Gates, diagnosis.Gate{ID: gate, Minutes: 0.5})
	}
	for f := range m.Fixes {
		for g := range f { // of several behind one gate the core names only the best
			fix, risk := &m.Fixes[f], m.Fixes[g].Risk
			if risk <= fix.Risk && risk < diagnosis.LosesSettings && r.IntN(6) == 0 {
				fix.First = append(fix.First, m.Fixes[g].ID)
			}
		}
	}
	for k := range m.Checks {
		check := &m.Checks[k]
		check.DontKnow = 0.3 * r.Float64()
		for _, f := range m.Fixes {
			if r.IntN(4) == 0 {
				check.Stale = append(check.Stale, f.ID)
			}
		}
	}
	AddConditions(r, m)
	for b := 1; b < len(m.Causes); b++ {
		if a := r.IntN(b); r.IntN(3) == 0 {
			m.Pairs = append(m.Pairs, diagnosis.Pair{
				A: m.Causes[a].ID, B: m.Causes[b].ID, Prior: 0.2 * m.Causes[b].Prior,
			})
		}
	}
}

// AddConditions lets answers open, shut and lock some of the fixes.
func AddConditions(r *rand.Rand, m *diagnosis.Model) {
	given := func(share float64) (list []diagnosis.Given) {
		for _, k := range m.Checks {
			if r.Float64() < share/float64(len(m.Checks)) {
				list = append(list, diagnosis.Given{Check: k.ID, Answers: k.Answers[:1+r.IntN(len(k.Answers)-1)]})
			}
		}
		return list
	}
	for f := range m.Fixes {
		m.Fixes[f].Conditions = diagnosis.Conditions{Needs: given(0.5), NeverAfter: given(0.5), LockedBy: given(0.3)}
	}
}
