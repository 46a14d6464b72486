package storage

import "backupdoctor/logic/size"

// FixGain is what the clean-ups of one fix of the guide do for the room that is missing.
type FixGain struct {
	Gain     size.Range // bytes
	Enough   bool       // surely enough
	Partly   bool       // a part of what is proposed and is enough together
	Hopeless bool       // neither a part of that, nor enough with the best of luck
}

// ByFix adds up what the clean-ups of a fix free. It is false when nothing is missing, or when the fix frees
// nothing that is known here.
func (c *CleanUp) ByFix(fix string) (g FixGain, ok bool) {
	for i := range c.Candidates {
		k := &c.Candidates[i]
		if k.Action.Fix != fix || k.Standing == notSeen || c.Missing <= 0 {
			continue
		}
		ok, g.Gain = true, g.Gain.Plus(k.Gain)
		g.Partly = g.Partly || c.Reached && k.Standing == Proposed
	}
	g.Enough = g.Gain.Low >= c.Missing
	g.Hopeless = !g.Partly && g.Gain.High < c.Missing
	return g, ok
}
