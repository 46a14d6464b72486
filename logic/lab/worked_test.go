package lab_test

import (
	"context"
	"math"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/lab"
	"backupdoctor/logic/simulation"
)

// The worked cases are written as knowledge, so that they go through the same types and the same compiler as
// the real one.

func causes(weights map[string]float64, ids ...string) []knowledge.Cause {
	var list []knowledge.Cause
	for _, id := range ids {
		list = append(list, knowledge.Cause{ID: id, Prior: weights[id]})
	}
	return list
}

func fix(id string, minutes float64, cures knowledge.Chances) knowledge.Fix {
	f := knowledge.Fix{Step: knowledge.Step{ID: id, Minutes: [2]float64{minutes, minutes}}, Risk: knowledge.RiskNone}
	for cause, p := range cures {
		f.Cures = append(f.Cures, knowledge.CauseRow{Causes: []string{cause}, P: p})
	}
	return f
}

func check(id string, minutes float64, yes knowledge.Chances) knowledge.Check {
	k := knowledge.Check{
		Step:    knowledge.Step{ID: id, Minutes: [2]float64{minutes, minutes}},
		Answers: []knowledge.Answer{{ID: "yes"}, {ID: "no"}},
	}
	for cause, p := range yes {
		k.Given = append(k.Given, knowledge.CheckRow{Causes: []string{cause}, P: knowledge.Chances{"yes": p, "no": 1 - p}})
	}
	return k
}

// computerExercise is the start-problem exercise of Jensen & Nielsen.
func computerExercise() *knowledge.Base {
	return &knowledge.Base{
		Meta:   knowledge.Meta{ServiceMinutes: 500},
		Causes: causes(map[string]float64{"program": .80, "virus": .15, "hardware": .05}, "program", "virus", "hardware"),
		Fixes: []knowledge.Fix{
			fix("reboot", 1, knowledge.Chances{"program": 1}),
			fix("virus-tool", 2, knowledge.Chances{"virus": .95}),
			fix("reformat", 25, knowledge.Chances{"program": .99, "virus": .99}),
		},
	}
}

// dependentActions is the example of overlapping fixes after Ottosen and Jensen.
func dependentActions() *knowledge.Base {
	return &knowledge.Base{
		Meta:   knowledge.Meta{ServiceMinutes: math.Inf(1)},
		Causes: causes(map[string]float64{"f1": .20, "f2": .25, "f3": .40, "f4": .15}, "f1", "f2", "f3", "f4"),
		Fixes: []knowledge.Fix{
			fix("a1", 1, knowledge.Chances{"f1": 1, "f2": 1}),
			fix("a2", 1, knowledge.Chances{"f2": 1, "f3": 1}),
			fix("a3", 1, knowledge.Chances{"f3": 1, "f4": 1}),
		},
	}
}

// toy is the worked example of the documentation: two fixes, two checks, support at 60 minutes.
func toy() *knowledge.Base {
	return &knowledge.Base{
		Meta:   knowledge.Meta{ServiceMinutes: 60},
		Causes: causes(map[string]float64{"full": .5, "wifi": .3, "other": .2}, "full", "wifi", "other"),
		Checks: []knowledge.Check{
			check("storage-full", 1, knowledge.Chances{"full": .95, "wifi": .05, "other": .05}),
			check("wifi-bad", .5, knowledge.Chances{"full": .1, "wifi": .9, "other": .1}),
		},
		Fixes: []knowledge.Fix{
			fix("free-space", 8, knowledge.Chances{"full": .95}),
			fix("rejoin", 5, knowledge.Chances{"wifi": .90}),
		},
	}
}

func compile(t *testing.T, base *knowledge.Base) (*diagnosis.Core, *diagnosis.Model) {
	t.Helper()
	core, err := diagnosis.New(diagnosis.FromKnowledge(base, apple.Device{Kind: apple.IPhone}))
	if err != nil {
		t.Fatal(err)
	}
	return core, core.Model()
}

