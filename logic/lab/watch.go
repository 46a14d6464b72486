package lab

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// Watch leads people through a core and judges every step that it proposes. Nineteen of twenty are patients
// of the model who now and then put a step off, decline it or are unsure; the twentieth gives any answer, and
// nothing helps. It returns the breaches of the gates that it saw, about a dozen at most, and how many steps
// it watched.
func Watch(ctx context.Context, core *diagnosis.Core, paths int, seed uint64, done func()) (
	breaches []string, steps int, err error,
) {
	type found struct {
		breaches []string
		steps    int
	}
	all := make([]found, paths)
	policy := simulation.Remembering(simulation.CorePolicy(core))
	clinic := &simulation.Clinic{Model: core.Model()}
	err = simulation.Spread(ctx, paths, func(i int) error {
		r := simulation.Random(seed, uint64(i))
		w := walker{core: core, policy: policy, r: r, wild: i%20 == 0, patient: clinic.Draw(r)}
		w.walk()
		all[i] = found{w.breaches, w.steps}
		if done != nil {
			done()
		}
		return nil
	})
	for _, f := range all {
		steps += f.steps
		if len(breaches) < 12 {
			breaches = append(breaches, f.breaches...)
		}
	}
	return breaches, steps, err
}

// walker is one person whom Watch leads through a core.
type walker struct {
	core     *diagnosis.Core
	policy   simulation.Policy
	r        *rand.Rand
	wild     bool // answers anything
	patient  simulation.Patient
	left     []bool // by cause of the patient: ended
	evidence []diagnosis.Evidence
	breaches []string
	steps    int
}

// longestWalk bounds a walk of somebody who puts everything off.
const longestWalk = 50

func (w *walker) walk() {
	m := w.core.Model()
	w.left = make([]bool, len(w.patient.Causes))
	if w.wild && len(m.Symptoms) > 0 {
		w.patient.Symptom = w.r.IntN(len(m.Symptoms))
	}
	if w.patient.Symptom >= 0 {
		w.add(diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: m.Symptoms[w.patient.Symptom].ID})
	}
	for range longestWalk {
		step := w.policy(w.evidence)
		w.steps++
		switch step.Kind {
		case diagnosis.StepCheck:
			w.answer(step.ID)
		case diagnosis.StepGate:
			w.gate(step)
		case diagnosis.StepFix:
			if w.fix(step.ID) {
				return
			}
		default:
			return
		}
	}
}

func (w *walker) add(e diagnosis.Evidence) { w.evidence = append(w.evidence, e) }

// odd reports whether the person does something else than expected.
func (w *walker) odd() bool { return w.r.IntN(20) == 0 || w.wild && w.r.IntN(4) == 0 }

func (w *walker) answer(id string) {
	for i, k := range w.core.Model().Checks {
		if k.ID != id {
			continue
		}
		answer := diagnosis.CantTell
		switch {
		case w.odd():
			answer = diagnosis.NotNow
		case w.wild:
			answer = k.Answers[w.r.IntN(len(k.Answers))]
		case w.patient.Answers[i] >= 0:
			answer = k.Answers[w.patient.Answers[i]]
		}
		w.add(diagnosis.Evidence{Kind: diagnosis.Answered, Subject: id, Answer: answer})
	}
}

func (w *walker) gate(step diagnosis.Option) {
	w.judge(step.For, true)
	if w.odd() { // refuses, so the fix behind it is declined
		w.add(diagnosis.Evidence{Kind: diagnosis.Tried, Subject: step.For, Outcome: diagnosis.Declined})
		return
	}
	w.add(diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: step.ID})
}

// ends reports whether a fix ends all causes that are left.
func (w *walker) ends(f int) bool {
	over := true
	for i := range w.patient.Causes {
		w.left[i] = w.left[i] || w.patient.Cured[i][f]
		over = over && w.left[i]
	}
	return over
}

// fix tries a fix and reports whether the trouble is over.
func (w *walker) fix(id string) (over bool) {
	w.judge(id, false)
	outcome := diagnosis.Failed
	at := slices.IndexFunc(w.core.Model().Fixes, func(f diagnosis.Fix) bool { return f.ID == id })
	switch {
	case w.odd():
		outcome = []diagnosis.Outcome{diagnosis.Unsure, diagnosis.Declined}[w.r.IntN(2)]
	case !w.wild && at >= 0 && w.ends(at):
		outcome = diagnosis.Worked
	}
	w.add(diagnosis.Evidence{Kind: diagnosis.Tried, Subject: id, Outcome: outcome})
	return outcome == diagnosis.Worked
}

