package guide_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
)

func check(id string) guide.Step { return guide.Step{Kind: diagnosis.StepCheck, ID: id} }

func proof(id string) guide.Step { return guide.Step{Kind: diagnosis.StepProof, ID: id} }

func wait(id string) guide.Step { return guide.Step{Kind: diagnosis.StepWait, ID: id} }

// choose gives an answer of a proof or wait page.
func choose[T ~string](t testing.TB, w walk, answer T) {
	t.Helper()
	asks, err := w.Choose(string(answer))
	must(t, err)
	if want := string(answer) == string(casefile.SeenError); asks != want {
		t.Errorf("%s asks for the message: %v, want %v", answer, asks, want)
	}
}

func fix(id string) guide.Step { return guide.Step{Kind: diagnosis.StepFix, ID: id} }

// walk is a person with a case and a place in the guide.
type walk struct {
	*guide.Navigator
	s *session.Session
	g *guide.Guide
}

func begin(t testing.TB, lib *session.Library) walk {
	t.Helper()
	s, g := open(t, lib), guide.New(lib)
	return walk{guide.NewNavigator(g, s), s, g}
}

// copy is another person at the same place in the same case.
func (w walk) copy() walk {
	place := *w.Navigator
	return walk{&place, w.s, w.g}
}

// recommended returns the step to take now, the zero Step when the trouble is over.
func (w walk) recommended() guide.Step {
	s, _ := guide.Recommended(w.s.View())
	return s
}

// shown returns the step that is shown, the zero Step when the trouble is over.
func (w walk) shown() guide.Step {
	s, _ := w.Current()
	return s
}

