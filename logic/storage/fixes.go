package storage

import "backupdoctor/logic/size"

// FixGain is what the clean-ups of one fix of the guide do for the room that is missing.
type FixGain struct {
	Gain     size.Range // bytes; no more than there is
	IsRead   bool       // somebody read what goes; otherwise Gain is an estimate
	Enough   bool       // even if it frees only its Low
	Partly   bool       // a part of what is proposed and is enough together
	Hopeless bool       // neither a part of that, nor enough with its High
}

// ByFix adds up what the clean-ups of a fix free. It is false when nothing is missing, or when the fix frees
// nothing that is known here.
func (c *CleanUp) ByFix(fix string) (g FixGain, ok bool) {
	if c.Missing <= 0 {
		return g, false
	}
	counts := func(k *Candidate) bool { return k.Action.Fix == fix && k.Standing != notSeen }
	g.Gain, g.IsRead = c.plan.freed(c.Candidates, counts), true
	for i := range c.Candidates {
		k := &c.Candidates[i]
		if !counts(k) {
			continue
		}
		ok, g.IsRead = true, g.IsRead && k.IsRead
		g.Partly = g.Partly || c.Reached && k.Standing == Proposed
	}
	g.Enough = g.Gain.Low >= c.Missing
	g.Hopeless = !g.Partly && g.Gain.High < c.Missing
	return g, ok
}
