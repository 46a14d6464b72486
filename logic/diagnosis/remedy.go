package diagnosis

import "slices"

const (
	// pointing is the least likelihood ratio, against all other causes, of an answer that points at a cause; the
	// linter asks the same of a check that tells causes apart.
	pointing = 3
	// mending is the least probability with which a fix that is made for a cause cures the cause.
	mending = 0.5
	// found is the belief in a cause from which the remedy for it comes before everything else. Of 0 to 0.8 it costs
	// simulated patients the least minutes, fewer than without any remedy.
	found = 0.2
	// brief is the most attended minutes of a remedy that comes before everything else.
	brief = 5
)

// Remedy is a harmless fix for a problem that an answer shows.
type Remedy struct {
	Fix   string
	Cause string
	P     float64 // belief in the cause
}

// Remedy finds the fix for what was found: of the causes that standing answers name as a problem, the likeliest
// that a harmless fix is made for, and of these fixes the one with the best chance. It returns false when there is
// none. A fix that was tried, or that an answer shuts, is no remedy.
func (c *Core) Remedy(list []Evidence) (Remedy, bool) {
	r := c.read(list)
	if r.solved {
		return Remedy{}, false
	}
	return c.remedy(c.fold(c.hypotheses(r.terms)), &r, c.names)
}

// remedy finds the fix for the likeliest cause that a standing answer shows.
func (c *Core) remedy(beliefs []float64, r *reading, shows func(k, a, h int) bool) (Remedy, bool) {
	best, at := Remedy{}, -1
	for _, t := range r.terms {
		if t.kind != Answered || r.checkStale[t.subject] || !c.model.Checks[t.subject].shows(t.detail) {
			continue
		}
		for h, p := range beliefs {
			if p < best.P || !shows(t.subject, t.detail, h) {
				continue
			}
			if f := c.remedyFor(h, r); f >= 0 && (p > best.P || f != at) {
				best, at = Remedy{c.model.Fixes[f].ID, c.model.Causes[h].ID, p}, f
			}
		}
	}
	return best, at >= 0
}

// shows reports whether an answer shows a problem.
func (k *Check) shows(a int) bool { return len(k.Problem) > 0 && k.Problem[a] }

// pointsAt reports whether an answer is much likelier under a cause than under the other causes.
func (c *Core) pointsAt(k, a, h int) bool {
	others, mass := 0.0, 0.0
	for g, cause := range c.model.Causes {
		if g != h {
			others += cause.Prior * c.model.Checks[k].P[g][a]
			mass += cause.Prior
		}
	}
	return c.model.Checks[k].P[h][a]*mass >= pointing*others
}

// names reports whether an answer points at a cause, and at no other one as often: a gray switch that mostly means a
// profile names no other cause when there is no profile.
func (c *Core) names(k, a, h int) bool {
	if !c.pointsAt(k, a, h) {
		return false
	}
	often := func(g int) float64 { return c.model.Causes[g].Prior * c.model.Checks[k].P[g][a] }
	for g := range c.model.Causes {
		if often(g) > often(h) && c.pointsAt(k, a, g) {
			return false
		}
	}
	return true
}

// remedyFor returns the open harmless fix with the best chance against a cause, the shorter of equal ones; -1 when
// none is made for the cause.
func (c *Core) remedyFor(h int, r *reading) int {
	best := -1
	for f := range c.model.Fixes {
		fix := &c.model.Fixes[f]
		if fix.Risk != Harmless || len(fix.Gates) > 0 || r.fixClosed[f] || fix.Cure[h] < mending {
			continue
		}
		if best < 0 || fix.Cure[h] > c.model.Fixes[best].Cure[h] ||
			fix.Cure[h] == c.model.Fixes[best].Cure[h] && fix.Minutes < c.model.Fixes[best].Minutes {
			best = f
		}
	}
	return best
}

// putRight moves the remedy for what was found to the front of the options when its cause is likely enough and it
// takes only a few minutes: whoever has just found the switch that is off turns it on before being asked more.
func (c *Core) putRight(options []Option, beliefs []float64, r *reading) {
	remedy, ok := c.remedy(beliefs, r, c.pointsAt)
	if !ok || remedy.P < found || c.model.Fixes[c.fixes[remedy.Fix]].Attended > brief {
		return
	}
	bringForward(options, StepFix, remedy.Fix)
}

// goOn moves the check to the front that belongs next after a standing answer.
func (c *Core) goOn(options []Option, r *reading) {
	for _, t := range r.terms {
		if t.kind == Answered && !r.checkStale[t.subject] && len(c.model.Checks[t.subject].Then) > 0 {
			if then := c.model.Checks[t.subject].Then[t.detail]; then != "" {
				bringForward(options, StepCheck, then)
			}
		}
	}
}

// bringForward moves an option to the front, if it is among them.
func bringForward(options []Option, kind StepKind, id string) {
	at := slices.IndexFunc(options, func(o Option) bool { return o.Kind == kind && o.ID == id })
	if at > 0 {
		first := options[at]
		copy(options[1:at+1], options[:at])
		options[0] = first
	}
}
