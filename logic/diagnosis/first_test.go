package diagnosis_test

import (
	"math"
	"slices"
	"testing"

	"backupdoctor/logic/diagnosis"
)

// A larger plan is the cheapest step, and what costs nothing comes before it all the same; before that, which plan is
// paid for.
func TestWhatComesFirstGoesFirst(t *testing.T) {
	m := night()
	m.Checks = append(m.Checks, yesNo("paid", 0.5, 0.5, 0.5, 0.5, 0.5))
	m.Fixes = append(
		m.Fixes,
		diagnosis.Fix{ID: "bins", Minutes: 20, Cure: []float64{0, 0, 0.5, 0}, First: []string{"paid"}},
		diagnosis.Fix{ID: "hopeless", Minutes: 80, Cure: []float64{0, 0, 0.5, 0}},
		diagnosis.Fix{ID: "delete", Minutes: 20, Cure: []float64{0, 0, 0.6, 0}, Risk: diagnosis.DeletesContent, Gates: []string{diagnosis.LossGate("delete")}},
		diagnosis.Fix{ID: "buy", Minutes: 5, Cure: []float64{0, 0, 0.95, 0}, Risk: diagnosis.CostsMoney, First: []string{"bins", "hopeless", "delete"}},
	)
	m.Gates = []diagnosis.Gate{{ID: diagnosis.LossGate("delete"), Minutes: 0.5}}
	core := coreOf(t, m)
	list := []diagnosis.Evidence{
		answer("by-hand", "no"), answer("charging", "yes"), answer("locks", "yes"), tried("more-room", diagnosis.Declined),
	}
	for _, want := range []struct {
		next string
		then diagnosis.Evidence
	}{
		{"paid", answer("paid", diagnosis.CantTell)},
		{"bins", tried("bins", diagnosis.Declined)},
		{diagnosis.LossGate("delete"), diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: diagnosis.LossGate("delete")}},
		{"delete", tried("delete", diagnosis.Declined)},
		{"buy", tried("buy", diagnosis.Declined)}, // the hopeless one is not worth its minutes
	} {
		d := core.Decide(list)
		if next, _ := d.Next(); next.ID != want.next {
			t.Fatalf("next is %v, want %s", next, want.next)
		}
		at := func(id string) int {
			return slices.IndexFunc(d.Options, func(o diagnosis.Option) bool { return o.ID == id || o.For == id })
		}
		if buy := at("buy"); at("bins") > buy || at("delete") > buy || at("paid") > max(at("bins"), 0) {
			t.Fatalf("farther back, what comes first does not: %v", d.Options)
		}
		offered := map[string]bool{}
		for _, o := range d.Options {
			if offered[o.ID+o.For] {
				t.Fatalf("%s is offered twice: %v", o.ID, d.Options)
			}
			offered[o.ID+o.For] = true
		}
		list = append(list, want.then)
	}
}

// The button is missing because the switch is off: beside the switch it says nothing of its own, in any order, until
// a fix may have moved the switch.
func TestAFactThatTwoAnswersTellCountsOnce(t *testing.T) {
	m := night()
	m.Checks = append(m.Checks, yesNo("charger-lies-there", 0.5, 0.05, 0.9, 0.9, 0.9))
	m.Checks[3].Repeats = []diagnosis.Given{{}, {Check: "charging", Answers: []string{"no"}}}
	m.Checks[0].Stale = []string{"plug-in"}
	core := coreOf(t, m)
	no, gone := answer("charging", "no"), answer("charger-lies-there", "no")
	once := beliefIn(t, core, "power", no)
	for name, list := range map[string][]diagnosis.Evidence{"after it": {no, gone}, "before it": {gone, no}} {
		if p := beliefIn(t, core, "power", list...); math.Abs(p-once) > 1e-12 {
			t.Errorf("told %s the belief is %v, want %v", name, p, once)
		}
	}
	if p := beliefIn(t, core, "power", gone); p <= beliefIn(t, core, "power") {
		t.Errorf("told alone it says nothing: %v", p)
	}
	if p := beliefIn(t, core, "power", answer("charging", "yes"), gone); p <= beliefIn(t, core, "power", answer("charging", "yes")) {
		t.Errorf("against the other answer it says nothing: %v", p)
	}
	failed := tried("plug-in", diagnosis.Failed)
	if p := beliefIn(t, core, "power", no, failed, gone); p <= beliefIn(t, core, "power", no, failed) {
		t.Errorf("after the charger was plugged in it says nothing: %v", p)
	}
}
