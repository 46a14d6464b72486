package lab_test

import (
	"bytes"
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/lab"
	"backupdoctor/logic/simulation"
)

func shipped(t *testing.T) *knowledge.Base {
	t.Helper()
	base, err := knowledge.Load(os.DirFS("../../assets"), "knowledge")
	if err != nil {
		t.Fatal(err)
	}
	return base
}

func shippedCore(t *testing.T) *diagnosis.Core {
	t.Helper()
	m := diagnosis.FromKnowledge(shipped(t), apple.Device{Kind: apple.IPhone, Version: apple.Version{Major: 18}})
	core, err := diagnosis.New(m)
	if err != nil {
		t.Fatal(err)
	}
	return core
}

// TestCoreStaysNearTheOptimum measures a few fresh small models; the bench measures 200.
func TestCoreStaysNearTheOptimum(t *testing.T) {
	const models = 12
	mean, oneStep := 0.0, 0.0
	for i := range models {
		m := lab.RandomModel(rand.New(rand.NewPCG(uint64(i), 99)), lab.Shape{Causes: 6, Checks: 5, Fixes: 6})
		core, err := diagnosis.New(m)
		if err != nil {
			t.Fatal(err)
		}
		best := lab.Optimum(&m)
		ratio := lab.ExactCost(&m, simulation.Remembering(simulation.CorePolicy(core))) / best
		mean += ratio / models
		oneStep += lab.ExactCost(&m, simulation.Remembering(simulation.CorePolicy(core.OneStep()))) / best / models
		if ratio < 1-1e-9 || ratio > 1.12 {
			t.Errorf("model %d costs %.3f times the optimum", i, ratio)
		}
	}
	if mean > 1.015 || oneStep > 1.03 || oneStep < mean {
		t.Errorf("the core costs %.4f times the optimum on average, with one step ahead %.4f", mean, oneStep)
	}
}

func TestCoreBeatsTheArticle(t *testing.T) {
	core := shippedCore(t)
	article, err := lab.TheArticle(core)
	if err != nil {
		t.Fatal(err)
	}
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: core.Model()}, Size: 150, Seed: 5}
	mean := func(p simulation.Policy) simulation.Summary {
		visits, err := group.Treat(context.Background(), simulation.Remembering(p), nil)
		if err != nil {
			t.Fatal(err)
		}
		return simulation.Summarize(visits)
	}
	paper, ours := mean(article.Policy()), mean(simulation.CorePolicy(core))
	if known, err := lab.KnownCost(core.Model()); err != nil || ours.Mean > 0.6*paper.Mean || known > ours.Mean {
		t.Errorf("mean minutes: article %.1f, core %.1f, cause known %.1f, %v", paper.Mean, ours.Mean, known, err)
	}
	if paper.Risky <= ours.Risky {
		t.Errorf("risky steps: article %.2f, core %.2f", paper.Risky, ours.Risky)
	}
}

// Everybody plays by the same rules: no policy proposes a fix that the answers so far do not allow, or before what
// comes first. Only the article has an order of its own.
func TestNoPolicyProposesAFixAgainstTheAnswers(t *testing.T) {
	core := shippedCore(t)
	m := core.Model()
	article, err := lab.TheArticle(core)
	if err != nil {
		t.Fatal(err)
	}
	trial := lab.Trial{Core: core, Article: article}
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: m}, Size: 120, Seed: 7}
	const byHand = "Article, from top to bottom"
	for name, policy := range trial.Contests() {
		proposed := 0
		watched := func(e []diagnosis.Evidence) diagnosis.Option {
			o := policy(e)
			for f := range m.Fixes {
				if fix := &m.Fixes[f]; o.Kind == diagnosis.StepFix && o.ID == fix.ID {
					proposed++
					if !lab.IsSensible(m, e, fix) {
						t.Fatalf("%s: %s is proposed after %v", name, fix.ID, e)
					}
					if check, other := lab.ComesFirst(core, e, fix); name != byHand && (check != "" || other >= 0) {
						t.Fatalf("%s: %s is proposed before check %q or fix %d", name, fix.ID, check, other)
					}
				}
			}
			return o
		}
		for i := range group.Size {
			p := group.Patient(i)
			if _, err := group.Clinic.Treat(&p, watched); err != nil {
				t.Fatal(err)
			}
		}
		if proposed < group.Size {
			t.Errorf("%s: only %d fixes were proposed", name, proposed)
		}
	}
}

func TestPatientsAreTheSameForEverybody(t *testing.T) {
	core := shippedCore(t)
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: core.Model()}, Size: 40, Seed: 9}
	one, err := group.Treat(context.Background(), lab.EfficiencyPolicy(core), nil)
	if err != nil {
		t.Fatal(err)
	}
	two, err := group.Treat(context.Background(), simulation.Remembering(lab.EfficiencyPolicy(core)), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range one {
		if one[i].Minutes != two[i].Minutes || one[i].Patient != i {
			t.Fatalf("patient %d needs %v and then %v minutes", i, one[i].Minutes, two[i].Minutes)
		}
	}
	many := &simulation.Group{Clinic: &simulation.Clinic{Model: core.Model()}, Size: 4000, Seed: 9}
	counts := map[int]int{}
	for i := range many.Size {
		p := many.Patient(i)
		counts[p.Causes[0]]++
	}
	full := 0
	for h, c := range core.Model().Causes {
		if c.ID == "icloud-full" {
			full = counts[h]
		}
	}
	if share := float64(full) / 4000; math.Abs(share-0.35) > 0.03 {
		t.Errorf("%.3f of the patients have a full iCloud", share)
	}
}

