package simulation

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"backupdoctor/logic/diagnosis"
)

// Patient is a simulated case with everything drawn beforehand, so that all policies meet the same person
// (common random numbers): the causes, what the phone says, every answer, and whether each fix would end the
// trouble.
type Patient struct {
	Causes  []int // indices of the true causes; more than one when several came together
	Symptom int   // index of what the phone says, or -1
	Answers []int // by check: index of the answer, or -1 for "can't tell"
	Cured   [][]bool
}

// Clinic draws patients from a model.
type Clinic struct {
	Model *diagnosis.Model
	// CantTell replaces every check's own chance of no answer; 0 leaves it.
	CantTell float64
	// Wrong is the chance that an answer is replaced by another one, evenly.
	Wrong float64
	// Two is the share of patients with two causes at once and Pairs lists which ones come together, all
	// equally often. When Pairs is empty, two causes are as frequent as the model has it.
	Two   float64
	Pairs [][2]int
}

// Draw makes a patient. The same state of r gives the same patient, and each patient takes its own stretch of
// random numbers, so that a change of one probability does not shuffle the others.
func (c *Clinic) Draw(r *rand.Rand) Patient {
	m := c.Model
	n := len(m.Causes)
	first := draw(r, n+len(m.Pairs), func(h int) float64 {
		switch {
		case h < n:
			return m.Causes[h].Prior
		case len(c.Pairs) > 0:
			return 0
		}
		return m.Pairs[h-n].Prior
	})
	p := Patient{Causes: []int{first}, Symptom: -1}
	if first >= n {
		p.Causes = c.indices(m.Pairs[first-n])
	}
	two, pair := r.Float64(), r.IntN(max(len(c.Pairs), 1))
	if two < c.Two && len(c.Pairs) > 0 {
		p.Causes = []int{c.Pairs[pair][0], c.Pairs[pair][1]}
	}
	shows := p.Causes[r.IntN(len(p.Causes))]
	message, complaint := r.Float64(), r.Float64()
	if p.Symptom = symptomAt(m, message, shows, false); p.Symptom < 0 {
		p.Symptom = symptomAt(m, complaint, shows, true) // who sees no message says it in own words
	}
	for k := range m.Checks {
		p.Answers = append(p.Answers, c.answer(r, &m.Checks[k], &p))
	}
	for _, h := range p.Causes {
		cured := make([]bool, len(m.Fixes))
		for f := range m.Fixes {
			cured[f] = r.Float64() < m.Fixes[f].Cure[h]
		}
		p.Cured = append(p.Cured, cured)
	}
	if c.Wrong == 0 { // mistakes may contradict the rest
		c.reconcile(r, &p)
	}
	return p
}

// rounds bounds how often the answers of a patient are drawn anew.
const rounds = 200

// reconcile draws answers anew until no two of them are what a phone can't show at one time.
func (c *Clinic) reconcile(r *rand.Rand, p *Patient) {
	m := c.Model
	gives := func(g diagnosis.Given) (check int, ok bool) {
		k := slices.IndexFunc(m.Checks, func(k diagnosis.Check) bool { return k.ID == g.Check })
		return k, k >= 0 && p.Answers[k] >= 0 && slices.Contains(g.Answers, m.Checks[k].Answers[p.Answers[k]])
	}
	for range rounds {
		calm := true
		for _, two := range m.Contradictions {
			k, one := gives(two.Answers[0])
			other := p.Symptom >= 0 && slices.Contains(two.Symptoms, m.Symptoms[p.Symptom].ID)
			if last := len(two.Answers) - 1; last > 0 {
				var g int
				if g, other = gives(two.Answers[1]); r.IntN(2) == 0 {
					k = g
				}
			}
			if one && other {
				calm = false
				p.Answers[k] = c.answer(r, &m.Checks[k], p)
			}
		}
		if calm {
			return
		}
	}
}

// symptomAt returns the message, or the complaint in own words, that a random number from 0 to 1 stands for
// under a cause; -1 for none.
func symptomAt(m *diagnosis.Model, x float64, cause int, own bool) int {
	for s := range m.Symptoms {
		if m.Symptoms[s].Own != own {
			continue
		}
		if x -= m.Symptoms[s].P[cause]; x < 0 {
			return s
		}
	}
	return -1
}

// indices finds the two causes of a pair.
func (c *Clinic) indices(pair diagnosis.Pair) []int {
	at := func(id string) int {
		return slices.IndexFunc(c.Model.Causes, func(h diagnosis.Cause) bool { return h.ID == id })
	}
	return []int{at(pair.A), at(pair.B)}
}

