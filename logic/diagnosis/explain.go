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

// Ledger tells how each piece of evidence moved the beliefs. Evidence that says nothing is not in it.
type Ledger struct {
	causes   map[string]int
	evidence []int       // by entry: index in the evidence
	before   []float64   // beliefs in the causes without any evidence
	after    [][]float64 // by entry: with all evidence up to it
	alone    [][]float64 // by entry: with this piece alone
}

// Ledger reads a list of evidence once, for the weights of all causes.
func (c *Core) Ledger(list []Evidence) Ledger {
	terms := c.read(list).terms
	slices.SortStableFunc(terms, func(a, b term) int { return a.evidence - b.evidence })
	l := Ledger{causes: c.causes, before: c.fold(c.hypotheses(nil))}
	w := c.newWeighing()
	for i := range terms {
		w.add(&terms[i])
		if terms[i].isMove() {
			w.move(terms[i])
		}
		l.evidence = append(l.evidence, terms[i].evidence)
		l.after = append(l.after, c.fold(normalise(w.weights(), c.logPrior)))
		l.alone = append(l.alone, c.fold(c.hypotheses(terms[i:i+1])))
	}
	return l
}

// Len returns the number of pieces that say something.
func (l Ledger) Len() int { return len(l.evidence) }

// Of lists, in the order of the evidence, the weight of each piece for a cause against all others together (Good's
// weight of evidence): 10·log10 of P(e | cause, what came before) over P(e | not the cause, what came before). The
// sum over the list is the change of the cause's log-odds.
func (l Ledger) Of(cause string) []Weight {
	h, ok := l.causes[cause]
	if !ok {
		return nil
	}
	var list []Weight
	prior := logOdds(l.before, h)
	before := prior
	for i, evidence := range l.evidence {
		after := logOdds(l.after[i], h)
		list = append(list, Weight{evidence, after - before, logOdds(l.alone[i], h) - prior})
		before = after
	}
	return list
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
