package lab_test

import (
	"context"
	"slices"
	"testing"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// misreading is the likelihood up to which an answer stands in the tables for somebody who looked wrongly.
const misreading = 0.02

// TestRightAnswersAreSeldomDoubted leads patients through the core and looks for a doubt after each of their
// answers, and at the end with all answers that they could give. Those who read the phone wrongly somewhere
// are left out.
func TestRightAnswersAreSeldomDoubted(t *testing.T) {
	size := 2000
	if testing.Short() {
		size = 200
	}
	core := shippedCore(t)
	group := &simulation.Group{Clinic: &simulation.Clinic{Model: core.Model()}, Size: size, Seed: 31}
	visits, err := group.Treat(context.Background(), simulation.Remembering(simulation.CorePolicy(core.OneStep())), nil)
	if err != nil {
		t.Fatal(err)
	}
	right, doubted, all, whole, wholeDoubted := 0, 0, 0, 0, 0
	for i := range visits {
		p, list := group.Patient(i), visits[i].Evidence
		isDoubted := false
		for n := range list {
			if _, ok := core.Doubt(list[:n+1]); ok {
				isDoubted = true
				break
			}
		}
		if isDoubted {
			all++
		}
		if every := allSaidBy(core.Model(), &p); !slices.ContainsFunc(every, func(e diagnosis.Evidence) bool {
			return isMisread(core.Model(), &p, e)
		}) {
			whole++
			if _, ok := core.Doubt(every); ok {
				wholeDoubted++
			}
		}
		if slices.ContainsFunc(list, func(e diagnosis.Evidence) bool { return isMisread(core.Model(), &p, e) }) {
			continue
		}
		right++
		if isDoubted {
			doubted++
		}
	}
	t.Logf("doubted: %d of %d with right answers only, %d of all %d; %d of %d who answer everything",
		doubted, right, all, size, wholeDoubted, whole)
	if doubted*50 > right || wholeDoubted*50 > whole {
		t.Errorf("%d of %d people who answered rightly are asked again, and %d of %d who answer everything",
			doubted, right, wholeDoubted, whole)
	}
}

// isMisread reports whether an answer is one that no cause of the patient gives.
func isMisread(m *diagnosis.Model, p *simulation.Patient, e diagnosis.Evidence) bool {
	if e.Kind != diagnosis.Answered || e.Answer == diagnosis.CantTell {
		return false
	}
	k := slices.IndexFunc(m.Checks, func(k diagnosis.Check) bool { return k.ID == e.Subject })
	a := slices.Index(m.Checks[k].Answers, e.Answer)
	return !slices.ContainsFunc(p.Causes, func(h int) bool { return m.Checks[k].P[h][a] > misreading })
}

// allSaidBy is what a patient says when asked everything.
func allSaidBy(m *diagnosis.Model, p *simulation.Patient) []diagnosis.Evidence {
	var list []diagnosis.Evidence
	if p.Symptom >= 0 {
		list = append(list, diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: m.Symptoms[p.Symptom].ID})
	}
	for k, a := range p.Answers {
		if a >= 0 {
			list = append(list, diagnosis.Evidence{
				Kind: diagnosis.Answered, Subject: m.Checks[k].ID, Answer: m.Checks[k].Answers[a],
			})
		}
	}
	return list
}