// answer draws what the person sees. With several causes each draws its answer, and the one farther from
// healthy is seen. Whether the phone shows a message is as with the patient's symptom.
func (c *Clinic) answer(r *rand.Rand, k *diagnosis.Check, p *Patient) int {
	blind := k.DontKnow
	if c.CantTell > 0 {
		blind = c.CantTell
	}
	cantTell, wrong, other := r.Float64() < blind, r.Float64() < c.Wrong, r.IntN(len(k.Answers))
	answer := -1
	for _, h := range p.Causes {
		a := draw(r, len(k.Answers), func(a int) float64 { return k.P[h][a] })
		if answer < 0 || above(k, a, answer) {
			answer = a
		}
	}
	if len(k.MessageShown) > 0 {
		shown := p.Symptom >= 0 && c.Model.Symptoms[p.Symptom].MessageShown
		answer = slices.Index(k.MessageShown, shown)
	}
	switch {
	case cantTell:
		return -1
	case wrong:
		return other
	}
	return answer
}

// above reports whether answer a shows in spite of answer b: by rank, or without ranks because it is rarer.
func above(k *diagnosis.Check, a, b int) bool {
	if len(k.Rank) > 0 {
		return k.Rank[a] > k.Rank[b]
	}
	usual := func(a int) (sum float64) {
		for _, row := range k.P {
			sum += row[a]
		}
		return sum
	}
	return usual(a) < usual(b)
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
	Last     diagnosis.Option
	Evidence []diagnosis.Evidence
}

// maxSteps ends a visit of a policy that never stops; the real ones take a few dozen at most.
const maxSteps = 400

// Treat leads a patient through a policy until the trouble is over or handed over. Costs are the model's. It
// fails when the policy chooses a step that the model lacks.
func (c *Clinic) Treat(p *Patient, policy Policy) (Visit, error) {
	var v Visit
	m := c.Model
	if p.Symptom >= 0 {
		noticed := diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: m.Symptoms[p.Symptom].ID}
		v.Evidence = append(v.Evidence, noticed)
	}
	left := make([]bool, len(p.Causes)) // true when ended
	for v.Steps < maxSteps {
		step := policy(v.Evidence)
		v.Steps++
		v.Last = step
		if step.Kind == diagnosis.StepSupport {
			break
		}
		e, minutes, over := c.take(p, step, left, &v)
		if e.Subject == "" {
			return v, fmt.Errorf("the policy chose the %s %q, which the model lacks", step.Kind, step.ID)
		}
		v.Minutes += minutes
		if over {
			return v, nil
		}
		v.Evidence = append(v.Evidence, e)
	}
	v.Minutes += m.ServiceMinutes
	v.Support = true
	return v, nil
}

// take does one step and returns what is known then. The evidence has no subject when the model lacks the
// step.
func (c *Clinic) take(p *Patient, step diagnosis.Option, left []bool, v *Visit) (
	e diagnosis.Evidence, minutes float64, over bool,
) {
	m := c.Model
	switch step.Kind {
	case diagnosis.StepCheck:
		if k := slices.IndexFunc(m.Checks, func(k diagnosis.Check) bool { return k.ID == step.ID }); k >= 0 {
			e = diagnosis.Evidence{Kind: diagnosis.Answered, Subject: step.ID, Answer: diagnosis.CantTell}
			if a := p.Answers[k]; a >= 0 {
				e.Answer = m.Checks[k].Answers[a]
			}
			minutes = m.Checks[k].Minutes
		}
	case diagnosis.StepGate:
		if g := slices.IndexFunc(m.Gates, func(g diagnosis.Gate) bool { return g.ID == step.ID }); g >= 0 {
			e = diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: step.ID}
			minutes = m.Gates[g].Minutes
		}
	case diagnosis.StepFix:
		if f := slices.IndexFunc(m.Fixes, func(f diagnosis.Fix) bool { return f.ID == step.ID }); f >= 0 {
			e = diagnosis.Evidence{Kind: diagnosis.Tried, Subject: step.ID, Outcome: diagnosis.Failed}
			minutes, over = m.Fixes[f].Minutes, true
			v.Risky = v.Risky || m.Fixes[f].Risk >= diagnosis.LosesSettings
			for i := range left {
				left[i] = left[i] || p.Cured[i][f]
				over = over && left[i]
			}
		}
	}
	return e, minutes, over
}
