package lab

import (
	"context"
	"fmt"
	"math"
	"sync/atomic"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// preconditions lists the causes that most often come together: conditions of the nightly backup, and the
// switch.
var preconditions = []string{"no-power", "not-locked", "no-wifi", "low-data-mode", "low-power-mode", "backup-off"}

// preconditionPairs returns all pairs of the conditions that a backup needs, as indices of the model's
// causes.
func preconditionPairs(m *diagnosis.Model) [][2]int {
	var group []int
	for _, id := range preconditions {
		for h := range m.Causes {
			if m.Causes[h].ID == id {
				group = append(group, h)
			}
		}
	}
	var pairs [][2]int
	for i, a := range group {
		for _, b := range group[i+1:] {
			pairs = append(pairs, [2]int{a, b})
		}
	}
	return pairs
}

// world is a world about which the model may be wrong.
type world struct {
	Name  string
	Noise float64 // standard deviation of the log-odds noise in what the core believes
	simulation.Clinic
}

// worlds lists the rows of the third table.
func (t *Trial) worlds() []world {
	m := t.Core.Model()
	pairs := preconditionPairs(m)
	return []world{
		{Name: "The model is right", Clinic: simulation.Clinic{Model: m}},
		{Name: "Believed numbers off by 0.5", Noise: 0.5, Clinic: simulation.Clinic{Model: m}},
		{Name: "Believed numbers off by 1.0", Noise: 1.0, Clinic: simulation.Clinic{Model: m}},
		{Name: "Believed numbers off by 1.5", Noise: 1.5, Clinic: simulation.Clinic{Model: m}},
		{Name: "20 % can't tell", Clinic: simulation.Clinic{Model: m, CantTell: 0.2}},
		{Name: "5 % wrong answers", Clinic: simulation.Clinic{Model: m, Wrong: 0.05}},
		{Name: "Nobody with two causes", Clinic: simulation.Clinic{Model: m, Pairs: pairs}},
		{Name: "14 % with two causes", Clinic: simulation.Clinic{Model: m, Two: 0.14, Pairs: pairs}},
		{Name: "28 % with two causes", Clinic: simulation.Clinic{Model: m, Two: 0.28, Pairs: pairs}},
		{Name: "All with two causes", Clinic: simulation.Clinic{Model: m, Two: 1, Pairs: pairs}},
	}
}

// robustness makes the third table: the minutes of the policies when the world is not as the model says. The
// map gives the core's mean minutes over the article's, by the name of the row.
func (t *Trial) robustness(ctx context.Context) (Table, map[string]float64, error) {
	size := max(t.Patients/4, 1)
	table := Table{
		Title: "When the world is not as the model says",
		Note: fmt.Sprintf("Mean minutes of %d patients for each row; noise is normal, "+
			"on the log-odds of all numbers that the policies believe, in %d draws that share the patients; seed %d.",
			size, t.Draws, t.Seed),
		Head: []string{
			"world", "article", "chance per minute", "information", "one step", "one cause", "core", "s.e.",
			"core / article", "cause known",
		},
	}
	shares := map[string]float64{}
	all := t.worlds()
	total := 0
	for _, d := range all {
		total += t.draws(d) * 6 * max(size/t.draws(d), 1)
	}
	done := t.step("robustness", total)
	for _, d := range all {
		row := []string{d.Name}
		var means [6]float64
		known, stdErr := 0.0, 0.0
		for draw := range t.draws(d) {
			group := &simulation.Group{Clinic: &d.Clinic, Size: max(size/t.draws(d), 1), Seed: t.Seed + 1 + uint64(draw)}
			bound, err := meanKnown(ctx, group)
			if err != nil {
				return table, nil, err
			}
			known += bound / float64(t.draws(d))
			policies, err := t.believing(d, draw)
			if err != nil {
				return table, nil, err
			}
			for i, policy := range policies {
				visits, err := group.Treat(ctx, simulation.Remembering(policy), done)
				if err != nil {
					return table, nil, err
				}
				s := simulation.Summarize(visits)
				means[i] += s.Mean / float64(t.draws(d))
				stdErr = s.StdErr / math.Sqrt(float64(t.draws(d)))
			}
		}
		for _, mean := range means {
			row = append(row, minutes(mean))
		}
		shares[d.Name] = means[5] / means[0]
		row = append(row, fmt.Sprintf("%.2f", stdErr), fmt.Sprintf("%.2f", shares[d.Name]), minutes(known))
		table.Rows = append(table.Rows, row)
	}
	return table, shares, nil
}

// meanKnown returns the mean minutes of patients whose causes are known.
func meanKnown(ctx context.Context, g *simulation.Group) (float64, error) {
	each := make([]float64, g.Size)
	err := simulation.Spread(ctx, g.Size, func(i int) (err error) {
		p := g.Patient(i)
		each[i], err = KnownMinutes(g.Clinic.Model, &p)
		return err
	})
	return sum(each) / float64(g.Size), err
}

// believing returns the policies of the table's columns for somebody who believes one draw of a doubt's
// numbers: those of the first table, and before the core the core without pairs of causes.
func (t *Trial) believing(w world, draw int) ([6]simulation.Policy, error) {
	m := *t.Core.Model()
	if w.Noise > 0 {
		m = Noisy(&m, w.Noise, simulation.Random(t.Seed, uint64(draw)))
	}
	core, err := diagnosis.New(m)
	if err != nil {
		return [6]simulation.Policy{}, err
	}
	m.Pairs = nil
	single, err := diagnosis.New(m)
	if err != nil {
		return [6]simulation.Policy{}, err
	}
	return [6]simulation.Policy{
		t.Article.Policy(), EfficiencyPolicy(core), InformationPolicy(core),
		simulation.CorePolicy(core.OneStep()), simulation.CorePolicy(single), simulation.CorePolicy(core),
	}, nil
}

func (t *Trial) draws(w world) int {
	if w.Noise > 0 {
		return t.Draws
	}
	return 1
}

// counter returns a function that counts its calls and reports the number.
func counter(report func(done int)) func() {
	var n atomic.Int64
	return func() { report(int(n.Add(1))) }
}
