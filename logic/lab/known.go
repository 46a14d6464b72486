package lab

import (
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// KnownCost returns the expected minutes of somebody who knows the cause and the answers, asks only what the
// rules demand before a fix, and does not know whether a fix will help. No policy needs fewer on average. Of
// two causes only the dearer one counts.
func KnownCost(m *diagnosis.Model) (float64, error) {
	singles, pairs, share, err := knownCosts(m)
	return (1-share)*singles + share*pairs, err
}

// knownCosts returns the costs of known single causes and of known pairs, and the share of the pairs.
func knownCosts(m *diagnosis.Model) (singles, pairs, share float64, err error) {
	alone := make([]float64, len(m.Causes))
	var mass, massOfPairs float64
	for h, c := range m.Causes {
		cost, err := expectedOf(m, h)
		if err != nil {
			return 0, 0, 0, err
		}
		singles += c.Prior * cost
		mass += c.Prior
		if alone[h], err = knownCost(m, h, func(*diagnosis.Fix) bool { return true }); err != nil {
			return 0, 0, 0, err
		}
	}
	at := func(id string) int {
		return slices.IndexFunc(m.Causes, func(c diagnosis.Cause) bool { return c.ID == id })
	}
	for _, p := range m.Pairs {
		pairs += p.Prior * max(alone[at(p.A)], alone[at(p.B)])
		massOfPairs += p.Prior
	}
	if massOfPairs > 0 {
		pairs /= massOfPairs
	}
	return singles / mass, pairs, massOfPairs / (mass + massOfPairs), nil
}

// KnownMinutes returns the expected minutes of somebody who knows a patient's causes and answers, but not
// whether a fix will help. Of several causes only the dearest one counts.
func KnownMinutes(m *diagnosis.Model, p *simulation.Patient) (minutes float64, err error) {
	for _, h := range p.Causes {
		cost, err := knownCost(m, h, usableAfter(m, p.Answers))
		if err != nil {
			return 0, err
		}
		minutes = max(minutes, cost)
	}
	return minutes, nil
}

// usableAfter tells which fixes have the answers that they need; answers are by check, below 0 for none.
// That an answer shuts a fix is left out: nobody need ask.
func usableAfter(m *diagnosis.Model, answers []int) func(f *diagnosis.Fix) bool {
	return func(f *diagnosis.Fix) bool {
		return !slices.ContainsFunc(f.Needs, func(g diagnosis.Given) bool {
			k := slices.IndexFunc(m.Checks, func(k diagnosis.Check) bool { return k.ID == g.Check })
			return answers[k] < 0 || !slices.Contains(g.Answers, m.Checks[k].Answers[answers[k]])
		})
	}
}

// knownCost returns the least expected minutes against a known cause with the usable fixes.
func knownCost(m *diagnosis.Model, h int, usable func(f *diagnosis.Fix) bool) (float64, error) {
	r, err := newRepair(m, []int{h}, usable)
	if err != nil {
		return 0, err
	}
	return r.alone(0, state{}), nil
}

// expectedOf returns the expected minutes against a known cause, over the answers that its fixes need.
func expectedOf(m *diagnosis.Model, h int) (float64, error) {
	var asked []int
	for k := range m.Checks {
		needs := func(g diagnosis.Given) bool { return g.Check == m.Checks[k].ID }
		if slices.ContainsFunc(m.Fixes, func(f diagnosis.Fix) bool {
			return f.Cure[h] > 0 && slices.ContainsFunc(f.Needs, needs)
		}) {
			asked = append(asked, k)
		}
	}
	answers := make([]int, len(m.Checks))
	var over func(asked []int) (float64, error)
	over = func(asked []int) (cost float64, err error) {
		if len(asked) == 0 {
			return knownCost(m, h, usableAfter(m, answers))
		}
		k := &m.Checks[asked[0]]
		for a := -1; a < len(k.Answers) && err == nil; a++ {
			p := k.DontKnow
			if a >= 0 {
				p = k.P[h][a] * (1 - k.DontKnow)
			}
			answers[asked[0]] = a
			var rest float64
			rest, err = over(asked[1:])
			cost += p * rest
		}
		return cost, err
	}
	return over(asked)
}