func TestThePlaceFollowsThePerson(t *testing.T) {
	lib := library(t)
	vpn, data, restart := check("vpn-filter"), check("low-data-mode"), fix("force-restart")
	for _, test := range []struct {
		name string
		do   func(t *testing.T, w walk) (want guide.Step) // want is the step that must be shown then
	}{
		{"a new case follows the recommendation", func(_ *testing.T, w walk) guide.Step { return w.recommended() }},
		{"a step that is opened stays", func(t *testing.T, w walk) guide.Step {
			w.Open(vpn)
			must(t, w.s.SayAs("last-backup-not-completed", ""))
			return vpn
		}},
		{"Back leads to the step before", func(_ *testing.T, w walk) guide.Step {
			w.Open(vpn)
			w.Open(data)
			w.Back()
			return vpn
		}},
		{"Back passes a step that was opened twice", func(_ *testing.T, w walk) guide.Step {
			w.Open(vpn)
			w.Open(data)
			w.Open(data)
			w.Back()
			return vpn
		}},
		{"Back without a step before stays", func(t *testing.T, w walk) guide.Step {
			if w.CanGoBack() || w.Back() || w.HasMoved() {
				t.Error("there is a way back from the first page")
			}
			return w.recommended()
		}},
		{"on to the recommended step", func(_ *testing.T, w walk) guide.Step {
			w.Open(vpn)
			w.OpenRecommended()
			return w.recommended()
		}},
		{"an answer to the step that is shown leads on", func(t *testing.T, w walk) guide.Step {
			w.Open(vpn)
			must(t, w.Answer("vpn-filter", "none"))
			return w.recommended()
		}},
		{"and Back returns to the answered step", func(t *testing.T, w walk) guide.Step {
			w.Open(vpn)
			must(t, w.Answer("vpn-filter", "none"))
			w.Back()
			return vpn
		}},
		{"an answer to another step keeps the page", func(t *testing.T, w walk) guide.Step {
			w.Open(vpn)
			must(t, w.Answer("low-data-mode", "off"))
			return vpn
		}},
		{"an outcome of the fix that is shown leads on", func(t *testing.T, w walk) guide.Step {
			w.Open(restart)
			must(t, w.Try("force-restart", casefile.Failed))
			return w.recommended()
		}},
		{"an outcome of another fix keeps the page", func(t *testing.T, w walk) guide.Step {
			w.Open(vpn)
			must(t, w.Try("force-restart", casefile.Failed))
			return vpn
		}},
		{"what was changed is proved, from every page", func(t *testing.T, w walk) guide.Step {
			w.Open(vpn)
			must(t, w.Try("force-restart", casefile.Done))
			return proof("force-restart")
		}},
		{"Back leads from the proof to the fix", func(t *testing.T, w walk) guide.Step {
			w.Open(restart)
			must(t, w.Try("force-restart", casefile.Done))
			w.Back()
			return restart
		}},
		{"undo of a change shows its step again", func(t *testing.T, w walk) guide.Step {
			first := w.shown()
			must(t, w.Try("force-restart", casefile.Done))
			_, err := w.s.Undo()
			must(t, err)
			return first
		}},
		{"a finished backup ends the trouble on every page", func(t *testing.T, w walk) guide.Step {
			w.Open(vpn)
			choose(t, w, casefile.SeenFinished)
			return guide.Step{}
		}},
		{"Back returns from a step to the page that says so", func(t *testing.T, w walk) guide.Step {
			choose(t, w, casefile.SeenFinished)
			w.Open(vpn)
			w.Back()
			return guide.Step{}
		}},
		{"but not when the trouble is there again", func(t *testing.T, w walk) guide.Step {
			w.Open(data)
			choose(t, w, casefile.SeenFinished)
			w.Open(vpn)
			must(t, w.s.Prove(casefile.SeenStopped, time.Time{}))
			w.Back()
			return data
		}},
		{"a night is waited for", func(t *testing.T, w walk) guide.Step {
			must(t, w.Try("plug-in-overnight", casefile.Done))
			return wait("plug-in-overnight")
		}},
		{"whoever does not want to wait looks for other reasons", func(t *testing.T, w walk) guide.Step {
			must(t, w.Try("plug-in-overnight", casefile.Done))
			choose(t, w, "go-on")
			must(t, w.Answer(w.shown().ID, casefile.CantTell))
			return guide.StepOf(w.s.View().Options[1]) // the first is to wait
		}},
		{"and may try a backup at once", func(t *testing.T, w walk) guide.Step {
			must(t, w.Try("plug-in-overnight", casefile.Done))
			choose(t, w, "look")
			return proof("plug-in-overnight")
		}},
		{"what can only be seen tomorrow is waited for", func(t *testing.T, w walk) guide.Step {
			must(t, w.Try("force-restart", casefile.Done))
			choose(t, w, "later")
			return wait("force-restart")
		}},
		{"whoever hears no from the organization goes on", func(t *testing.T, w walk) guide.Step {
			must(t, w.Try("ask-device-admin", casefile.Done))
			choose(t, w, "refused")
			if s := w.s.View().State.Stage; s != session.StageOpen {
				t.Errorf("the case is %s", s)
			}
			return w.recommended()
		}},
		{"undo keeps the page", func(t *testing.T, w walk) guide.Step {
			must(t, w.Answer("low-data-mode", "off"))
			w.Open(vpn)
			if undone, err := w.s.Undo(); !undone || err != nil {
				t.Error(undone, err)
			}
			return vpn
		}},
		{"undo of an answer shows its step again", func(t *testing.T, w walk) guide.Step {
			first := w.shown()
			must(t, w.Answer(first.ID, casefile.CantTell))
			if w.shown() == first {
				t.Error("the answered step stays")
			}
			if _, err := w.s.Undo(); err != nil {
				t.Error(err)
			}
			if w.CanGoBack() {
				t.Error("Back would lead where one is")
			}
			return first
		}},
		{"a step that the device has not got is passed on the way back", func(t *testing.T, w walk) guide.Step {
			w.Open(vpn)
			w.Open(fix("set-auto-lock"))
			w.Open(fix("no-such-fix"))
			w.Open(data)
			must(t, w.s.SetHeader(casefile.Header{Name: "x", Device: apple.IPhone}))
			w.Back()
			return fix("set-auto-lock")
		}},
		{"a place of an earlier run", func(_ *testing.T, w walk) guide.Step {
			w.Restore(vpn)
			return vpn
		}},
		{"a place of an earlier run that is gone", func(_ *testing.T, w walk) guide.Step {
			w.Restore(fix("no-such-fix"))
			return w.recommended()
		}},
		{"a pinned page stays when the recommendation changes", func(t *testing.T, w walk) guide.Step {
			first := w.shown()
			w.Pin()
			must(t, w.s.Answer(first.ID, casefile.CantTell))
			if w.recommended() == first {
				t.Error("the recommendation has not changed")
			}
			return first
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := begin(t, lib)
			if want := test.do(t, w); w.shown() != want {
				t.Errorf("the guide shows %v, want %v", w.shown(), want)
			}
		})
	}
}

func TestGatesLeadToTheFixBehindThem(t *testing.T) {
	w := begin(t, library(t))
	risky := fix("replace-backup")
	for range 200 { // put off everything that is harmless
		page := w.g.Page(w.s.View(), risky)
		if len(page.Blocked.Harmless) == 0 {
			break
		}
		must(t, w.Try(page.Blocked.Harmless[0], casefile.Declined))
	}
	for _, want := range []string{knowledge.BackupGate, diagnosis.LossGate("replace-backup")} {
		w.Open(risky)
		gate := w.g.Page(w.s.View(), w.shown()).Step
		if gate.ID != want {
			t.Fatalf("opening the fix shows %v, want the gate %s", gate, want)
		}
		w.Open(gate)
		w.Open(check("vpn-filter"))
		w.Open(gate)
		must(t, w.Confirm(gate))
		if w.shown() != risky {
			t.Errorf("behind the gate %s the guide shows %v, want the fix", want, w.shown())
		}
	}
	for w.Back() {
		if w.shown().Kind == diagnosis.StepGate {
			t.Errorf("Back returns to the gate %s, which is open", w.shown().ID)
		}
	}
}

