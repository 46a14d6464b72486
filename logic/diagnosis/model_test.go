package diagnosis_test

import (
	"math"
	"testing"

	"backupdoctor/logic/diagnosis"
)

// Each defect of a model is told in words that name what has it.
func TestModelsThatCantBeAreRefused(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	one, two, three := []string{"a"}, []bool{true, false, true}, []string{"a", "b", "c"}
	for _, test := range []struct {
		want  string
		spoil func(m *diagnosis.Model)
	}{
		{"the cost of service is NaN, it must not be negative", func(m *diagnosis.Model) { m.ServiceMinutes = nan }},
		{"the cost of service is -1, it must not be negative", func(m *diagnosis.Model) { m.ServiceMinutes = -1 }},
		{"cause lock: prior 0, it must be a positive number", func(m *diagnosis.Model) { m.Causes[1].Prior = 0 }},
		{"cause lock: prior +Inf, it must be a positive number", func(m *diagnosis.Model) { m.Causes[1].Prior = inf }},
		{`cause "power" needs an id of its own`, func(m *diagnosis.Model) { m.Causes[1].ID = m.Causes[0].ID }},
		{`check "" needs an id of its own`, func(m *diagnosis.Model) { m.Checks[2].ID = "" }},
		{`fix "plug-in" needs an id of its own`, func(m *diagnosis.Model) { m.Fixes[1].ID = m.Fixes[0].ID }},
		{`gate "copy" needs an id of its own`, func(m *diagnosis.Model) { m.Gates = []diagnosis.Gate{{ID: "copy"}, {ID: "copy"}} }},
		{`symptom "full" needs an id of its own`, func(m *diagnosis.Model) {
			full := diagnosis.Symptom{ID: "full", P: []float64{0, 0, 1, 0}}
			m.Symptoms = []diagnosis.Symptom{full, full}
		}},
		{"symptom full has 1 numbers for 4 causes", func(m *diagnosis.Model) {
			m.Symptoms = []diagnosis.Symptom{{ID: "full", P: []float64{1}}}
		}},
		{"check charging: -1 minutes, it must not be negative", func(m *diagnosis.Model) { m.Checks[0].Minutes = -1 }},
		{"check charging: +Inf minutes, it must not be negative", func(m *diagnosis.Model) { m.Checks[0].Minutes = inf }},
		{"check charging: chance of no answer 1.5, it must lie in 0 to 1", func(m *diagnosis.Model) { m.Checks[0].DontKnow = 1.5 }},
		{"check charging: chance of no answer -0.5, it must lie in 0 to 1", func(m *diagnosis.Model) { m.Checks[0].DontKnow = -0.5 }},
		{"check charging needs at least two answers", func(m *diagnosis.Model) {
			m.Checks[0].Answers, m.Checks[0].P = one, [][]float64{{1}, {1}, {1}, {1}}
		}},
		{"check charging, row 2: 2 answers that sum to 1.1, want 2 that sum to 1", func(m *diagnosis.Model) {
			m.Checks[0].P[2] = []float64{0.5, 0.6}
		}},
		{"check charging, row 2: 1 answers that sum to 1, want 2 that sum to 1", func(m *diagnosis.Model) { m.Checks[0].P[2] = []float64{1} }},
		{
			"check charging, row 3: probability 1.5, it must lie in 0 to 1\ncheck charging, row 3: probability -0.5, it must lie in 0 to 1",
			func(m *diagnosis.Model) { m.Checks[0].P[3] = []float64{1.5, -0.5} },
		},
		{"check charging has 2 rows for 4 causes", func(m *diagnosis.Model) { m.Checks[0].P = m.Checks[0].P[:2] }},
		{"check charging ranks 1 of 2 answers", func(m *diagnosis.Model) { m.Checks[0].Rank = []int{1} }},
		{"check charging marks 3 of 2 answers", func(m *diagnosis.Model) { m.Checks[0].Problem = two }},
		{"check charging tells of a message in 3 of 2 answers", func(m *diagnosis.Model) { m.Checks[0].MessageShown = two }},
		{"check charging goes on after 3 of 2 answers", func(m *diagnosis.Model) { m.Checks[0].Then = three }},
		{"check charging repeats others after 1 of 2 answers", func(m *diagnosis.Model) { m.Checks[0].Repeats = make([]diagnosis.Given, 1) }},
		{"check charging: the reader phone errs with 1 and tells apart the answers []", func(m *diagnosis.Model) {
			m.Checks[0].Readers = map[string]diagnosis.Reader{"phone": {Wrong: 1}}
		}},
		{"check charging: the reader phone errs with 0 and tells apart the answers []", func(m *diagnosis.Model) {
			m.Checks[0].Readers = map[string]diagnosis.Reader{"phone": {}}
		}},
		{"check charging: the reader phone errs with 0.1 and tells apart the answers [2]", func(m *diagnosis.Model) {
			m.Checks[0].Readers = map[string]diagnosis.Reader{"phone": {Wrong: 0.1, Answers: []int{2}}}
		}},
		{"check charging: the reader phone errs with 0.1 and tells apart the answers [-1]", func(m *diagnosis.Model) {
			m.Checks[0].Readers = map[string]diagnosis.Reader{"phone": {Wrong: 0.1, Answers: []int{-1}}}
		}},
		{"fix plug-in has 0 numbers for 4 causes", func(m *diagnosis.Model) { m.Fixes[0].Cure = nil }},
		{"fix plug-in: probability NaN, it must lie in 0 to 1", func(m *diagnosis.Model) { m.Fixes[0].Cure = []float64{0, 0, 0, nan} }},
		{"fix plug-in: probability -0.1, it must lie in 0 to 1", func(m *diagnosis.Model) { m.Fixes[0].Cure = []float64{-0.1, 0, 1, 0} }},
		{"fix plug-in: 0 minutes, it must be a positive number", func(m *diagnosis.Model) { m.Fixes[0].Minutes = 0 }},
		{"fix plug-in: +Inf minutes, it must be a positive number", func(m *diagnosis.Model) { m.Fixes[0].Minutes = inf }},
		{"gate copy: -1 minutes, it must not be negative", func(m *diagnosis.Model) { m.Gates = []diagnosis.Gate{{ID: "copy", Minutes: -1}} }},
		{"gate copy: +Inf minutes, it must not be negative", func(m *diagnosis.Model) { m.Gates = []diagnosis.Gate{{ID: "copy", Minutes: inf}} }},
		{"pair power and power: it must name two causes of the model", func(m *diagnosis.Model) {
			m.Pairs = []diagnosis.Pair{{A: "power", B: "power", Prior: 1}}
		}},
		{"pair power and moon: it must name two causes of the model", func(m *diagnosis.Model) {
			m.Pairs = []diagnosis.Pair{{A: "power", B: "moon", Prior: 1}}
		}},
		{"pair moon and power: it must name two causes of the model", func(m *diagnosis.Model) {
			m.Pairs = []diagnosis.Pair{{A: "moon", B: "power", Prior: 1}}
		}},
		{"pair power and lock: prior 0, it must be a positive number", func(m *diagnosis.Model) {
			m.Pairs = []diagnosis.Pair{{A: "power", B: "lock"}}
		}},
		{"pair power and lock: prior +Inf, it must be a positive number", func(m *diagnosis.Model) {
			m.Pairs = []diagnosis.Pair{{A: "power", B: "lock", Prior: inf}}
		}},
		{"contradiction 0 is between 1 facts, it must be between two", func(m *diagnosis.Model) {
			m.Contradictions = []diagnosis.Contradiction{{Answers: make([]diagnosis.Given, 1)}}
		}},
		{"contradiction 0 is between 3 facts, it must be between two", func(m *diagnosis.Model) {
			m.Contradictions = []diagnosis.Contradiction{{Answers: make([]diagnosis.Given, 2), Symptoms: three}}
		}},
	} {
		m := night()
		test.spoil(&m)
		if _, err := diagnosis.New(m); err == nil || err.Error() != test.want {
			t.Errorf("the error is %v, want %q", err, test.want)
		}
	}
	if _, err := diagnosis.New(diagnosis.Model{}); err == nil || err.Error() != "a model needs at least one cause" {
		t.Errorf("the error of an empty model is %v", err)
	}
}

