package lab_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/lab"
	"backupdoctor/logic/simulation"
)

func TestKnownCausesCostWhatIsWorkedOutByHand(t *testing.T) {
	behind := func(id string, minutes, p float64, gates ...string) diagnosis.Fix {
		return diagnosis.Fix{ID: id, Minutes: minutes, Cure: []float64{p}, Gates: gates, Risk: diagnosis.LosesData}
	}
	gated := diagnosis.Model{
		Causes:         []diagnosis.Cause{{ID: "broken", Prior: 1}},
		Fixes:          []diagnosis.Fix{behind("one", 10, 0.5, "copy"), behind("two", 20, 0.5, "copy", "own")},
		Gates:          []diagnosis.Gate{{ID: "copy", Minutes: 6}, {ID: "own", Minutes: 1}},
		ServiceMinutes: 90,
	}
	for _, test := range []struct {
		name string
		base *knowledge.Base
		want float64
	}{
		{"computer exercise", computerExercise(), 26.325},
		{"dependent actions, nobody to hand over to", dependentActions(), 1},
		{"toy", toy(), 0.5*(8+0.05*60) + 0.3*(5+0.1*60) + 0.2*60},
	} {
		_, m := compile(t, test.base)
		got, err := lab.KnownCost(m)
		if err != nil {
			t.Fatal(err)
		}
		near(t, test.name, got, test.want)
	}
	got, err := lab.KnownCost(&gated)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "a gate that two fixes share is paid once", got, 6+10+0.5*(1+20+0.5*90))

	// Who needs an answer has the fix only with that answer.
	gated.Gates, gated.Fixes = nil, []diagnosis.Fix{behind("lend", 10, 1)}
	gated.Checks = []diagnosis.Check{
		{ID: "soon", Minutes: 2, Answers: []string{"yes", "no"}, P: [][]float64{{0.25, 0.75}}, DontKnow: 0.2},
	}
	gated.Fixes[0].Needs = []diagnosis.Given{{Check: "soon", Answers: []string{"yes"}}}
	if got, err = lab.KnownCost(&gated); err != nil {
		t.Fatal(err)
	}
	near(t, "a fix that needs an answer", got, 0.2*(2+10)+0.8*90)
}

// The bounds stand in their order, below the exact optimum: a known cause, all answers free, and some for a price.
func TestNoPolicyComesBelowABound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := simulation.Random(rapid.Uint64().Draw(t, "seed"), 5)
		m := lab.RandomModel(r, lab.Shape{Causes: 4, Checks: 3, Fixes: 5})
		if rapid.Bool().Draw(t, "conditions") {
			lab.AddConditions(r, &m)
		}
		for f := range m.Fixes {
			m.Fixes[f].LockedBy = nil // the optimum knows no locks
		}
		best := lab.Optimum(&m)
		known, err := lab.KnownCost(&m)
		if err != nil {
			t.Fatal(err)
		}
		longer := rapid.Float64Range(0, 4).Draw(t, "minutes of a long question")
		free, charged := 0.0, 0.0
		everyAnswer(&m, func(p *simulation.Patient, chance float64) {
			low, high, err := lab.FreeAnswers(&m, p)
			if err != nil || math.Abs(low-high) > 1e-9 {
				t.Fatalf("the search ended between %v and %v, %v", low, high, err)
			}
			free += chance * low
			if low, err = lab.ChargedAnswers(&m, p, longer); err != nil {
				t.Fatal(err)
			}
			charged += chance * low
		})
		if known > free+1e-9 || free > charged+1e-9 || charged > best+1e-9 {
			t.Fatalf("cause known %v, answers free %v, for a price %v, optimum %v", known, free, charged, best)
		}
		if len(m.Checks) > 0 && m.Checks[0].Minutes >= longer { // one question: the price is what it takes
			one := m
			one.Checks = m.Checks[:1]
			for f := range one.Fixes {
				one.Fixes[f].Conditions = diagnosis.Conditions{}
			}
			low, err := lab.ChargedAnswers(&one, &simulation.Patient{Symptom: -1, Answers: []int{0}}, longer)
			if best := lab.Optimum(&one); err != nil || math.Abs(low-best) > 1e-9 {
				t.Fatalf("with one question the search finds %v, the optimum is %v, %v", low, best, err)
			}
		}
		m.Checks = nil
		for f := range m.Fixes {
			m.Fixes[f].Conditions = diagnosis.Conditions{}
		}
		low, _, err := lab.FreeAnswers(&m, &simulation.Patient{Symptom: -1})
		if best := lab.Optimum(&m); err != nil || math.Abs(low-best) > 1e-9 {
			t.Fatalf("without checks the search finds %v, the optimum is %v, %v", low, best, err)
		}
	})
}

