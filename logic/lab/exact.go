// Package lab measures policies: exactly on small models, by simulated patients on large ones. It proves how
// the algorithm does for a model; it can't prove that the model is true. Only tests and the command bench
// import it, never the program.
package lab

import (
	"math"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// ExactCost returns the expected minutes of a policy on a model, by walking through every result of every
// step. The time grows exponentially with the length of the policy's paths; it is meant for small models.
func ExactCost(m *diagnosis.Model, policy simulation.Policy) float64 {
	return walk(m, policy, priors(m), nil)
}

// ExactCostFrom returns the expected minutes that are left when some evidence is known already; beliefs are
// those after the evidence, by cause.
func ExactCostFrom(m *diagnosis.Model, policy simulation.Policy, beliefs []float64,
	evidence []diagnosis.Evidence,
) float64 {
	return walk(m, policy, beliefs, evidence) / sum(beliefs)
}

// priors returns the priors of the causes, with a sum of 1.
func priors(m *diagnosis.Model) []float64 {
	w := make([]float64, len(m.Causes))
	for h, c := range m.Causes {
		w[h] = c.Prior
	}
	total := sum(w)
	return weigh(w, func(int) float64 { return 1 / total })
}

// walk returns the expected cost from here, times the mass of w.
func walk(m *diagnosis.Model, policy simulation.Policy, w []float64, evidence []diagnosis.Evidence) float64 {
	mass := sum(w)
	if mass < 1e-14 {
		return 0
	}
	step := policy(evidence)
	next := func(e diagnosis.Evidence) []diagnosis.Evidence {
		return append(append([]diagnosis.Evidence(nil), evidence...), e)
	}
	switch step.Kind {
	case diagnosis.StepFix:
		for _, f := range m.Fixes {
			if f.ID == step.ID {
				rest := weigh(w, func(h int) float64 { return 1 - f.Cure[h] })
				failed := diagnosis.Evidence{Kind: diagnosis.Tried, Subject: f.ID, Outcome: diagnosis.Failed}
				return f.Minutes*mass + walk(m, policy, rest, next(failed))
			}
		}
	case diagnosis.StepCheck:
		for _, k := range m.Checks {
			if k.ID == step.ID {
				return k.Minutes*mass + branches(m, policy, k, w, next)
			}
		}
	case diagnosis.StepGate:
		for _, g := range m.Gates {
			if g.ID == step.ID {
				open := diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: g.ID}
				return g.Minutes*mass + walk(m, policy, w, next(open))
			}
		}
	}
	return m.ServiceMinutes * mass
}

// branches returns the expected cost after a check, over all its answers, times the mass of w.
func branches(m *diagnosis.Model, policy simulation.Policy, k diagnosis.Check, w []float64,
	next func(diagnosis.Evidence) []diagnosis.Evidence,
) float64 {
	after := func(answer string, chance func(h int) float64) float64 {
		answered := diagnosis.Evidence{Kind: diagnosis.Answered, Subject: k.ID, Answer: answer}
		return walk(m, policy, weigh(w, chance), next(answered))
	}
	cost := 0.0
	for a, answer := range k.Answers {
		cost += after(answer, func(h int) float64 { return k.P[h][a] * (1 - k.DontKnow) })
	}
	if k.DontKnow > 0 {
		cost += after(diagnosis.CantTell, func(int) float64 { return k.DontKnow })
	}
	return cost
}

// Optimum returns the least expected minutes that any policy can reach, by dynamic programming over which
// steps are left and the beliefs that go with them. Answers open and shut fixes. Locks and the minutes of gates
// are left out.
func Optimum(m *diagnosis.Model) float64 {
	o := &optimum{m: m, answer: make([]int8, len(m.Checks)), memo: map[string]float64{}}
	return o.value(priors(m))
}

// optimum memoises the value of a state: for each check not asked, answered or unanswered, and for each fix
// tried or not.
type optimum struct {
	m      *diagnosis.Model
	answer []int8 // 0 open, 1 no answer, 2+a answer a
	fixed  uint64
	memo   map[string]float64
}

func (o *optimum) key() string {
	b := make([]byte, 0, len(o.answer)+8)
	for _, a := range o.answer {
		b = append(b, byte(a))
	}
	for s := 0; s < 64; s += 8 {
		b = append(b, byte(o.fixed>>s))
	}
	return string(b)
}

// value returns the least expected cost from the present state, times the mass of w.
func (o *optimum) value(w []float64) float64 {
	mass := sum(w)
	if mass < 1e-14 {
		return 0
	}
	key := o.key()
	if v, ok := o.memo[key]; ok {
		return v
	}
	best := mass * o.m.ServiceMinutes
	for f := range o.m.Fixes {
		if bit := uint64(1) << f; o.fixed&bit == 0 && o.isOpen(&o.m.Fixes[f]) {
			o.fixed |= bit
			rest := weigh(w, func(h int) float64 { return 1 - o.m.Fixes[f].Cure[h] })
			best = math.Min(best, o.m.Fixes[f].Minutes*mass+o.value(rest))
			o.fixed &^= bit
		}
	}
	for k := range o.m.Checks {
		if o.answer[k] != 0 {
			continue
		}
		check := &o.m.Checks[k]
		cost := check.Minutes * mass
		for a := range check.Answers {
			o.answer[k] = int8(2 + a)
			cost += o.value(weigh(w, func(h int) float64 { return check.P[h][a] * (1 - check.DontKnow) }))
		}
		if check.DontKnow > 0 {
			o.answer[k] = 1
			cost += o.value(weigh(w, func(int) float64 { return check.DontKnow }))
		}
		o.answer[k] = 0
		best = math.Min(best, cost)
	}
	o.memo[key] = best
	return best
}

// isOpen reports whether the answers so far allow a fix.
func (o *optimum) isOpen(f *diagnosis.Fix) bool {
	stands := func(g diagnosis.Given) bool {
		k := slices.IndexFunc(o.m.Checks, func(k diagnosis.Check) bool { return k.ID == g.Check })
		a := int(o.answer[k]) - 2
		return a >= 0 && slices.Contains(g.Answers, o.m.Checks[k].Answers[a])
	}
	return !slices.ContainsFunc(f.Needs, func(g diagnosis.Given) bool { return !stands(g) }) &&
		!slices.ContainsFunc(f.NeverAfter, stands)
}

// sum returns the sum of w.
func sum(w []float64) float64 {
	s := 0.0
	for _, x := range w {
		s += x
	}
	return s
}

// weigh returns w with each element multiplied by its factor.
func weigh(w []float64, by func(h int) float64) []float64 {
	out := make([]float64, len(w))
	for h, x := range w {
		out[h] = x * by(h)
	}
	return out
}
