package diagnosis

import (
	"cmp"
	"math"
	"slices"
)

// Two causes at once are a hypothesis of their own. Of the two answers that the causes would give, the one of
// the higher rank is seen (noisy-MAX, which is noisy-OR for two answers). A fix that ends one of the causes
// does not end the trouble; the other cause remains.

// shownOf returns P(answer a | causes g and h together).
func shownOf(check *Check) func(a, g, h int) float64 {
	rank := check.Rank
	if len(rank) == 0 {
		rank = rarity(check)
	}
	upTo := func(h, limit int) float64 {
		sum := 0.0
		for a, p := range check.P[h] {
			if rank[a] <= limit {
				sum += p
			}
		}
		return sum
	}
	return func(a, g, h int) float64 {
		// The higher of the two ranks is this one. Answers of the same rank share the probability in
		// proportion.
		here := upTo(g, rank[a])*upTo(h, rank[a]) - upTo(g, rank[a]-1)*upTo(h, rank[a]-1)
		all := 0.0
		for b := range check.Answers {
			if rank[b] == rank[a] {
				all += check.P[g][b] + check.P[h][b]
			}
		}
		if all == 0 {
			return 0
		}
		return math.Max(here, 0) * (check.P[g][a] + check.P[h][a]) / all
	}
}

// rarity ranks the answers of a check from the most usual among all causes to the rarest.
func rarity(check *Check) []int {
	usual := make([]float64, len(check.Answers))
	for _, row := range check.P {
		for a, p := range row {
			usual[a] += p
		}
	}
	order := make([]int, len(usual))
	for a := range order {
		order[a] = a
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(usual[b], usual[a]) })
	rank := make([]int, len(order))
	for i, a := range order {
		rank[a] = i
	}
	return rank
}

// addPairs lists the pairs of which a fix cures at least one cause. Ending one of two causes counts as half
// of ending the trouble when fixes are compared.
func (c *Core) addPairs(f int, cures []float64) {
	var halves []int
	for i, p := range c.pairs {
		if credit := (cures[p[0]] + cures[p[1]]) / 2; credit > 0 {
			halves = append(halves, i)
			c.curedBy[len(c.model.Causes)+i] = append(c.curedBy[len(c.model.Causes)+i], cure{credit, int32(f)})
		}
	}
	c.halves = append(c.halves, halves)
}

// failed writes into u the belief w after fix f did not end the trouble. The belief is unnormalised: its sum
// is the probability that the fix fails.
func (c *Core) failed(u, w []float64, f int) []float64 {
	n := len(c.model.Causes)
	copy(u[n:], w[n:])
	for h, x := range w[:n] {
		u[h] = x * c.fails[f].p[h]
	}
	cures := c.model.Fixes[f].Cure
	for _, i := range c.halves[f] {
		a, b, x := c.pairs[i][0], c.pairs[i][1], w[n+i]
		u[n+i] = x * (1 - cures[a]) * (1 - cures[b])
		u[a] += x * (1 - cures[a]) * cures[b]
		u[b] += x * cures[a] * (1 - cures[b])
	}
	return u
}

// remains are the shares of what fixes left of a pair: both causes, only the first, only the second.
type remains [3]float64

// remainsOf applies moves to what is left of a pair, in their order.
func (c *Core) remainsOf(left remains, moves []term, pair int) remains {
	a, b := c.pairs[pair][0], c.pairs[pair][1]
	for _, t := range moves {
		if t.kind == Tried {
			ca, cb := c.model.Fixes[t.subject].Cure[a], c.model.Fixes[t.subject].Cure[b]
			left = remains{
				left[0] * (1 - ca) * (1 - cb),
				(left[1] + left[0]*cb) * (1 - ca),
				(left[2] + left[0]*ca) * (1 - cb),
			}
			continue
		}
		left = remains{left[0] * t.p[len(c.model.Causes)+pair], left[1] * t.p[a], left[2] * t.p[b]}
	}
	return left
}

// isMove reports whether a term changes the remains of a pair: a fix that failed, or an answer that came after a
// fix that may have changed it.
func (t *term) isMove() bool { return t.late || t.kind == Tried && Outcome(t.detail) == Failed }

// weighing multiplies priors with likelihoods, term by term.
type weighing struct {
	core *Core
	logs []float64 // of prior times likelihood; of the pairs, without the moves
	left []remains // by pair: after all moves but those of run; nil without moves
	// run are the latest moves, all of them fixes, sorted so that their order does not matter, to the bit.
	run []term
}

func (c *Core) newWeighing() *weighing { return &weighing{core: c, logs: slices.Clone(c.logPrior)} }

// add takes one more term; of the pairs it takes only what is no move.
func (w *weighing) add(t *term) {
	logs := w.logs
	if t.isMove() {
		logs = logs[:len(w.core.model.Causes)]
	}
	for h := range logs {
		logs[h] += t.log[h]
	}
}

// move takes one more move for the pairs; moves come in the order of the evidence.
func (w *weighing) move(t term) {
	if w.left == nil {
		w.left = slices.Repeat([]remains{{1, 0, 0}}, len(w.core.pairs))
	}
	if t.kind == Tried {
		at, _ := slices.BinarySearchFunc(w.run, t.subject+1, func(a term, subject int) int { return a.subject - subject })
		w.run = slices.Insert(w.run, at, t)
		return
	}
	for i := range w.left {
		w.left[i] = w.core.remainsOf(w.left[i], append(w.run, t), i)
	}
	w.run = nil
}

// weights returns the logarithm of prior times likelihood for each hypothesis, unnormalised.
func (w *weighing) weights() []float64 {
	logs := slices.Clone(w.logs)
	n := len(w.core.model.Causes)
	for i := range w.left { // without moves both causes of every pair are left
		left := w.core.remainsOf(w.left[i], w.run, i)
		pair, common := w.core.pairs[i], logs[n+i]
		logs[n+i] = common + math.Log(left[0])
		logs[pair[0]] = addLogs(logs[pair[0]], common+math.Log(left[1]))
		logs[pair[1]] = addLogs(logs[pair[1]], common+math.Log(left[2]))
	}
	return logs
}

// weights returns the logarithm of prior times likelihood for each hypothesis, unnormalised.
func (c *Core) weights(terms []term) []float64 {
	w := c.newWeighing()
	var moves []term
	for i := range terms {
		w.add(&terms[i])
		if terms[i].isMove() {
			moves = append(moves, terms[i])
		}
	}
	slices.SortStableFunc(moves, func(a, b term) int { return a.evidence - b.evidence })
	for _, t := range moves {
		w.move(t)
	}
	return w.weights()
}

// addLogs returns log(eˣ + eʸ).
func addLogs(x, y float64) float64 {
	if y > x {
		x, y = y, x
	}
	if math.IsInf(y, -1) {
		return x
	}
	return x + math.Log1p(math.Exp(y-x))
}

// fold turns beliefs in hypotheses into beliefs in causes: a pair counts half for each of its causes.
func (c *Core) fold(w []float64) []float64 {
	n := len(c.model.Causes)
	p := slices.Clone(w[:n])
	for i, pair := range c.pairs {
		p[pair[0]] += w[n+i] / 2
		p[pair[1]] += w[n+i] / 2
	}
	return p
}
