package diagnosis

import "math"

// negligible is the share of the starting mass below which what is left no longer counts. It keeps a certain last fix
// exact when there is no service, and does not change decisions.
const negligible = 1e-9

// plan is what one decision fixes for all its evaluations of the cost to go, and their scratch space.
type plan struct {
	minutes    []float64 // per fix, with the gates that are still closed
	efficiency []float64 // 1 / minutes
	b          []float64 // belief not yet cured, unnormalised
	heap       []offer   // fixes not yet used, the most efficient on top
}

// offer is a fix with the mass it would cure per minute when last looked at. The true value can only have fallen since.
type offer struct {
	efficiency float64
	fix        int32
}

// newPlan prices each fix together with the gates that it still needs.
func (c *Core) newPlan(open map[string]bool) *plan {
	p := &plan{b: make([]float64, len(c.model.Causes)), heap: make([]offer, 0, len(c.model.Fixes))}
	for _, f := range c.model.Fixes {
		_, gates := c.closedGate(f.Gates, open)
		p.minutes = append(p.minutes, f.Minutes+gates)
		p.efficiency = append(p.efficiency, 1/(f.Minutes+gates))
	}
	return p
}

// costToGo estimates the expected remaining minutes, times the mass of w, when only fixes and service are left: fixes by
// gain per minute, stopping where service is cheaper. Fixes that lose something come after the others, as the gates have
// it. The estimate is exact for fixes that cure different causes (Kadane & Simon 1977) and an upper bound otherwise.
// w holds unnormalised beliefs; closed marks fixes that may not be used.
//
// Gains only fall as causes are cured, so an offer on top of the heap whose value is still true is the best (lazy greedy).
func (c *Core) costToGo(w []float64, closed []bool, p *plan) float64 {
	mass := 0.0
	for _, x := range w {
		mass += x
	}
	if mass == 0 {
		return 0
	}
	copy(p.b, w)
	p.heap = p.heap[:0]
	c.offer(p, closed, false)
	service, least := c.model.ServiceMinutes, mass*negligible
	best, cost, risky := mass*service, 0.0, false
	for {
		f, gain := c.take(p)
		// No fix is worth its minutes when the most efficient one is not.
		if f < 0 || gain*service <= p.minutes[f]*mass {
			if risky {
				return best
			}
			risky = true
			if f >= 0 {
				p.push(offer{gain * p.efficiency[f], int32(f)})
			}
			c.offer(p, closed, true)
			continue
		}
		cost += p.minutes[f] * mass
		if cost >= best {
			return best
		}
		for _, e := range c.cures[f] {
			p.b[e.cause] *= 1 - e.p
		}
		mass -= gain
		if mass <= least {
			return math.Min(best, cost)
		}
		best = math.Min(best, cost+mass*service)
	}
}

// offer adds the open fixes of one class to the heap: those that may lose settings or data, or the others.
func (c *Core) offer(p *plan, closed []bool, risky bool) {
	for _, f := range c.byRisk[risky] {
		if !closed[f] {
			if e := c.gain(int(f), p.b) * p.efficiency[f]; e > 0 {
				p.heap = append(p.heap, offer{e, f})
			}
		}
	}
	for i := len(p.heap)/2 - 1; i >= 0; i-- {
		p.sink(i)
	}
}

// take removes the fix that cures most per minute now; -1 when none cures anything.
func (c *Core) take(p *plan) (f int, gain float64) {
	for len(p.heap) > 0 {
		top := p.heap[0]
		gain = c.gain(int(top.fix), p.b)
		if e := gain * p.efficiency[top.fix]; e < top.efficiency {
			p.heap[0].efficiency = e
			p.sink(0)
			if p.heap[0].fix != top.fix {
				continue
			}
		}
		if !(gain > 0) {
			return -1, 0
		}
		last := len(p.heap) - 1
		p.heap[0] = p.heap[last]
		p.heap = p.heap[:last]
		p.sink(0)
		return int(top.fix), gain
	}
	return -1, 0
}

// push puts an offer back.
func (p *plan) push(o offer) { p.heap = append(p.heap, o) }

// gain is the mass that a fix would cure.
func (c *Core) gain(f int, b []float64) float64 {
	g := 0.0
	for _, e := range c.cures[f] {
		g += b[e.cause] * e.p
	}
	return g
}

// sink moves the offer at i down to where it belongs. Equal offers keep the order of the fixes, so that the result does
// not depend on how the heap came about.
func (p *plan) sink(i int) {
	h := p.heap
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if right := child + 1; right < len(h) && h[right].before(h[child]) {
			child = right
		}
		if !h[child].before(h[i]) {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}

func (o offer) before(other offer) bool {
	if o.efficiency != other.efficiency {
		return o.efficiency > other.efficiency
	}
	return o.fix < other.fix
}
