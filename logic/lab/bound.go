package lab

import (
	"context"
	"fmt"
	"math"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// bound is a number of minutes below which no policy comes on average.
type bound struct {
	minutes float64
	stdErr  float64 // 0 when the bound is exact
}

// expansions ends the search for the least cost of one patient; what was found until then is a bound, too.
const expansions = 40000

// freeAnswers bounds policies that know the answers to all questions and ask only what the rules demand
// before a fix, by patients with one cause: the best sequence of fixes, whichever must come before which.
// With the answers comes the knowledge that there is one cause only. The known causes of the same patients,
// whose mean is known exactly, take most of the chance out.
func (t *Trial) freeAnswers(ctx context.Context) (bound, error) {
	single := *t.Core.Model()
	single.Pairs = nil
	singles, pairs, share, err := knownCosts(t.Core.Model())
	if err != nil {
		return bound{}, err
	}
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: &single}, Size: t.Bound, Seed: t.Seed + 3}
	above := make([]float64, t.Bound)
	done := t.step("bound", t.Bound)
	err = simulation.Spread(ctx, t.Bound, func(i int) error {
		p := group.Patient(i)
		r, w, err := withAllAnswers(&single, &p, rare)
		if err != nil {
			return err
		}
		low, _ := r.least(w, expansions)
		above[i] = low - r.apart(w, state{})
		done()
		return nil
	})
	mean, stdErr := meanOf(above)
	return bound{(1-share)*(singles+mean) + share*pairs, (1 - share) * stdErr}, err
}

// withAllAnswers returns what is left to do for a patient after all answers against the causes that are
// likelier than least, and the beliefs in them.
func withAllAnswers(m *diagnosis.Model, p *simulation.Patient, least float64) (*repair, []float64, error) {
	w, causes := posterior(m, p, least)
	r, err := newRepair(m, causes, usableAfter(m, p.Answers))
	return r, w, err
}

// meanOf returns the mean and its standard error.
func meanOf(numbers []float64) (mean, stdErr float64) {
	n := float64(len(numbers))
	mean = sum(numbers) / n
	for _, x := range numbers {
		stdErr += (x - mean) * (x - mean)
	}
	return mean, math.Sqrt(stdErr / max(n-1, 1) / n)
}

// rare is the belief below which a cause is left out of the search: it costs at least what it costs when it
// is known, which the mean of the known causes holds already.
const rare = 0.001

// posterior returns the causes that are likelier than least after all that a patient of a model without
// pairs can tell, and the beliefs in them.
func posterior(m *diagnosis.Model, p *simulation.Patient, least float64) (w []float64, causes []int) {
	all := weigh(priors(m), func(h int) float64 {
		like := saying(m, p.Symptom, h)
		for k, a := range p.Answers {
			if a >= 0 && len(m.Checks[k].MessageShown) == 0 {
				like *= m.Checks[k].P[h][a]
			}
		}
		return like
	})
	total := sum(all)
	for h, x := range all {
		if x > least*total {
			w, causes = append(w, x/total), append(causes, h)
		}
	}
	return w, causes
}

// saying returns how likely somebody with a cause says what a patient says, or nothing: the message first,
// and who sees none says it in own words.
func saying(m *diagnosis.Model, symptom, h int) float64 {
	none, silent := 1.0, 1.0
	for _, s := range m.Symptoms {
		if s.Own {
			silent -= s.P[h]
		} else {
			none -= s.P[h]
		}
	}
	switch {
	case symptom < 0:
		return max(none, 0) * max(silent, 0)
	case m.Symptoms[symptom].Own:
		return max(none, 0) * m.Symptoms[symptom].P[h]
	}
	return m.Symptoms[symptom].P[h]
}

// free returns a core for the same model that may pay and delete before it has tried what costs and loses nothing,
// as a bound may: only questions come first.
func (t *Trial) free() (*diagnosis.Core, error) {
	m := *t.Core.Model()
	m.Fixes = slices.Clone(m.Fixes)
	for i := range m.Fixes {
		m.Fixes[i].First = slices.DeleteFunc(slices.Clone(m.Fixes[i].First), func(id string) bool {
			return slices.ContainsFunc(m.Fixes, func(f diagnosis.Fix) bool { return f.ID == id })
		})
	}
	return diagnosis.New(m)
}

// bounds makes the table that says how far the core is from the best that any policy could reach.
func (t *Trial) bounds(ctx context.Context, core simulation.Summary) (Table, error) {
	table := Table{
		Title: "How far the optimum is",
		Note: fmt.Sprintf("No policy takes fewer minutes on average than a bound says. Only the questions that the "+
			"rules demand before a fix are paid for. All answers free is taken from %d patients; seed %d. Bounds may pay "+
			"and delete before what costs and loses nothing; the last column is for the core that may, too.", t.Bound, t.Seed),
		Head: []string{"bound", "minutes", "s.e.", "the core is above it by", "in any order, by"},
	}
	freed, err := t.free()
	if err != nil {
		return table, err
	}
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: t.Core.Model()}, Size: t.Patients, Seed: t.Seed}
	visits, err := group.Treat(ctx, simulation.Remembering(simulation.CorePolicy(freed)), t.step("any order", t.Patients))
	if err != nil {
		return table, err
	}
	first := simulation.Summarize(visits)
	known, err := KnownCost(t.Core.Model())
	if err != nil {
		return table, err
	}
	free, err := t.freeAnswers(ctx)
	if err != nil {
		return table, err
	}
	for _, row := range []struct {
		name string
		bound
	}{
		{"Cause known, results of fixes unknown", bound{minutes: known}},
		{"All answers free", free},
	} {
		table.Rows = append(table.Rows, []string{
			row.name, minutes(row.minutes), fmt.Sprintf("%.2f", row.stdErr), percent(core.Mean/row.minutes - 1),
			fmt.Sprintf("%s (%s minutes)", percent(first.Mean/row.minutes-1), minutes(first.Mean)),
		})
	}
	return table, nil
}
