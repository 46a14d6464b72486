package guide_test

import (
	"slices"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session/guide"
)

// What must be known before the first step stands above it, on every page of every device.
func TestCautionsStandAboveTheFirstStep(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	for _, device := range []string{"iphone", "ipad"} {
		v := lib.Derive(casefile.Case{Device: device, Version: "18"}, time.Now())
		var steps []guide.Step
		for i := range lib.Base.Checks {
			steps = append(steps, guide.Step{Kind: diagnosis.StepCheck, ID: lib.Base.Checks[i].ID})
		}
		for i := range lib.Base.Fixes {
			steps = append(steps, guide.Step{Kind: diagnosis.StepFix, ID: lib.Base.Fixes[i].ID})
		}
		for _, step := range steps {
			begun := false
			for _, line := range g.Page(v, step).Lines {
				begun = begun || line.Kind == knowledge.StepLine
				if begun && line.Kind == knowledge.CautionLine {
					t.Errorf("%s on %s: the caution %q stands below a step", step.ID, device, line.Text)
				}
			}
		}
	}
}

// Nothing that deletes for good says that it loses nothing.
func TestAPageSaysWhatIsTrueOfItsStep(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	v := lib.Derive(casefile.Case{Device: "iphone", Version: "18"}, time.Now())
	for id, want := range map[string][]guide.Promise{
		"empty-bins":             {guide.DeletesGood},
		"turn-off-low-data-mode": {guide.LosesNothing},
		"buy-more-storage":       {guide.CostsMoney},
		"clear-icloud-content":   {guide.DeletesGood},
		"reset-all-settings":     {guide.LosesSettings, guide.BackupFirst},
	} {
		if got := g.FixPage(v, id).Promises; !slices.Equal(got, want) {
			t.Errorf("%s promises %v, want %v", id, got, want)
		}
	}
	page := g.Page(v, guide.Step{Kind: diagnosis.StepCheck, ID: "new-device"})
	if !page.Asks || page.Expect != "" || page.Title != page.Question {
		t.Errorf("what a person knows by heart is told as something to see: %+v", page)
	}
}
