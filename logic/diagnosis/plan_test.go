package diagnosis_test

import (
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/diagnosis"
)

// The plan is what the core does: each of its steps is the next one after the results of those before.
func TestThePlanIsFollowed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		core := drawCore(t)
		list := drawEvidence(t, core)
		plan := core.Plan(list, 6)
		if len(plan) == 0 || len(plan) > 6 {
			t.Fatalf("the plan is %v", plan)
		}
		for i, step := range plan {
			d := core.Decide(list)
			if next, _ := d.Next(); next != step {
				t.Fatalf("step %d of %v is %v", i, plan, next)
			}
			switch step.Kind {
			case diagnosis.StepCheck:
				best := diagnosis.Branch{P: -1}
				for _, b := range core.Preview(list, step) {
					if b.Evidence.Answer != diagnosis.CantTell && b.P > best.P*(1+1e-9) {
						best = b
					}
				}
				list = append(list, best.Evidence)
			case diagnosis.StepFix:
				list = append(list, tried(step.ID, diagnosis.Failed))
			case diagnosis.StepGate:
				list = append(list, diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: step.ID})
			default:
				if i != len(plan)-1 {
					t.Fatalf("after handing over comes %v", plan[i+1])
				}
			}
		}
	})
}
