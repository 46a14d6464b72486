package sample

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestEveryTwoValuesOccurTogether draws cases of three to five axes: the sample has each pair of values that any case has.
func TestEveryTwoValuesOccurTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		axes := rapid.IntRange(3, 5).Draw(t, "axes")
		value := rapid.Custom(func(t *rapid.T) any { return rapid.IntRange(0, 3).Draw(t, "value") })
		cases := rapid.SliceOfN(rapid.SliceOfN(value, axes, axes), 1, 60).Draw(t, "cases")
		all := func(c []any) []any { return c }
		chosen := Pairs(cases, all)
		kept := map[pair]bool{}
		for _, c := range chosen {
			for _, p := range pairsOf(c) {
				kept[p] = true
			}
		}
		for _, c := range cases {
			for _, p := range pairsOf(c) {
				if !kept[p] {
					t.Fatalf("%v is in no case of the sample %v", p, chosen)
				}
			}
		}
		if again := Pairs(cases, all); !slices.EqualFunc(again, chosen, slices.Equal) {
			t.Fatalf("the sample was %v and is %v", chosen, again)
		}
	})
}

// TestASampleIsSmall takes the full product of four axes.
func TestASampleIsSmall(t *testing.T) {
	var cases [][4]int
	for n := range 40 * 6 * 3 * 2 {
		cases = append(cases, [4]int{n / 36, n / 6 % 6, n / 2 % 3, n % 2})
	}
	chosen := Pairs(cases, func(c [4]int) []any { return []any{c[0], c[1], c[2], c[3]} })
	if len(chosen) > 300 { // 240 are the least: 40 values of one axis by 6 of another
		t.Errorf("%d of %d cases were chosen", len(chosen), len(cases))
	}
}
