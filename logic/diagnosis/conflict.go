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
	// Doubt is the index of the answer that is most likely mistaken: taking it back raises the probability of the rest most.
	// It is -1 when nothing was answered beside other evidence.
	Doubt int
	// Mistaken is the probability that this answer is a mistake, if one answer of a person in twenty is.
	Mistaken float64
}

// mistakes is the share of a person's answers that are taken to be mistaken, evenly among the others that could have been given.
const mistakes = 0.05

// Contradicts reports whether the answer in doubt should be asked again: a mistake is likelier than that it fits the rest.
func (k Conflict) Contradicts() bool { return k.Mistaken > 0.5 }

// Conflict measures how the answers, messages and failed fixes contradict each other under the model's priors.
func (c *Core) Conflict(list []Evidence) Conflict {
	terms := c.read(list).terms
	terms = slices.DeleteFunc(terms, func(t term) bool { return t.kind == Tried && Outcome(t.detail) == Worked })
	k := Conflict{Doubt: -1}
	if len(terms) < 2 {
		return k
	}
	all := c.evidenceLog(terms, -1)
	k.Score = -all
	for i, t := range terms {
		k.Score += c.evidenceLog(terms[i:i+1], -1)
		if t.kind != Answered {
			continue
		}
		fits := (1 - t.wrong) * math.Pow(10, all-c.evidenceLog(terms, i))
		slips := t.wrong / float64(len(c.answers[t.subject])-1)
		if p := slips / (slips + fits); p > k.Mistaken {
			k.Doubt, k.Mistaken = t.evidence, p
		}
	}
	if math.IsNaN(k.Score) || math.IsInf(k.Score, 0) {
		k.Score = 0 // the model rules everything out
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
