package lab

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// contradictions measures how well contradictions are found: on the evidence of simulated visits as it is,
// and with one answer of each replaced by another.
func (t *Trial) contradictions(ctx context.Context) (Table, error) {
	size := max(t.Patients/4, 1)
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: t.Core.Model()}, Size: size, Seed: t.Seed + 2}
	policy := simulation.Remembering(simulation.CorePolicy(t.Core))
	visits, err := group.Treat(ctx, policy, t.step("contradictions", size))
	if err != nil {
		return Table{}, err
	}
	var honest, torn, flagged, found, named int
	for i, v := range visits {
		if err := ctx.Err(); err != nil {
			return Table{}, err
		}
		honest++
		if _, doubtful := t.Core.Doubt(v.Evidence); doubtful {
			flagged++
		}
		wrong, at := mistaken(simulation.Random(t.Seed, uint64(i)), t.Core.Model(), v.Evidence)
		if at < 0 {
			continue
		}
		torn++
		if d, doubtful := t.Core.Doubt(wrong); doubtful {
			found++
			if d.Answer == at {
				named++
			}
		}
	}
	share := func(n, of int) string { return percent(float64(n) / float64(max(of, 1))) }
	return Table{
		Title: "Contradictions",
		Note: fmt.Sprintf("Evidence of %d simulated visits at their end; in the second row one answer of each is "+
			"replaced by another. Most wrong answers contradict nothing: the rest fits them as well.", size),
		Head: []string{"evidence", "contradiction seen", "right answer named"},
		Rows: [][]string{
			{"All answers right", share(flagged, honest), ""},
			{"One answer wrong", share(found, torn), share(named, found)},
		},
	}, nil
}

// mistaken replaces one answer by another and returns its index in the evidence, or -1 when there is no
// answer.
func mistaken(r *rand.Rand, m *diagnosis.Model, list []diagnosis.Evidence) ([]diagnosis.Evidence, int) {
	var answers []int
	for i, e := range list {
		if e.Kind == diagnosis.Answered && e.Answer != diagnosis.CantTell {
			answers = append(answers, i)
		}
	}
	if len(answers) == 0 {
		return list, -1
	}
	at := answers[r.IntN(len(answers))]
	wrong := slices.Clone(list)
	for _, k := range m.Checks {
		if k.ID == wrong[at].Subject {
			others := slices.DeleteFunc(slices.Clone(k.Answers), func(a string) bool { return a == wrong[at].Answer })
			wrong[at].Answer = others[r.IntN(len(others))]
		}
	}
	return wrong, at
}
