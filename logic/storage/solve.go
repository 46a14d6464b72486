package storage

import (
	"cmp"
	"math/bits"
)

// maxItems is how many items the solver takes: one bit each.
const maxItems = 64

// item is something to choose: what it gains, in units, and what it costs.
type item struct {
	gain int
	cost int64
}

// pick is a set of items that no other set beats in both gain and cost.
type pick struct {
	gain int
	cost int64
	set  uint64
}

// solve chooses the items that together gain at least need at the least cost. It is exact: it keeps, item by
// item, every set that no other beats in both gain and cost (Nemhauser and Ullmann), and gains above the need
// count as the need. The sets are never more than need + 1. False means that all items together are not
// enough. Among sets of equal cost it takes the one with fewer items.
func solve(items []item, need int) (set uint64, ok bool) {
	if need <= 0 {
		return 0, true
	}
	total := 0
	for _, it := range items[:min(len(items), maxItems)] {
		total += it.gain
	}
	if total < need {
		return 0, false
	}
	kept := []pick{{}}
	var with, merged []pick
	for i, it := range items[:min(len(items), maxItems)] {
		if it.gain <= 0 {
			continue
		}
		with = with[:0]
		for _, p := range kept {
			with = append(with, pick{min(p.gain+it.gain, need), p.cost + it.cost, p.set | 1<<i})
			if p.gain+it.gain >= need {
				break // later ones gain no more and cost more
			}
		}
		merged = merge(merged[:0], kept, with)
		kept, merged = merged, kept
	}
	best := kept[len(kept)-1]
	return best.set, best.gain >= need
}

// merge joins two lists in which both gain and cost rise, and keeps that order: what gains no more than a
// cheaper one goes.
func merge(into, a, b []pick) []pick {
	for len(a) > 0 || len(b) > 0 {
		var next pick
		if len(b) == 0 || len(a) > 0 && order(a[0], b[0]) <= 0 {
			next, a = a[0], a[1:]
		} else {
			next, b = b[0], b[1:]
		}
		// By rising cost, only a larger gain is worth keeping.
		if len(into) == 0 || next.gain > into[len(into)-1].gain {
			into = append(into, next)
		}
	}
	return into
}

// order puts the cheaper first, then the one that gains more, then the smaller set.
func order(a, b pick) int {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(b.gain, a.gain),
		cmp.Compare(bits.OnesCount64(a.set), bits.OnesCount64(b.set)))
}
