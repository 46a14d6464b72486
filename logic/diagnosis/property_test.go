package diagnosis_test

import (
	"context"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/lab"
	"backupdoctor/logic/simulation"
)

// drawCore makes a random core with everything that a model can have.
func drawCore(t *rapid.T) *diagnosis.Core { return newCore(t, drawModel(t)) }

func newCore(t *rapid.T, m diagnosis.Model) *diagnosis.Core {
	core, err := diagnosis.New(m)
	if err != nil {
		t.Fatal(err)
	}
	return core
}

func drawModel(t *rapid.T) diagnosis.Model {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	m := lab.RandomModel(r, lab.Shape{
		Causes: rapid.IntRange(1, 9).Draw(t, "causes"),
		Checks: rapid.IntRange(0, 7).Draw(t, "checks"),
		Fixes:  rapid.IntRange(1, 9).Draw(t, "fixes"),
	})
	lab.Complicate(r, &m)
	return m
}

// drawEvidence makes evidence in which each check, message and fix occurs at most once and nothing is solved.
func drawEvidence(t *rapid.T, core *diagnosis.Core) []diagnosis.Evidence {
	m := core.Model()
	var list []diagnosis.Evidence
	for _, k := range m.Checks {
		if a := rapid.IntRange(-2, len(k.Answers)).Draw(t, k.ID); a >= 0 {
			answer := append(slices.Clone(k.Answers), diagnosis.CantTell)[a]
			list = append(list, diagnosis.Evidence{Kind: diagnosis.Answered, Subject: k.ID, Answer: answer})
		}
	}
	for _, s := range m.Symptoms {
		if rapid.Bool().Draw(t, s.ID) {
			list = append(list, diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: s.ID})
		}
	}
	for _, f := range m.Fixes {
		if o := rapid.SampledFrom([]int{-1, -1, 0, 0, 2, 3}).Draw(t, f.ID); o >= 0 {
			list = append(list, diagnosis.Evidence{Kind: diagnosis.Tried, Subject: f.ID, Outcome: diagnosis.Outcome(o)})
		}
	}
	return list
}

func shuffled(t *rapid.T, list []diagnosis.Evidence) []diagnosis.Evidence {
	if len(list) == 0 {
		return nil
	}
	return rapid.Permutation(list).Draw(t, "order")
}

func TestProbabilitiesSumToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		core := drawCore(t)
		list := shuffled(t, drawEvidence(t, core))
		sum := 0.0
		for _, b := range core.Decide(list).Beliefs {
			if !(b.P >= 0 && b.P <= 1) {
				t.Fatalf("the belief in %s is %v", b.Cause, b.P)
			}
			sum += b.P
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Fatalf("the beliefs sum to %v", sum)
		}
	})
}

// TestEachStepIsOfferedOnce: whatever moves to the front, nothing is offered twice, and what is open stays among the options.
func TestEachStepIsOfferedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		for k := range m.Checks { // an answer leads on to another check
			m.Checks[k].Then = make([]string, len(m.Checks[k].Answers))
			m.Checks[k].Then[0] = m.Checks[(k+1)%len(m.Checks)].ID
		}
		for f := range m.Fixes {
			m.Fixes[f].Minutes, m.Fixes[f].Attended = 1, 1 // what was found is put right at once
		}
		core := newCore(t, m)
		list := shuffled(t, drawEvidence(t, core))
		d := core.Decide(list)
		seen := map[diagnosis.Option]bool{}
		for _, o := range d.Options {
			o.Minutes = 0
			if seen[o] {
				t.Fatalf("%v is offered twice among %v", o, d.Options)
			}
			seen[o] = true
		}
		if !d.Solved && !slices.ContainsFunc(d.Options, func(o diagnosis.Option) bool { return o.Kind == diagnosis.StepSupport }) {
			t.Fatalf("support is not among %v", d.Options)
		}
	})
}

// TestOrderOfAnswersDoesNotMatter: as long as no fix comes between that may have changed an answer, equal sets of evidence
// give equal decisions, to the bit. Locks are left out: which fix came first tells what the lock stopped.
func TestOrderOfAnswersDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		for f := range m.Fixes {
			m.Fixes[f].LockedBy = nil
		}
		core := newCore(t, m)
		list := drawEvidence(t, core)
		fixes := slices.IndexFunc(list, func(e diagnosis.Evidence) bool { return e.Kind == diagnosis.Tried })
		if fixes < 0 {
			fixes = len(list)
		}
		mixed := append(shuffled(t, list[:fixes]), shuffled(t, list[fixes:])...)
		if a, b := core.Decide(list), core.Decide(mixed); !reflect.DeepEqual(a, b) {
			t.Fatalf("%v\ngives\n%v\nbut in the order\n%v\nit gives\n%v", list, a, mixed, b)
		}
	})
}

