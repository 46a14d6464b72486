package diagnosis

import "math"

// negligible is the share of the starting mass below which the rest of the mass no longer counts. With
// service at 90 minutes the rest changes an estimate by half a second at most.
const negligible = 1e-4

// estimator estimates the cost to go for one decision. It holds the prices of the fixes, which stay the same
// for the decision, and the scratch space of an estimate. Fixes that can still be used have slots: first the
// fixes that lose nothing, then the others. A fix that waits for an answer has one, too.
type estimator struct {
	core    *Core
	slot    []int32 // by fix; -1 when the fix can't be used
	mild    int     // number of slots whose fixes lose nothing
	fixes   []slot
	curedBy [][]cure // by hypothesis: the slots; p is per minute for fixes that lose nothing
	least   float64  // share of the mass below which the rest no longer counts

	out    []int32   // slots that are not used for the moment
	waits  []int32   // slots of fixes that wait for answers
	lacks  []int     // by slot: answers that it still needs
	b      []float64 // belief that is not yet cured, unnormalised
	value  []float64 // by slot: mass that the fix would cure, per minute for fixes that lose nothing
	opened []bool    // by gate: opened during the estimate
	shut   []float64 // minutes by slot before a gate was opened; empty when none was
	tiny   float64   // mass of a pair below which the pair no longer counts
	first  int32     // slot of the first fix of the last estimate; -1 for service
}

// slot is a fix that can still be used.
type slot struct {
	fix     int32
	minutes float64 // with those of the gates that are still closed
	cures   []cure  // by cause
	opens   []int   // closed gates before the fix that other fixes need, too
}

// newEstimator prices each fix that is open or waits for an answer, with the gates that it still needs.
func (c *Core) newEstimator(r *reading) *estimator {
	e := &estimator{core: c, slot: make([]int32, len(c.model.Fixes)), least: negligible, first: -1}
	for f := range e.slot {
		e.slot[f] = -1
	}
	for _, f := range c.mild {
		e.add(f, r)
	}
	e.mild = len(e.fixes)
	for _, f := range c.risky {
		e.add(f, r)
	}
	if math.IsInf(c.model.ServiceMinutes, 1) {
		e.least = 1e-9 // nobody takes over the rest
	}
	e.b = make([]float64, len(c.logPrior))
	e.value = make([]float64, len(e.fixes))
	e.opened = make([]bool, len(c.model.Gates))
	e.link()
	return e
}

func (e *estimator) add(f int32, r *reading) {
	lacks := r.fixLacks[f]
	if r.fixClosed[f] && lacks == 0 {
		return
	}
	c := e.core
	fix := &c.model.Fixes[f]
	_, gates := c.closedGate(fix.Gates, r.gateOpen)
	entry := slot{fix: f, minutes: fix.Minutes + gates, cures: c.cures[f]}
	for _, id := range fix.Gates {
		if g, ok := c.gates[id]; ok && !r.gateOpen[id] && c.shared[g] != nil {
			entry.opens = append(entry.opens, g)
		}
	}
	e.slot[f] = int32(len(e.fixes))
	if lacks > 0 {
		e.waits = append(e.waits, e.slot[f])
	}
	e.fixes, e.lacks = append(e.fixes, entry), append(e.lacks, lacks)
}

// link lists for each hypothesis the slots of the fixes that cure it.
func (e *estimator) link() {
	e.curedBy = make([][]cure, len(e.b))
	total := 0
	for _, row := range e.core.curedBy {
		total += len(row)
	}
	all := make([]cure, 0, total)
	for h, row := range e.core.curedBy {
		start := len(all)
		for _, link := range row {
			at := e.slot[link.at]
			if at < 0 {
				continue
			}
			if int(at) < e.mild {
				link.p /= e.fixes[at].minutes
			}
			all = append(all, cure{link.p, at})
		}
		e.curedBy[h] = all[start:]
	}
}

// costToGo estimates the expected remaining minutes, times the mass of w, when only fixes and service are
// left: fixes by gain per minute, until service is cheaper. Fixes that lose something come after the others,
// as their gates demand, and pay for a shared gate only once. The estimate is exact for fixes that cure
// different causes (Kadane & Simon 1977) and an upper bound otherwise. w holds unnormalised beliefs; done is
// the slot of the fix that was just tried, whose gates are open now, or -1.
func (e *estimator) costToGo(w []float64, done int32) float64 {
	mass := e.start(w, done)
	e.first = -1
	if mass == 0 {
		return 0
	}
	service, least, first := e.core.model.ServiceMinutes, mass*e.least, int32(-1)
	best, cost, risky := mass*service, 0.0, false
	for {
		f, value := e.mostEfficient(risky)
		// No fix is worth its minutes when the most efficient one is not, unless its gates serve others as
		// well.
		if f < 0 || value*service <= mass && !e.serves(f) {
			if risky {
				break
			}
			risky = true
			continue
		}
		if cost += e.fixes[f].minutes * mass; cost >= best {
			break
		}
		if first < 0 {
			first = f
		}
		mass -= e.use(f)
		if mass <= least {
			best, e.first = cost, first
			break
		}
		if now := cost + mass*service; now < best {
			best, e.first = now, first
		}
	}
	e.close()
	return best
}

