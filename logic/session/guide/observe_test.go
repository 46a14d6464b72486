package guide_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session/guide"
)

// fact is a reading of one answer by the phone.
func fact(check, answer string, when time.Time) casefile.Reading {
	return casefile.Reading{
		Source: casefile.FromPhone, Time: when, Facts: []casefile.Observed{{Check: check, Answer: answer}},
	}
}

func TestFactsTurnNoPage(t *testing.T) {
	w := begin(t, library(t))
	before := w.shown()
	if before.ID == "" {
		t.Fatal("a new case shows no step")
	}
	// The very step that is shown is answered: another one is recommended, and the page stays.
	news, err := w.Observe(fact(before.ID, w.g.Page(w.s.View(), before).Answers[0].ID, noon()))
	if err != nil || news != 1 || w.Found() != 1 {
		t.Fatalf("%d news, %d found, %v", news, w.Found(), err)
	}
	if w.shown() != before || w.recommended() == before || w.HasMoved() {
		t.Errorf("the page is %v, it was %v; %v is recommended, moved %v", w.shown(), before, w.recommended(),
			w.HasMoved())
	}
	w.OpenRecommended()
	if w.shown() != w.recommended() || w.Found() != 0 {
		t.Errorf("going on leads to %v with %d found, want %v", w.shown(), w.Found(), w.recommended())
	}
	if !w.Back() || w.shown() != before {
		t.Errorf("back leads to %v, want %v", w.shown(), before)
	}
}

func TestTheNextActOfThePersonGoesOn(t *testing.T) {
	lib := library(t)
	for _, act := range []struct {
		name string
		do   func(w walk, shown guide.Step) error
	}{
		{"an answer to the page", func(w walk, s guide.Step) error { return w.Answer(s.ID, casefile.NotNow) }},
		{"an answer to another check", func(w walk, _ guide.Step) error {
			return w.Answer("vpn-filter", "on-device")
		}},
	} {
		w := begin(t, lib)
		before := w.shown()
		_, err := w.Observe(fact(before.ID, w.g.Page(w.s.View(), before).Answers[0].ID, noon()))
		if err := errors.Join(err, act.do(w, before)); err != nil {
			t.Fatalf("%s: %v", act.name, err)
		}
		if w.shown() != w.recommended() {
			t.Errorf("after %s the guide shows %v, %v is recommended", act.name, w.shown(), w.recommended())
		}
	}
}

func TestAFactThatChangesNoStepPinsNothing(t *testing.T) {
	w := begin(t, library(t))
	r := casefile.Reading{
		Source: casefile.FromPhone, Time: noon(), Facts: []casefile.Observed{{Fact: "color", Value: "red"}},
	}
	if news, err := w.Observe(r); news != 1 || err != nil {
		t.Fatalf("%d news, %v", news, err)
	}
	if w.Opened() != (guide.Step{}) {
		t.Errorf("%v is pinned although it is recommended", w.Opened())
	}
}

func TestThePageSaysBothAndAsks(t *testing.T) {
	w := begin(t, library(t))
	step := check("back-up-switch")
	notes := func() string {
		var list []string
		for _, line := range w.g.Page(w.s.View(), step).Lines {
			if line.Number == 0 {
				list = append(list, line.Text)
			}
		}
		return strings.Join(list, "\n")
	}
	plain := notes()
	if _, err := w.Observe(fact("back-up-switch", "on", noon())); err != nil {
		t.Fatal(err)
	}
	if want := "Found without asking: the iPhone says “On” (Nov 23, 2026, 12:00).\n" + plain; notes() != want {
		t.Errorf("the page says\n%s\nwant\n%s", notes(), want)
	}
	if given := w.g.Page(w.s.View(), step).Given; given != "on" {
		t.Errorf("the answer that holds is %q", given)
	}
	if err := w.Answer("back-up-switch", "off"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Which is right: you said “Off”", "but the iPhone says “On” (Nov 23, 2026, 12:00)",
	} {
		if got := notes(); !strings.Contains(got, want) {
			t.Errorf("the page lacks %q:\n%s", want, got)
		}
	}
	if given := w.g.Page(w.s.View(), step).Given; given != "off" {
		t.Errorf("the answer that holds is %q", given)
	}
}

// A fix is offered for what holds, not for an answer that a fact or a person took back.
func TestTheRemedyIsForWhatHolds(t *testing.T) {
	w := begin(t, library(t))
	must(t, w.Answer("low-data-mode", "on"))
	if w.g.Remedy(w.s.View()) == nil {
		t.Skip("the fix is recommended anyway")
	}
	must(t, w.Answer("low-data-mode", "off"))
	if r := w.g.Remedy(w.s.View()); r != nil {
		t.Errorf("after the answer is no problem any more, %v is offered", r.Step)
	}
}

// Whatever sources read while a person walks, the page changes only when the person acts.
func TestNoFactMovesAnybody(t *testing.T) {
	lib := library(t)
	base := lib.Base
	rapid.Check(t, func(r *rapid.T) {
		w := begin(t, lib)
		for i := range rapid.IntRange(1, 8).Draw(r, "moves") {
			k := &base.Checks[rapid.IntRange(0, len(base.Checks)-1).Draw(r, "check")]
			answer := rapid.SampledFrom(k.Answers).Draw(r, "answer").ID
			switch rapid.IntRange(0, 3).Draw(r, "what") {
			case 0:
				w.Open(check(k.ID))
			case 1:
				if err := w.Answer(k.ID, answer); err != nil {
					r.Fatal(err)
				}
			default:
				before, history := w.shown(), w.CanGoBack()
				_, open := w.s.View().Next()
				_, err := w.Observe(fact(k.ID, answer, noon().Add(time.Duration(i)*time.Minute)))
				if before == (guide.Step{}) { // the last page must not say that nothing is wrong when a fact says otherwise
					_, left := w.s.View().Next()
					if (w.shown() != guide.Step{}) != left {
						r.Fatalf("%s=%s: the page is %v while a step is left: %v", k.ID, answer, w.shown(), left)
					}
					continue
				}
				// Nobody goes back to a last page that is true no more.
				back := w.CanGoBack() == history || !open
				if err != nil || w.shown() != before || !back {
					r.Fatalf("%s=%s turned %v to %v, %v", k.ID, answer, before, w.shown(), err)
				}
			}
		}
		facts := 0
		for _, e := range w.s.View().Case.Events {
			if e.IsFact() {
				facts++
			}
		}
		if w.Found() > facts {
			r.Fatalf("%d found of %d facts", w.Found(), facts)
		}
	})
}

// The page of the check and the page that says to wait tell since when Apple reports the outage, and nobody waits for one that
// was read long ago.
func TestTheGuideSaysSinceWhen(t *testing.T) {
	w := begin(t, library(t))
	r := casefile.Reading{Source: casefile.FromStatus, Time: noon(), Facts: []casefile.Observed{{
		Check: "apple-status", Answer: "backup-event", At: noon().Add(-3 * time.Hour), How: casefile.HowPublished,
	}}}
	if _, err := w.Observe(r); err != nil {
		t.Fatal(err)
	}
	v := w.s.View()
	fix := guide.Step{Kind: diagnosis.StepFix, ID: "wait-for-apple"}
	if w.recommended() != fix {
		t.Fatalf("%v is recommended", w.recommended())
	}
	for _, step := range []guide.Step{fix, check("apple-status")} {
		var text string
		for _, line := range w.g.Page(v, step).Lines {
			text += line.Text + "\n"
		}
		if !strings.Contains(text, "since Nov 23, 2026, 09:00") {
			t.Errorf("%v says\n%s", step, text)
		}
	}
}
