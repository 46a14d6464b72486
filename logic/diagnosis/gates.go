package diagnosis

// allowed marks the fixes that may be proposed. Harmless fixes and those that cost money always may. A fix that loses
// settings or data may only when it is worth more than handing over, and only after every harmless fix that is worth its
// minutes was tried or declined. Nothing in the evidence can lift this.
func (c *Core) allowed(w []float64, closed []bool) []bool {
	worth := make([]bool, len(c.model.Fixes))
	harmlessLeft := false
	for f, fix := range c.model.Fixes {
		chance := 0.0
		for _, e := range c.cures[f] {
			chance += w[e.cause] * e.p
		}
		worth[f] = chance*c.model.ServiceMinutes > fix.Minutes
		harmlessLeft = harmlessLeft || (fix.Risk == Harmless && worth[f] && !closed[f])
	}
	for f, fix := range c.model.Fixes {
		if fix.Risk < LosesSettings {
			worth[f] = true
		} else if harmlessLeft {
			worth[f] = false
		}
	}
	return worth
}

// closedGate returns the first gate that is not open and the minutes that all closed ones cost together.
func (c *Core) closedGate(ids []string, open map[string]bool) (first string, minutes float64) {
	for _, id := range ids {
		if open[id] {
			continue
		}
		if first == "" {
			first = id
		}
		if g, ok := c.gates[id]; ok {
			minutes += c.model.Gates[g].Minutes
		}
	}
	return first, minutes
}

// Blocked says why a fix may not be shown yet.
type Blocked struct {
	Gate     string   // the first closed gate, or empty
	Harmless []string // harmless fixes that come first, or empty
}

// Blocks reports what stands before a fix that somebody wants to open out of turn; ok is true when nothing does.
func (c *Core) Blocks(list []Evidence, fix string) (b Blocked, ok bool) {
	f, known := c.fixes[fix]
	if !known {
		return Blocked{}, false
	}
	r := c.read(list)
	risk := c.model.Fixes[f].Risk
	if risk >= LosesSettings {
		w := c.beliefs(r.terms)
		for g, other := range c.model.Fixes {
			if other.Risk != Harmless || r.fixClosed[g] {
				continue
			}
			chance := 0.0
			for _, e := range c.cures[g] {
				chance += w[e.cause] * e.p
			}
			if chance*c.model.ServiceMinutes > other.Minutes {
				b.Harmless = append(b.Harmless, other.ID)
			}
		}
	}
	b.Gate, _ = c.closedGate(c.model.Fixes[f].Gates, r.gateOpen)
	return b, b.Gate == "" && len(b.Harmless) == 0
}
