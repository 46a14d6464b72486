package diagnosis

import "math"

// negligible is the share of the starting mass below which what is left no longer counts. With service at 90 minutes it
// moves an estimate by half a second at most.
const negligible = 1e-4

// plan is what one decision fixes for all its evaluations of the cost to go, and their scratch space. Fixes that can still
// be used have places in it: first those that lose nothing, then the others.
type plan struct {
	core    *Core
	place   []int32 // by fix; -1 when it can't be used
	mild    int     // how many places lose nothing
	fixes   []place
	curedBy [][]cure // by hypothesis: the places; p is per minute for those that lose nothing
	least   float64  // share of the mass that no longer counts

	out    []int32   // places not to be used for the moment
	b      []float64 // belief not yet cured, unnormalised
	value  []float64 // by place: mass that would be cured, per minute for those that lose nothing
	opened []bool    // by gate: opened on the way
	shut   []float64 // minutes by place as they were before a gate was opened; empty when none was
	tiny   float64   // mass of a pair that no longer counts
	first  int32     // place that the last evaluation began with; -1 for service
}

// place is a fix in a plan.
type place struct {
	fix     int32
	minutes float64 // with the gates that are still closed
	cures   []cure  // by cause
	opens   []int   // closed gates before it that other fixes need too
}

// newPlan prices each fix that is not closed together with the gates that it still needs.
func (c *Core) newPlan(open map[string]bool, closed []bool) *plan {
	p := &plan{core: c, place: make([]int32, len(c.model.Fixes)), least: negligible, first: -1}
	for f := range p.place {
		p.place[f] = -1
	}
	for _, f := range c.mild {
		p.add(f, open, closed)
	}
	p.mild = len(p.fixes)
	for _, f := range c.risky {
		p.add(f, open, closed)
	}
	if math.IsInf(c.model.ServiceMinutes, 1) {
		p.least = 1e-9 // there is nobody to hand the rest over to
	}
	p.b = make([]float64, len(c.logPrior))
	p.value = make([]float64, len(p.fixes))
	p.opened = make([]bool, len(c.model.Gates))
	p.link()
	return p
}

func (p *plan) add(f int32, open map[string]bool, closed []bool) {
	if closed[f] {
		return
	}
	c := p.core
	fix := &c.model.Fixes[f]
	_, gates := c.closedGate(fix.Gates, open)
	entry := place{fix: f, minutes: fix.Minutes + gates, cures: c.cures[f]}
	for _, id := range fix.Gates {
		if g, ok := c.gates[id]; ok && !open[id] && c.shared[g] != nil {
			entry.opens = append(entry.opens, g)
		}
	}
	p.place[f] = int32(len(p.fixes))
	p.fixes = append(p.fixes, entry)
}

// link lists for each hypothesis the places that cure it.
func (p *plan) link() {
	p.curedBy = make([][]cure, len(p.b))
	total := 0
	for _, row := range p.core.curedBy {
		total += len(row)
	}
	all := make([]cure, 0, total)
	for h, row := range p.core.curedBy {
		start := len(all)
		for _, e := range row {
			at := p.place[e.at]
			if at < 0 {
				continue
			}
			if int(at) < p.mild {
				e.p /= p.fixes[at].minutes
			}
			all = append(all, cure{e.p, at})
		}
		p.curedBy[h] = all[start:]
	}
}

// costToGo estimates the expected remaining minutes, times the mass of w, when only fixes and service are left: fixes by
// gain per minute, stopping where service is cheaper. Fixes that lose something come after the others, as the gates have
// it, and pay for a gate that they share only once. The estimate is exact for fixes that cure different causes (Kadane &
// Simon 1977) and an upper bound otherwise. w holds unnormalised beliefs; done is the place of the fix that was just
// tried, whose gates are open now, or -1.
func (p *plan) costToGo(w []float64, done int32) float64 {
	mass := p.start(w, done)
	p.first = -1
	if mass == 0 {
		return 0
	}
	service, least, first := p.core.model.ServiceMinutes, mass*p.least, int32(-1)
	best, cost, risky := mass*service, 0.0, false
	for {
		f, value := p.mostEfficient(risky)
		// No fix is worth its minutes when the most efficient one is not, unless its gates serve others as well.
		if f < 0 || value*service <= mass && !p.serves(f) {
			if risky {
				break
			}
			risky = true
			continue
		}
		if cost += p.fixes[f].minutes * mass; cost >= best {
			break
		}
		if first < 0 {
			first = f
		}
		mass -= p.use(f)
		if mass <= least {
			best, p.first = cost, first
			break
		}
		if now := cost + mass*service; now < best {
			best, p.first = now, first
		}
	}
	p.close()
	return best
}