// judge records a breach when a fix, or a gate before it, should not have been proposed. It works out the
// rules from the beliefs and the model alone.
func (w *walker) judge(id string, gate bool) {
	m := w.core.Model()
	tried, open := map[string]bool{}, map[string]bool{}
	for _, e := range w.evidence {
		switch e.Kind {
		case diagnosis.Tried:
			tried[e.Subject] = true
		case diagnosis.Confirmed:
			open[e.Subject] = true
		}
	}
	at := slices.IndexFunc(m.Fixes, func(f diagnosis.Fix) bool { return f.ID == id })
	if at < 0 {
		w.breach("there is no fix %q", id)
		return
	}
	fix := &m.Fixes[at]
	if tried[id] && len(fix.LockedBy) == 0 {
		w.breach("%s was tried already", id)
	}
	for _, g := range fix.Gates {
		if !gate && !open[g] {
			w.breach("%s before its gate %s", id, g)
		}
	}
	if !isSensible(m, w.evidence, fix) {
		w.breach("%s against what was answered", id)
	}
	if check, other := comesFirst(w.core, w.evidence, fix); check != "" || other >= 0 {
		w.breach("%s before what comes first, check %q or fix %d", id, check, other)
	}
	if fix.Risk < diagnosis.LosesSettings {
		return
	}
	if len(fix.Gates) == 0 {
		w.breach("%s can lose something and asks for no confirmation", id)
	}
	w.weigh(at, tried)
}

// weigh records a breach when a risky fix is proposed although it can't help, or before a harmless fix that
// should come first.
func (w *walker) weigh(at int, tried map[string]bool) {
	m := w.core.Model()
	fix := &m.Fixes[at]
	chances := w.core.Chances(w.evidence)
	if chances[at]*m.ServiceMinutes <= fix.Minutes {
		w.breach("%s with a chance of %.3f is not worth its minutes", fix.ID, chances[at])
	}
	for g := range m.Fixes {
		other := &m.Fixes[g]
		if other.Risk != diagnosis.Harmless || tried[other.ID] || !isSensible(m, w.evidence, other) {
			continue
		}
		worth := chances[g]*m.ServiceMinutes > other.Minutes
		if fix.Risk >= diagnosis.LosesData && worth || fix.Risk == diagnosis.LosesSettings && chances[g] > chances[at] {
			w.breach("%s before the harmless %s", fix.ID, other.ID)
		}
	}
}

// isSensible reports whether the answers open a fix: none shuts or locks it, and those that it needs were
// given.
func isSensible(m *diagnosis.Model, list []diagnosis.Evidence, fix *diagnosis.Fix) bool {
	answered := func(g diagnosis.Given) bool {
		given := ""
		for _, e := range list {
			if e.Kind == diagnosis.Answered && e.Subject == g.Check {
				given = e.Answer
			}
		}
		return slices.Contains(g.Answers, given)
	}
	for _, g := range fix.Needs {
		if !answered(g) {
			return false
		}
	}
	locks := func(g diagnosis.Given) bool { return isLocked(m, list, g) }
	return !slices.ContainsFunc(fix.NeverAfter, answered) && !slices.ContainsFunc(fix.LockedBy, locks)
}

// isLocked reports whether one of the answers was given and no fix was tried since that may have changed it.
func isLocked(m *diagnosis.Model, list []diagnosis.Evidence, g diagnosis.Given) bool {
	k := slices.IndexFunc(m.Checks, func(k diagnosis.Check) bool { return k.ID == g.Check })
	locks := false
	for _, e := range list {
		switch {
		case e.Kind == diagnosis.Answered && e.Subject == g.Check:
			locks = slices.Contains(g.Answers, e.Answer)
		case e.Kind == diagnosis.Tried && e.Outcome != diagnosis.Declined:
			locks = locks && !slices.Contains(m.Checks[k].Stale, e.Subject)
		}
	}
	return locks
}

func (w *walker) breach(format string, args ...any) {
	w.breaches = append(w.breaches, fmt.Sprintf(format, args...))
}
