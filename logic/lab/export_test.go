package lab

import (
	"context"

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

var IsSensible = isSensible