// What costs nothing, what is certain and what nobody can do for any money are no defects.
func TestModelsAtTheEdgeAreTaken(t *testing.T) {
	for name, change := range map[string]func(m *diagnosis.Model){
		"a check that takes no time":    func(m *diagnosis.Model) { m.Checks[0].Minutes = 0 },
		"a gate that takes no time":     func(m *diagnosis.Model) { m.Gates = []diagnosis.Gate{{ID: "copy"}} },
		"a check that nobody answers":   func(m *diagnosis.Model) { m.Checks[0].DontKnow = 1 },
		"certain answers":               func(m *diagnosis.Model) { m.Checks[0].P[0] = []float64{0, 1} },
		"a fix that always helps":       func(m *diagnosis.Model) { m.Fixes[0].Cure = []float64{1, 0, 0, 0} },
		"service that costs nothing":    func(m *diagnosis.Model) { m.ServiceMinutes = 0 },
		"no service":                    func(m *diagnosis.Model) { m.ServiceMinutes = math.Inf(1) },
		"rounding in the ninth decimal": func(m *diagnosis.Model) { m.Checks[0].P[0] = []float64{0.05, 0.9500000005} },
		"a check and a fix of one name": func(m *diagnosis.Model) { m.Fixes[0].ID = m.Checks[0].ID },
	} {
		m := night()
		change(&m)
		if _, err := diagnosis.New(m); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
