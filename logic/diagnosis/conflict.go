package diagnosis

import (
	"math"
	"slices"
)

// Conflict is a measure of contradictions in the evidence.
type Conflict struct {
	// Score is Jensen's measure: log10 of the product of the single probabilities over the probability of all
	// pieces together. The score is negative when the pieces support each other, and above 0 when they
	// contradict each other more than by chance.
	Score float64
	// Doubt is the index of the answer that is most likely mistaken: without it the probability of the rest
	// rises most. The index is -1 when there is no answer beside other evidence.
	Doubt int
	// Mistaken is the probability that this answer is a mistake, if one answer of a person in twenty is a mistake.
	Mistaken float64
}

// mistakes is the assumed share of mistaken answers of a person, which are spread evenly over the other answers
// of a check.
const mistakes = 0.05

// contrary is the share of its usual probability to which the rest of the evidence must bring an answer down before
// the answer can be in doubt. An answer that is only rare, and decides the case just because it is, contradicts
// nothing. With two thirds about one simulated patient in fifty who answers rightly is asked again; without the
// condition one in fourteen is.
const contrary = 2.0 / 3

// Contradicts reports whether the answer in doubt should be asked again, since it is more likely a mistake
// than right.
func (k Conflict) Contradicts() bool { return k.Mistaken > 0.5 }

// Conflict measures how the answers, messages and failed fixes contradict each other under the model's
// priors.
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
		rest := all - c.evidenceLog(terms, i)
		if rest > c.evidenceLog(terms[i:i+1], -1)+math.Log10(contrary) {
			continue
		}
		fits := (1 - t.wrong) * math.Pow(10, rest)
		slips := t.wrong / float64(len(c.answers[t.subject])-1)
		if p := slips / (slips + fits); p > k.Mistaken {
			k.Doubt, k.Mistaken = t.evidence, p
		}
	}
	if math.IsNaN(k.Score) || math.IsInf(k.Score, 0) {
		k.Score = 0 // the model excludes every cause
	}
	return k
}

// evidenceLog returns log10 of the probability of the terms, without the term at an index unless the index is
// -1.
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
