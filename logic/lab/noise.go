package lab

import (
	"math"
	"math/rand/v2"
	"slices"

	"backupdoctor/logic/diagnosis"
)

// Noisy returns a copy of a model whose numbers are wrong: normal noise with standard deviation sd is added
// to the logarithm of each prior and to the log-odds of each likelihood and each cure, and rows are made to
// sum to 1 again. Zeros stay zeros. Ids, minutes, risks and gates stay the same.
func Noisy(m *diagnosis.Model, sd float64, r *rand.Rand) diagnosis.Model {
	noisy := *m
	noisy.Causes = slices.Clone(m.Causes)
	for h := range noisy.Causes {
		noisy.Causes[h].Prior *= math.Exp(sd * r.NormFloat64())
	}
	noisy.Pairs = slices.Clone(m.Pairs)
	for i := range noisy.Pairs {
		noisy.Pairs[i].Prior *= math.Exp(sd * r.NormFloat64())
	}
	noisy.Symptoms = slices.Clone(m.Symptoms)
	for s := range noisy.Symptoms {
		noisy.Symptoms[s].P = blurred(m.Symptoms[s].P, sd, r)
	}
	noisy.Checks = slices.Clone(m.Checks)
	for k := range noisy.Checks {
		check := &noisy.Checks[k]
		check.P = slices.Clone(check.P)
		for h := range check.P {
			row := blurred(check.P[h], sd, r)
			total := sum(row)
			check.P[h] = weigh(row, func(int) float64 { return 1 / total })
		}
	}
	noisy.Fixes = slices.Clone(m.Fixes)
	for f := range noisy.Fixes {
		noisy.Fixes[f].Cure = blurred(m.Fixes[f].Cure, sd, r)
	}
	return noisy
}

func blurred(p []float64, sd float64, r *rand.Rand) []float64 {
	out := make([]float64, len(p))
	for i, x := range p {
		noise := sd * r.NormFloat64()
		switch x {
		case 0, 1:
			out[i] = x
		default:
			out[i] = 1 / (1 + math.Exp(-(math.Log(x/(1-x)) + noise)))
		}
	}
	return out
}
