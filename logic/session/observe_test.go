package session_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// phoneSays is a reading of the phone at the time of the clock.
func phoneSays(c *clock, facts ...casefile.Observed) casefile.Reading {
	return casefile.Reading{Source: casefile.FromPhone, Time: c.at, Identity: "serial", Facts: facts}
}

var (
	switchOn  = casefile.Observed{Check: "back-up-switch", Answer: "on", Value: "true"}
	switchOff = casefile.Observed{Check: "back-up-switch", Answer: "off", Value: "false"}
)

func observe(t *testing.T, s *session.Session, r casefile.Reading, want int) {
	t.Helper()
	news, err := s.Observe(r)
	if err != nil || news != want {
		t.Fatalf("%d news, want %d: %v", news, want, err)
	}
}

func TestAFactTicksItsRow(t *testing.T) {
	s, c := open(t, library(t))
	var by []session.Actor
	s.OnChange(func(_ *session.View, origin session.Actor) { by = append(by, origin) })
	observe(t, s, phoneSays(c, switchOn), 1)
	r := row(t, s.View(), "back-up-switch")
	if r.Status != session.StatusFine || r.Word != "On, from the iPhone" || r.Source != casefile.FromPhone ||
		r.Contradicted {
		t.Errorf("the row is %+v", r)
	}
	if len(s.View().Evidence) != 1 || s.View().Evidence[0].Reader != "phone" {
		t.Errorf("the evidence is %+v", s.View().Evidence)
	}
	observe(t, s, phoneSays(c, switchOn), 0)
	c.at = c.at.Add(2 * time.Minute)
	observe(t, s, phoneSays(c, switchOn), 0)
	if r := row(t, s.View(), "back-up-switch"); !r.Time.Equal(c.at) {
		t.Errorf("the row was read at %v, it is %v now", r.Time, c.at)
	}
	if want := []session.Actor{session.ByMachine, session.ByMachine}; !slices.Equal(by, want) {
		t.Errorf("the listeners heard %v, want %v", by, want)
	}
}

func TestAContradictionIsPutAsAQuestion(t *testing.T) {
	s, c := open(t, library(t))
	must(t, s.Answer("back-up-switch", "off"))
	alone := belief(s.View(), "C01")
	observe(t, s, phoneSays(c, switchOn), 1)
	r := row(t, s.View(), "back-up-switch")
	if r.Status != session.StatusProblem || !r.Contradicted ||
		r.Word != "you: “Off”, iPhone: “On”?" {
		t.Errorf("the row is %+v", r)
	}
	if got := belief(s.View(), "C01"); got != alone {
		t.Errorf("the overruled fact moved the belief from %g to %g", alone, got)
	}
	must(t, s.Answer("back-up-switch", casefile.CantTell)) // the person takes the answer back
	if r := row(t, s.View(), "back-up-switch"); r.Status != session.StatusFine || r.Contradicted {
		t.Errorf("after taking it back the row is %+v", r)
	}
	if got := belief(s.View(), "C01"); got >= alone/10 {
		t.Errorf("the fact leaves the belief at %g", got)
	}
}

func TestAMachineIsSurerThanAPerson(t *testing.T) {
	lib := library(t)
	said, _ := open(t, lib)
	must(t, said.Answer("back-up-switch", "on"))
	read, c := open(t, lib)
	observe(t, read, phoneSays(c, switchOn), 1)
	if a, b := belief(said.View(), "C01"), belief(read.View(), "C01"); b > a/5 {
		t.Errorf("said: %g, read: %g", a, b)
	}
}

func TestTheLastBackupGrowsOldByItself(t *testing.T) {
	s, c := open(t, library(t))
	last := casefile.Observed{Check: "last-success", Value: c.at.Add(-3 * time.Hour).Format(time.RFC3339)}
	observe(t, s, phoneSays(c, last), 1)
	if r := row(t, s.View(), "last-success"); r.Status != session.StatusFine {
		t.Errorf("three hours ago is %+v", r)
	}
	events := len(s.View().Case.Events)
	for _, test := range []struct {
		days int
		want session.Status
	}{{2, session.StatusNoted}, {9, session.StatusProblem}} {
		later := s.Library().Derive(s.File().Case(), c.at.AddDate(0, 0, test.days))
		if r := row(t, later, "last-success"); r.Status != test.want || r.Word != "Nov 23, 2026, from the iPhone" {
			t.Errorf("%d days later the row is %+v", test.days, r)
		}
	}
	c.at = c.at.AddDate(0, 0, 2)
	observe(t, s, phoneSays(c, last), 0)
	if r := row(t, s.View(), "last-success"); r.Status != session.StatusNoted ||
		len(s.View().Case.Events) != events {
		t.Errorf("read again two days later the row is %+v, with %d events", r, len(s.View().Case.Events))
	}
}

