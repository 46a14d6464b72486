package session_test

import (
	"strconv"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
)

// lastBackup is the date of the last backup as the phone tells it.
func lastBackup(at time.Time) casefile.Observed {
	return casefile.Observed{Check: "last-success", Value: at.Format(time.RFC3339)}
}

// failed is a backup that the log of the phone told to have failed.
func failed(code int, at time.Time) casefile.Observed {
	return casefile.Observed{Fact: casefile.FactFailure, Value: strconv.Itoa(code), At: at}
}

func TestADateThatMovesIsAProof(t *testing.T) {
	tests := map[string]struct {
		fix   string        // done between the two looks; empty for none
		first bool          // the phone was looked at before
		date  time.Duration // of the backup, after the first look
		want  session.Stage
	}{
		"without a change":             {"", true, time.Hour, session.StageSolved},
		"after a change":               {"restart", true, time.Hour, session.StageSolved},
		"first look, after a change":   {"restart", false, time.Hour, session.StageSolved},
		"first look, without a change": {"", false, time.Hour, session.StageNothingWrong},
		"before the first look":        {"", true, -time.Hour, session.StageNothingWrong},
		"from before the change":       {"restart", false, -time.Hour, session.StageProving},
		"a night is still to be seen":  {"lock-overnight", true, time.Hour, session.StageWaiting},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			lib := library(t)
			s, c := open(t, lib)
			begin := c.at
			if test.first {
				observe(t, s, phoneSays(c, lastBackup(begin.AddDate(0, 0, -20))), 1)
			}
			if test.fix != "" {
				c.at = c.at.Add(10 * time.Minute)
				must(t, s.Try(test.fix, casefile.Done))
			}
			c.at = begin.Add(90 * time.Minute)
			observe(t, s, phoneSays(c, lastBackup(begin.Add(test.date))), 1)
			v := s.View()
			if v.State.Stage != test.want {
				t.Fatalf("the stage is %q, want %q", v.State.Stage, test.want)
			}
			if v.Solved && (v.State.SeenBy != casefile.FromPhone || !v.State.BackupAt.Equal(begin.Add(test.date))) {
				t.Errorf("solved is %+v", v.State)
			}
		})
	}
}

func TestASolvedCaseStaysAsItWasSolved(t *testing.T) {
	s, c := open(t, library(t))
	observe(t, s, phoneSays(c, lastBackup(c.at.AddDate(0, 0, -20))), 1)
	c.at = c.at.Add(time.Hour)
	observe(t, s, phoneSays(c, lastBackup(c.at)), 1)
	since := s.View().State.Since
	c.at = c.at.AddDate(0, 0, 1)
	observe(t, s, phoneSays(c, lastBackup(c.at)), 1)
	if got := s.View().State; got.Stage != session.StageSolved || !got.Since.Equal(since) {
		t.Errorf("a day later the state is %+v", got)
	}
}

// A failure that is told to lie in the future makes no later backup an old one.
func TestAFailureInTheFutureHidesNoBackup(t *testing.T) {
	for ahead, isTaken := range map[time.Duration]bool{50 * time.Second: true, 30 * time.Minute: false} {
		s, c := open(t, library(t))
		news, err := s.Observe(phoneSays(c, failed(303, c.at.Add(ahead))))
		if isTaken != (err == nil && news == 1) {
			t.Errorf("%v ahead: %d news, %v", ahead, news, err)
		}
		c.at = c.at.Add(20 * time.Second)
		must(t, s.Prove(casefile.SeenFinished, c.at))
		c.at = c.at.Add(time.Hour)
		must(t, s.SetHeader(casefile.Header{Name: "Anna"}))
		if v := s.View(); !v.Solved {
			t.Errorf("after a failure %v ahead, a backup that finished leaves %+v", ahead, v.State)
		}
	}
}

func TestAFailureOfTheLogIsEvidence(t *testing.T) {
	lib := library(t)
	for _, test := range []struct {
		code  int
		cause string
	}{{303, "C02"}, {305, "C14"}, {22, "C11"}, {106, "C22"}, {203, "C17"}} {
		s, c := open(t, lib)
		before := belief(s.View(), test.cause)
		observe(t, s, phoneSays(c, failed(test.code, c.at)), 1)
		if after := belief(s.View(), test.cause); after < 3*before && after < 0.8 {
			t.Errorf("code %d moves %s from %.3f to %.3f", test.code, test.cause, before, after)
		}
		events, once := len(s.View().Case.Events), belief(s.View(), test.cause)
		observe(t, s, phoneSays(c, failed(test.code, c.at)), 0)
		c.at = c.at.Add(time.Hour)
		observe(t, s, phoneSays(c, failed(test.code, c.at)), 1)
		if again := belief(s.View(), test.cause); again > once*1.001 || len(s.View().Case.Events) != events+1 {
			t.Errorf("code %d read twice counts twice: %.3f, then %.3f", test.code, once, again)
		}
	}
}

func TestAPostponedBackupIsNoFailure(t *testing.T) {
	s, c := open(t, library(t))
	must(t, s.Try("restart", casefile.Done))
	before := *s.View()
	c.at = c.at.Add(time.Minute)
	observe(t, s, phoneSays(c, failed(223, c.at)), 1)
	if v := s.View(); v.State.Stage != before.State.Stage || belief(v, "C02") != belief(&before, "C02") {
		t.Errorf("the state is %+v", v.State)
	}
}

func TestAFailureEndsTheProof(t *testing.T) {
	s, c := open(t, library(t))
	must(t, s.Try("restart", casefile.Done))
	if s.View().State.Stage != session.StageProving {
		t.Fatalf("the state is %+v", s.View().State)
	}
	c.at = c.at.Add(5 * time.Minute)
	observe(t, s, phoneSays(c, failed(303, c.at)), 1)
	v := s.View()
	if v.State.Stage != session.StageOpen || belief(v, "C02") < 0.8 {
		t.Errorf("the state is %+v with a belief of %.2f", v.State, belief(v, "C02"))
	}
	if o, ok := v.LastFailure(); !ok || o.Value != "303" {
		t.Errorf("the last failure is %+v", o)
	}
	if r := row(t, v, "icloud-space"); r.Status != session.StatusProblem || r.Source != casefile.FromPhone {
		t.Errorf("the row is %+v", r)
	}
}
