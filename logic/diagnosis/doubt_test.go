package diagnosis_test

import (
	"testing"

	"backupdoctor/logic/diagnosis"
)

// Beside answers that have nothing to do with it, a doubt names the one that the doubtful answer does not fit.
func TestADoubtNamesTheAnswerThatItIsAgainst(t *testing.T) {
	m := night()
	m.Checks = append(m.Checks, yesNo("room", 0.5, 0.97, 0.97, 0.001, 0.9), yesNo("notice", 0.5, 0.02, 0.02, 0.99, 0.05))
	core := coreOf(t, m)
	for _, test := range []struct {
		list             []diagnosis.Evidence
		doubted, against string
		ok               bool
	}{
		{[]diagnosis.Evidence{answer("locks", "yes"), answer("room", "yes"), answer("notice", "yes")}, "room", "notice", true},
		{
			[]diagnosis.Evidence{answer("notice", "yes"), answer("locks", "yes"), answer("charging", "yes"), answer("room", "yes")},
			"room", "notice", true,
		},
		{
			[]diagnosis.Evidence{answer("locks", "yes"), answer("room", "no"), answer("charging", "yes"), answer("by-hand", "no"), answer("notice", "no")},
			"notice", "room", true,
		},
		// Two causes that meet by chance explain it as well as a mistake does.
		{[]diagnosis.Evidence{answer("charging", "no"), answer("room", "no"), answer("notice", "no")}, "room", "notice", false},
		{[]diagnosis.Evidence{answer("by-hand", "no"), answer("locks", "yes"), answer("room", "yes")}, "room", "by-hand", false},
	} {
		d, ok := core.Doubt(test.list)
		if ok != test.ok || d.Answer < 0 || d.Against < 0 {
			t.Errorf("%v: the doubt is %v %+v", test.list, ok, d)
			continue
		}
		if doubted, against := test.list[d.Answer].Subject, test.list[d.Against].Subject; doubted != test.doubted || against != test.against {
			t.Errorf("%v: %s is in doubt against %s, want %s against %s", test.list, doubted, against, test.doubted, test.against)
		}
	}
}

// Of three answers that fit each other in pairs, none speaks alone against another.
func TestADoubtMayBeAgainstNoSingleAnswer(t *testing.T) {
	m := diagnosis.Model{
		Causes:         []diagnosis.Cause{{ID: "x", Prior: 1}, {ID: "y", Prior: 1}, {ID: "z", Prior: 1}, {ID: "other", Prior: 1}},
		Checks:         []diagnosis.Check{yesNo("a", 1, 0.9, 0.9, 0.01, 0.01), yesNo("b", 1, 0.01, 0.9, 0.9, 0.01), yesNo("c", 1, 0.9, 0.01, 0.9, 0.01)},
		ServiceMinutes: 90,
	}
	d, _ := coreOf(t, m).Doubt([]diagnosis.Evidence{answer("a", "yes"), answer("b", "yes"), answer("c", "yes")})
	if d.Answer < 0 || d.Against != -1 {
		t.Errorf("the doubt is %+v, want one against no single answer", d)
	}
}

