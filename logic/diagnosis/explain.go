package diagnosis

import (
	"math"
	"slices"
)

// Weight is the weight of one piece of evidence for one cause.
type Weight struct {
	Evidence int     // index in the evidence
	Decibans float64 // positive speaks for the cause
	// Alone is the weight in decibans if it were the only evidence. Near 0, it is as usual under the cause as under
	// the others, and Decibans comes from what came before.
	Alone float64
}

// Ledger lists, in the order of the evidence, the weight of each piece for a cause against all others
// together (Good's weight of evidence): 10·log10 of P(e | cause, what came before) over P(e | not the cause,
// what came before). The sum over the ledger is the change of the cause's log-odds. Evidence that says
// nothing is left out.
func (c *Core) Ledger(list []Evidence, cause string) []Weight {
	h, ok := c.causes[cause]
	if !ok {
		return nil
	}
	terms := c.read(list).terms
	slices.SortStableFunc(terms, func(a, b term) int { return a.evidence - b.evidence })
	var ledger []Weight
	prior := logOdds(c.fold(c.hypotheses(nil)), h)
	before := prior
	for i, t := range terms {
		after := logOdds(c.fold(c.hypotheses(terms[:i+1])), h)
		alone := logOdds(c.fold(c.hypotheses(terms[i:i+1])), h)
		ledger = append(ledger, Weight{t.evidence, after - before, alone - prior})
		before = after
	}
	return ledger
}

// logOdds returns 10·log10 of the odds of h, bounded to ±300 decibans so that certainties stay finite.
func logOdds(p []float64, h int) float64 {
	rest := 0.0
	for g, x := range p {
		if g != h {
			rest += x
		}
	}
	return bounded(10 * math.Log10(p[h]/rest))
}

// bounded keeps certainties finite: ±300 decibans.
func bounded(decibans float64) float64 { return math.Max(-300, math.Min(300, decibans)) }
