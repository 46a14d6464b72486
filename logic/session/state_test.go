package session_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// day is the day and the clock at which something happens: on the 23rd the fixes are made.
func day(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, time.UTC) }

func did(at time.Time, what casefile.What) casefile.Event {
	return casefile.Event{Time: at, Source: casefile.FromPerson, What: what}
}

func tried(at time.Time, fix string, outcome casefile.Outcome) casefile.Event {
	return did(at, casefile.Tried{Fix: fix, Outcome: outcome})
}

func saw(at time.Time, seen casefile.Seen) casefile.Event {
	return did(at, casefile.Proved{Seen: seen})
}

// sawOf is a finished backup with the time that the device shows.
func sawOf(at, backup time.Time) casefile.Event {
	return did(at, casefile.Proved{Seen: casefile.SeenFinished, Backup: backup})
}

// told is a state in a line.
func told(s session.State) string {
	text := string(s.Stage)
	if s.Stage == session.StageWaiting {
		text += " for " + string(s.For) + " until " + s.Until.Format("2 15:04")
	}
	if s.Due {
		text += " due"
	}
	if s.Fix != nil {
		text += " " + s.Fix.ID
	}
	if s.Missed != nil {
		text += " missed " + s.Missed.ID
	}
	if s.ByHand {
		text += " by hand"
	}
	if !s.Older.IsZero() {
		text += " older"
	}
	return text
}

