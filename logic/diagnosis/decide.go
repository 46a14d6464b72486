package diagnosis

import (
	"cmp"
	"math"
	"slices"
)

// StepKind says what kind of step an option is.
type StepKind string

// The kinds of step.
const (
	StepCheck   StepKind = "check"
	StepFix     StepKind = "fix"
	StepGate    StepKind = "gate"
	StepSupport StepKind = "support"
)

// Option is a possible next step with what it is expected to cost to the end of the trouble.
type Option struct {
	Kind    StepKind
	ID      string  // id of the check, fix or gate; empty for support
	For     string  // for a gate: the fix that it opens
	Minutes float64 // expected minutes until the trouble is over when this is the next step
	Again   bool    // the person had put it off
}

// GateState is a gate with whether it is open.
type GateState struct {
	ID   string
	Open bool
}

// Decision is all that follows from the evidence.
type Decision struct {
	Beliefs  []Belief // most likely first; equal ones in the model's order
	Options  []Option // best first; the first is the next step. Empty when solved
	Gates    []GateState
	Solved   bool
	SolvedBy string // id of the fix
}

// Next returns the step to take, and false when the trouble is over.
func (d *Decision) Next() (Option, bool) {
	if len(d.Options) == 0 {
		return Option{}, false
	}
	return d.Options[0], true
}

// Ties: options this close to the best, by share and by minutes, count as equal; the milder, shorter, earlier one goes first.
const (
	tieShare   = 0.005
	tieMinutes = 0.1
)

// Decide derives beliefs and the options, best first. It looks one step ahead: each check and each fix is weighed by its
// minutes and by the cost to go after each of its results.
func (c *Core) Decide(list []Evidence) Decision {
	r := c.read(list)
	w := c.beliefs(r.terms)
	d := Decision{Beliefs: c.rank(w), Solved: r.solved, SolvedBy: r.solvedBy}
	for _, g := range c.model.Gates {
		d.Gates = append(d.Gates, GateState{g.ID, r.gateOpen[g.ID]})
	}
	if r.solved {
		return d
	}
	d.Options = c.options(w, &r, false)
	if d.Options[0].Kind == StepSupport && r.putOff() {
		// Before handing over, offer again what was put off.
		d.Options = c.options(w, &r, true)
	}
	return d
}

// putOff reports whether the person said "not now" to anything.
func (r *reading) putOff() bool {
	return slices.Contains(r.checkLater, true) || slices.Contains(r.fixLater, true)
}

func (c *Core) rank(w []float64) []Belief {
	ranked := make([]Belief, len(w))
	for h, p := range w {
		ranked[h] = Belief{c.model.Causes[h].ID, p}
	}
	slices.SortStableFunc(ranked, func(a, b Belief) int { return cmp.Compare(b.P, a.P) })
	return ranked
}

// candidate is an option with what breaks ties.
type candidate struct {
	Option
	risk    Risk
	minutes float64
	order   int
}

// options weighs every step that may be taken now. again admits what was put off.
func (c *Core) options(w []float64, r *reading, again bool) []Option {
	closed := slices.Clone(r.fixClosed)
	for f, later := range r.fixLater {
		if later && again {
			closed[f] = false
		}
	}
	l := &look{core: c, w: w, closed: closed, plan: c.newPlan(r.gateOpen), branch: make([]float64, len(w))}
	var all []candidate
	add := func(o Option, risk Risk, minutes float64) {
		all = append(all, candidate{o, risk, minutes, len(all)})
	}
	for k := range c.model.Checks {
		if r.checkClosed[k] && !(again && r.checkLater[k]) {
			continue
		}
		add(Option{Kind: StepCheck, ID: c.model.Checks[k].ID, Minutes: l.check(k), Again: r.checkLater[k]}, Harmless, c.model.Checks[k].Minutes)
	}
	allowed := c.allowed(w, closed)
	for f, fix := range c.model.Fixes {
		if closed[f] || !allowed[f] {
			continue
		}
		o := Option{Kind: StepFix, ID: fix.ID, Minutes: l.fix(f), Again: r.fixLater[f]}
		if first, _ := c.closedGate(fix.Gates, r.gateOpen); first != "" {
			o.Kind, o.ID, o.For = StepGate, first, fix.ID
		}
		add(o, fix.Risk, fix.Minutes)
	}
	if !math.IsInf(c.model.ServiceMinutes, 1) || len(all) == 0 {
		add(Option{Kind: StepSupport, Minutes: c.model.ServiceMinutes}, Harmless, c.model.ServiceMinutes)
	}
	return order(all)
}

// order sorts by expected minutes and then lets the mildest of the options that tie with the best go first.
func order(all []candidate) []Option {
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.Minutes, b.Minutes) })
	best := all[0].Minutes
	limit := best + math.Min(best*tieShare, tieMinutes)
	first := 0
	for i, o := range all {
		if i > 0 && !(o.Minutes <= limit) {
			break
		}
		f := all[first]
		if cmp.Or(cmp.Compare(o.risk, f.risk), cmp.Compare(o.minutes, f.minutes), cmp.Compare(o.order, f.order)) < 0 {
			first = i
		}
	}
	mildest := all[first]
	copy(all[1:first+1], all[:first])
	all[0] = mildest
	options := make([]Option, 0, len(all))
	for _, o := range all {
		// One gate may guard several fixes; the best of them stands for all.
		if o.Kind == StepGate && slices.ContainsFunc(options, func(p Option) bool { return p.Kind == StepGate && p.ID == o.ID }) {
			continue
		}
		options = append(options, o.Option)
	}
	return options
}

// look weighs single steps from one belief.
type look struct {
	core   *Core
	w      []float64 // normalised
	closed []bool
	plan   *plan
	branch []float64
}

// check is the expected cost when check k is done next.
func (l *look) check(k int) float64 {
	check := &l.core.model.Checks[k]
	cost := 0.0
	for _, p := range l.core.byAnswer[k] {
		for h, x := range l.w {
			l.branch[h] = x * p[h]
		}
		cost += l.core.costToGo(l.branch, l.closed, l.plan)
	}
	if check.DontKnow > 0 {
		blind := l.core.costToGo(l.w, l.closed, l.plan)
		cost = (1-check.DontKnow)*cost + check.DontKnow*blind
	}
	return check.Minutes + cost
}

// fix is the expected cost when fix f is done next, after the gates that it still needs.
func (l *look) fix(f int) float64 {
	fix := &l.core.model.Fixes[f]
	for h, x := range l.w {
		l.branch[h] = x * (1 - fix.Cure[h])
	}
	was := l.closed[f]
	l.closed[f] = true
	cost := l.core.costToGo(l.branch, l.closed, l.plan)
	l.closed[f] = was
	return l.plan.minutes[f] + cost
}

// Beliefs returns the belief in each cause, in the model's order, and whether the trouble is over.
func (c *Core) Beliefs(list []Evidence) (p []float64, solved bool) {
	r := c.read(list)
	return c.beliefs(r.terms), r.solved
}
