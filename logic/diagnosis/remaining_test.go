package diagnosis_test

import (
	"math"
	"testing"

	"backupdoctor/logic/diagnosis"
)

// The time left, worked out by hand for one cause: a fix behind a gate that always helps, and one that helps every second time
// before somebody else is asked.
func TestTheTimeLeftIsThatOfTheSteps(t *testing.T) {
	m := diagnosis.Model{
		Causes: []diagnosis.Cause{{ID: "damage", Prior: 1}},
		Gates:  []diagnosis.Gate{{ID: "copy", Minutes: 10}},
		Fixes: []diagnosis.Fix{
			{ID: "erase", Minutes: 6, Cure: []float64{1}, Risk: diagnosis.LosesSettings, Gates: []string{"copy"}},
		},
		ServiceMinutes: 90,
	}
	left, err := coreOf(t, m).Remaining(t.Context(), nil, 50, 1)
	if want := (diagnosis.Remaining{Mean: 16, P10: 16, Median: 16, P90: 16}); err != nil || math.Abs(left.Mean-16) > 1e-9 || left.P10 != want.P10 ||
		left.Median != want.Median || left.P90 != want.P90 || left.Support != 0 {
		t.Errorf("it takes %+v, want %+v, %v", left, want, err)
	}
	m.Fixes[0] = diagnosis.Fix{ID: "restart", Minutes: 6, Cure: []float64{0.5}}
	left, err = coreOf(t, m).Remaining(t.Context(), nil, 4000, 1)
	if err != nil || math.Abs(left.Mean-(6+0.5*90)) > 3 || math.Abs(left.Support-0.5) > 0.04 || left.P10 != 6 || left.P90 != 96 {
		t.Errorf("it takes %+v, want 6 or 96 minutes, each in half of the cases, %v", left, err)
	}
	for n := range 4 {
		if left, err = coreOf(t, m).Remaining(t.Context(), nil, n, 1); err != nil || left.P10 > left.Median || left.Median > left.P90 || n > 0 != (left.P10 >= 6) {
			t.Errorf("%d continuations take %+v, %v", n, left, err)
		}
	}
}

// Of two causes that meet, one fix ends both, or each of two fixes ends one.
func TestTheTimeLeftOfTwoCauses(t *testing.T) {
	for _, test := range []struct {
		fixes []diagnosis.Fix
		want  float64
	}{
		{[]diagnosis.Fix{{ID: "both", Minutes: 6, Cure: []float64{1, 1, 0}}}, 6},
		{[]diagnosis.Fix{{ID: "one", Minutes: 3, Cure: []float64{1, 0, 0}}, {ID: "two", Minutes: 4, Cure: []float64{0, 1, 0}}}, 7},
		{[]diagnosis.Fix{{ID: "one", Minutes: 3, Cure: []float64{1, 0, 0}}}, 90}, // it helps nobody alone
	} {
		left, err := coreOf(t, diagnosis.Model{
			Causes: []diagnosis.Cause{{ID: "a", Prior: 1e-15}, {ID: "b", Prior: 1e-15}, {ID: "c", Prior: 1e-15}},
			Pairs:  []diagnosis.Pair{{A: "a", B: "b", Prior: 1}}, Fixes: test.fixes, ServiceMinutes: 90,
		}).Remaining(t.Context(), nil, 20, 1)
		if err != nil || math.Abs(left.Mean-test.want) > 1e-9 {
			t.Errorf("with %v it takes %+v, want %v minutes, %v", test.fixes, left, test.want, err)
		}
	}
}