func TestPuttingAFixOffAtItsGateLeadsOn(t *testing.T) {
	w := begin(t, library(t))
	w.Open(guide.Step{Kind: diagnosis.StepGate, ID: knowledge.BackupGate, For: "replace-backup"})
	must(t, w.Try("replace-backup", casefile.Declined))
	if w.shown() != w.recommended() {
		t.Errorf("the guide shows %v, want the recommended step", w.shown())
	}
}

func TestAChangeThatTheCaseDidNotTakeKeepsThePage(t *testing.T) {
	lib := library(t)
	first := begin(t, lib)
	file, _, err := casefile.Open(first.s.File().Path(), lib.Known(), noon)
	must(t, err)
	defer func() { must(t, file.Close()) }()
	s := session.Open(lib, file, noon)
	w := guide.NewNavigator(guide.New(lib), s)
	for name, change := range map[string]func() error{
		"an answer":      func() error { return w.Answer("vpn-filter", "none") },
		"an outcome":     func() error { return w.Try("force-restart", casefile.Done) },
		"a confirmation": func() error { return w.Confirm(guide.Step{Kind: diagnosis.StepGate, ID: knowledge.BackupGate}) },
	} {
		w.Open(check("vpn-filter"))
		if err := change(); !errors.Is(err, casefile.ErrReadOnly) {
			t.Errorf("%s in a case that is open elsewhere: %v", name, err)
		}
		if got, _ := w.Current(); got != check("vpn-filter") {
			t.Errorf("%s that was not recorded leads to %v", name, got)
		}
	}
}

// Whatever a person does, Back leads to the step that was shown before, as long as that step exists, and
// never to a step that does not exist; going back comes to an end.
func TestBackLeadsWhereOneWas(t *testing.T) {
	lib := library(t)
	var steps []guide.Step
	for i := range lib.Base.Checks {
		steps = append(steps, check(lib.Base.Checks[i].ID))
	}
	for i := range lib.Base.Fixes {
		steps = append(steps, fix(lib.Base.Fixes[i].ID))
	}
	steps = append(steps, fix("no-such-fix"), guide.Step{Kind: diagnosis.StepSupport})
	rapid.Check(t, func(r *rapid.T) {
		w := begin(t, lib)
		for range rapid.IntRange(1, 15).Draw(r, "moves") {
			before := w.shown()
			if !act(r, w, steps) || w.shown() == before || !exists(w, before) {
				continue
			}
			back := w.copy()
			if went := back.Back(); !went || back.shown() != before {
				r.Fatalf("from %v Back leads to %v (%v), want %v", w.shown(), back.shown(), went, before)
			}
		}
		for n := 0; w.CanGoBack(); n++ {
			before := w.shown()
			if !w.Back() || w.shown() == before || n > 100 {
				r.Fatalf("step %d back, from %v to %v", n, before, w.shown())
			}
			if !exists(w, w.shown()) {
				r.Fatalf("Back leads to %v, which does not exist", w.shown())
			}
		}
	})
}

// exists reports whether a step has a page; the zero Step has one when the trouble is over.
func exists(w walk, s guide.Step) bool {
	if s == (guide.Step{}) {
		return w.recommended() == s
	}
	return w.g.Page(w.s.View(), s).Exists
}

// act does one thing that a person may do and reports whether Back leads to the step before it.
func act(r *rapid.T, w walk, steps []guide.Step) (moved bool) {
	ok := func(err error) {
		if err != nil {
			r.Fatal(err)
		}
	}
	switch s, open := w.Current(); rapid.IntRange(0, 7).Draw(r, "what") {
	case 0, 1:
		w.Open(rapid.SampledFrom(steps).Draw(r, "step"))
		return true
	case 2:
		w.OpenRecommended()
		return true
	case 3:
		if !open || s.Kind != diagnosis.StepCheck || !exists(w, s) {
			return false
		}
		ok(w.Answer(s.ID, rapid.SampledFrom([]string{casefile.CantTell, casefile.NotNow}).Draw(r, "answer")))
		return true
	case 4:
		if page := w.g.Page(w.s.View(), s); open && len(page.Answers) > 0 && (page.Kind == diagnosis.StepProof || page.Kind == diagnosis.StepWait) {
			_, err := w.Choose(rapid.SampledFrom(page.Answers).Draw(r, "choice").ID)
			ok(err)
			return true
		}
		if !open || s.Kind != diagnosis.StepFix || !exists(w, s) {
			return false
		}
		ok(w.Try(s.ID, rapid.SampledFrom([]casefile.Outcome{casefile.Done, casefile.Failed, casefile.Declined}).Draw(r, "outcome")))
		return true
	case 5:
		if page := w.g.Page(w.s.View(), s); open && page.Kind == diagnosis.StepGate {
			ok(w.Confirm(page.Step))
		}
	case 6:
		device := rapid.SampledFrom([]string{apple.IPhone, apple.IPad}).Draw(r, "device")
		version := rapid.SampledFrom([]string{"", "15", "18.2", "26"}).Draw(r, "version")
		ok(w.s.SetHeader(casefile.Header{Name: "x", Device: device, Version: version}))
	case 7:
		_, err := w.s.Undo()
		ok(err)
	}
	return false
}
