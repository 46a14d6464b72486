package lab

import (
	"context"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

var PreconditionPairs = preconditionPairs

func (t *Trial) RealPatients(ctx context.Context) (Table, map[string]simulation.Summary, error) {
	return t.patients(ctx)
}

func (t *Trial) SmallModels(ctx context.Context) (Table, map[string]distance, error) {
	return t.smallModels(ctx)
}

func (t *Trial) Contradictions(ctx context.Context) (Table, error) { return t.contradictions(ctx) }

// Contests returns the policies of the first table by their names.
func (t *Trial) Contests() map[string]simulation.Policy {
	all := map[string]simulation.Policy{}
	for _, c := range t.contests(t.Core) {
		all[c.Name] = c.Policy
	}
	return all
}

var (
	IsSensible = isSensible
	ComesFirst = comesFirst
)

// FreeAnswers bounds the least minutes of a patient all of whose answers are known, of a model without pairs.
func FreeAnswers(m *diagnosis.Model, p *simulation.Patient) (low, high float64, err error) {
	r, w, err := withAllAnswers(m, p, 0)
	if err != nil {
		return 0, 0, err
	}
	low, high = r.least(w, state{}, expansions, nil)
	return low, high, nil
}

// ChargedAnswers bounds the least minutes of a patient, of a model without pairs, who pays for the answers to the
// questions that take so many minutes or more.
func ChargedAnswers(m *diagnosis.Model, p *simulation.Patient, longer float64) (float64, error) {
	c := chargeFor(m, longer)
	w, causes := posterior(m, p, 0, c.isFree)
	r, err := newRepair(m, causes, usableAfter(m, p.Answers))
	if err != nil {
		return 0, err
	}
	low, _ := r.least(w, state{}, expansions, c.asking(r, c.every(m, causes), expansions))
	return low, nil
}

// every returns the likelihoods of every combination of answers to the questions with a charge.
func (c *charge) every(m *diagnosis.Model, causes []int) [][]float64 {
	all := [][]float64{slices.Repeat([]float64{1}, len(causes))}
	for k := range m.Checks {
		if !c.checks[k] {
			continue
		}
		var next [][]float64
		for _, like := range all {
			for a := range m.Checks[k].Answers {
				one := make([]float64, len(causes))
				for j, h := range causes {
					one[j] = like[j] * m.Checks[k].P[h][a] * (1 - m.Checks[k].DontKnow)
				}
				next = append(next, one)
			}
			next = append(next, weigh(like, func(int) float64 { return m.Checks[k].DontKnow }))
		}
		all = next
	}
	return all
}

func (t *Trial) Free() (*diagnosis.Core, error) { return t.free() }

func (t *Trial) FreeAnswers(ctx context.Context) (float64, error) {
	b, err := t.freeAnswers(ctx)
	return b.minutes, err
}

func (t *Trial) ChargedAnswers(ctx context.Context) (float64, error) {
	b, err := t.chargedAnswers(ctx)
	return b.minutes, err
}
