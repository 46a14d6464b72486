package diagnosis

import "slices"

// Conditions are the answers that open and shut a fix. The latest answer to a check counts.
type Conditions struct {
	Needs      []Given // the fix is shut until one of the answers of each was given
	NeverAfter []Given // the fix is shut after one of the answers
	// LockedBy shuts the fix like NeverAfter, but only until a fix was tried that may have changed the
	// answer. A failure behind the lock then says nothing about the causes, and the fix may be tried again.
	LockedBy []Given
}

// Given are answers to a check.
type Given struct {
	Check   string
	Answers []string
}

// validateConditions checks the conditions of the fixes: gates and answers.
func (m *Model) validateConditions(complain func(string, ...any)) {
	for i := range m.Fixes {
		f := &m.Fixes[i]
		for _, g := range slices.Concat(f.Needs, f.NeverAfter, f.LockedBy) {
			k := slices.IndexFunc(m.Checks, func(k Check) bool { return k.ID == g.Check })
			for _, answer := range g.Answers {
				if k < 0 || !slices.Contains(m.Checks[k].Answers, answer) {
					complain("fix %s: there is no answer %q to a check %q", f.ID, answer, g.Check)
				}
			}
		}
		for _, id := range f.Gates {
			if !slices.ContainsFunc(m.Gates, func(g Gate) bool { return g.ID == id }) {
				complain("fix %s: there is no gate %q", f.ID, id)
			}
		}
	}
}

// applyConditions shuts the fixes whose conditions do not hold. A fix that failed while something locked it
// is open again when the lock is gone, and its failure no longer counts.
func (c *Core) applyConditions(r *reading, list []Evidence) {
	for f := range c.model.Fixes {
		fix := &c.model.Fixes[f]
		if until := c.unlocked(fix, list); until > r.triedAt[f] && !r.fixPending[f] {
			r.fixClosed[f] = false
			r.terms = slices.DeleteFunc(r.terms, func(t term) bool {
				return t.kind == Tried && t.subject == f && t.evidence < until
			})
		}
		if !fix.isOpen(list) || c.isLocked(fix, list) {
			if !r.fixClosed[f] {
				r.fixLacks[f] = c.lacks(fix, r, list)
			}
			r.fixClosed[f] = true
		}
	}
}

// lacks counts the answers that a shut fix still needs; 0 when answers that are still to come can't open it.
func (c *Core) lacks(fix *Fix, r *reading, list []Evidence) int {
	if c.isLocked(fix, list) || slices.ContainsFunc(fix.NeverAfter, func(g Given) bool { return g.stands(list) }) {
		return 0
	}
	n := 0
	for _, g := range fix.Needs {
		if g.stands(list) {
			continue
		}
		if k := c.checks[g.Check]; r.checkClosed[k] && !r.checkLater[k] {
			return 0
		}
		n++
	}
	return n
}

// IsOpen reports whether the answers allow a fix: it has what it needs, and nothing shuts or locks it.
func (c *Core) IsOpen(list []Evidence, fix string) bool {
	f, known := c.fixes[fix]
	return known && c.model.Fixes[f].isOpen(list) && !c.isLocked(&c.model.Fixes[f], list)
}

// isOpen reports whether the answers that the fix needs were given, and none after which it makes no sense.
func (k *Conditions) isOpen(list []Evidence) bool {
	stands := func(g Given) bool { return g.stands(list) }
	return !slices.ContainsFunc(k.Needs, func(g Given) bool { return !stands(g) }) &&
		!slices.ContainsFunc(k.NeverAfter, stands)
}

// stands reports whether the latest answer to the check is one of these.
func (g *Given) stands(list []Evidence) bool {
	for _, e := range slices.Backward(list) {
		if e.Kind == Answered && e.Subject == g.Check {
			return slices.Contains(g.Answers, e.Answer)
		}
	}
	return false
}

// isLocked reports whether an answer locks the fix.
func (c *Core) isLocked(fix *Fix, list []Evidence) bool {
	return slices.ContainsFunc(fix.LockedBy, func(g Given) bool {
		locked, _ := c.lock(g, list)
		return locked
	})
}

// unlocked returns the index of the evidence with which the last lock before the fix went; -1 when there was
// none.
func (c *Core) unlocked(fix *Fix, list []Evidence) int {
	last := -1
	for _, g := range fix.LockedBy {
		_, until := c.lock(g, list)
		last = max(last, until)
	}
	return last
}

// lock reports whether one of the answers stands, and the index of the evidence that ended it last: another
// answer, or a fix that may have changed the answer; -1 when nothing has.
func (c *Core) lock(g Given, list []Evidence) (locked bool, until int) {
	until = -1
	for i, e := range list {
		was := locked
		switch {
		case e.Kind == Answered && e.Subject == g.Check:
			locked = slices.Contains(g.Answers, e.Answer)
		case e.Kind == Tried && e.Outcome != Declined && locked:
			f, known := c.fixes[e.Subject]
			locked = !known || !c.staleBy[c.checks[g.Check]][f]
		}
		if was && !locked {
			until = i
		}
	}
	return locked, until
}