func TestHowFarACaseIs(t *testing.T) {
	lib := library(t)
	const now, tonight, ask = "restart", "plug-in-overnight", "ask-device-admin"
	evening, late := day(23, 18), day(24, 9)
	type events []casefile.Event
	changed, charged := tried(evening, now, casefile.Done), tried(evening, tonight, casefile.Done)
	finished := saw(evening, casefile.SeenFinished)
	for _, test := range []struct {
		name   string
		events events
		at     time.Time
		want   string
		tells  string // outcomes that the diagnosis hears: f failed, w worked, ? not known
	}{
		{"nothing was changed", nil, evening, "open", ""},
		{"a change shows at once", events{changed}, evening, "proving restart", "?"},
		{"and still the day after", events{changed}, late, "proving restart", "?"},
		{
			"a change shows after a night",
			events{charged},
			day(24, 7),
			"waiting for tomorrow until 24 08:00 plug-in-overnight", "?",
		},
		{
			"the night is over",
			events{charged},
			late,
			"waiting for tomorrow until 24 08:00 due plug-in-overnight", "?",
		},
		{
			"a change after midnight belongs to the same night",
			events{tried(day(24, 1), tonight, casefile.Done)},
			day(24, 7),
			"waiting for tomorrow until 24 08:00 plug-in-overnight", "?",
		},
		{
			"who is not sure yet can try a backup",
			events{tried(evening, now, casefile.Unsure)},
			evening,
			"proving restart", "?",
		},
		{
			"and waits when that can't be seen today",
			events{tried(evening, now, casefile.Unsure), tried(evening, now, casefile.Unsure)},
			evening,
			"waiting for tomorrow until 24 08:00 restart", "??",
		},
		{
			"who is not sure yet of a change for the night waits",
			events{tried(evening, tonight, casefile.Unsure)},
			evening,
			"waiting for tomorrow until 24 08:00 plug-in-overnight", "?",
		},
		{
			"an organization is waited for",
			events{tried(evening, ask, casefile.Unsure)},
			evening,
			"waiting for organization until 24 08:00 ask-device-admin", "?",
		},
		{
			"whose silence is no failure",
			events{tried(evening, ask, casefile.Done), saw(late, casefile.SeenOldDate)},
			late,
			"waiting for organization until 25 08:00 ask-device-admin", "?",
		},
		{"it didn’t help", events{changed, tried(evening, now, casefile.Failed)}, evening, "open", "?f"},
		{"a change is taken back", events{changed, tried(evening, now, casefile.Declined)}, evening, "open", "?"},
		{"a backup finished", events{changed, finished}, late, "solved restart", "w"},
		{"a backup finished without a change", events{finished}, late, "solved", ""},
		{
			"the change made last is what helped",
			events{tried(evening, "restart-router", casefile.Done), changed, finished},
			late,
			"solved restart", "?w",
		},
		{
			"a running backup is left alone",
			events{changed, saw(evening, casefile.SeenRunning)},
			evening,
			"waiting for backup until 23 20:00 restart", "?",
		},
		{"an error", events{changed, saw(evening, casefile.SeenError)}, evening, "open", "f"},
		{
			"an error by hand says nothing about the night",
			events{charged, saw(day(23, 19), casefile.SeenError)},
			day(23, 20),
			"waiting for tomorrow until 24 08:00 plug-in-overnight", "?",
		},
		{
			"the old date at once: the search goes on",
			events{changed, saw(evening, casefile.SeenOldDate)},
			evening,
			"open missed restart", "?",
		},
		{
			"the old date at once, and a night later it is asked for again",
			events{changed, saw(evening, casefile.SeenOldDate)},
			late,
			"waiting for tomorrow until 24 08:00 due restart", "?",
		},
		{
			"the old date before the night",
			events{charged, saw(evening, casefile.SeenOldDate)},
			evening,
			"waiting for tomorrow until 24 08:00 plug-in-overnight", "?",
		},
		{
			"a backup of before the change shows nothing",
			events{changed, sawOf(day(23, 19), day(23, 17))},
			day(23, 20),
			"open missed restart older", "?",
		},
		{
			"a fix that makes a backup is shown by that one",
			events{
				did(day(23, 16), casefile.Answered{Check: "back-up-switch", Answer: "off"}),
				tried(evening, "turn-on-backup", casefile.Done), sawOf(day(23, 19), day(23, 17)),
			},
			day(23, 20),
			"solved turn-on-backup", "w",
		},
		{
			"but by none of before what led to it",
			events{
				did(day(23, 16), casefile.Answered{Check: "back-up-switch", Answer: "off"}),
				tried(evening, "turn-on-backup", casefile.Done), sawOf(day(23, 19), day(23, 15)),
			},
			day(23, 20),
			"open missed turn-on-backup older", "?",
		},
		{
			"nor by one of the days between",
			events{
				did(day(21, 16), casefile.Answered{Check: "back-up-switch", Answer: "off"}),
				tried(evening, "turn-on-backup", casefile.Done), sawOf(day(23, 19), day(22, 3)),
			},
			day(23, 20),
			"open missed turn-on-backup older", "?",
		},
		{
			"and a fix that makes none by none of before it",
			events{
				did(day(23, 16), casefile.Answered{Check: "charging-symbol", Answer: "unplugged"}),
				charged, sawOf(day(23, 19), day(23, 17)),
			},
			day(23, 20),
			"waiting for tomorrow until 24 08:00 plug-in-overnight older", "?",
		},
		{
			"nor does one of before the night's change",
			events{charged, sawOf(late, day(23, 17))},
			late,
			"open older", "f",
		},
		{
			"a backup between two changes is put down to the first",
			events{changed, tried(day(23, 20), "restart-router", casefile.Done), sawOf(day(23, 21), day(23, 19))},
			day(23, 21),
			"solved restart", "w?",
		},
		{
			"the minute of the change is not before it",
			events{tried(evening.Add(30*time.Second), now, casefile.Done), sawOf(day(23, 19), evening)},
			late,
			"solved restart", "w",
		},
		{"an old backup shows nothing without a change", events{sawOf(late, day(20, 9))}, late, "open older", ""},
		{
			"nor does one of before the last failure",
			events{saw(evening, casefile.SeenError), sawOf(day(23, 20), day(23, 17))},
			late,
			"open older", "",
		},
		{
			"a backup by hand leaves the night open",
			events{charged, saw(day(23, 19), casefile.SeenFinished)},
			day(23, 20),
			"waiting for tomorrow until 24 08:00 plug-in-overnight by hand", "?",
		},
		{
			"whenever it is told",
			events{charged, sawOf(late, day(23, 19))},
			late,
			"waiting for tomorrow until 24 08:00 due plug-in-overnight by hand", "?",
		},
		{
			"and so does one after two changes",
			events{charged, changed, finished},
			day(23, 20),
			"waiting for tomorrow until 24 08:00 plug-in-overnight by hand", "??",
		},
		{
			"a change after it is looked at first",
			events{charged, finished, tried(day(23, 19), now, casefile.Done)},
			day(23, 20),
			"proving restart", "??",
		},
		{
			"the night has made a backup",
			events{charged, finished, sawOf(late, day(24, 2))},
			late,
			"solved plug-in-overnight", "w",
		},
		{
			"the night has made none",
			events{charged, finished, saw(late, casefile.SeenOldDate)},
			late,
			"open", "f",
		},
		{
			"the time counts, not the place in the file",
			events{finished, saw(day(23, 17), casefile.SeenError), tried(day(23, 16), now, casefile.Done)},
			late,
			"solved", "f",
		},
		{
			"what lies in the future counts for nothing",
			events{tried(day(27, 9), now, casefile.Done), saw(day(28, 9), casefile.SeenFinished)},
			late,
			"open", "",
		},
		{
			"a running backup of the future",
			events{changed, saw(day(28, 9), casefile.SeenRunning)},
			late,
			"proving restart", "?",
		},
		{
			"a backup of the future",
			events{changed, sawOf(evening, day(28, 9))},
			late,
			"proving restart", "?",
		},
		{
			"no backup runs for weeks",
			events{saw(day(3, 9), casefile.SeenRunning)},
			late,
			"open", "",
		},
		{
			"a night without a backup is no relapse",
			events{changed, finished, saw(late, casefile.SeenOldDate)},
			late,
			"solved restart", "w",
		},
		{
			"three nights are",
			events{changed, finished, saw(day(26, 9), casefile.SeenOldDate)},
			day(26, 9),
			"open", "f",
		},
		{"the old date after the night", events{charged, saw(late, casefile.SeenOldDate)}, late, "open", "f"},
		{
			"a failure of another change speaks against both",
			events{changed, tried(evening, "restart-router", casefile.Failed)},
			evening, "open", "ff",
		},
		{
			"backups stopped again",
			events{changed, finished, saw(late, casefile.SeenStopped)},
			late,
			"open", "f",
		},
		{
			"an error after a finished one",
			events{finished, saw(late, casefile.SeenError)},
			late,
			"open", "",
		},
		{
			"a second trouble is put right later",
			events{changed, finished, tried(late, tonight, casefile.Done)},
			late,
			"solved restart", "w?",
		},
		{"nothing was to be done", events{tried(evening, now, casefile.Already)}, evening, "open", ""},
		{"what a fix needs was not found", events{tried(evening, now, casefile.NotFound)}, evening, "open", ""},
		{"a fix of another edition", events{tried(evening, "no-such-fix", casefile.Done)}, evening, "open", "?"},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := lib.Derive(casefile.Case{Events: test.events}, test.at)
			if got := told(v.State); got != test.want {
				t.Errorf("it is %q, want %q", got, test.want)
			}
			tells := ""
			for _, e := range v.Evidence {
				if e.Kind != diagnosis.Tried {
					continue
				}
				tells += map[diagnosis.Outcome]string{
					diagnosis.Failed: "f", diagnosis.Worked: "w", diagnosis.Unsure: "?",
				}[e.Outcome]
			}
			if tells != test.tells {
				t.Errorf("the diagnosis hears %q, want %q", tells, test.tells)
			}
			if s := lib.State(v.Case, test.at); told(s) != test.want {
				t.Errorf("the list of cases says %q", told(s))
			}
			next, open := v.Next()
			var asks diagnosis.StepKind
			if next.Kind == diagnosis.StepProof || next.Kind == diagnosis.StepWait {
				asks = next.Kind
			}
			want := map[session.Stage]diagnosis.StepKind{
				session.StageProving: diagnosis.StepProof, session.StageWaiting: diagnosis.StepWait,
			}[v.State.Stage]
			if v.State.Due {
				want = diagnosis.StepProof
			}
			if open == v.Solved || asks != want {
				t.Errorf("next is %v, open %v", next, open)
			}
			if text := lib.StateText(v.State); text == "" || strings.Contains(text, "state.") {
				t.Errorf("it is called %q", text)
			}
		})
	}
}

