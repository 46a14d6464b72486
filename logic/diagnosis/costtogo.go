package diagnosis

import "math"

// negligible is the share of the starting mass below which what is left no longer counts. It keeps a certain last fix
// exact when there is no service, and does not change decisions.
const negligible = 1e-9

// plan is scratch space for one evaluation of the cost to go; a decision reuses it thousands of times.
type plan struct {
	b    []float64 // belief not yet cured, unnormalised
	heap []offer   // fixes not yet used, the most efficient on top
}

// offer is a fix with the mass it would cure per minute when last looked at. The true value can only have fallen since.
type offer struct {
	efficiency float64
	fix        int32
}

func (c *Core) newPlan() *plan {
	return &plan{b: make([]float64, len(c.model.Causes)), heap: make([]offer, 0, len(c.model.Fixes))}
}

// costToGo estimates the expected remaining minutes, times the mass of w, when only fixes and service are left: fixes by
// gain per minute, stopping where service is cheaper. It is exact for fixes that cure different causes (Kadane & Simon
// 1977) and an upper bound otherwise. w holds unnormalised beliefs; closed marks fixes that may not be used.
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
	for f, shut := range closed {
		if shut {
			continue
		}
		if e := c.gain(f, w) * c.efficiency[f]; e > 0 {
			p.heap = append(p.heap, offer{e, int32(f)})
		}
	}
	for i := len(p.heap)/2 - 1; i >= 0; i-- {
		p.sink(i)
	}
	service, least := c.model.ServiceMinutes, mass*negligible
	best, cost := mass*service, 0.0
	for len(p.heap) > 0 {
		top := p.heap[0]
		f := int(top.fix)
		gain := c.gain(f, p.b)
		if e := gain * c.efficiency[f]; e < top.efficiency {
			p.heap[0].efficiency = e
			p.sink(0)
			if p.heap[0].fix != top.fix {
				continue
			}
		}
		if !(gain > 0) {
			break
		}
		cost += c.model.Fixes[f].Minutes * mass
		if cost >= best {
			break
		}
		for _, e := range c.cures[f] {
			p.b[e.cause] *= 1 - e.p
		}
		mass -= gain
		if mass <= least {
			return math.Min(best, cost)
		}
		best = math.Min(best, cost+mass*service)
		last := len(p.heap) - 1
		p.heap[0] = p.heap[last]
		p.heap = p.heap[:last]
		p.sink(0)
	}
	return best
}

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
