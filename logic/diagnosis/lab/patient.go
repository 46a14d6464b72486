package lab

import (
	"math/rand/v2"

	"backupdoctor/logic/diagnosis"
)

// Patient is a simulated case with everything drawn beforehand, so that all policies meet the same person (common random
// numbers): the causes, what the phone says, every answer, and whether each fix would end the trouble.
type Patient struct {
	Causes  []int // indices of the true causes; more than one when several came together
	Symptom int   // index of what the phone says, or -1
	Answers []int // by check: index of the answer, or -1 for "can't tell"
	Cured   [][]bool
}

// Clinic draws patients from a model.
type Clinic struct {
	Model *diagnosis.Model
	// CantTell replaces every check's own chance of no answer when it is not negative.
	CantTell float64
	// Wrong is the chance that an answer is replaced by another one, evenly.
	Wrong float64
	// Two is the share of patients with two causes at once; Pairs lists which ones come together.
	Two   float64
	Pairs [][2]int
}

// Draw makes a patient. The same state of r gives the same patient, and each patient takes its own stretch of random
// numbers, so that a change of one probability does not shuffle the others.
func (c *Clinic) Draw(r *rand.Rand) Patient {
	m := c.Model
	first := draw(r, len(m.Causes), func(h int) float64 { return m.Causes[h].Prior })
	p := Patient{Causes: []int{first}, Symptom: -1}
	two, pair := r.Float64(), r.IntN(max(len(c.Pairs), 1))
	if two < c.Two && len(c.Pairs) > 0 {
		p.Causes = []int{c.Pairs[pair][0], c.Pairs[pair][1]}
	}
	shows := p.Causes[r.IntN(len(p.Causes))]
	x := r.Float64()
	for s := range m.Symptoms {
		if x -= m.Symptoms[s].P[shows]; x < 0 {
			p.Symptom = s
			break
		}
	}
	for k := range m.Checks {
		p.Answers = append(p.Answers, c.answer(r, &m.Checks[k], p.Causes))
	}
	for _, h := range p.Causes {
		cured := make([]bool, len(m.Fixes))
		for f := range m.Fixes {
			cured[f] = r.Float64() < m.Fixes[f].Cure[h]
		}
		p.Cured = append(p.Cured, cured)
	}
	return p
}

// answer draws what the person sees. With several causes the abnormal one wins: each draws its answer, and the one that is
// least usual among all causes is what is seen.
func (c *Clinic) answer(r *rand.Rand, k *diagnosis.Check, causes []int) int {
	blind := k.DontKnow
	if c.CantTell >= 0 {
		blind = c.CantTell
	}
	cantTell, wrong, other := r.Float64() < blind, r.Float64() < c.Wrong, r.IntN(len(k.Answers))
	answer, rarest := -1, 2.0
	for _, h := range causes {
		a := draw(r, len(k.Answers), func(a int) float64 { return k.P[h][a] })
		usual := 0.0
		for g := range k.P {
			usual += k.P[g][a] / float64(len(k.P))
		}
		if usual < rarest {
			answer, rarest = a, usual
		}
	}
	switch {
	case cantTell:
		return -1
	case wrong:
		return other
	}
	return answer
}

// draw picks an index with the chance of its weight.
func draw(r *rand.Rand, n int, weight func(int) float64) int {
	total := 0.0
	for i := range n {
		total += weight(i)
	}
	x := r.Float64() * total
	for i := range n {
		if x -= weight(i); x < 0 {
			return i
		}
	}
	return n - 1
}

// Visit is what a patient went through under a policy.
type Visit struct {
	Patient  int // its place in the group
	Minutes  float64
	Steps    int
	Support  bool // it ended with handing over
	Risky    bool // it met a fix that can lose settings or data
	Evidence []diagnosis.Evidence
}

// maxSteps ends a visit of a policy that never stops; the real ones take a few dozen at most.
const maxSteps = 400

// Treat leads a patient through a policy until the trouble is over or handed over. Costs are the model's.
func (c *Clinic) Treat(p *Patient, policy Policy) Visit {
	var v Visit
	m := c.Model
	if p.Symptom >= 0 {
		v.Evidence = append(v.Evidence, diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: m.Symptoms[p.Symptom].ID})
	}
	left := make([]bool, len(p.Causes)) // true when ended
	for v.Steps < maxSteps {
		step := policy(v.Evidence)
		v.Steps++
		switch step.Kind {
		case diagnosis.StepCheck:
			k := index(len(m.Checks), func(i int) bool { return m.Checks[i].ID == step.ID })
			v.Minutes += m.Checks[k].Minutes
			answer := diagnosis.CantTell
			if a := p.Answers[k]; a >= 0 {
				answer = m.Checks[k].Answers[a]
			}
			v.Evidence = append(v.Evidence, diagnosis.Evidence{Kind: diagnosis.Answered, Subject: step.ID, Answer: answer})
		case diagnosis.StepGate:
			g := index(len(m.Gates), func(i int) bool { return m.Gates[i].ID == step.ID })
			v.Minutes += m.Gates[g].Minutes
			v.Evidence = append(v.Evidence, diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: step.ID})
		case diagnosis.StepFix:
			f := index(len(m.Fixes), func(i int) bool { return m.Fixes[i].ID == step.ID })
			v.Minutes += m.Fixes[f].Minutes
			v.Risky = v.Risky || m.Fixes[f].Risk >= diagnosis.LosesSettings
			over := true
			for i := range left {
				left[i] = left[i] || p.Cured[i][f]
				over = over && left[i]
			}
			if over {
				return v
			}
			v.Evidence = append(v.Evidence, diagnosis.Evidence{Kind: diagnosis.Tried, Subject: step.ID, Outcome: diagnosis.Failed})
		default:
			v.Minutes += m.ServiceMinutes
			v.Support = true
			return v
		}
	}
	return v
}

// index returns the first i below n that fits; steps come from the same model, so there is one.
func index(n int, fits func(int) bool) int {
	for i := range n {
		if fits(i) {
			return i
		}
	}
	panic("lab: a policy chose a step that the model lacks")
}
