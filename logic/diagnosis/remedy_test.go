package diagnosis_test

import (
	"testing"

	"backupdoctor/logic/diagnosis"
)

// switches has two switches that may be off, and fixes of which those for the first switch differ in one thing each.
func switches() diagnosis.Model {
	m := night()
	m.Causes = append(m.Causes, diagnosis.Cause{ID: "off", Prior: 4})
	m.Checks = []diagnosis.Check{
		yesNo("charging", 0.5, 0.05, 0.95, 0.95, 0.9, 0.95),
		yesNo("switch", 0.5, 0.99, 0.99, 0.99, 0.99, 0.02),
		yesNo("by-hand", 4, 0.95, 0.95, 0.03, 0.1, 0.03),
	}
	m.Checks[0].Problem, m.Checks[1].Problem = []bool{false, true}, []bool{false, true}
	m.Fixes = []diagnosis.Fix{
		{ID: "restart", Minutes: 1, Attended: 1, Cure: []float64{0.1, 0.1, 0.1, 0.1, 0.49}},
		{ID: "plug-in", Minutes: 3, Attended: 1, Cure: []float64{0.9, 0, 0, 0, 0}},
		{ID: "reset", Minutes: 2, Attended: 1, Cure: []float64{0, 0, 0, 0, 0.95}, Risk: diagnosis.LosesSettings, Gates: []string{"copy"}},
		{ID: "look", Minutes: 1, Attended: 1, Cure: []float64{0, 0, 0, 0, 0.95}, Gates: []string{"copy"}},
		{ID: "long", Minutes: 4, Attended: 1, Cure: []float64{0, 0, 0, 0, 0.9}},
		{ID: "turn-on", Minutes: 3, Attended: 1, Cure: []float64{0, 0, 0, 0, 0.9}},
		{ID: "weak", Minutes: 1, Attended: 1, Cure: []float64{0, 0, 0, 0, 0.6}},
	}
	m.Gates = []diagnosis.Gate{{ID: "copy", Minutes: 1}}
	return m
}

// What was found is put right at once: by the harmless fix that is surest, then by the shortest, once each.
func TestTheSwitchThatIsOffIsTurnedOn(t *testing.T) {
	core := coreOf(t, switches())
	off := answer("switch", "no")
	for _, test := range []struct {
		name string
		list []diagnosis.Evidence
		fix  string // none when empty
	}{
		{"nothing is known", nil, ""},
		{"the switch is on", []diagnosis.Evidence{answer("switch", "yes")}, ""},
		{"nobody can tell", []diagnosis.Evidence{answer("switch", diagnosis.CantTell)}, ""},
		{"the switch is off", []diagnosis.Evidence{off}, "turn-on"},
		{"a sign that is no problem of its own", []diagnosis.Evidence{answer("by-hand", "no")}, ""},
		{"turned on already", []diagnosis.Evidence{off, tried("turn-on", diagnosis.Failed)}, "long"},
		{"only what helps a little more often than not is left", []diagnosis.Evidence{
			off, tried("turn-on", diagnosis.Declined), tried("long", diagnosis.Declined),
		}, "weak"},
		{"only what seldom helps is left", []diagnosis.Evidence{
			off, tried("turn-on", diagnosis.Declined), tried("long", diagnosis.Declined), tried("weak", diagnosis.Declined),
		}, ""},
		{"off, and not charging either", []diagnosis.Evidence{answer("charging", "no"), off, answer("by-hand", "no")}, "turn-on"},
		{"the backup works", []diagnosis.Evidence{off, tried("turn-on", diagnosis.Worked)}, ""},
	} {
		remedy, ok := core.Remedy(test.list)
		if remedy.Fix != test.fix || ok != (test.fix != "") {
			t.Errorf("%s: the remedy is %v %+v, want %q", test.name, ok, remedy, test.fix)
		}
		d := core.Decide(test.list)
		if next, _ := d.Next(); test.fix != "" && next.ID != test.fix {
			t.Errorf("%s: next is %s, want %s", test.name, next.ID, test.fix)
		}
	}
}

// A remedy that takes somebody long does not go before everything else, but stays the remedy.
func TestALongRemedyWaitsItsTurn(t *testing.T) {
	m := switches()
	m.Fixes = []diagnosis.Fix{{ID: "turn-on", Minutes: 80, Attended: 5, Cure: []float64{0, 0, 0, 0, 0.9}}}
	m.Causes[4].Prior = 1
	list := []diagnosis.Evidence{answer("switch", "no")}
	for minutes, first := range map[float64]bool{5: true, 5.1: false} {
		m.Fixes[0].Attended = minutes
		core := coreOf(t, m)
		if remedy, _ := core.Remedy(list); remedy.Fix != "turn-on" {
			t.Errorf("%v minutes: the remedy is %+v", minutes, remedy)
		}
		d := core.Decide(list)
		if next, _ := d.Next(); (next.ID == "turn-on") != first {
			t.Errorf("%v minutes: next is %s", minutes, next.ID)
		}
	}
}