func policyOf(core *diagnosis.Core) simulation.Policy {
	return func(e []diagnosis.Evidence) diagnosis.Option {
		d := core.Decide(e)
		next, _ := d.Next()
		return next
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-6 {
		t.Errorf("%s = %.9f, want %.9f", what, got, want)
	}
}

func TestPublishedOptimaAreReached(t *testing.T) {
	for _, test := range []struct {
		name    string
		base    *knowledge.Base
		optimum float64
		first   string
	}{
		{"computer exercise", computerExercise(), 27.875, "reboot"},
		{"dependent actions", dependentActions(), 1.45, "a3"},
		{"toy", toy(), 24.41475, "storage-full"},
	} {
		t.Run(test.name, func(t *testing.T) {
			core, model := compile(t, test.base)
			near(t, "optimum", lab.Optimum(model), test.optimum)
			near(t, "cost of the core", lab.ExactCost(model, policyOf(core)), test.optimum)
			d := core.Decide(nil)
			if d.Options[0].ID != test.first {
				t.Errorf("first step is %s, want %s", d.Options[0].ID, test.first)
			}
		})
	}
}

func sequence(ids ...string) simulation.Policy {
	return func(e []diagnosis.Evidence) diagnosis.Option {
		if len(e) < len(ids) {
			return diagnosis.Option{Kind: diagnosis.StepFix, ID: ids[len(e)]}
		}
		return diagnosis.Option{Kind: diagnosis.StepSupport}
	}
}

func TestFixSequencesCostWhatTheBooksSay(t *testing.T) {
	_, exercise := compile(t, computerExercise())
	_, dependent := compile(t, dependentActions())
	for _, test := range []struct {
		model *diagnosis.Model
		ids   []string
		want  float64
	}{
		{exercise, []string{"reboot", "virus-tool", "reformat"}, 27.875},
		{exercise, []string{"virus-tool", "reboot", "reformat"}, 29.3325},
		{exercise, []string{"reboot", "virus-tool"}, 30.150},
		{exercise, []string{"reboot", "reformat", "virus-tool"}, 31.1405},
		{exercise, []string{"reboot", "reformat"}, 31.750},
		{dependent, []string{"a2", "a1", "a3"}, 1.50},
		{dependent, []string{"a3", "a1"}, 1.45},
		{dependent, []string{"a1", "a3"}, 1.55},
		{dependent, []string{"a2", "a3", "a1"}, 1.55},
		{dependent, []string{"a1", "a2", "a3"}, 1.70},
	} {
		near(t, "sequence", lab.ExactCost(test.model, sequence(test.ids...)), test.want)
	}
}

func answered(check, answer string) diagnosis.Evidence {
	return diagnosis.Evidence{Kind: diagnosis.Answered, Subject: check, Answer: answer}
}

func failed(fix string) diagnosis.Evidence {
	return diagnosis.Evidence{Kind: diagnosis.Tried, Subject: fix, Outcome: diagnosis.Failed}
}

func TestToyStepByStep(t *testing.T) {
	core, model := compile(t, toy())
	for _, test := range []struct {
		name     string
		evidence []diagnosis.Evidence
		full     float64 // belief
		kind     diagnosis.StepKind
		next     string
		minutes  float64 // remaining; 0 is not compared
	}{
		{"yes", []diagnosis.Evidence{answered("storage-full", "yes")}, .95, diagnosis.StepFix, "free-space", 12.6095},
		{"yes, freeing failed", []diagnosis.Evidence{answered("storage-full", "yes"), failed("free-space")}, .0475 / .0975, diagnosis.StepCheck, "wifi-bad", 0},
		{"yes, freeing failed, bad", []diagnosis.Evidence{answered("storage-full", "yes"), failed("free-space"), answered("wifi-bad", "yes")}, .00475 / .03375, diagnosis.StepFix, "rejoin", 21.8},
		{"yes, freeing failed, good", []diagnosis.Evidence{answered("storage-full", "yes"), failed("free-space"), answered("wifi-bad", "no")}, 0, diagnosis.StepSupport, "", 60},
		{"no", []diagnosis.Evidence{answered("storage-full", "no")}, .05, diagnosis.StepFix, "rejoin", 34.22},
		{"no, rejoining failed", []diagnosis.Evidence{answered("storage-full", "no"), failed("rejoin")}, 0, diagnosis.StepSupport, "", 60},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := core.Decide(test.evidence)
			if next := d.Options[0]; next.Kind != test.kind || next.ID != test.next {
				t.Fatalf("next is %s %s, want %s %s", next.Kind, next.ID, test.kind, test.next)
			}
			if test.minutes != 0 {
				beliefs := make([]float64, len(model.Causes))
				for h, c := range model.Causes {
					for _, b := range d.Beliefs {
						if b.Cause == c.ID {
							beliefs[h] = b.P
						}
					}
				}
				near(t, "remaining minutes", lab.ExactCostFrom(model, policyOf(core), beliefs, test.evidence), test.minutes)
			}
			for _, b := range d.Beliefs {
				if test.full != 0 && b.Cause == "full" {
					near(t, "belief in full", b.P, test.full)
				}
			}
		})
	}
}

// TestExpectedMinutesReachAsFarAsTheLook: on a problem this small, the promise is the exact optimum.
func TestExpectedMinutesReachAsFarAsTheLook(t *testing.T) {
	core, _ := compile(t, toy())
	near(t, "at the start", core.Decide(nil).Options[0].Minutes, 24.41475)
	near(t, "after yes", core.Decide([]diagnosis.Evidence{answered("storage-full", "yes")}).Options[0].Minutes, 12.6095)
	near(t, "after no", core.Decide([]diagnosis.Evidence{answered("storage-full", "no")}).Options[0].Minutes, 34.22)
}

// TestEvidenceWeighsWhatTheBooksSay: "yes" is 19 times as likely when the storage is full.
func TestEvidenceWeighsWhatTheBooksSay(t *testing.T) {
	core, _ := compile(t, toy())
	yes := []diagnosis.Evidence{answered("storage-full", "yes")}
	near(t, "ledger", core.Ledger(yes).Of("full")[0].Decibans, 10*math.Log10(19))
}

// TestContinuationsAgreeWithTheExactCost compares the simulated remaining time with the exact expectation.
func TestContinuationsAgreeWithTheExactCost(t *testing.T) {
	core, _ := compile(t, toy())
	r, err := core.Remaining(context.Background(), nil, 20000, 1)
	if err != nil {
		t.Fatal(err)
	}
	if r.Mean < 23.7 || r.Mean > 25.1 { // exactly 24.41475
		t.Errorf("the mean of the continuations is %.2f", r.Mean)
	}
	after, err := core.Remaining(context.Background(), []diagnosis.Evidence{answered("storage-full", "yes")}, 20000, 1)
	if err != nil || after.Mean < 12.0 || after.Mean > 13.2 { // exactly 12.6095
		t.Errorf("after yes it is %.2f, %v", after.Mean, err)
	}
}
