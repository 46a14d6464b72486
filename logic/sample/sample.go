// Package sample chooses few of many cases for tests that would take long with all of them. Only tests import
// it: under "go test -short", as in "make test", they take the sample; in "make prove" they take every case.
package sample

import "slices"

// pair is one value of each of two axes.
type pair struct {
	axes   [2]int
	values [2]any
}

// Pairs returns some of the cases, in their order, so that any two values which a case has together occur
// together in the sample, too. Axes returns the values of a case, one for each axis; values must be comparable.
// The same cases give the same sample.
func Pairs[T any](cases []T, axes func(T) []any) []T {
	missing := map[pair]bool{}
	pairs := make([][]pair, len(cases))
	most := 0
	for i, c := range cases {
		pairs[i] = pairsOf(axes(c))
		most = max(most, len(pairs[i]))
		for _, p := range pairs[i] {
			missing[p] = true
		}
	}
	var chosen []int
	for least := most; least > 0; least-- { // the cases that bring the most new pairs come first
		for i := range cases {
			if countIn(missing, pairs[i]) < least {
				continue
			}
			chosen = append(chosen, i)
			for _, p := range pairs[i] {
				delete(missing, p)
			}
		}
	}
	slices.Sort(chosen)
	sample := make([]T, len(chosen))
	for n, i := range chosen {
		sample[n] = cases[i]
	}
	return sample
}

func pairsOf(values []any) (pairs []pair) {
	for i := range values {
		for j := range i {
			pairs = append(pairs, pair{[2]int{j, i}, [2]any{values[j], values[i]}})
		}
	}
	return pairs
}

func countIn(missing map[pair]bool, pairs []pair) (n int) {
	for _, p := range pairs {
		if missing[p] {
			n++
		}
	}
	return n
}
