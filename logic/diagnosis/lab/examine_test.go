package lab_test

import (
	"context"
	"strings"
	"testing"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/diagnosis/lab"
	"backupdoctor/logic/knowledge"
)

func TestEveryCaseOfTheShippedBaseHolds(t *testing.T) {
	base := shipped(t)
	findings, err := lab.Cases(base)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Errorf("%s:%d: %s: %s; want %s", f.File, f.Line, f.ID, f.What, f.Want)
	}
}

// TestCasesCoverTheBase: each cause that can be believed and each message has a case.
func TestCasesCoverTheBase(t *testing.T) {
	base := shipped(t)
	if len(base.Patients) < 40 {
		t.Errorf("there are %d cases, want at least 40", len(base.Patients))
	}
	top, said := map[string]bool{}, map[string]bool{}
	for _, p := range base.Patients {
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
	base.Patients = []knowledge.Patient{
		{ID: "right", Answers: map[string]string{"storage-full": "yes"}, ExpectTop: []string{"full"}, ExpectNext: []string{"free-space"}},
		{ID: "wrong-next", Answers: map[string]string{"storage-full": "yes"}, ForbidNext: []string{"free-space"}},
		{ID: "wrong-step", Done: []string{"free-space"}, ExpectNext: []string{"free-space"}},
		{ID: "no-such-version", Version: "x"},
	}
	if _, err := lab.Cases(base); err == nil {
		t.Error("a version that can't be read is accepted")
	}
	base.Patients = base.Patients[:3]
	findings, err := lab.Cases(base)
	if err != nil || len(findings) != 2 || findings[0].ID != "wrong-next" || findings[1].ID != "wrong-step" {
		t.Errorf("findings are %v, %v", findings, err)
	}
	for _, f := range findings {
		if f.What == "" || f.Want == "" {
			t.Errorf("%v says too little", f)
		}
	}
}

func TestExaminationFindsDeadSteps(t *testing.T) {
	base := toy()
	base.Checks = append(base.Checks, check("moon-phase", 9, map[string]float64{"full": .5, "wifi": .5, "other": .5}))
	base.Fixes = append(base.Fixes, fix("dance", 50, map[string]float64{"other": .1}))
	base.Measured.Minutes = 10
	findings, figures, err := lab.Examine(context.Background(), base)
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, f := range findings {
		text = append(text, f.ID+" "+f.What)
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
	core, model := compile(t, base)
	if exact := lab.ExactCost(model, policyOf(core)); figures.Minutes < exact-4*figures.StdErr || figures.Minutes > exact+4*figures.StdErr {
		t.Errorf("simulation gives %v, the exact cost is %.2f", figures, exact)
	}
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
