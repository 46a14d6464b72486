package lab

import (
	"cmp"
	"slices"
)

// piece is the part of a fix that goes against one cause.
type piece struct{ minutes, cured float64 } // the mass that it takes away

// split returns what causes with these masses cost if each had its own part of every fix, with a part of its
// minutes and of those of its gates: a bound for least. The parts go by mass per minute, and each cause loses
// less by every further one, so that the best sequence is sorted by that, up to where handing over is cheaper.
func (r *repair) split(w []float64, s state) float64 {
	var needed [bitsOfState]float64 // by gate: fixes that may still open it
	for f := range r.fixes {
		for g := range r.opening {
			if s.tried>>f&1 == 0 && (r.fixes[f].gates&^s.open)>>g&1 == 1 {
				needed[g]++
			}
		}
	}
	perCure := make([]float64, len(r.fixes)) // minutes for each mass that a fix cures
	for f := range r.fixes {
		minutes, cured := r.fixes[f].minutes, 0.0
		for g, x := range r.opening {
			if (r.fixes[f].gates&^s.open)>>g&1 == 1 {
				minutes += x / needed[g]
			}
		}
		for h, x := range w {
			cured += x * r.fixes[f].cure[h]
		}
		perCure[f] = minutes / cured
	}
	var pieces []piece
	order := make([]int, 0, len(r.fixes))
	for h, left := range w {
		order = order[:0]
		for f := range r.fixes {
			if s.tried>>f&1 == 0 && left*r.fixes[f].cure[h] > 0 {
				order = append(order, f)
			}
		}
		slices.SortFunc(order, func(f, g int) int { return cmp.Compare(perCure[f], perCure[g]) })
		for _, f := range order {
			cured := left * r.fixes[f].cure[h]
			pieces = append(pieces, piece{perCure[f] * w[h] * r.fixes[f].cure[h], cured})
			left -= cured
		}
	}
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.minutes*b.cured, b.minutes*a.cured) })
	spent, mass := 0.0, sum(w)
	best := r.handOver(mass)
	for _, p := range pieces {
		spent += p.minutes * mass
		mass -= p.cured
		best = min(best, spent+r.handOver(mass))
	}
	return best
}
