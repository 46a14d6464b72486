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
	m := core.withCoincidences().model
	total, met := 0.0, map[string]float64{}
	for _, h := range m.Causes {
		total += h.Prior
	}
	for _, p := range m.Pairs {
		total += p.Prior
		met[p.A+p.B] += p.Prior
	}
	if len(met) != 3 || met["ab"] != 0.5 {
		t.Fatalf("the pairs are %v", met)
	}
	if share := (met["ac"] + met["bc"]) / total; math.Abs(share-coincidence) > 1e-12 {
		t.Errorf("two causes meet by chance in %v of the cases, want %v", share, coincidence)
	}
	if ratio := met["ac"] / met["bc"]; math.Abs(ratio-4.0/3) > 1e-12 {
		t.Errorf("a and c meet %v times as often as b and c", ratio)
	}
	if len(core.model.Pairs) != 1 {
		t.Error("the model itself changed")
	}
}
