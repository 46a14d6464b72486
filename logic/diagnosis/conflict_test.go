package diagnosis

import (
	"math"
	"testing"
)

// Of all cases, the assumed share has two causes that meet by chance; pairs that the model has keep their own share.
func TestTwoCausesMeetByChance(t *testing.T) {
	core, err := New(Model{
		Causes:         []Cause{{ID: "a", Prior: 4}, {ID: "b", Prior: 3}, {ID: "c", Prior: 2}},
		Pairs:          []Pair{{A: "a", B: "b", Prior: 0.5}},
		ServiceMinutes: 90,
	})
	if err != nil {
		t.Fatal(err)
	}
	two := core.withCoincidences()
	total, met := 0.0, map[string]float64{}
	for h, l := range two.logPrior {
		total += math.Exp(l)
		if h >= 3 {
			met[core.model.Causes[two.pairs[h-3][0]].ID+core.model.Causes[two.pairs[h-3][1]].ID] += math.Exp(l)
		}
	}
	if len(met) != 3 || math.Abs(total-1) > 1e-12 || math.Abs(met["ab"]-(1-coincidence)*0.5/9.5) > 1e-12 {
		t.Fatalf("the pairs are %v of %v", met, total)
	}
	if share := met["ac"] + met["bc"]; math.Abs(share-coincidence) > 1e-12 {
		t.Errorf("two causes meet by chance in %v of the cases, want %v", share, coincidence)
	}
	if ratio := met["ac"] / met["bc"]; math.Abs(ratio-4.0/3) > 1e-12 {
		t.Errorf("a and c meet %v times as often as b and c", ratio)
	}
	if len(core.pairs) != 1 || len(core.logPrior) != 4 {
		t.Error("the model itself changed")
	}
}