func TestContradictionsNameTheAnswerToDoubt(t *testing.T) {
	m := night()
	m.Checks = append(m.Checks, yesNo("room", 0.5, 0.97, 0.97, 0.03, 0.9), yesNo("notice", 0.5, 0.02, 0.02, 0.9, 0.05))
	m.Contradictions = []diagnosis.Contradiction{{Answers: []diagnosis.Given{
		{Check: "by-hand", Answers: []string{"yes"}}, {Check: "room", Answers: []string{"no"}},
	}}}
	core := coreOf(t, m)
	consistent := []diagnosis.Evidence{answer("room", "no"), answer("notice", "yes"), answer("charging", "yes")}
	if d, ok := core.Doubt(consistent); ok {
		t.Errorf("evidence that fits together is in doubt: %+v", d)
	}
	torn := []diagnosis.Evidence{answer("room", "no"), answer("by-hand", "yes"), answer("notice", "yes")}
	if d, ok := core.Doubt(torn); !ok || d.Answer != 1 || d.Against != 0 {
		t.Errorf("the doubt is %v %+v, want the backup by hand that finished although there was no room", ok, d)
	}
	torn[1].Reader = "phone"
	if d, ok := core.Doubt(torn); !ok || d.Answer != 0 || d.Against != 1 {
		t.Errorf("the doubt is %v %+v, want the person's answer that speaks against what the phone read", ok, d)
	}
	if d, ok := core.Doubt(torn[:1]); ok || d.Answer != -1 {
		t.Errorf("a single answer is in doubt: %+v", d)
	}
	m.Checks = append(m.Checks, yesNo("too-old", 0.5, 0.0005, 0.0005, 0.2, 0.0005)) // rare, and decides
	if d, ok := coreOf(t, m).Doubt([]diagnosis.Evidence{answer("notice", "yes"), answer("too-old", "yes")}); ok {
		t.Errorf("a rare answer that decides is in doubt: %+v", d)
	}
}

// An answer that a fix may have changed since contradicts nothing, and neither does one that was replaced.
func TestWhatMayHaveChangedContradictsNothing(t *testing.T) {
	m := night()
	m.Checks = append(m.Checks, yesNo("room", 0.5, 0.97, 0.97, 0.03, 0.9))
	m.Checks[len(m.Checks)-1].Stale = []string{"plug-in"}
	m.Contradictions = []diagnosis.Contradiction{{Answers: []diagnosis.Given{
		{Check: "by-hand", Answers: []string{"yes"}}, {Check: "room", Answers: []string{"no"}},
	}}}
	core := coreOf(t, m)
	for _, test := range []struct {
		name string
		list []diagnosis.Evidence
		want bool
	}{
		{"both stand", []diagnosis.Evidence{answer("room", "no"), answer("by-hand", "yes")}, true},
		{"a fix between", []diagnosis.Evidence{answer("room", "no"), tried("plug-in", diagnosis.Failed), answer("by-hand", "yes")}, false},
		{"a fix that was declined", []diagnosis.Evidence{answer("room", "no"), tried("plug-in", diagnosis.Declined), answer("by-hand", "yes")}, true},
		{"taken back", []diagnosis.Evidence{answer("room", "no"), answer("by-hand", "yes"), answer("room", "yes")}, false},
		{"no longer known", []diagnosis.Evidence{answer("room", "no"), answer("by-hand", "yes"), answer("room", diagnosis.CantTell)}, false},
	} {
		if d, ok := core.Doubt(test.list); ok != test.want {
			t.Errorf("%s: doubt %v %+v", test.name, ok, d)
		}
	}
}

// A message that was there before a fix was made contradicts no answer of now. A fix that nobody made changes nothing.
func TestAMessageOfBeforeContradictsNothing(t *testing.T) {
	m := night()
	m.Symptoms = []diagnosis.Symptom{{ID: "full", P: []float64{0.02, 0.02, 0.6, 0.1}, MessageShown: true}}
	m.Contradictions = []diagnosis.Contradiction{{
		Answers: []diagnosis.Given{{Check: "by-hand", Answers: []string{"yes"}}}, Symptoms: []string{"full"},
	}}
	core := coreOf(t, m)
	message := diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: "full"}
	for _, test := range []struct {
		name string
		list []diagnosis.Evidence
		want bool
	}{
		{"nothing between", []diagnosis.Evidence{message, answer("by-hand", "yes")}, true},
		{"a fix", []diagnosis.Evidence{message, tried("more-room", diagnosis.Failed), answer("by-hand", "yes")}, false},
		{"a fix that was declined", []diagnosis.Evidence{message, tried("more-room", diagnosis.Declined), answer("by-hand", "yes")}, true},
		{"a fix before it", []diagnosis.Evidence{tried("more-room", diagnosis.Failed), message, answer("by-hand", "yes")}, true},
	} {
		if d, ok := core.Doubt(test.list); ok && d.Impossible != test.want || ok != test.want {
			t.Errorf("%s: doubt %v %+v", test.name, ok, d)
		}
	}
}
