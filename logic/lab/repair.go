package lab

import (
	"cmp"
	"container/heap"
	"fmt"
	"slices"

	"backupdoctor/logic/diagnosis"
)

// repair is what is left of a problem when no question would tell anything new: some causes, the fixes
// against them, and handing over. The order that the rules of the core demand is left out, so that the least
// cost of a repair bounds the policies that keep to the rules.
type repair struct {
	service float64
	fixes   []action
	opening []float64           // by gate that several fixes need: minutes
	order   [][]int             // by cause: the fixes that are worth trying, by chance per minute
	matter  []state             // by cause: these fixes and the gates before them
	memo    []map[state]float64 // by cause: least expected minutes from a state
}

// action is a fix of a repair.
type action struct {
	minutes float64   // with those of the gates that no other fix needs
	cure    []float64 // by cause of the repair
	gates   uint64    // the gates that others need as well
}

// state tells which fixes were tried and which gates are open.
type state struct{ tried, open uint64 }

// bitsOfState is the greatest number of fixes, and of gates that several fixes need.
const bitsOfState = 64

// newRepair takes causes of a model, by index, and the fixes that may be used against them. It fails when
// too many fixes help.
func newRepair(m *diagnosis.Model, causes []int, usable func(f *diagnosis.Fix) bool) (*repair, error) {
	r := &repair{service: m.ServiceMinutes}
	var taken []*diagnosis.Fix
	needed := map[string]int{}
	for i := range m.Fixes {
		f := &m.Fixes[i]
		helps := func(h int) bool { return f.Cure[h] > 0 && f.Cure[h]*m.ServiceMinutes > f.Minutes }
		if !slices.ContainsFunc(causes, helps) || !usable(f) {
			continue
		}
		taken = append(taken, f)
		for _, d := range doorsOf(m, f) {
			needed[d.ID]++
		}
	}
	shared := map[string]int{} // the gates that several fixes need, by number
	for _, f := range taken {
		for _, d := range doorsOf(m, f) {
			if _, known := shared[d.ID]; needed[d.ID] > 1 && !known {
				shared[d.ID] = len(r.opening)
				r.opening = append(r.opening, d.Minutes)
			}
		}
	}
	if len(taken) > bitsOfState || len(r.opening) > bitsOfState {
		return nil, fmt.Errorf("%d fixes behind %d shared gates help, at most %d can be followed",
			len(taken), len(r.opening), bitsOfState)
	}
	for _, f := range taken {
		a := action{minutes: f.Minutes}
		for _, h := range causes {
			a.cure = append(a.cure, f.Cure[h])
		}
		for _, d := range doorsOf(m, f) {
			if at, ok := shared[d.ID]; ok {
				a.gates |= 1 << at
			} else {
				a.minutes += d.Minutes
			}
		}
		r.fixes = append(r.fixes, a)
	}
	for h := range causes {
		r.prepare(h)
	}
	return r, nil
}

// doorsOf returns what costs minutes before a fix may be proposed: its gates, and as gates the questions
// that must have been answered.
func doorsOf(m *diagnosis.Model, f *diagnosis.Fix) (doors []diagnosis.Gate) {
	for _, g := range m.Gates {
		if slices.Contains(f.Gates, g.ID) {
			doors = append(doors, g)
		}
	}
	for _, k := range m.Checks {
		isOf := func(g diagnosis.Given) bool { return g.Check == k.ID }
		if slices.Contains(f.First, k.ID) || slices.ContainsFunc(f.Needs, isOf) {
			doors = append(doors, diagnosis.Gate{ID: doorOf(&k), Minutes: k.Minutes})
		}
	}
	return doors
}

// doorOf names the gate that stands for a question.
func doorOf(k *diagnosis.Check) string { return "check " + k.ID }

// prepare orders the fixes that are worth trying against a cause.
func (r *repair) prepare(h int) {
	var order []int
	var matter state
	for f := range r.fixes {
		if a := &r.fixes[f]; a.cure[h] > 0 && a.cure[h]*r.service > a.minutes {
			order = append(order, f)
			matter.tried |= 1 << f
			matter.open |= a.gates
		}
	}
	slices.SortStableFunc(order, func(f, g int) int {
		return cmp.Compare(r.fixes[g].cure[h]/r.fixes[g].minutes, r.fixes[f].cure[h]/r.fixes[f].minutes)
	})
	r.order, r.matter = append(r.order, order), append(r.matter, matter)
	r.memo = append(r.memo, map[state]float64{})
}