// start fills the scratch space and returns the mass of w.
func (e *estimator) start(w []float64, done int32) (mass float64) {
	clear(e.value)
	value := e.value
	for h, x := range w {
		mass += x
		e.b[h] = x
		for _, link := range e.curedBy[h] {
			value[link.at] += x * link.p
		}
	}
	e.tiny = mass * e.least * e.least
	for _, f := range e.out {
		value[f] = math.Inf(-1)
	}
	for _, f := range e.waits {
		if e.lacks[f] > 0 {
			value[f] = math.Inf(-1)
		}
	}
	if done >= 0 {
		e.open(done)
	}
	return mass
}

// mostEfficient finds the slot of the fix that cures most per minute, among the fixes that lose nothing or,
// with all, among all fixes; -1 when no fix cures anything.
func (e *estimator) mostEfficient(all bool) (f int32, value float64) {
	// Positive numbers have the same order as their bits. Comparing the bits as integers avoids unpredictable
	// branches.
	at, best := -1, int64(0)
	for i, v := range e.value[:e.mild] {
		if bits := int64(math.Float64bits(v)); bits > best {
			at, best = i, bits
		}
	}
	f, value = int32(at), math.Float64frombits(uint64(best))
	for i := e.mild; all && i < len(e.value); i++ {
		if v := e.value[i] / e.fixes[i].minutes; v > value {
			f, value = int32(i), v
		}
	}
	return f, value
}

// use subtracts the mass that a fix cures from the causes and from the values of the other fixes, opens the
// gates of the fix, and returns the cured mass.
func (e *estimator) use(f int32) (mass float64) {
	value := e.value
	for _, link := range e.fixes[f].cures {
		cured := e.b[link.at] * link.p
		e.b[link.at] -= cured
		mass += cured
		for _, other := range e.curedBy[link.at] {
			value[other.at] -= cured * other.p
		}
	}
	for _, i := range e.core.halves[e.fixes[f].fix] {
		mass += e.bringForward(i, e.fixes[f].fix)
	}
	value[f] = math.Inf(-1)
	e.open(f)
	return mass
}

// bringForward moves the mass of pair i that fix f does not end to the causes that remain, and returns the
// mass that the fix ends.
func (e *estimator) bringForward(i int, f int32) float64 {
	c := e.core
	at, a, b := len(c.model.Causes)+i, c.pairs[i][0], c.pairs[i][1]
	x, cures := e.b[at], c.model.Fixes[f].Cure
	if x <= e.tiny {
		return 0
	}
	move := func(h int, mass float64) {
		e.b[h] += mass
		for _, link := range e.curedBy[h] {
			e.value[link.at] += mass * link.p
		}
	}
	move(at, x*(1-cures[a])*(1-cures[b])-x)
	move(a, x*(1-cures[a])*cures[b])
	move(b, x*cures[a]*(1-cures[b]))
	return x * cures[a] * cures[b]
}

// open drops the price of the shared gates before a fix for all fixes behind these gates, until close.
func (e *estimator) open(f int32) {
	for _, g := range e.fixes[f].opens {
		if e.opened[g] {
			continue
		}
		if len(e.shut) == 0 {
			for i := range e.fixes {
				e.shut = append(e.shut, e.fixes[i].minutes)
			}
		}
		e.opened[g] = true
		for _, other := range e.core.shared[g] {
			if at := e.slot[other]; at >= 0 {
				e.fixes[at].minutes -= e.core.model.Gates[g].Minutes
			}
		}
	}
}

// serves reports whether a fix would open a gate that other fixes need, too.
func (e *estimator) serves(f int32) bool {
	for _, g := range e.fixes[f].opens {
		if !e.opened[g] {
			return true
		}
	}
	return false
}

// close undoes open.
func (e *estimator) close() {
	if len(e.shut) == 0 {
		return
	}
	for i, m := range e.shut {
		e.fixes[i].minutes = m
	}
	e.shut = e.shut[:0]
	clear(e.opened)
}
