package lab

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// bound is a number of minutes below which no policy comes on average.
type bound struct {
	minutes float64
	stdErr  float64 // 0 when the bound is exact
}

// expansions ends the search for the least cost of one patient; what was found until then is a bound, too. Nearly
// all end by themselves before.
const expansions = 3000

// freeAnswers bounds policies that know the answers to all questions and ask only what the rules demand
// before a fix, by patients with one cause: the best sequence of fixes, whichever must come before which.
// With the answers comes the knowledge that there is one cause only.
func (t *Trial) freeAnswers(ctx context.Context) (bound, error) {
	return t.over(ctx, "bound", t.Bound, func(m *diagnosis.Model, p *simulation.Patient, _ *rand.Rand) (float64, error) {
		r, w, err := withAllAnswers(m, p, rare)
		if err != nil {
			return 0, err
		}
		low, _ := r.least(w, state{}, expansions, nil)
		return low - r.apart(w, state{}), nil
	})
}

// over bounds policies by the mean of what patients with one cause need above the minutes of their known causes. The
// mean of those is known exactly, which takes most of the chance out.
func (t *Trial) over(ctx context.Context, part string, patients int,
	above func(m *diagnosis.Model, p *simulation.Patient, r *rand.Rand) (float64, error),
) (bound, error) {
	single := *t.Core.Model()
	single.Pairs = nil
	singles, pairs, share, err := knownCosts(t.Core.Model())
	if err != nil {
		return bound{}, err
	}
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: &single}, Size: patients, Seed: t.Seed + 3}
	all := make([]float64, patients)
	done := t.step(part, patients)
	err = simulation.Spread(ctx, patients, func(i int) error {
		p := group.Patient(i)
		var err error
		all[i], err = above(&single, &p, simulation.Random(t.Seed+4, uint64(i)))
		done()
		return err
	})
	mean, stdErr := meanOf(all)
	return bound{(1-share)*(singles+mean) + share*pairs, (1 - share) * stdErr}, err
}

// withAllAnswers returns what is left to do for a patient after all answers against the causes that are
// likelier than least, and the beliefs in them.
func withAllAnswers(m *diagnosis.Model, p *simulation.Patient, least float64) (*repair, []float64, error) {
	w, causes := posterior(m, p, least, func(int) bool { return true })
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

// posterior returns the causes that are likelier than least after what a patient of a model without pairs says
// and answers to the questions that count, and the beliefs in them.
func posterior(m *diagnosis.Model, p *simulation.Patient, least float64, counts func(check int) bool) (
	w []float64, causes []int,
) {
	all := weigh(priors(m), func(h int) float64 {
		return saying(m, p.Symptom, h) * answering(m, p.Answers, h, counts)
	})
	total := sum(all)
	for h, x := range all {
		if x > least*total {
			w, causes = append(w, x/total), append(causes, h)
		}
	}
	return w, causes
}

// answering returns how likely somebody with a cause gives these answers to the questions that count.
func answering(m *diagnosis.Model, answers []int, h int, counts func(check int) bool) float64 {
	like := 1.0
	for k, a := range answers {
		if a >= 0 && len(m.Checks[k].MessageShown) == 0 && counts(k) {
			like *= m.Checks[k].P[h][a]
		}
	}
	return like
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
			"rules demand before a fix are paid for, and in the last row the first that takes %d minutes or more. All "+
			"answers free is taken from %d patients, the last row from %d; seed %d. Bounds may pay and delete before "+
			"what costs and loses nothing; the last column is for the core that may, too.",
			longQuestion, t.Bound, t.Charged, t.Seed),
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
	charged, err := t.chargedAnswers(ctx)
	if err != nil {
		return table, err
	}
	for _, row := range []struct {
		name string
		bound
	}{
		{"Cause known, results of fixes unknown", bound{minutes: known}},
		{"All answers free", free},
		{fmt.Sprintf("Answers free, %d minutes for all to longer questions", longQuestion), charged},
	} {
		table.Rows = append(table.Rows, []string{
			row.name, minutes(row.minutes), fmt.Sprintf("%.2f", row.stdErr), percent(core.Mean/row.minutes - 1),
			fmt.Sprintf("%s (%s minutes)", percent(first.Mean/row.minutes-1), minutes(first.Mean)),
		})
	}
	return table, nil
}