// alone returns the least expected minutes when one cause is known to be the true one. Of the fixes behind
// the same closed gates the one with the best chance per minute goes first, so few orders are left to
// compare.
func (r *repair) alone(h int, s state) float64 {
	s = state{s.tried & r.matter[h].tried, s.open & r.matter[h].open}
	if v, ok := r.memo[h][s]; ok {
		return v
	}
	best := r.service
	var seen []uint64
	for _, f := range r.order[h] {
		a := &r.fixes[f]
		closed := a.gates &^ s.open
		if s.tried>>f&1 == 1 || slices.Contains(seen, closed) {
			continue
		}
		seen = append(seen, closed)
		cost := a.minutes + r.openingOf(closed)
		if rest := 1 - a.cure[h]; rest > 0 { // 0 times infinite minutes is no number
			cost += rest * r.alone(h, s.after(f, a))
		}
		best = min(best, cost)
	}
	r.memo[h][s] = best
	return best
}

func (s state) after(f int, a *action) state { return state{s.tried | 1<<f, s.open | a.gates} }

func (r *repair) openingOf(gates uint64) (minutes float64) {
	for g, x := range r.opening {
		if gates>>g&1 == 1 {
			minutes += x
		}
	}
	return minutes
}

// handOver returns what handing over costs a mass that is left; nobody costs nothing, however dear it is.
func (r *repair) handOver(mass float64) float64 {
	if mass <= 0 {
		return 0
	}
	return mass * r.service
}

// apart returns what each cause would cost if it were known, by the masses of the causes: a bound for least.
func (r *repair) apart(w []float64, s state) (cost float64) {
	for h, x := range w {
		if x > 0 {
			cost += x * r.alone(h, s)
		}
	}
	return cost
}

// atLeast bounds least. Who may still ask can only be bounded by the known causes.
func (r *repair) atLeast(w []float64, s state, ask asking) float64 {
	if ask != nil {
		return r.apart(w, s)
	}
	return max(r.apart(w, s), r.split(w, s))
}

// node is a state that the search for the least cost has reached.
type node struct {
	state
	spent float64   // expected minutes so far
	w     []float64 // masses that are left
	bound float64   // least that a sequence through this state costs
	asked bool      // what asking costs from here is counted already
}

// asking returns what is left to spend from a node for who asks there, and the least for who knows without asking.
type asking func(at *node) (asked, known float64)

// frontier is a heap of nodes, the most promising first.
type frontier []node

func (q *frontier) Len() int           { return len(*q) }
func (q *frontier) Less(i, j int) bool { return (*q)[i].bound < (*q)[j].bound }
func (q *frontier) Swap(i, j int)      { (*q)[i], (*q)[j] = (*q)[j], (*q)[i] }
func (q *frontier) Push(x any)         { *q = append(*q, x.(node)) }
func (q *frontier) Pop() any {
	last := len(*q) - 1
	n := (*q)[last]
	*q = (*q)[:last]
	return n
}

// least bounds the least expected minutes from a state against causes with these masses, times their sum: A*
// over the sets of fixes. At each set one may also ask, unless ask is nil. low and high are the same when the
// search ends within limit expansions and asking is known exactly.
func (r *repair) least(w []float64, from state, limit int, ask asking) (low, high float64) {
	high = r.handOver(sum(w))
	queue := &frontier{{state: from, w: w, bound: r.atLeast(w, from, ask)}}
	spent := map[uint64]float64{}
	for n := 0; queue.Len() > 0; {
		at := heap.Pop(queue).(node)
		if at.bound >= high {
			break
		}
		if n >= limit {
			return at.bound, high
		}
		if ask != nil && !at.asked {
			asked, known := ask(&at)
			high, at.bound, at.asked = min(high, at.spent+asked), max(at.bound, at.spent+known), true
			heap.Push(queue, at)
			continue
		}
		n++
		mass := sum(at.w)
		for f := range r.fixes {
			a := &r.fixes[f]
			if at.tried>>f&1 == 1 {
				continue
			}
			next := node{
				state: at.after(f, a),
				spent: at.spent + mass*(a.minutes+r.openingOf(a.gates&^at.open)),
				w:     weigh(at.w, func(h int) float64 { return 1 - a.cure[h] }),
			}
			if known, ok := spent[next.tried]; ok && known <= next.spent || sum(next.w) == mass {
				continue
			}
			spent[next.tried] = next.spent
			high = min(high, next.spent+r.handOver(sum(next.w)))
			if next.bound = max(at.bound, next.spent+r.atLeast(next.w, next.state, ask)); next.bound < high {
				heap.Push(queue, next)
			}
		}
	}
	return high, high
}
