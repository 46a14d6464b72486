package diagnosis

import (
	"cmp"
	"math"
	"slices"
)

// StepKind is the kind of a step.
type StepKind string

// The kinds of step. Decide proposes no StepProof and no StepWait: a state of the case asks for them.
const (
	StepCheck   StepKind = "check"
	StepFix     StepKind = "fix"
	StepGate    StepKind = "gate"
	StepSupport StepKind = "support"
	StepProof   StepKind = "proof" // see whether a backup finished
	StepWait    StepKind = "wait"  // there is nothing to see yet
)

// Option is a possible next step with its expected cost to the end of the trouble.
type Option struct {
	Kind    StepKind
	ID      string  // id of the check, fix or gate; empty for support
	For     string  // for a gate: the fix that it opens
	Minutes float64 // expected minutes until the trouble is over when this is the next step
	Again   bool    // the person had put the step off
}

// GateState is the state of a gate.
type GateState struct {
	ID   string
	Open bool
}

// Decision is the result of Decide.
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

// Options whose minutes differ from the best by at most this share and these minutes are tied. Of tied
// options the milder goes first, then the shorter, then the earlier of the model.
const (
	tieShare   = 0.005
	tieMinutes = 0.1
)

// Decide derives beliefs and options, best first. Each check and each fix is weighed by its minutes and by
// the cost to go after each of its results; the best few are weighed again by the guided look-ahead.
func (c *Core) Decide(list []Evidence) Decision {
	r := c.read(list)
	w := c.hypotheses(r.terms)
	d := Decision{Beliefs: c.rank(c.fold(w)), Solved: r.solved, SolvedBy: r.solvedBy}
	for _, g := range c.model.Gates {
		d.Gates = append(d.Gates, GateState{g.ID, r.gateOpen[g.ID]})
	}
	if r.solved {
		return d
	}
	d.Options = c.options(w, &r, false)
	if d.Options[0].Kind == StepSupport && r.putOff() {
		// Before handing over, offer the checks again that were put off.
		d.Options = c.options(w, &r, true)
	}
	c.putRight(d.Options, c.fold(w), &r)
	c.goOn(d.Options, &r)
	c.comeFirst(d.Options, c.chances(w), &r)
	return d
}

// comeFirst moves to the front what comes before the fix that is to be next: a check that is open, and a fix that is
// open and worth its minutes, such as making room before paying for it. Fixes farther back move behind what comes
// before them.
func (c *Core) comeFirst(options []Option, chances []float64, r *reading) {
	for range c.model.Fixes { // what comes first may have something before it, too
		before := c.before(options, 0, chances, r)
		if len(before) == 0 {
			break
		}
		bringForward(options, options[before[0]].Kind, options[before[0]].ID)
	}
	for range c.model.Fixes { // a fix that moved may itself come before another
		settled := true
		for at := len(options) - 1; at > 0; at-- {
			if before := c.before(options, at, chances, r); len(before) > 0 {
				moved, last := options[at], slices.Max(before)
				copy(options[at:last], options[at+1:])
				options[last], settled = moved, false
			}
		}
		if settled {
			return
		}
	}
}

// before returns the places behind an option of what comes before its fix, in the order of the fix.
func (c *Core) before(options []Option, at int, chances []float64, r *reading) (places []int) {
	f, isFix := c.fixes[options[at].fix()]
	if !isFix {
		return nil
	}
	for _, id := range c.model.Fixes[f].First {
		place := slices.IndexFunc(options[at+1:], func(o Option) bool {
			if o.Kind == StepCheck {
				return o.ID == id && !r.checkClosed[c.checks[o.ID]]
			}
			return o.fix() == id && c.isWorth(c.fixes[id], chances[c.fixes[id]])
		})
		if place >= 0 {
			places = append(places, at+1+place)
		}
	}
	return places
}

// fix is the fix that an option proposes or opens a gate for; empty for other options.
func (o Option) fix() string {
	switch o.Kind {
	case StepFix:
		return o.ID
	case StepGate:
		return o.For
	}
	return ""
}

// putOff reports whether the person put a check off.
func (r *reading) putOff() bool {
	return slices.Contains(r.checkLater, true)
}

func (c *Core) rank(w []float64) []Belief {
	ranked := make([]Belief, len(w))
	for h, p := range w {
		ranked[h] = Belief{c.model.Causes[h].ID, p}
	}
	slices.SortStableFunc(ranked, func(a, b Belief) int { return cmp.Compare(b.P, a.P) })
	return ranked
}

// candidate is an option with the values that break ties.
type candidate struct {
	Option
	step    int // index of the check or fix
	risk    Risk
	minutes float64
	order   int
}

// order sorts by expected minutes and then moves the mildest of the options that tie with the best to the
// front.
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

// Beliefs returns the belief in each cause, in the model's order, and whether the trouble is over. The
// numbers sum to 1: a pair of causes counts half for each of them.
func (c *Core) Beliefs(list []Evidence) (p []float64, solved bool) {
	r := c.read(list)
	return c.fold(c.hypotheses(r.terms)), r.solved
}
