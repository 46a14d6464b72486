package session_test

import (
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
)

// Where a backup was made today or moves on, and nothing else is wrong, nothing is to be done.
func TestNothingIsWrongWhereBackupsAreMade(t *testing.T) {
	lib := library(t)
	for _, test := range []struct {
		name string
		do   func(s *session.Session)
		want bool
	}{
		{"backed up today", func(s *session.Session) { must(t, s.Answer("last-success", "today")) }, true},
		{"this week", func(s *session.Session) { must(t, s.Answer("last-success", "this-week")) }, false},
		{"an old message", func(s *session.Session) {
			must(t, s.Say("This iPhone hasn't been backed up in 3 weeks"))
			must(t, s.Answer("last-success", "today"))
		}, true},
		{"a new message", func(s *session.Session) {
			must(t, s.Answer("last-success", "today"))
			must(t, s.Say("The last backup could not be completed"))
		}, false},
		{"a backup moves on", func(s *session.Session) {
			must(t, s.Answer("back-up-now-state", "running"))
			must(t, s.Answer("slow-backup", "moves"))
		}, true},
		{"a backup stands still", func(s *session.Session) {
			must(t, s.Answer("back-up-now-state", "running"))
			must(t, s.Answer("slow-backup", "stands-still"))
		}, false},
		{"a problem beside it", func(s *session.Session) {
			must(t, s.Answer("last-success", "today"))
			must(t, s.Answer("next-backup-fits", "does-not-fit"))
		}, false},
		{"something was tried since", func(s *session.Session) {
			must(t, s.Answer("last-success", "today"))
			must(t, s.Try("restart", casefile.Failed))
		}, false},
	} {
		s, c := open(t, lib)
		test.do(s)
		v := s.View()
		_, open := v.Next()
		if got := v.State.Stage == session.StageNothingWrong; got != test.want || open == test.want {
			t.Errorf("%s: nothing is wrong: %v, a step is next: %v", test.name, got, open)
		}
		if later := lib.Derive(v.Case, c.at.Add(48*time.Hour)); later.State.Stage == session.StageNothingWrong {
			t.Errorf("%s: it still holds after two days", test.name)
		}
	}
}

// Of two answers the later one in time counts, wherever it stands in the file, as after two files became one.
func TestTheLatestAnswerThatBackupsAreMadeIsTheLastInTime(t *testing.T) {
	lib := library(t)
	answer := func(hour int, check, answer string) casefile.Event {
		return did(day(23, hour), casefile.Answered{Check: check, Answer: answer})
	}
	today, moves := answer(9, "last-success", "today"), answer(11, "slow-backup", "moves")
	for _, events := range [][]casefile.Event{{today, moves}, {moves, today}} {
		v := lib.Derive(casefile.Case{Device: "iphone", Created: day(23, 8), Events: events}, day(23, 12))
		if check, at := lib.Works(v); check == nil || check.ID != "slow-backup" || at != 1 {
			t.Errorf("with %v first, it is at place %d", events[0].What, at)
		}
	}
}

// A backup that runs is looked at before anything that would disturb it.
func TestARunningBackupIsLookedAtFirst(t *testing.T) {
	lib := library(t)
	for _, says := range []string{"", "Estimating time remaining", "The last backup could not be completed"} {
		s, _ := open(t, lib)
		if says != "" {
			must(t, s.Say(says))
		}
		must(t, s.Answer("back-up-now-state", "running"))
		if next, _ := s.View().Next(); next.Kind != diagnosis.StepCheck || next.ID != "slow-backup" {
			t.Errorf("after %q a running backup leads to %s", says, next.ID)
		}
	}
}