// everyAnswer calls do with every combination of answers and its chance.
func everyAnswer(m *diagnosis.Model, do func(p *simulation.Patient, chance float64)) {
	p := simulation.Patient{Symptom: -1, Answers: make([]int, len(m.Checks))}
	var total float64
	for _, c := range m.Causes {
		total += c.Prior
	}
	var at func(k int)
	at = func(k int) {
		if k < len(m.Checks) {
			for p.Answers[k] = range m.Checks[k].Answers {
				at(k + 1)
			}
			return
		}
		chance := 0.0
		for h, c := range m.Causes {
			like := c.Prior / total
			for k, a := range p.Answers {
				like *= m.Checks[k].P[h][a]
			}
			chance += like
		}
		do(&p, chance)
	}
	at(0)
}

func TestTheBoundsOfTheShippedBaseAreInOrder(t *testing.T) {
	core := shippedCore(t)
	known, err := lab.KnownCost(core.Model())
	if err != nil {
		t.Fatal(err)
	}
	trial := lab.Trial{Core: core, Seed: 1, Bound: 6, Charged: 6}
	free, err := trial.FreeAnswers(context.Background())
	if err != nil || known < 10 || known > free || free > 2*known {
		t.Errorf("cause known %.1f, all answers free %.1f, %v", known, free, err)
	}
	if charged, err := trial.ChargedAnswers(context.Background()); err != nil || charged < free || charged > free+5 {
		t.Errorf("all answers free %.1f, long questions for a price %.1f, %v", free, charged, err)
	}
}

// The core that may pay and delete first asks the same questions before and tries nothing before, needs fewer minutes
// than the one that keeps the order, and no fewer than a bound.
func TestAnyOrderIsBoundedAsWell(t *testing.T) {
	trial := lab.Trial{Core: shippedCore(t), Seed: 1}
	free, err := trial.Free()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range free.Model().Fixes {
		was := trial.Core.Model().Fixes[i]
		for _, id := range was.First {
			isCheck := slices.ContainsFunc(free.Model().Checks, func(k diagnosis.Check) bool { return k.ID == id })
			if slices.Contains(f.First, id) != isCheck {
				t.Errorf("%s comes before %s: %v", id, f.ID, !isCheck)
			}
		}
	}
	mean := func(core *diagnosis.Core) float64 {
		group := &simulation.Group{Clinic: &simulation.Clinic{Model: trial.Core.Model()}, Size: 300, Seed: 1}
		visits, err := group.Treat(context.Background(), simulation.Remembering(simulation.CorePolicy(core)), nil)
		if err != nil {
			t.Fatal(err)
		}
		return simulation.Summarize(visits).Mean
	}
	known, err := lab.KnownCost(trial.Core.Model())
	if err != nil {
		t.Fatal(err)
	}
	if first, ordered := mean(free), mean(trial.Core); first >= ordered || first <= known {
		t.Errorf("any order takes %.1f minutes, the right one %.1f, and with the cause known %.1f", first, ordered, known)
	}
}
