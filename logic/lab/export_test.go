package lab

import (
	"context"

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
	low, high = r.least(w, expansions)
	return low, high, nil
}

func (t *Trial) Free() (*diagnosis.Core, error) { return t.free() }

func (t *Trial) FreeAnswers(ctx context.Context) (float64, error) {
	b, err := t.freeAnswers(ctx)
	return b.minutes, err
}
