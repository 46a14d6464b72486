package diagnosis

import (
	"cmp"
	"math"
	"slices"
)

// options weighs every step that may be taken now. again admits what was put off.
func (c *Core) options(w []float64, r *reading, again bool) []Option {
	closed := r.fixClosed
	l := c.newLook(w, closed, r.gateOpen)
	var all []candidate
	add := func(step int, o Option, risk Risk, minutes float64) {
		all = append(all, candidate{o, step, risk, minutes, len(all)})
	}
	for k := range c.model.Checks {
		if r.checkClosed[k] && !(again && r.checkLater[k]) {
			continue
		}
		o := Option{Kind: StepCheck, ID: c.model.Checks[k].ID, Minutes: l.check(k, l.plan.costToGo), Again: r.checkLater[k]}
		add(k, o, Harmless, c.model.Checks[k].Minutes)
	}
	allowed := c.allowed(w, closed)
	for f, fix := range c.model.Fixes {
		if closed[f] || !allowed[f] {
			continue
		}
		o := Option{Kind: StepFix, ID: fix.ID, Minutes: l.fix(f, l.plan.costToGo)}
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

// Guided look-ahead: the few best steps by one-step look-ahead are weighed again, with each of their results followed by up
// to a few promising checks, or the best fix, before the rest is left to the cost to go. It goes deeper and wider as long as
// the evaluations spent are few, so that small problems are solved almost exactly and large ones stay within their time.
// Everything is counted, nothing is timed: the result depends on the evidence alone.
const (
	refined = 4    // steps that are weighed again
	deepest = 6    // steps in a row
	enough  = 3000 // evaluations after which it goes no deeper
)

// reach says how far the guided look-ahead goes.
type reach struct {
	depth     int     // steps in a row after the first
	promising int     // checks that are considered, the best by one-step look-ahead
	rare      float64 // results less likely than this are not followed
}

func reachOf(depth int) reach { return reach{depth, depth + 1, 0.4 * math.Pow(0.5, float64(depth))} }

// look weighs single steps from one belief.
type look struct {
	core   *Core
	w      []float64 // normalised
	plan   *plan
	blind  float64     // cost to go when nothing new is learned
	checks []int       // promising checks
	used   []bool      // by check: asked on the way
	branch [][]float64 // scratch by depth
	spent  int         // evaluations by the guided look-ahead
}

func (c *Core) newLook(w []float64, closed []bool, open map[string]bool) *look {
	l := &look{core: c, w: w, plan: c.newPlan(open, closed), used: make([]bool, len(c.model.Checks))}
	for range deepest + 1 {
		l.branch = append(l.branch, make([]float64, len(w)))
	}
	l.blind = l.plan.costToGo(w, -1)
	return l
}

// after is the cost after a result, times the mass of u; done is the place of the fix just tried, or -1.
type after func(u []float64, done int32) float64

// check is the expected cost when check k is done next.
func (l *look) check(k int, then after) float64 {
	check := &l.core.model.Checks[k]
	cost := 0.0
	for _, a := range l.core.answers[k] {
		cost += then(times(l.branch[0], l.w, a.p), -1)
	}
	return check.Minutes + (1-check.DontKnow)*cost + check.DontKnow*l.blind
}

// fix is the expected cost when fix f is done next, after the gates that it still needs.
func (l *look) fix(f int, then after) float64 {
	at := l.plan.place[f]
	l.plan.out = append(l.plan.out, at)
	cost := then(l.core.failed(l.branch[0], l.w, f), at)
	l.plan.out = l.plan.out[:len(l.plan.out)-1]
	return l.plan.fixes[at].minutes + cost
}

// times puts w ∘ p into a scratch belief.
func times(u, w, p []float64) []float64 {
	for h, x := range w {
		u[h] = x * p[h]
	}
	return u
}

// refine weighs the best steps again, looking further ahead.
func (l *look) refine(all []candidate) {
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
	for depth := 2; depth <= deepest && l.spent*len(l.plan.fixes) <= enough; depth++ {
		how := reachOf(depth)
		further := func(u []float64, done int32) float64 { return l.ahead(u, done, 1, how) }
		for _, i := range best[:min(refined, len(best))] {
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

// ahead is the cost after a result, times the mass of u, when promising checks and the best fix may come before the rest.
func (l *look) ahead(u []float64, done int32, level int, how reach) float64 {
	l.spent++
	best := l.plan.costToGo(u, done)
	first, blind := l.plan.first, best
	mass := 0.0
	for _, x := range u {
		mass += x
	}
	if level > how.depth || mass < how.rare {
		return best
	}
	if first >= 0 {
		fix := &l.plan.fixes[first]
		next := done
		if len(fix.opens) > 0 {
			next = first
		}
		l.plan.out = append(l.plan.out, first)
		cost := l.ahead(l.core.failed(l.branch[level], u, int(fix.fix)), next, level+1, how)
		l.plan.out = l.plan.out[:len(l.plan.out)-1]
		best = math.Min(best, fix.minutes*mass+cost)
	}
	for _, k := range l.checks[:min(how.promising, len(l.checks))] {
		if l.used[k] {
			continue
		}
		check := &l.core.model.Checks[k]
		cost := check.Minutes*mass + check.DontKnow*blind
		l.used[k] = true
		for _, a := range l.core.answers[k] {
			if cost >= best {
				break
			}
			cost += (1 - check.DontKnow) * l.ahead(times(l.branch[level], u, a.p), done, level+1, how)
		}
		l.used[k] = false
		best = math.Min(best, cost)
	}
	return best
}
