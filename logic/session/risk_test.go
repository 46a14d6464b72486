package session_test

import (
	"slices"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// risks orders what a fix can cost.
var risks = []knowledge.Risk{
	knowledge.RiskNone, knowledge.RiskContent, knowledge.RiskMoney, knowledge.RiskSettings, knowledge.RiskData,
}

// riskiest is the most that a fix of the options can cost.
func riskiest(lib *session.Library, v *session.View) int {
	most := 0
	for _, o := range v.Options {
		id := o.ID
		if o.Kind == diagnosis.StepGate {
			id = o.For
		} else if o.Kind != diagnosis.StepFix {
			continue
		}
		most = max(most, slices.Index(risks, lib.Base.Fix(id).Risk))
	}
	return most
}

// Whoever is not sure yet gets no step that could lose more than those before: for every fix, as the likely
// cause is its own.
func TestNotBeingSureYetLeadsToNothingRiskier(t *testing.T) {
	lib := library(t)
	for i := range lib.Base.Fixes {
		f := &lib.Base.Fixes[i]
		t.Run(f.ID, func(t *testing.T) {
			var events []casefile.Event
			for _, m := range lib.Base.Messages { // a message that speaks for the cause
				if slices.ContainsFunc(m.Given, func(row knowledge.CauseRow) bool {
					return row.P > 0.2 && slices.Contains(row.Causes, f.Cures[0].Causes[0])
				}) {
					events = append(events, did(day(23, 12), casefile.Said{Message: m.ID}))
					break
				}
			}
			for _, outcome := range []casefile.Outcome{casefile.Unsure, casefile.Done} {
				before := lib.Derive(casefile.Case{Events: events}, day(23, 13))
				with := append(slices.Clip(events), tried(day(23, 13), f.ID, outcome))
				after := lib.Derive(casefile.Case{Events: with}, day(23, 13))
				if next, _ := after.Next(); next.Kind != diagnosis.StepWait && next.Kind != diagnosis.StepProof {
					t.Errorf("%s leads to %v", outcome, next)
				}
				limit := max(riskiest(lib, before), slices.Index(risks, f.Risk))
				if got := riskiest(lib, after); got > limit {
					t.Errorf("%s brings a step that is %s; before it was %s", outcome, risks[got], risks[limit])
				}
			}
		})
	}
}

// A walk through a phone of an organization: nothing is removed while they are waited for.
func TestNoProfileIsRemovedWhileTheOrganizationIsAsked(t *testing.T) {
	lib := library(t)
	events := []casefile.Event{
		did(day(23, 12), casefile.Answered{Check: "back-up-switch", Answer: "grey"}),
		did(day(23, 12), casefile.Answered{Check: "back-up-now-state", Answer: "grey"}),
		did(day(23, 12), casefile.Answered{Check: "managed-device", Answer: "managed"}),
		tried(day(23, 13), "ask-device-admin", casefile.Unsure),
	}
	for _, e := range events[:3] {
		a := e.What.(casefile.Answered)
		if k := lib.Base.Check(a.Check); k == nil || k.Answer(a.Answer) == nil {
			t.Fatalf("there is no answer %s to %s", a.Answer, a.Check)
		}
	}
	for _, at := range []time.Time{day(23, 14), day(24, 9), day(30, 9)} {
		v := lib.Derive(casefile.Case{Events: events}, at)
		for _, o := range v.Options {
			if o.ID == "remove-profile" || o.For == "remove-profile" {
				t.Errorf("%s: removing the profile is offered", at)
			}
		}
		if v.State.For != session.ForOrganization {
			t.Errorf("%s: it is %s", at, told(v.State))
		}
	}
}

func TestAConfirmationLapsesAfterADay(t *testing.T) {
	lib := library(t)
	events := []casefile.Event{did(day(23, 12), casefile.Confirmed{Gate: knowledge.BackupGate})}
	for hours, open := range map[int]bool{0: true, 23: true, 24: true, 25: false, 24 * 21: false, -25: false} {
		v := lib.Derive(casefile.Case{Events: events}, day(23, 12).Add(time.Duration(hours)*time.Hour))
		if v.ComputerBackup() != open {
			t.Errorf("after %d hours the gate is open: %v", hours, !open)
		}
	}
	events[0].Time = time.Time{}
	if v := lib.Derive(casefile.Case{Events: events}, day(23, 12)); !v.ComputerBackup() {
		t.Error("a confirmation without a time opens nothing")
	}
}
