package diagnosis

import (
	"cmp"
	"math"
	"slices"
)

// options weighs every step that may be taken now; with again also the checks that were put off.
func (c *Core) options(w []float64, r *reading, again bool) []Option {
	l := c.newLookahead(w, r)
	var all []candidate
	add := func(step int, o Option, risk Risk, minutes float64) {
		all = append(all, candidate{o, step, risk, minutes, len(all)})
	}
	for k := range c.model.Checks {
		if r.checkClosed[k] && !(again && r.checkLater[k]) {
			continue
		}
		o := Option{Kind: StepCheck, ID: c.model.Checks[k].ID, Minutes: l.check(k, l.estimator.costToGo), Again: r.checkLater[k]}
		add(k, o, Harmless, c.model.Checks[k].Minutes)
	}
	allowed := c.allowed(w, r)
	for f, fix := range c.model.Fixes {
		if r.fixClosed[f] || !allowed[f] {
			continue
		}
		o := Option{Kind: StepFix, ID: fix.ID, Minutes: l.fix(f, l.estimator.costToGo)}
		if first, _ := c.closedGate(fix.Gates, r.gateOpen); first != "" {
			o.Kind, o.ID, o.For = StepGate, first, fix.ID
		}
		add(f, o, fix.Risk, fix.Minutes)
	}
	if !c.oneStep {
		l.refine(all)
	}
	if !math.IsInf(c.model.ServiceMinutes, 1) || len(all) == 0 {
		add(-1, Option{Kind: StepSupport, Minutes: c.model.ServiceMinutes}, Harmless, c.model.ServiceMinutes)
	}
	return order(all)
}

// Guided look-ahead: the few best steps by one-step look-ahead are weighed again. Each of their results is
// followed by a few promising checks, or by the best fix, before the cost to go estimates the rest. The
// look-ahead goes deeper and wider as long as it has taken few evaluations, so that small problems are solved
// almost exactly and large ones stay within their time. Evaluations are counted and not timed, so the result
// depends on the evidence alone.
const (
	refined = 4    // steps that are weighed again
	deepest = 6    // steps in a row
	enough  = 3000 // evaluations after which the look-ahead goes no deeper
)

// reach is the depth and width of the guided look-ahead.
type reach struct {
	depth     int     // steps in a row after the first
	promising int     // number of checks that are considered, the best by one-step look-ahead
	rare      float64 // probability below which a result is not followed
}

func reachOf(depth int) reach { return reach{depth, depth + 1, 0.4 * math.Pow(0.5, float64(depth))} }

// lookahead weighs single steps from one belief.
type lookahead struct {
	core      *Core
	w         []float64 // normalised
	estimator *estimator
	blind     float64     // cost to go without new evidence
	checks    []int       // promising checks
	used      []bool      // by check: asked earlier in the same look-ahead
	branch    [][]float64 // scratch by depth
	spent     int         // evaluations of the guided look-ahead
}

func (c *Core) newLookahead(w []float64, r *reading) *lookahead {
	l := &lookahead{core: c, w: w, estimator: c.newEstimator(r), used: make([]bool, len(c.model.Checks))}
	for range deepest + 1 {
		l.branch = append(l.branch, make([]float64, len(w)))
	}
	l.blind = l.estimator.costToGo(w, -1)
	return l
}

// after returns the cost after a result, times the mass of u; done is the slot of the fix just tried, or -1.
type after func(u []float64, done int32) float64

// check returns the expected cost when check k is done next.
func (l *lookahead) check(k int, then after) float64 {
	check := &l.core.model.Checks[k]
	cost := 0.0
	for a, column := range l.core.answers[k] {
		l.estimator.answer(k, a)
		cost += then(times(l.branch[0], l.w, column.p), -1)
		l.estimator.takeBack(k, a)
	}
	return check.Minutes + (1-check.DontKnow)*cost + check.DontKnow*l.blind
}

// fix returns the expected cost when fix f is done next, with the gates that it still needs.
func (l *lookahead) fix(f int, then after) float64 {
	at := l.estimator.slot[f]
	l.estimator.out = append(l.estimator.out, at)
	cost := then(l.core.failed(l.branch[0], l.w, f), at)
	l.estimator.out = l.estimator.out[:len(l.estimator.out)-1]
	return l.estimator.fixes[at].minutes + cost
}

// times writes w ∘ p into the scratch belief u.
func times(u, w, p []float64) []float64 {
	for h, x := range w {
		u[h] = x * p[h]
	}
	return u
}

// refine weighs the best steps again by the guided look-ahead.
func (l *lookahead) refine(all []candidate) {
	best := make([]int, len(all))
	for i := range best {
		best[i] = i
	}
	slices.SortStableFunc(best, func(a, b int) int { return cmp.Compare(all[a].Minutes, all[b].Minutes) })
	for _, i := range best {
		if all[i].Kind == StepCheck && len(l.checks) <= deepest {
			l.checks = append(l.checks, all[i].step)
		}
	}
	best = withAFix(all, best, min(refined, len(best)))
	for depth := 2; depth <= deepest && l.spent*len(l.estimator.fixes) <= enough; depth++ {
		how := reachOf(depth)
		further := func(u []float64, done int32) float64 { return l.ahead(u, done, 1, how) }
		for _, i := range best {
			o := &all[i]
			if o.Kind == StepCheck {
				l.used[o.step] = true
				o.Minutes = math.Min(o.Minutes, l.check(o.step, further))
				l.used[o.step] = false
			} else {
				o.Minutes = math.Min(o.Minutes, l.fix(o.step, further))
			}
		}
	}
}

// withAFix returns the best so many steps, and the best fix if it is not among them: the checks that are weighed again
// come out lower just for that, and would always go before it.
func withAFix(all []candidate, best []int, many int) []int {
	isFix := func(i int) bool { return all[i].Kind == StepFix }
	if slices.ContainsFunc(best[:many], isFix) {
		return best[:many]
	}
	if at := slices.IndexFunc(best, isFix); at >= 0 {
		return append(slices.Clone(best[:many]), best[at])
	}
	return best[:many]
}

// ahead returns the cost after a result, times the mass of u, when promising checks and the best fix may come
// before the rest.
func (l *lookahead) ahead(u []float64, done int32, level int, how reach) float64 {
	l.spent++
	best := l.estimator.costToGo(u, done)
	first, blind := l.estimator.first, best
	mass := 0.0
	for _, x := range u {
		mass += x
	}
	if level > how.depth || mass < how.rare {
		return best
	}
	if first >= 0 {
		fix := &l.estimator.fixes[first]
		next := done
		if len(fix.opens) > 0 {
			next = first
		}
		l.estimator.out = append(l.estimator.out, first)
		cost := l.ahead(l.core.failed(l.branch[level], u, int(fix.fix)), next, level+1, how)
		l.estimator.out = l.estimator.out[:len(l.estimator.out)-1]
		best = math.Min(best, fix.minutes*mass+cost)
	}
	for _, k := range l.checks[:min(how.promising, len(l.checks))] {
		if l.used[k] {
			continue
		}
		check := &l.core.model.Checks[k]
		cost := check.Minutes*mass + check.DontKnow*blind
		l.used[k] = true
		for a, column := range l.core.answers[k] {
			if cost >= best {
				break
			}
			l.estimator.answer(k, a)
			cost += (1 - check.DontKnow) * l.ahead(times(l.branch[level], u, column.p), done, level+1, how)
			l.estimator.takeBack(k, a)
		}
		l.used[k] = false
		best = math.Min(best, cost)
	}
	return best
}
