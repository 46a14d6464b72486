package simulation_test

import (
	"context"
	"errors"
	"math"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/lab"
	"backupdoctor/logic/simulation"
	"backupdoctor/logic/tomlfile"
)

func shipped(t *testing.T) *knowledge.Base {
	t.Helper()
	base, err := knowledge.LoadWithCases(os.DirFS("../../assets"), "knowledge")
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

// toy is the worked example of the documentation: two fixes, two checks, support at 60 minutes.
func toy() *knowledge.Base {
	return &knowledge.Base{
		Meta:   knowledge.Meta{ServiceMinutes: 60},
		Causes: []knowledge.Cause{{ID: "full", Prior: .5}, {ID: "wifi", Prior: .3}, {ID: "other", Prior: .2}},
		Checks: []knowledge.Check{
			check("storage-full", 1, knowledge.Chances{"full": .95, "wifi": .05, "other": .05}),
			check("wifi-bad", .5, knowledge.Chances{"full": .1, "wifi": .9, "other": .1}),
		},
		Fixes: []knowledge.Fix{fix("free-space", 8, "full", .95), fix("rejoin", 5, "wifi", .90)},
	}
}

func fix(id string, minutes float64, cause string, p knowledge.Chance) knowledge.Fix {
	return knowledge.Fix{
		Step: knowledge.Step{ID: id, Minutes: [2]float64{minutes, minutes}}, Risk: knowledge.RiskNone,
		Cures: []knowledge.CauseRow{{Causes: []string{cause}, P: p}},
	}
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

func TestEveryCaseOfTheShippedBaseHolds(t *testing.T) {
	base := shipped(t)
	findings, err := simulation.Cases(base)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Error(f)
	}
}

// TestTheShippedBaseIsNoWorseThanRecorded finds a base that costs people more minutes; the linter simulates
// more patients.
func TestTheShippedBaseIsNoWorseThanRecorded(t *testing.T) {
	patients := simulation.Patients
	if testing.Short() {
		patients = 100
	}
	findings, figures, err := simulation.Examine(context.Background(), shipped(t), patients)
	if err != nil || figures.Patients != patients || figures.Recorded <= 0 {
		t.Fatalf("%+v, %v", figures, err)
	}
	for _, f := range findings {
		if f.Class != tomlfile.Note {
			t.Errorf("%s %s; want %s", f.Where, f.What, f.Want)
		}
	}
}

// TestCasesCoverTheBase: each cause that can be believed and each message has a case.
func TestCasesCoverTheBase(t *testing.T) {
	base := shipped(t)
	if len(base.SampleCases) < 40 {
		t.Errorf("there are %d cases, want at least 40", len(base.SampleCases))
	}
	top, said := map[string]bool{}, map[string]bool{}
	for _, p := range base.SampleCases {
		said[p.Message] = true
		for _, c := range p.ExpectTop {
			top[c] = true
		}
	}
	for _, c := range base.Causes {
		if !c.NotTheReason && !top[c.ID] {
			t.Errorf("no case expects %s", c.ID)
		}
	}
	for _, m := range base.Messages {
		if !said[m.ID] {
			t.Errorf("no case shows the message %s", m.ID)
		}
	}
}

func TestFailedExpectationsAreNamed(t *testing.T) {
	base := toy()
	base.SampleCases = []knowledge.SampleCase{
		{ID: "right", Answers: map[string]string{"storage-full": "yes"}, ExpectTop: []string{"full"}, ExpectNext: []string{"free-space"}},
		{ID: "wrong-next", Answers: map[string]string{"storage-full": "yes"}, ForbidNext: []string{"free-space"}},
		{ID: "wrong-step", Done: []string{"free-space"}, ExpectNext: []string{"free-space"}},
		{ID: "no-such-version", Version: "x"},
	}
	if _, err := simulation.Cases(base); err == nil {
		t.Error("a version that can't be read is accepted")
	}
	base.SampleCases = base.SampleCases[:3]
	findings, err := simulation.Cases(base)
	if err != nil || len(findings) != 2 || findings[0].Where != "wrong-next" || findings[1].Where != "wrong-step" {
		t.Errorf("findings are %v, %v", findings, err)
	}
	for _, f := range findings {
		if f.What.IsZero() || f.Want.IsZero() {
			t.Errorf("%v says too little", f)
		}
	}
}

func TestExaminationFindsDeadSteps(t *testing.T) {
	base := toy()
	base.Checks = append(base.Checks, check("moon-phase", 9, knowledge.Chances{"full": .5, "wifi": .5, "other": .5}))
	base.Fixes = append(base.Fixes, fix("dance", 50, "other", .1))
	base.Measured.Minutes = 10
	findings, figures, err := simulation.Examine(context.Background(), base, simulation.Patients)
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, f := range findings {
		text = append(text, f.Where+" "+f.What.String())
	}
	all := strings.Join(text, "\n")
	for _, want := range []string{"moon-phase the check is asked of none", "dance the fix is reached by none", "the expected minutes are"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is missing from\n%s", want, all)
		}
	}
	if strings.Contains(all, "storage-full") || strings.Contains(all, "free-space") {
		t.Errorf("a useful step is called dead:\n%s", all)
	}
	core, err := diagnosis.New(diagnosis.FromKnowledge(base, apple.Device{Kind: apple.IPhone}))
	if err != nil {
		t.Fatal(err)
	}
	if exact := lab.ExactCost(core.Model(), simulation.CorePolicy(core)); figures.Minutes < exact-4*figures.StdErr || figures.Minutes > exact+4*figures.StdErr {
		t.Errorf("simulation gives %+v, the exact cost is %.2f", figures, exact)
	}
}

