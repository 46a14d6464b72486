package session_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// anyEvents are things that a person may do about a case, in any order and at any time.
func anyEvents(t *rapid.T, base *knowledge.Base) []casefile.Event {
	var events []casefile.Event
	at := day(23, 12)
	for range rapid.IntRange(0, 12).Draw(t, "events") {
		at = at.Add(time.Duration(rapid.IntRange(0, 40).Draw(t, "hours")) * time.Hour)
		switch rapid.IntRange(0, 2).Draw(t, "what") {
		case 0:
			check := rapid.SampledFrom(base.Checks).Draw(t, "check")
			answer := rapid.SampledFrom(check.Answers).Draw(t, "answer")
			events = append(events, did(at, casefile.Answered{Check: check.ID, Answer: answer.ID}))
		case 1:
			outcomes := []casefile.Outcome{casefile.Done, casefile.Done, casefile.Failed, casefile.Unsure, casefile.Declined}
			fix := rapid.SampledFrom(base.Fixes).Draw(t, "fix")
			events = append(events, tried(at, fix.ID, rapid.SampledFrom(outcomes).Draw(t, "outcome")))
		case 2:
			events = append(events, saw(at, rapid.SampledFrom([]casefile.Seen{
				casefile.SeenFinished, casefile.SeenRunning, casefile.SeenError, casefile.SeenOldDate, casefile.SeenStopped,
			}).Draw(t, "seen")))
		}
	}
	return events
}

func TestOnlyAFinishedBackupSolvesACase(t *testing.T) {
	lib := library(t)
	rapid.Check(t, func(t *rapid.T) {
		events := anyEvents(t, lib.Base)
		now := day(23, 12)
		if n := len(events); n > 0 {
			now = events[n-1].Time.AddDate(0, 0, rapid.IntRange(0, 30).Draw(t, "days"))
		}
		finished, last, proof := false, false, -1
		for i, e := range events {
			if p, ok := e.What.(casefile.Proved); ok {
				last = p.Seen == casefile.SeenFinished
				switch p.Seen {
				case casefile.SeenFinished:
					finished, proof = true, i
				case casefile.SeenStopped, casefile.SeenError:
					finished = false
				}
			}
		}
		s := lib.State(casefile.Case{Events: events}, now)
		if s.Stage == session.StageSolved && !finished || s.ByHand && proof < 0 {
			t.Fatalf("no finished backup was seen, and the case is %s", told(s))
		}
		if last && proof == len(events)-1 && s.Stage != session.StageSolved && !s.ByHand {
			t.Fatalf("a finished backup was seen last, and the case is %s", told(s))
		}
		if s.Stage != session.StageSolved {
			return
		}
		// Taking the proof back opens the case, unless another one was seen before.
		without := slices.Delete(slices.Clone(events), proof, proof+1)
		isProof := func(e casefile.Event) bool { return e.What == casefile.Proved{Seen: casefile.SeenFinished} }
		if s := lib.State(casefile.Case{Events: without}, now); s.Stage == session.StageSolved {
			if !slices.ContainsFunc(events[:proof], isProof) {
				t.Fatal("without its proof the case stays solved")
			}
		}
	})
}

func TestUndoOfAProofOpensTheCaseAgain(t *testing.T) {
	s, c := open(t, library(t))
	must(t, s.Try("restart", casefile.Done))
	c.at = c.at.Add(time.Hour)
	must(t, s.Prove(casefile.SeenFinished, c.at.Add(-time.Minute)))
	v := s.View()
	if told(v.State) != "solved restart" || len(v.Options) != 0 || !v.State.BackupAt.Equal(c.at.Add(-time.Minute)) {
		t.Fatalf("after the proof it is %s", told(v.State))
	}
	_, err := s.Undo()
	must(t, err)
	if got := told(s.View().State); got != "proving restart" {
		t.Errorf("after undo it is %s", got)
	}
}
