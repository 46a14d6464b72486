package simulation

import (
	"math"
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// Agreement tells how well the beliefs about the sample cases agree with their true causes.
type Agreement struct {
	Cases   int      // with a true cause
	First   int      // a true cause leads
	Three   int      // a true cause is among the three most likely
	LogLoss float64  // mean of -ln P(true cause): 0 for somebody who is always certain and right
	Prior   float64  // the same for the beliefs before anything is known
	Missed  []string // ids of the cases in which another cause leads
}

// Agree compares the beliefs about each sample case that has a true cause with this cause. Of several true causes
// each may lead, and their probabilities are added.
func Agree(base *knowledge.Base) (Agreement, error) {
	cores := map[apple.Device]*diagnosis.Core{}
	var a Agreement
	for i := range base.SampleCases {
		c := &base.SampleCases[i]
		if len(c.Truth) == 0 {
			continue
		}
		core, err := coreFor(base, c, cores)
		if err != nil {
			return Agreement{}, err
		}
		a.Cases++
		before, _ := core.Beliefs(nil)
		now, _ := core.Beliefs(evidenceOf(c))
		rank, chance := placeOf(c.Truth, core.Model(), now)
		_, prior := placeOf(c.Truth, core.Model(), before)
		if rank == 0 {
			a.First++
		} else {
			a.Missed = append(a.Missed, c.ID)
		}
		if rank < likely {
			a.Three++
		}
		a.LogLoss -= math.Log(chance)
		a.Prior -= math.Log(prior)
	}
	if a.Cases > 0 {
		a.LogLoss /= float64(a.Cases)
		a.Prior /= float64(a.Cases)
	}
	return a, nil
}

// placeOf returns how many causes are likelier than the likeliest of the true ones, and the probability of all
// true ones.
func placeOf(truth []string, m *diagnosis.Model, beliefs []float64) (rank int, chance float64) {
	best := 0.0
	for h, p := range beliefs {
		if slices.Contains(truth, m.Causes[h].ID) {
			best, chance = max(best, p), chance+p
		}
	}
	for h, p := range beliefs {
		if p > best && !slices.Contains(truth, m.Causes[h].ID) {
			rank++
		}
	}
	return rank, chance
}
