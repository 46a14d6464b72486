package diagnosis_test

import (
	"testing"

	"backupdoctor/logic/diagnosis"
)

// What fixes that failed leave of two causes, worked out by hand: each step keeps both, or ends one of them unseen.
func TestWhatIsLeftOfTwoCausesIsBelieved(t *testing.T) {
	core := coreOf(t, diagnosis.Model{
		Causes: []diagnosis.Cause{{ID: "a", Prior: 3}, {ID: "b", Prior: 2}},
		Pairs:  []diagnosis.Pair{{A: "a", B: "b", Prior: 4}},
		Fixes: []diagnosis.Fix{
			{ID: "for a", Minutes: 3, Cure: []float64{0.5, 0}},
			{ID: "for b", Minutes: 3, Cure: []float64{0, 0.8}},
			{ID: "for both", Minutes: 3, Cure: []float64{0.25, 0.6}},
		},
		ServiceMinutes: 90,
	})
	for _, test := range []struct {
		tried              []string
		a, b               float64 // alone, each with its prior
		both, onlyA, onlyB float64 // of the pair
	}{
		{nil, 3, 2, 4, 0, 0},
		{[]string{"for a"}, 1.5, 2, 2, 0, 2},
		{[]string{"for a", "for b"}, 1.5, 0.4, 0.4, 1.6, 0.4},
		{[]string{"for b", "for a"}, 1.5, 0.4, 0.4, 1.6, 0.4},
		{[]string{"for both"}, 2.25, 0.8, 4 * 0.75 * 0.4, 4 * 0.6 * 0.75, 4 * 0.25 * 0.4},
		{[]string{"for b", "for both"}, 2.25, 0.16, 0.8 * 0.75 * 0.4, (3.2 + 0.8*0.6) * 0.75, 0.8 * 0.25 * 0.4},
		{[]string{"for a", "for both"}, 1.125, 0.8, 2 * 0.75 * 0.4, 2 * 0.6 * 0.75, (2 + 2*0.25) * 0.4},
	} {
		var list []diagnosis.Evidence
		for _, fix := range test.tried {
			list = append(list, tried(fix, diagnosis.Failed))
		}
		all := test.a + test.b + test.both + test.onlyA + test.onlyB
		want := (test.a + test.onlyA + test.both/2) / all
		near(t, "a", beliefIn(t, core, "a", list...), want)
		near(t, "b", beliefIn(t, core, "b", list...), 1-want)
	}
}
