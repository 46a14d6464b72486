package diagnosis

// chances returns for each fix the probability that it would end the trouble now; ending one of two causes
// counts half.
func (c *Core) chances(w []float64) []float64 {
	p := make([]float64, len(c.cures))
	for h, row := range c.curedBy {
		for _, e := range row {
			p[e.at] += w[h] * e.p
		}
	}
	return p
}

// Chances returns for each fix, in the model's order, the probability that it would end the trouble now.
// Where two causes may be there at once, ending one of them counts half.
func (c *Core) Chances(list []Evidence) []float64 { return c.chances(c.hypotheses(c.read(list).terms)) }

// isWorth reports whether a fix with a chance is better than handing over at once. The price of its gates is
// left out: a gate is asked only because of the fix, and must not make a fix lose its turn to a riskier one.
func (c *Core) isWorth(f int, chance float64) bool {
	return chance > 0 && chance*c.model.ServiceMinutes > c.model.Fixes[f].Minutes
}

// isBefore reports whether the harmless fix g must be tried or declined before the risky fix f: every
// harmless fix that is worth its minutes comes before a fix that loses data, and every one with a better
// chance before a fix that loses settings.
func (c *Core) isBefore(g, f int, chances []float64) bool {
	if c.model.Fixes[g].Risk != Harmless {
		return false
	}
	if c.model.Fixes[f].Risk >= LosesData {
		return c.isWorth(g, chances[g])
	}
	return chances[g] > chances[f]
}

// allowed marks the fixes that may be proposed. Harmless fixes are always allowed. A fix that loses settings or
// data is allowed only when it is worth more than handing over and no harmless fix comes before it. While the
// success of a fix is not known yet, no riskier one is allowed: waiting is no failure. No evidence can lift
// these rules.
func (c *Core) allowed(w []float64, r *reading) []bool {
	chances := c.chances(w)
	free := make([]bool, len(chances))
	for f, fix := range c.model.Fixes {
		free[f] = fix.Risk < LosesSettings || c.isWorth(f, chances[f])
		for g := 0; free[f] && fix.Risk > Harmless && g < len(free); g++ {
			free[f] = !c.awaits(g, f, chances, r) && (fix.Risk < LosesSettings || r.settled(g) || !c.isBefore(g, f, chances))
		}
	}
	return free
}

// awaits reports whether the milder fix g was done, is worth its minutes, and nobody knows yet whether it ended
// the trouble.
func (c *Core) awaits(g, f int, chances []float64, r *reading) bool {
	return r.fixPending[g] && c.model.Fixes[g].Risk < c.model.Fixes[f].Risk && c.isWorth(g, chances[g])
}

// settled reports whether a fix needs no more turn: it was tried or declined, and its success is known.
func (r *reading) settled(f int) bool { return r.fixClosed[f] && !r.fixPending[f] }

// closedGate returns the first closed gate and the minutes of all closed gates together.
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

// Blocked holds the reasons why a fix may not be shown yet.
type Blocked struct {
	Gate      string   // the first closed gate, or empty
	Harmless  []string // harmless fixes that come first, or empty
	Pointless bool     // the fix may lose something and is not worth its minutes, so that it is never proposed
}

// Blocks returns the reasons why a fix that somebody wants to open out of turn may not be shown yet; ok is
// true when there is no closed gate and no harmless fix before it.
func (c *Core) Blocks(list []Evidence, fix string) (b Blocked, ok bool) {
	f, known := c.fixes[fix]
	if !known {
		return Blocked{}, false
	}
	r := c.read(list)
	if c.model.Fixes[f].Risk >= LosesSettings {
		chances := c.chances(c.hypotheses(r.terms))
		b.Pointless = !c.isWorth(f, chances[f])
		for g, other := range c.model.Fixes {
			if !r.settled(g) && c.isBefore(g, f, chances) || c.awaits(g, f, chances, &r) {
				b.Harmless = append(b.Harmless, other.ID)
			}
		}
	}
	b.Gate, _ = c.closedGate(c.model.Fixes[f].Gates, r.gateOpen)
	return b, b.Gate == "" && len(b.Harmless) == 0
}
