package diagnosis

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// A phone whose switch is on, off or gray: two causes behind it, and a third that has nothing to do with it.
func switchModel(readers map[string]Reader) Model {
	return Model{
		Causes: []Cause{{ID: "off", Prior: 1}, {ID: "managed", Prior: 1}, {ID: "other", Prior: 1}},
		Checks: []Check{{
			ID: "switch", Minutes: 1, Answers: []string{"on", "off", "gray"}, Readers: readers,
			P: [][]float64{{0.02, 0.97, 0.01}, {0.1, 0.15, 0.75}, {0.955, 0.03, 0.015}},
		}},
		Fixes:          []Fix{{ID: "fix", Minutes: 1, Cure: []float64{1, 0, 0}}},
		ServiceMinutes: 90,
	}
}

func beliefIn(t *testing.T, m Model, cause string, e ...Evidence) float64 {
	t.Helper()
	core, err := New(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range core.Decide(e).Beliefs {
		if b.Cause == cause {
			return b.P
		}
	}
	t.Fatalf("no cause %s", cause)
	return 0
}

func TestAMachineErrsLessThanAPerson(t *testing.T) {
	on := func(reader string) []Evidence {
		return []Evidence{{Kind: Answered, Subject: "switch", Answer: "on", Reader: reader}}
	}
	person := beliefIn(t, switchModel(nil), "off", on("")...)
	machine := beliefIn(t, switchModel(nil), "off", on("phone")...)
	if want := 0.02 / (0.02 + 0.1 + 0.955); math.Abs(person-want) > 1e-9 {
		t.Errorf("a person's look gives %g, want %g", person, want)
	}
	if machine > person/10 {
		t.Errorf("a reading gives %g, a look %g: it should hardly leave a doubt", machine, person)
	}
	// A reader that errs as often as a person has a person's doubt.
	blurred := beliefIn(t, switchModel(map[string]Reader{"phone": {Wrong: 0.02}}), "off", on("phone")...)
	if math.Abs(blurred-person) > 0.01 {
		t.Errorf("a poor reader gives %g, a look %g", blurred, person)
	}
}

// A reader that knows only on and off says nothing about gray: behind the managed phone either may be read.
func TestAReaderTellsOnlyWhatItCanTellApart(t *testing.T) {
	readers := map[string]Reader{"phone": {Answers: []int{0, 1}, Wrong: 0.001}}
	off := Evidence{Kind: Answered, Subject: "switch", Answer: "off", Reader: "phone"}
	got := beliefIn(t, switchModel(readers), "managed", off)
	plain := beliefIn(t, switchModel(nil), "managed", off)
	if got <= 2*plain || got < 0.3 {
		t.Errorf("managed has %g, and %g with a reader that could say gray", got, plain)
	}
}

// Whatever the likelihoods are, a reading's sum to one, and none that is no mistake falls.
func TestReadingsAreDistributions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "answers")
		row, tells, sum := make([]float64, n), make([]bool, n), 0.0
		for a := range row {
			row[a] = rapid.Float64Range(0, 1).Draw(t, "p")
			tells[a] = rapid.Bool().Draw(t, "tells")
			sum += row[a]
		}
		tells[rapid.IntRange(0, n-1).Draw(t, "one")] = true
		for a := range row {
			row[a] /= max(sum, 1e-9)
		}
		p := sharpened(row, tells, rapid.Float64Range(1e-6, 0.2).Draw(t, "wrong"))
		total := 0.0
		for a := range p {
			total += p[a]
			if !(p[a] >= 0) || !tells[a] && p[a] != 0 {
				t.Fatalf("answer %d has %g of %v, told apart %v", a, p[a], row, tells)
			}
			if tells[a] && row[a] > slip && p[a] < row[a]-1e-9 {
				t.Fatalf("answer %d fell from %g to %g", a, row[a], p[a])
			}
		}
		if math.Abs(total-1) > 1e-9 {
			t.Fatalf("the sum of %v is %g", p, total)
		}
	})
}
