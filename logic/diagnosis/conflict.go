package diagnosis

import (
	"math"
	"slices"
	"sync"
)

// Doubt is the answer of a case that does not fit the rest of it and is more likely a mistake than right.
type Doubt struct {
	Answer int // index in the evidence
	// Impossible is set when no phone shows this answer together with what it is against.
	Impossible bool
	// Against is the index of the piece of evidence that fits the answer least; -1 when no piece alone speaks
	// against it.
	Against  int
	Mistaken float64 // probability that the answer is a mistake
}

// mistakes is the assumed share of mistaken answers of a person. Somebody who looks wrongly reports what is
// usually there: a mistake is spread over the answers as they are frequent.
const mistakes = 0.05

// coincidence is the assumed share of cases with any two causes at once. Two problems are no contradiction,
// so an answer that shows a second one must be less likely than a coincidence to be in doubt.
const coincidence = 0.1

// impossible is the probability that right answers contradict each other, because the phone changed between
// two looks.
const impossible = 0.005

// even is the difference of two probabilities below which the rest fits as well without the one answer as
// without the other. Then the more usual of them is in doubt: who overlooks something reports what is usually
// there, and nobody reads a rare answer that names the cause where there is none.
const even = 0.01

// Doubt finds the answer without which the rest fits best together, and reports whether it is more likely a
// mistake than right.
//
// The rest with the answer is compared with the rest without it: log P(rest | answer) - log P(rest), which is
// log P(answer | rest) - log P(answer). An answer that is rare but fits, and decides the case just because it
// is rare, is therefore not in doubt. An answer that was given twice is settled. What the phone can't show at
// one time counts as all but impossible.
func (c *Core) Doubt(list []Evidence) (Doubt, bool) {
	two := c.coincident()
	terms := two.read(list).terms
	terms = slices.DeleteFunc(terms, func(t term) bool { return t.kind == Tried && Outcome(t.detail) == Worked })
	d := Doubt{Answer: -1, Against: -1}
	if len(terms) < 2 {
		return d, false
	}
	clashes := c.clashes(list, terms)
	all, at, usual := two.evidenceLog(terms, -1), -1, 0.0
	for i, t := range terms {
		if t.kind != Answered || list[t.evidence].Twice {
			continue
		}
		alone := two.evidenceLog(terms[i:i+1], -1)
		lift := all - two.evidenceLog(terms, i) - alone + float64(len(clashes[i]))*math.Log10(impossible)
		p := t.wrong / (t.wrong + (1-t.wrong)*math.Pow(10, lift))
		if p > d.Mistaken+even || p > d.Mistaken-even && alone > usual {
			d.Answer, d.Mistaken, at, usual = t.evidence, p, i, alone
		}
	}
	if at < 0 {
		return d, false
	}
	d.Against = two.against(terms, at, clashes[at])
	d.Impossible = len(clashes[at]) > 0
	return d, d.Mistaken > 0.5
}

// clashes returns for each term the terms that contradict it, by index. An answer or a symptom that a fix may
// have changed since contradicts nothing.
func (c *Core) clashes(list []Evidence, terms []term) map[int][]int {
	holds := func(g Given) int {
		return slices.IndexFunc(terms, func(t term) bool {
			k := c.checks[g.Check]
			locked, _ := c.lock(g, list) // as an answer that locks a fix
			return t.kind == Answered && t.subject == k && locked && slices.Contains(g.Answers, t.check.Answers[t.detail])
		})
	}
	shown := func(ids []string) int {
		return slices.IndexFunc(terms, func(t term) bool {
			done := func(e Evidence) bool { return e.Kind == Tried && e.Outcome != Declined }
			return t.kind == Noticed && slices.Contains(ids, c.model.Symptoms[t.subject].ID) &&
				!slices.ContainsFunc(list[t.evidence:], done)
		})
	}
	found := map[int][]int{}
	for _, k := range c.model.Contradictions {
		one := holds(k.Answers[0])
		other := shown(k.Symptoms)
		if len(k.Answers) > 1 {
			other = holds(k.Answers[1])
		}
		if one >= 0 && other >= 0 {
			found[one], found[other] = append(found[one], other), append(found[other], one)
		}
	}
	return found
}

// against returns the evidence index of the term that fits the term at an index least, by the two alone: one
// of those that it clashes with, if any; -1 when each fits it as well as by chance.
func (c *Core) against(terms []term, at int, clashing []int) int {
	least, found := 0.0, -1
	if len(clashing) > 0 {
		least = math.Inf(1)
	}
	alone := c.evidenceLog(terms[at:at+1], -1)
	for i, t := range terms {
		if i == at || len(clashing) > 0 && !slices.Contains(clashing, i) {
			continue
		}
		lift := c.evidenceLog([]term{terms[at], t}, -1) - alone - c.evidenceLog(terms[i:i+1], -1)
		if lift < least {
			least, found = lift, t.evidence
		}
	}
	return found
}

// withCoincidences makes a core for the same model in which any two causes can meet by coincidence. It weighs
// evidence and decides nothing.
func (c *Core) withCoincidences() *Core {
	two := *c
	two.made = &sync.Map{}
	two.pairs, two.logPrior = slices.Clone(c.pairs), slices.Clone(c.logPrior)
	met := map[[2]int]bool{}
	for _, p := range c.pairs {
		met[[2]int{min(p[0], p[1]), max(p[0], p[1])}] = true
	}
	known, sum := len(c.logPrior), 0.0
	for g := range c.model.Causes {
		for h := g + 1; h < len(c.model.Causes); h++ {
			if met[[2]int{g, h}] {
				continue
			}
			prior := c.model.Causes[g].Prior * c.model.Causes[h].Prior
			two.pairs = append(two.pairs, [2]int{g, h})
			two.logPrior = append(two.logPrior, math.Log(prior))
			sum += prior
		}
	}
	if sum == 0 {
		return c
	}
	for i := range two.logPrior {
		if i < known {
			two.logPrior[i] += math.Log1p(-coincidence)
		} else {
			two.logPrior[i] += math.Log(coincidence / sum)
		}
	}
	return &two
}

// evidenceLog returns log10 of the probability of the terms, without the term at an index unless the index is
// -1.
func (c *Core) evidenceLog(terms []term, without int) float64 {
	if without >= 0 {
		terms = slices.Delete(slices.Clone(terms), without, without+1)
	}
	logs := c.weights(terms)
	most := slices.Max(logs)
	if math.IsInf(most, -1) {
		return most // the model excludes every cause
	}
	sum := 0.0
	for _, l := range logs {
		sum += math.Exp(l - most)
	}
	return (most + math.Log(sum)) / math.Ln10
}
