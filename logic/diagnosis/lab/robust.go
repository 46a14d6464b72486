package lab

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync/atomic"

	"backupdoctor/logic/diagnosis"
)

// preconditions lists the causes that most often come together: conditions of the nightly backup, and the switch.
var preconditions = []string{"no-power", "not-locked", "no-wifi", "low-data-mode", "low-power-mode", "backup-off"}

// Pairs returns all pairs of the conditions that a backup needs, as indices of the model's causes.
func Pairs(m *diagnosis.Model) [][2]int {
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

// Doubt is a way in which the model can be wrong about the world.
type Doubt struct {
	Name  string
	Noise float64 // standard deviation of the log-odds noise in what the core believes
	Clinic
}

// doubts lists the rows of the third table.
func (t *Trial) doubts() []Doubt {
	m := t.Core.Model()
	pairs := Pairs(m)
	as := func(c Clinic) Clinic {
		c.Model = m
		if c.CantTell == 0 {
			c.CantTell = -1
		}
		return c
	}
	return []Doubt{
		{Name: "The model is right", Clinic: as(Clinic{})},
		{Name: "Believed numbers off by 0.5", Noise: 0.5, Clinic: as(Clinic{})},
		{Name: "Believed numbers off by 1.0", Noise: 1.0, Clinic: as(Clinic{})},
		{Name: "Believed numbers off by 1.5", Noise: 1.5, Clinic: as(Clinic{})},
		{Name: "20 % can't tell", Clinic: as(Clinic{CantTell: 0.2})},
		{Name: "5 % wrong answers", Clinic: as(Clinic{Wrong: 0.05})},
		{Name: "14 % with two causes", Clinic: as(Clinic{Two: 0.14, Pairs: pairs})},
		{Name: "28 % with two causes", Clinic: as(Clinic{Two: 0.28, Pairs: pairs})},
		{Name: "All with two causes", Clinic: as(Clinic{Two: 1, Pairs: pairs})},
	}
}

// Robust is the third table: what the policies cost when the world is not as the model says. The map gives the core's mean
// minutes over the article's, by the name of the row.
func (t *Trial) Robust(ctx context.Context) (Table, map[string]float64, error) {
	size := max(t.Patients/4, 1)
	table := Table{
		Title: "When the world is not as the model says",
		Note: fmt.Sprintf("Mean minutes of %d patients for each row; noise is normal, on the log-odds of all numbers that the "+
			"policies believe, mean of %d draws; seed %d.", size, t.Draws, t.Seed),
		Head: []string{"world", "article", "chance per minute", "information", "one step", "core", "core ± s.e.", "core / article", "perfect"},
	}
	shares := map[string]float64{}
	all := t.doubts()
	total := 0
	for _, d := range all {
		total += t.draws(d) * rivals * size
	}
	done := t.step("robustness", total)
	for _, d := range all {
		means := make([]float64, rivals)
		stdErr := 0.0
		group := &Group{Clinic: &d.Clinic, Size: size, Seed: t.Seed + 1}
		for draw := range t.draws(d) {
			believed := t.Core
			if d.Noise > 0 {
				var err error
				if believed, err = diagnosis.New(Noisy(t.Core.Model(), d.Noise, rand.New(rand.NewPCG(t.Seed, uint64(draw))))); err != nil {
					return table, nil, err
				}
			}
			for i, c := range t.contests(believed) {
				visits, err := group.Treat(ctx, Remembering(c.Policy), done)
				if err != nil {
					return table, nil, err
				}
				s := Summarize(visits)
				means[i] += s.Mean / float64(t.draws(d))
				stdErr = s.StdErr
			}
		}
		shares[d.Name] = means[rivals-1] / means[0]
		table.Rows = append(table.Rows, []string{
			d.Name, minutes(means[0]), minutes(means[1]), minutes(means[2]), minutes(means[3]), minutes(means[4]), fmt.Sprintf("%.2f", stdErr),
			fmt.Sprintf("%.2f", shares[d.Name]), minutes(Summarize(group.Perfect()).Mean),
		})
	}
	return table, shares, nil
}

func (t *Trial) draws(d Doubt) int {
	if d.Noise > 0 {
		return t.Draws
	}
	return 1
}

// counter turns calls into a running number.
func counter(report func(done int)) func() {
	var n atomic.Int64
	return func() { report(int(n.Add(1))) }
}