// A reason why a step is never proposed is taken for true only while nobody is led to the step.
func TestExaminationHoldsTheReasonsOfUnproposedSteps(t *testing.T) {
	base := toy()
	base.Checks = append(base.Checks, check("moon-phase", 9, knowledge.Chances{"full": .5, "wifi": .5, "other": .5}))
	base.Fixes = append(base.Fixes, fix("dance", 50, "other", .1))
	for _, step := range []*knowledge.Step{&base.Checks[1].Step, &base.Checks[2].Step, &base.Fixes[0].Step, &base.Fixes[2].Step} {
		step.Unproposed = "E: nobody needs it"
	}
	findings, _, err := simulation.Examine(context.Background(), base, 200)
	if err != nil {
		t.Fatal(err)
	}
	var steps []string
	for _, f := range findings {
		steps = append(steps, f.Where)
		if !strings.Contains(f.What.String(), "unproposed says never") {
			t.Errorf("%s: %s", f.Where, f.What)
		}
	}
	if want := []string{"wifi-bad", "free-space"}; !slices.Equal(steps, want) {
		t.Errorf("findings about %v, want %v", steps, want)
	}
}

func TestAPolicyThatInventsStepsIsCaught(t *testing.T) {
	core := shippedCore(t)
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: core.Model()}, Size: 5, Seed: 1}
	_, err := group.Treat(context.Background(), func([]diagnosis.Evidence) diagnosis.Option {
		return diagnosis.Option{Kind: diagnosis.StepFix, ID: "pray"}
	}, nil)
	if err == nil || !strings.Contains(err.Error(), "pray") {
		t.Errorf("the error is %v", err)
	}
}

func TestStoppingIsClean(t *testing.T) {
	core := shippedCore(t)
	ctx, stop := context.WithCancel(context.Background())
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: core.Model()}, Size: 5000, Seed: 1}
	var treated atomic.Int64
	_, err := group.Treat(ctx, func([]diagnosis.Evidence) diagnosis.Option {
		stop()
		treated.Add(1)
		return diagnosis.Option{Kind: diagnosis.StepSupport}
	}, nil)
	if !errors.Is(err, context.Canceled) || treated.Load() > 100 {
		t.Errorf("after %d patients the error is %v", treated.Load(), err)
	}
}

// TestTheTrueCauseLeads: over the cases whose true cause is known, the percentages say more than the frequency of
// causes alone, and a true cause leads in nine of ten.
func TestTheTrueCauseLeads(t *testing.T) {
	a, err := simulation.Agree(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d cases: a true cause leads in %d, is among three in %d, log loss %.2f, of the priors %.2f; missed %v",
		a.Cases, a.First, a.Three, a.LogLoss, a.Prior, a.Missed)
	switch {
	case a.Cases < 130:
		t.Errorf("only %d cases have a true cause", a.Cases)
	case 10*a.First < 9*a.Cases || 50*a.Three < 49*a.Cases:
		t.Errorf("of %d cases a true cause leads in %d and is among three in %d", a.Cases, a.First, a.Three)
	case a.LogLoss > 0.6 || a.LogLoss > a.Prior/4:
		t.Errorf("the log loss is %.2f, and %.2f without any evidence", a.LogLoss, a.Prior)
	}
}

// A true cause that is not believed counts as missed, and several true causes share the belief.
func TestAgreementOfBeliefsAndTruth(t *testing.T) {
	base := toy()
	base.SampleCases = []knowledge.SampleCase{
		{ID: "without", Answers: map[string]string{"storage-full": "yes"}},
		{ID: "right", Answers: map[string]string{"storage-full": "yes"}, Truth: []string{"full"}},
		{ID: "wrong", Answers: map[string]string{"storage-full": "yes"}, Truth: []string{"other"}},
		{ID: "either", Truth: []string{"wifi", "full"}},
	}
	a, err := simulation.Agree(base)
	if err != nil {
		t.Fatal(err)
	}
	// After "yes" the beliefs are .95, .03, .02; before it .5, .3, .2.
	loss, prior := -math.Log(.95*.02*.8)/3, -math.Log(.5*.2*.8)/3
	if a.Cases != 3 || a.First != 2 || a.Three != 3 || !slices.Equal(a.Missed, []string{"wrong"}) ||
		math.Abs(a.LogLoss-loss) > 1e-9 || math.Abs(a.Prior-prior) > 1e-9 {
		t.Errorf("it is %+v, want log loss %.4f, prior %.4f", a, loss, prior)
	}
}

// Nobody with a full iCloud pays before the ways that cost nothing, and all are asked first which plan they pay for.
func TestNobodyPaysBeforeTheFreeWays(t *testing.T) {
	core := shippedCore(t)
	m := *core.Model()
	m.Causes, m.Pairs = slices.Clone(m.Causes), nil
	for h := range m.Causes {
		if m.Causes[h].ID != "icloud-full" {
			m.Causes[h].Prior = 1e-9
		}
	}
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: &m}, Size: 150, Seed: 3}
	visits, err := group.Treat(context.Background(), simulation.Remembering(simulation.CorePolicy(core)), nil)
	if err != nil {
		t.Fatal(err)
	}
	paid := 0
	for _, v := range visits {
		seen := map[string]bool{}
		steps := append(v.Evidence, diagnosis.Evidence{Kind: diagnosis.Tried, Subject: v.Last.ID})
		for _, e := range steps {
			seen[e.Subject] = true
			if e.Subject != "buy-more-storage" {
				continue
			}
			paid++
			if !seen["plan-paid"] || !seen["delete-old-device-backups"] || !seen["clear-icloud-content"] {
				t.Errorf("patient %d is to pay after %v", v.Patient, v.Evidence)
			}
		}
	}
	if paid == 0 {
		t.Error("nobody came as far as paying, so that nothing was tested")
	}
}