func TestFactsFillTheHeaderUntilThePersonDoes(t *testing.T) {
	s, c := open(t, library(t))
	version := func(v string) casefile.Observed {
		return casefile.Observed{
			Fact:  casefile.FactVersion,
			Value: v,
		}
	}
	observe(t, s, phoneSays(c, version("18.4"), casefile.Observed{
		Fact:  casefile.FactModel,
		Value: "iPhone 13",
	}), 2)
	if h := s.View().Case.Header(); h.Version != "18.4" || h.Model != "iPhone 13" ||
		s.View().Device.Version.String() != "18.4" {
		t.Fatalf("the header is %+v, the device %+v", h, s.View().Device)
	}
	// Saving the details without touching the version does not make it the person's.
	h := s.View().Case.Header()
	h.Name = "Anna"
	must(t, s.SetHeader(h))
	c.at = c.at.Add(time.Hour)
	observe(t, s, phoneSays(c, version("26.1")), 1)
	if got := s.View().Case.Version; got != "26.1" {
		t.Errorf("after an update of the phone the version is %s", got)
	}
	h = s.View().Case.Header()
	h.Version = "17.5"
	must(t, s.SetHeader(h))
	if got := s.View().Case.Version; got != "17.5" {
		t.Errorf("the person's version is overruled by %s", got)
	}
	for s.File().CanUndo() {
		_, err := s.Undo()
		must(t, err)
	}
	if h := s.View().Case.Header(); h.Version != "26.1" || h.Model != "iPhone 13" {
		t.Errorf("undo took a fact: %+v", h)
	}
}

// The model tells the kind of device, and a language without words of its own counts as the one that it belongs to.
func TestFactsFillTheHeaderInTheWordsOfACase(t *testing.T) {
	for said, want := range map[string]string{"de-AT": "de", "es-419": "es", "zh-Hans-HK": "zh-Hans", "pt-BR": "pt-BR", "en-AU": "", "it": "it"} {
		s, c := open(t, library(t))
		observe(t, s, phoneSays(c, casefile.Observed{Fact: casefile.FactLanguage, Value: said},
			casefile.Observed{Fact: casefile.FactModel, Value: "iPad Air (5th generation)"}), 2)
		if h := s.View().Case.Header(); h.Language != want || h.Device != "ipad" || s.View().Device.Name() != "iPad" {
			t.Errorf("%s is %q, and the device %q", said, h.Language, h.Device)
		}
	}
}

func TestTypingGoesOnWhileFactsArrive(t *testing.T) {
	s, c := open(t, library(t))
	in := storage.Inputs{Plan: size.Of(5e9, size.Phone)}
	must(t, s.Count(in, "used"))
	for i, gb := range []int64{4, 48} {
		observe(t, s, phoneSays(c, []casefile.Observed{switchOn, switchOff}[i]), 1)
		c.at = c.at.Add(time.Second)
		in.Used = size.Of(gb*1e8, size.Typed)
		must(t, s.Count(in, "used"))
	}
	_, err := s.Undo()
	must(t, err)
	if v := s.View(); v.Plan.Inputs.Plan.Known() || len(v.Case.Events) != 2 {
		t.Errorf("undo left %d events and %+v", len(v.Case.Events), v.Plan.Inputs.Used)
	}
}

func TestAnotherPhoneIsRefused(t *testing.T) {
	s, c := open(t, library(t))
	observe(t, s, phoneSays(c, switchOn), 1)
	r := phoneSays(c, switchOff)
	r.Identity = "another"
	if news, err := s.Observe(r); news != 0 || !errors.Is(err, casefile.ErrOtherDevice) {
		t.Errorf("another phone gives %d news, %v", news, err)
	}
	if r := row(t, s.View(), "back-up-switch"); r.Status != session.StatusFine {
		t.Errorf("the row is %+v", r)
	}
}

// The core must not count a fact twice that two sources read.
func TestTwoSourcesAreOnePieceOfEvidence(t *testing.T) {
	s, c := open(t, library(t))
	observe(t, s, phoneSays(c, switchOn), 1)
	once := belief(s.View(), "C01")
	observe(t, s, casefile.Reading{
		Source: casefile.FromBackup, Time: c.at.Add(-time.Hour),
		Facts: []casefile.Observed{switchOn},
	}, 1)
	answers := slices.DeleteFunc(slices.Clone(s.View().Evidence),
		func(e diagnosis.Evidence) bool { return e.Kind != diagnosis.Answered })
	if got := belief(s.View(), "C01"); got != once || len(answers) != 1 {
		t.Errorf("the belief went from %g to %g, by %+v", once, got, answers)
	}
}