func TestTwoCausesShowAndEndTogether(t *testing.T) {
	core := shippedCore(t)
	m := core.Model()
	pairs := lab.PreconditionPairs(m)
	if len(pairs) != 15 {
		t.Fatalf("six conditions make %d pairs", len(pairs))
	}
	clinic := &simulation.Clinic{Model: m, Two: 1, Pairs: pairs}
	p := clinic.Draw(rand.New(rand.NewPCG(1, 1)))
	if len(p.Causes) != 2 || len(p.Cured) != 2 {
		t.Fatalf("a patient with two causes has %v", p.Causes)
	}
	if visit, err := clinic.Treat(&p, simulation.CorePolicy(core)); err != nil || visit.Minutes <= 0 {
		t.Fatalf("the visit took %v minutes, %v", visit.Minutes, err)
	}
	both, err := lab.KnownMinutes(m, &p)
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.Causes {
		one := simulation.Patient{Causes: p.Causes[i : i+1], Answers: p.Answers}
		if alone, err := lab.KnownMinutes(m, &one); err != nil || alone > both {
			t.Errorf("a cause takes %v minutes, both %v, %v", alone, both, err)
		}
	}
}

func TestNoiseKeepsAModelAModel(t *testing.T) {
	core := shippedCore(t)
	m := core.Model()
	noisy := lab.Noisy(m, 1.5, rand.New(rand.NewPCG(1, 2)))
	if err := noisy.Validate(); err != nil {
		t.Fatal(err)
	}
	moved := 0
	for f := range m.Fixes {
		for h, p := range m.Fixes[f].Cure {
			if (p == 0) != (noisy.Fixes[f].Cure[h] == 0) {
				t.Fatalf("%s: a chance of %v became %v", m.Fixes[f].ID, p, noisy.Fixes[f].Cure[h])
			}
			if p != noisy.Fixes[f].Cure[h] {
				moved++
			}
		}
	}
	if moved < 50 || m.Causes[0].Prior == noisy.Causes[0].Prior {
		t.Errorf("only %d chances moved", moved)
	}
	still := lab.Noisy(m, 0, rand.New(rand.NewPCG(1, 2)))
	if math.Abs(still.Checks[0].P[0][0]-m.Checks[0].P[0][0]) > 1e-12 {
		t.Error("noise of 0 changes the model")
	}
}

func TestGatesHoldOnTheShippedBase(t *testing.T) {
	core := shippedCore(t)
	breaches, steps, err := lab.Watch(context.Background(), core.OneStep(), 150, 3, nil)
	if err != nil || len(breaches) > 0 || steps < 300 {
		t.Errorf("in %d steps: %v, %v", steps, breaches, err)
	}
}

func TestTablesInEveryForm(t *testing.T) {
	table := lab.Table{Title: "T", Note: "N.", Head: []string{"name", "x"}, Rows: [][]string{{"a, b", "1"}, {"long name", "23"}}}
	var text, page, values bytes.Buffer
	if err := errors.Join(table.Text(&text), table.Markdown(&page), table.CSV(&values)); err != nil {
		t.Fatal(err)
	}
	if want := "T\nN.\n  name        x\n  a, b        1\n  long name  23\n\n"; text.String() != want {
		t.Errorf("text is\n%s", text.String())
	}
	if want := "**T.** N.\n\n| name | x |\n| --- | ---: |\n| a, b | 1 |\n| long name | 23 |\n\n"; page.String() != want {
		t.Errorf("Markdown is\n%s", page.String())
	}
	if want := "table,name,x\nT,\"a, b\",1\nT,long name,23\n"; values.String() != want {
		t.Errorf("CSV is\n%s", values.String())
	}
}

func TestTrialEndToEnd(t *testing.T) {
	core := shippedCore(t)
	article, err := lab.TheArticle(core)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]bool{}
	done := make(chan string, 4096)
	trial := lab.Trial{
		Core: core.OneStep(), Article: article, Seed: 1, Patients: 40, Models: 2, Draws: 1, Paths: 20,
		Progress: func(part string, n, total int) {
			if n == total {
				done <- part
			}
		},
	}
	table, sums, err := trial.RealPatients(context.Background())
	if err != nil || len(table.Rows) != 5 || sums["The core"].Patients != 40 {
		t.Fatalf("%v, %v, %v", table, sums, err)
	}
	if table, _, err = trial.SmallModels(context.Background()); err != nil || len(table.Rows) != 5 {
		t.Fatalf("%v, %v", table, err)
	}
	if table, err = trial.Contradictions(context.Background()); err != nil || len(table.Rows) != 2 {
		t.Fatalf("%v, %v", table, err)
	}
	close(done)
	for part := range done {
		parts[part] = true
	}
	if !parts["patients"] || !parts["small models"] || !parts["contradictions"] {
		t.Errorf("progress was told of %v only", parts)
	}
}
