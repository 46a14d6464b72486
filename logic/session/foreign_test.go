package session_test

import (
	"os"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
)

// writeForeign adds events to the case's file as another program does, and lets the session take them in.
func writeForeign(t *testing.T, s *session.Session, events ...casefile.Event) {
	t.Helper()
	c := s.File().Case()
	c.Events = append(c.Events, events...)
	must(t, os.WriteFile(s.File().Path(), casefile.Format(c), 0o600))
	out, err := s.Absorb()
	if err != nil || out.Events != len(events) {
		t.Fatalf("%+v, %v", out, err)
	}
}

func countedAt(t *testing.T, at time.Time, plan, used, next int64) casefile.Event {
	t.Helper()
	counted, err := casefile.Count(read(plan, used, next))
	must(t, err)
	return casefile.Event{Time: at, Source: casefile.FromStorage, What: counted}
}

// Numbers that another program wrote earlier don't take the place of newer ones, wherever they stand in
// the file.
func TestTheNumbersThatWereTypedLastHold(t *testing.T) {
	const gb = 1_000_000_000
	s, c := open(t, library(t))
	must(t, s.Count(read(50*gb, 49*gb, 8*gb), nil))
	writeForeign(t, s, countedAt(t, c.at.Add(-time.Hour), 2000*gb, 10*gb, 2*gb))
	if got := s.View().Checks["next-backup-fits"]; got.Answer != "far-too-large" || !got.Time.Equal(c.at) {
		t.Errorf("the older numbers hold: %+v", got.Opinion)
	}
	// A clock that is a little ahead doesn't hold against what is typed here afterwards.
	writeForeign(t, s, countedAt(t, c.at.Add(30*time.Minute), 50*gb, 49*gb, 8*gb))
	must(t, s.Count(read(2000*gb, 10*gb, 2*gb), nil))
	if got := s.View().Checks["next-backup-fits"]; got.Answer != "fits" {
		t.Errorf("the typed numbers don't hold: %+v", got.Opinion)
	}
}

// What numbers say is as old as the first of them that said it, wherever they stand in the file.
func TestNumbersAreAsOldAsTheFirstThatSaidSo(t *testing.T) {
	const gb = 1_000_000_000
	s, c := open(t, library(t))
	must(t, s.Count(read(50*gb, 49*gb, 8*gb), nil))
	writeForeign(t, s, countedAt(t, c.at.Add(-2*time.Hour), 2000*gb, 10*gb, 2*gb),
		countedAt(t, c.at.Add(-time.Hour), 50*gb, 49*gb, 8*gb))
	got := s.View().Checks["next-backup-fits"]
	if want := c.at.Add(-time.Hour); got.Answer != "far-too-large" || !got.Time.Equal(want) {
		t.Errorf("%+v, want it since %v", got.Opinion, want)
	}
}

// What is wrong since a backup was made goes by the time, not by the place in the file.
func TestAMessageFromBeforeIsNoNewTrouble(t *testing.T) {
	s, c := open(t, library(t))
	must(t, s.Answer("last-success", "today"))
	old := casefile.Event{
		Time: c.at.Add(-3 * time.Hour), Source: casefile.FromPerson,
		What: casefile.Said{Text: "The last backup could not be completed"},
	}
	writeForeign(t, s, old)
	if got := s.View().State.Stage; got != session.StageNothingWrong {
		t.Errorf("an earlier message makes it %v", got)
	}
	old.Time = c.at.Add(time.Minute)
	writeForeign(t, s, old)
	if got := s.View().State.Stage; got == session.StageNothingWrong {
		t.Error("a later message makes nothing wrong")
	}
}
