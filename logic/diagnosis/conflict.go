package diagnosis

import (
	"math"
	"slices"
)

// Conflict says how badly the evidence hangs together.
type Conflict struct {
	// Score is Jensen's measure: log10 of the product of the single probabilities over the probability of all pieces
	// together. Pieces that support each other make it negative; above 0 they contradict each other more than chance would.
	Score float64
	// Doubt is the index of the piece of evidence without which the rest hangs together best; -1 when there is none.
	Doubt int
	// Repair is by how much Score falls without it.
	Repair float64
}

// conflicting is the score from which the evidence counts as contradictory, and repairable what taking one piece back must
// gain for it to be named. Measured on simulated patients: one wrong answer among a dozen right ones reaches both far more
// often than honest answers do; the figures stand in docs/method.md.
const (
	conflicting = 0.7
	repairable  = 0.7
)

// Contradicts reports whether something should be asked again.
func (k Conflict) Contradicts() bool {
	return k.Doubt >= 0 && k.Score > conflicting && k.Repair > repairable
}

// Conflict measures how the answers and messages contradict each other under the model's priors. Fixes that failed count for
// the score and are never the piece in doubt.
func (c *Core) Conflict(list []Evidence) Conflict {
	terms := c.read(list).terms
	terms = slices.DeleteFunc(terms, func(t term) bool { return t.kind == Tried && Outcome(t.detail) == Worked })
	all := c.evidenceLog(terms, -1)
	k := Conflict{Doubt: -1, Score: -all}
	for i := range terms {
		k.Score += c.evidenceLog(terms[i:i+1], -1)
	}
	if len(terms) < 2 || math.IsNaN(k.Score) || math.IsInf(k.Score, 0) {
		return Conflict{Doubt: -1}
	}
	for i, t := range terms {
		if t.kind == Tried {
			continue
		}
		if repair := c.evidenceLog(terms[i:i+1], -1) + c.evidenceLog(terms, i) - all; repair > k.Repair {
			k.Doubt, k.Repair = t.evidence, repair
		}
	}
	return k
}

// evidenceLog is log10 of the probability of the terms without the one left out.
func (c *Core) evidenceLog(terms []term, without int) float64 {
	if without >= 0 {
		terms = slices.Delete(slices.Clone(terms), without, without+1)
	}
	logs := c.weights(terms)
	most := slices.Max(logs)
	sum := 0.0
	for _, l := range logs {
		sum += math.Exp(l - most)
	}
	return (most + math.Log(sum)) / math.Ln10
}