// TestUndoAndRedoAreExact takes pieces of evidence out and puts them back where they were, in any order.
func TestUndoAndRedoAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		core := drawCore(t)
		list := shuffled(t, drawEvidence(t, core))
		want := core.Decide(list)
		kept := slices.Clone(list)
		n := rapid.IntRange(0, len(list)).Draw(t, "undone")
		for range n {
			i := rapid.IntRange(0, len(kept)-1).Draw(t, "at")
			e := kept[i]
			kept = slices.Delete(kept, i, i+1)
			core.Decide(kept)
			if !rapid.Bool().Draw(t, "redo") {
				break
			}
			kept = slices.Insert(kept, i, e)
		}
		if len(kept) == len(list) && !reflect.DeepEqual(core.Decide(kept), want) {
			t.Fatal("after undo and redo the decision is another one")
		}
		other, err := diagnosis.New(*core.Model())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(other.Decide(list), want) {
			t.Fatal("another core of the same model decides otherwise")
		}
	})
}

func TestLedgerAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		core := drawCore(t)
		list := shuffled(t, drawEvidence(t, core))
		if len(core.Model().Causes) == 1 {
			return
		}
		before, _ := core.Beliefs(nil)
		after, _ := core.Beliefs(list)
		for h, c := range core.Model().Causes {
			sum := 0.0
			for _, w := range core.Ledger(list).Of(c.ID) {
				sum += w.Decibans
			}
			odds := func(p float64) float64 { return 10 * math.Log10(p/(1-p)) }
			if want := odds(after[h]) - odds(before[h]); math.Abs(sum-want) > 1e-6*math.Max(1, math.Abs(want)) {
				t.Fatalf("the ledger of %s sums to %v decibans, its odds changed by %v", c.ID, sum, want)
			}
		}
	})
}

func TestPreviewCoversEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		core := drawCore(t)
		list := shuffled(t, drawEvidence(t, core))
		for _, step := range core.Decide(list).Options {
			branches := core.Preview(list, step)
			if step.Kind == diagnosis.StepSupport {
				if branches != nil {
					t.Fatal("handing over has no results")
				}
				continue
			}
			sum := 0.0
			for _, b := range branches {
				sum += b.P
				d := core.Decide(append(slices.Clone(list), b.Evidence))
				if next, _ := d.Next(); next != b.Next {
					t.Fatalf("after %v comes %v, the preview says %v", b.Evidence, next, b.Next)
				}
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Fatalf("the results of %v have probabilities that sum to %v", step, sum)
			}
		}
	})
}

// TestNoPromiseIsTooGood: without gates, the minutes of an option are those of some plan, so that nobody can do
// better on average than the exact optimum, whatever answers open. The core itself comes near the optimum.
func TestNoPromiseIsTooGood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2))
		m := lab.RandomModel(r, lab.Shape{Causes: 4, Checks: 3, Fixes: 4})
		if rapid.Bool().Draw(t, "conditions") {
			lab.AddConditions(r, &m)
		}
		for f := range m.Fixes {
			m.Fixes[f].NeverAfter, m.Fixes[f].LockedBy = nil, nil
		}
		core := newCore(t, m)
		best, next := lab.Optimum(&m), core.Decide(nil).Options[0]
		if next.Minutes < best-0.02 {
			t.Fatalf("%v promises less than the optimum of %v minutes", next, best)
		}
		if cost := lab.ExactCost(&m, simulation.CorePolicy(core)); cost < best-1e-9 || cost > 1.12*best {
			t.Fatalf("the core takes %v minutes, the optimum %v", cost, best)
		}
	})
}

func TestRemainingIsPureAndOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		core := drawCore(t)
		list := shuffled(t, drawEvidence(t, core))
		a, err := core.Remaining(context.Background(), list, 15, 7)
		if err != nil {
			t.Fatal(err)
		}
		if b, _ := core.Remaining(context.Background(), list, 15, 7); a != b {
			t.Fatalf("the same seed gives %v and %v", a, b)
		}
		if !(0 <= a.P10 && a.P10 <= a.Median && a.Median <= a.P90) || a.Support < 0 || a.Support > 1+1e-9 {
			t.Fatalf("%+v is no range", a)
		}
		stopped, stop := context.WithCancel(context.Background())
		stop()
		if _, err := core.Remaining(stopped, list, 15, 7); err == nil {
			t.Fatal("a stopped simulation returned a range")
		}
	})
}

// TestGatesHoldOnRandomModels walks people who answer anything through random models.
func TestGatesHoldOnRandomModels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		core := drawCore(t)
		breaches, steps, err := lab.Watch(context.Background(), core, 12, rapid.Uint64().Draw(t, "people"), nil)
		if err != nil || len(breaches) > 0 {
			t.Fatalf("in %d steps: %v, %v", steps, breaches, err)
		}
	})
}
