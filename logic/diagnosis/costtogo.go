package diagnosis

import "math"

// negligible is the share of the starting mass below which what is left no longer counts. It keeps a certain last fix
// exact when there is no service, and does not change decisions.
const negligible = 1e-9

// plan is scratch space for one evaluation of the cost to go; a decision reuses it thousands of times.
type plan struct {
	b    []float64 // belief not yet cured, unnormalised
	gain []float64 // per fix: mass it would cure now
	used []bool
}

func (c *Core) newPlan() *plan {
	return &plan{
		b:    make([]float64, len(c.model.Causes)),
		gain: make([]float64, len(c.model.Fixes)),
		used: make([]bool, len(c.model.Fixes)),
	}
}

// costToGo estimates the expected remaining minutes, times the mass of w, when only fixes and service are left: fixes by
// gain per minute, stopping where service is cheaper. It is exact for fixes that cure different causes (Kadane & Simon
// 1977) and an upper bound otherwise. w holds unnormalised beliefs; closed marks fixes that may not be used.
func (c *Core) costToGo(w []float64, closed []bool, p *plan) float64 {
	service := c.model.ServiceMinutes
	mass := 0.0
	copy(p.b, w)
	for _, x := range w {
		mass += x
	}
	if mass == 0 {
		return 0
	}
	least := mass * negligible
	copy(p.used, closed)
	for f, row := range c.cures {
		g := 0.0
		if !closed[f] {
			for _, e := range row {
				g += w[e.other] * e.p
			}
		}
		p.gain[f] = g
	}
	best, cost := mass*service, 0.0
	for {
		f := c.mostEfficient(p)
		if f < 0 {
			return best
		}
		cost += c.model.Fixes[f].Minutes * mass
		if cost >= best {
			return best
		}
		p.used[f] = true
		for _, e := range c.cures[f] {
			cured := p.b[e.other] * e.p
			if cured == 0 {
				continue
			}
			p.b[e.other] -= cured
			mass -= cured
			for _, g := range c.curedBy[e.other] {
				p.gain[g.other] -= cured * g.p
			}
		}
		if mass <= least {
			return math.Min(best, cost)
		}
		best = math.Min(best, cost+mass*service)
	}
}

// mostEfficient returns the unused fix that cures most mass per minute, or -1.
func (c *Core) mostEfficient(p *plan) int {
	at, most := -1, 0.0
	for f, g := range p.gain {
		if e := g * c.efficiency[f]; e > most && !p.used[f] {
			at, most = f, e
		}
	}
	return at
}