func TestAChangeNamesTheCauseItWasMadeAgainst(t *testing.T) {
	lib := library(t)
	events := []casefile.Event{
		did(day(23, 12), casefile.Answered{Check: "low-data-mode", Answer: "on"}),
		did(day(23, 12), casefile.Answered{Check: "manual-backup", Answer: "finishes"}),
		tried(day(23, 13), "turn-off-low-data-mode", casefile.Done),
	}
	v := lib.Derive(casefile.Case{Events: events}, day(23, 14))
	want := session.Found{
		Cause: lib.Base.Cause("low-data-mode"), Fix: lib.Base.Fix("turn-off-low-data-mode"),
	}
	if v.Found == nil || *v.Found != want {
		t.Errorf("found and changed: %+v", v.Found)
	}
	if v := lib.Derive(casefile.Case{Events: events[:2]}, day(23, 14)); v.Found != nil {
		t.Error("something was found before anything was changed")
	}
}

func TestWhatWasSoAlreadyIsNoFailure(t *testing.T) {
	for _, outcome := range []casefile.Outcome{casefile.Already, casefile.NotFound} {
		s, _ := open(t, library(t))
		if outcome == casefile.NotFound { // so already would deny the answer
			must(t, s.Answer("low-data-mode", "on"))
		}
		before := belief(s.View(), "C07")
		must(t, s.Try("turn-off-low-data-mode", outcome))
		v := s.View()
		if got := belief(v, "C07"); got != before || v.Checks["low-data-mode"].Outdated {
			t.Errorf("%s moves the belief from %.3f to %.3f, or spoils the answer", outcome, before, got)
		}
		for _, o := range v.Options {
			if o.ID == "turn-off-low-data-mode" {
				t.Errorf("after %s the fix is proposed again", outcome)
			}
		}
		if r := row(t, v, "turn-off-low-data-mode"); r.Word != s.Library().Words.Text("outcome."+string(outcome)) {
			t.Errorf("the row says %q", r.Word)
		}
	}
}

// A case that stays open over night asks for the result in the morning.
func TestAViewThatGrewOldIsDerivedAnew(t *testing.T) {
	s, c := open(t, library(t))
	must(t, s.Try("plug-in-overnight", casefile.Done))
	must(t, s.Confirm(knowledge.BackupGate))
	calls := 0
	s.OnChange(func(*session.View, session.Actor) { calls++ })
	s.Refresh()
	if calls != 0 {
		t.Error("a view of this moment was derived again")
	}
	c.at = c.at.AddDate(0, 0, 2)
	s.Refresh()
	if v := s.View(); calls != 1 || !v.State.Due || v.ComputerBackup() {
		t.Errorf("two days later it is %s, the gate is open: %v", told(v.State), v.ComputerBackup())
	}
}