// start fills the scratch space and returns the mass of w.
func (p *plan) start(w []float64, done int32) (mass float64) {
	clear(p.value)
	value := p.value
	for h, x := range w {
		mass += x
		p.b[h] = x
		for _, e := range p.curedBy[h] {
			value[e.at] += x * e.p
		}
	}
	p.tiny = mass * p.least * p.least
	for _, f := range p.out {
		value[f] = math.Inf(-1)
	}
	if done >= 0 {
		p.open(done)
	}
	return mass
}

// mostEfficient finds the fix that cures most per minute, among those that lose nothing or all; -1 when none cures
// anything.
func (p *plan) mostEfficient(all bool) (f int32, value float64) {
	// Compared as integers, which order positive numbers alike, the search takes no unpredictable branches.
	at, best := -1, int64(0)
	for i, v := range p.value[:p.mild] {
		if bits := int64(math.Float64bits(v)); bits > best {
			at, best = i, bits
		}
	}
	f, value = int32(at), math.Float64frombits(uint64(best))
	for i := p.mild; all && i < len(p.value); i++ {
		if v := p.value[i] / p.fixes[i].minutes; v > value {
			f, value = int32(i), v
		}
	}
	return f, value
}

// use takes away what a fix cures, from the causes and from the values of the other fixes, opens its gates, and returns the
// mass cured.
func (p *plan) use(f int32) (mass float64) {
	value := p.value
	for _, e := range p.fixes[f].cures {
		cured := p.b[e.at] * e.p
		p.b[e.at] -= cured
		mass += cured
		for _, other := range p.curedBy[e.at] {
			value[other.at] -= cured * other.p
		}
	}
	for _, i := range p.core.halves[p.fixes[f].fix] {
		mass += p.bringForward(i, p.fixes[f].fix)
	}
	value[f] = math.Inf(-1)
	p.open(f)
	return mass
}

// bringForward moves what a fix leaves of a pair to the causes that remain, and returns the mass that it ends.
func (p *plan) bringForward(i int, f int32) float64 {
	c := p.core
	at, a, b := len(c.model.Causes)+i, c.pairs[i][0], c.pairs[i][1]
	x, cures := p.b[at], c.model.Fixes[f].Cure
	if x <= p.tiny {
		return 0
	}
	move := func(h int, mass float64) {
		p.b[h] += mass
		for _, e := range p.curedBy[h] {
			p.value[e.at] += mass * e.p
		}
	}
	move(at, x*(1-cures[a])*(1-cures[b])-x)
	move(a, x*(1-cures[a])*cures[b])
	move(b, x*cures[a]*(1-cures[b]))
	return x * cures[a] * cures[b]
}

// open drops the price of the shared gates before a fix for all fixes behind them, until close.
func (p *plan) open(f int32) {
	for _, g := range p.fixes[f].opens {
		if p.opened[g] {
			continue
		}
		if len(p.shut) == 0 {
			for i := range p.fixes {
				p.shut = append(p.shut, p.fixes[i].minutes)
			}
		}
		p.opened[g] = true
		for _, other := range p.core.shared[g] {
			if at := p.place[other]; at >= 0 {
				p.fixes[at].minutes -= p.core.model.Gates[g].Minutes
			}
		}
	}
}

// serves reports whether a fix would open a gate that other fixes need too.
func (p *plan) serves(f int32) bool {
	for _, g := range p.fixes[f].opens {
		if !p.opened[g] {
			return true
		}
	}
	return false
}

// close undoes open.
func (p *plan) close() {
	if len(p.shut) == 0 {
		return
	}
	for i, m := range p.shut {
		p.fixes[i].minutes = m
	}
	p.shut = p.shut[:0]
	clear(p.opened)
}
