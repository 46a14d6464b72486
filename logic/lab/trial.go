package lab

import (
	"context"
	"fmt"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// Trial is one run of the laboratory on a model. The same numbers give the same tables.
type Trial struct {
	Core     *diagnosis.Core
	Article  *Article
	Seed     uint64
	Patients int // simulated patients for the first table; a quarter of them for each row of the third
	Models   int // random small models for the second table
	Draws    int // noisy models for each level of noise
	Paths    int // simulated paths on which the gates are watched
	Bound    int // patients from whom the bound with all answers free is taken
	Charged  int // patients from whom the bound that charges for long questions is taken
	// Progress is called with the present part and how much of it is done, from several goroutines. It may be
	// nil.
	Progress func(part string, done, total int)
}

// step returns a function that counts one more piece of a part as done.
func (t *Trial) step(part string, total int) func() {
	if t.Progress == nil {
		return func() {}
	}
	return counter(func(done int) { t.Progress(part, done, total) })
}

// contest is a policy with its name.
type contest struct {
	Name   string
	Policy simulation.Policy
}

// contests lists the policies for a believed model, the core last.
func (t *Trial) contests(core *diagnosis.Core) []contest {
	return []contest{
		{"Article, from top to bottom", t.Article.Policy()},
		{"Fixes by chance per minute", EfficiencyPolicy(core)},
		{"Information per minute, then fixes", InformationPolicy(core)},
		{"The core, one step ahead", simulation.CorePolicy(core.OneStep())},
		{"The core", simulation.CorePolicy(core)},
	}
}

// patients makes the first table: patients of the knowledge base under each policy. All policies meet the
// same patients.
func (t *Trial) patients(ctx context.Context) (Table, map[string]simulation.Summary, error) {
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: t.Core.Model()}, Size: t.Patients, Seed: t.Seed}
	table := Table{
		Title: "Patients of the knowledge base",
		Note: fmt.Sprintf("%d simulated patients, the same ones for every row; minutes; seed %d. "+
			"Risky fixes follow the same gates in all rows but the article's.", t.Patients, t.Seed),
		Head: []string{"policy", "mean", "s.e.", "median", "p90", "steps", "support", "risky"},
	}
	sums := map[string]simulation.Summary{}
	row := func(name string, s simulation.Summary) {
		sums[name] = s
		table.Rows = append(table.Rows, []string{
			name, minutes(s.Mean), fmt.Sprintf("%.2f", s.StdErr), minutes(s.Median), minutes(s.P90),
			fmt.Sprintf("%.1f", s.Steps), percent(s.Support), percent(s.Risky),
		})
	}
	all := t.contests(t.Core)
	done := t.step("patients", len(all)*t.Patients)
	for _, c := range all {
		visits, err := group.Treat(ctx, simulation.Remembering(c.Policy), done)
		if err != nil {
			return table, nil, err
		}
		row(c.Name, simulation.Summarize(visits))
	}
	return table, sums, nil
}

// distance is the distance of a policy from the optimum on small models: its minutes divided by the
// optimum's.
type distance struct{ Mean, P95, Max float64 }

// smallModels makes the second table: expected cost over the exact optimum on random small models.
func (t *Trial) smallModels(ctx context.Context) (Table, map[string]distance, error) {
	names := []string{
		"Fixes by chance per minute", "Information per minute, then fixes", "The core, one step ahead", "The core",
		"Cause known (a bound)",
	}
	ratios := make([][]float64, len(names))
	for i := range ratios {
		ratios[i] = make([]float64, t.Models)
	}
	done := t.step("small models", t.Models)
	err := simulation.Spread(ctx, t.Models, func(i int) error {
		m := RandomModel(simulation.Random(t.Seed, uint64(i)), Shape{Causes: 7, Checks: 6, Fixes: 7})
		core, err := diagnosis.New(m)
		if err != nil {
			return err
		}
		best := Optimum(&m)
		ratios[0][i] = ExactCost(&m, simulation.Remembering(EfficiencyPolicy(core))) / best
		ratios[1][i] = ExactCost(&m, simulation.Remembering(InformationPolicy(core))) / best
		ratios[2][i] = ExactCost(&m, simulation.Remembering(simulation.CorePolicy(core.OneStep()))) / best
		ratios[3][i] = ExactCost(&m, simulation.Remembering(simulation.CorePolicy(core))) / best
		known, err := KnownCost(&m)
		ratios[4][i] = known / best
		done()
		return err
	})
	if err != nil {
		return Table{}, nil, err
	}
	table := Table{
		Title: "Distance from the optimum",
		Note: fmt.Sprintf("Expected minutes over the exact optimum (dynamic programming) on %d random models with 7 causes, "+
			"6 checks and 7 fixes; seed %d.", t.Models, t.Seed),
		Head: []string{"policy", "mean", "p95", "max"},
	}
	result := map[string]distance{}
	for i, name := range names {
		r := distance{sum(ratios[i]) / float64(t.Models), simulation.Quantile(ratios[i], 0.95), simulation.Quantile(ratios[i], 1)}
		result[name] = r
		table.Rows = append(table.Rows, []string{
			name, fmt.Sprintf("%.3f", r.Mean), fmt.Sprintf("%.3f", r.P95), fmt.Sprintf("%.3f", r.Max),
		})
	}
	return table, result, nil
}

// minutes and percent write numbers for tables.
func minutes(x float64) string { return fmt.Sprintf("%.1f", x) }
func percent(x float64) string { return fmt.Sprintf("%.1f %%", 100*x) }
