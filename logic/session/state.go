package session

import (
	"slices"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// Stage is how far a case is.
type Stage string

// The stages. Only a backup that somebody has seen makes a case solved.
const (
	StageOpen         Stage = "open"
	StageProving      Stage = "proving" // something was changed, and a backup by hand shows whether it helped
	StageWaiting      Stage = "waiting" // the result can't be seen yet
	StageSolved       Stage = "solved"
	StageNothingWrong Stage = "nothing-wrong" // there is nothing to put right
)

// Awaited is what a waiting case waits for.
type Awaited string

// The things that are waited for.
const (
	ForTomorrow     Awaited = "tomorrow" // the next night's backup
	ForOrganization Awaited = "organization"
	ForApple        Awaited = "apple"
	ForDownload     Awaited = "download"
	ForRestore      Awaited = "restore"
	ForBackup       Awaited = "backup" // a backup that is running
)

// State is how far a case is, and since when.
type State struct {
	Stage Stage
	For   Awaited   // with StageWaiting
	Since time.Time // zero with StageOpen
	Until time.Time // with StageWaiting: from then on there is something to see
	Due   bool      // with StageWaiting: Until is over
	// Fix is the change that is to be proved, or with StageSolved the one that was made last; nil without one.
	Fix *knowledge.Fix
	// Missed is the change that is to be proved after a night, because no new backup was there at once: with
	// StageOpen, so that the search goes on meanwhile.
	Missed *knowledge.Fix

	SeenBy   casefile.Source // with StageSolved or ByHand: who saw the finished backup
	BackupAt time.Time       // the same: when that backup finished; zero when not told, midnight for a day alone
	// ByHand is set with StageWaiting when a backup by hand finished: the night is still to be seen.
	ByHand bool
	// Problems is how many troubles are known that answers show; with StageSolved, beside the one that was solved.
	Problems int
	// Older is a finished backup that somebody told and that is from before the change; zero without one.
	Older time.Time
}

// State tells how far a case is without deriving its view.
func (l *Library) State(c casefile.Case, now time.Time) State {
	v, _, _ := l.outline(c, now)
	return v.State
}

const (
	// morning is the local hour at which the result of a night is looked at.
	morning = 8
	// nightUntil is the local hour before which a night still belongs to the day before.
	nightUntil = 4
	// runningHolds is how long a running backup is believed in after it was seen: a first one may take days.
	runningHolds = 72 * time.Hour
	// lookAgainAfter is how many days after the proof the next look is due: by then the backup has gone on by
	// itself.
	lookAgainAfter = 3
	// soon is how long Apple or a running backup is left alone before anybody looks again.
	soon = 2 * time.Hour
	// confirmationHolds is how long a confirmed gate stays open.
	confirmationHolds = 24 * time.Hour
)

// NextMorning is the end of the first night after a moment, in the zone of the moment: eight o'clock.
func NextMorning(t time.Time) time.Time {
	day := t.Day()
	if t.Hour() >= nightUntil {
		day++
	}
	return time.Date(t.Year(), t.Month(), day, morning, 0, 0, 0, t.Location())
}

func startOfDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// LookAgain is when to look for the result: when waiting is over, or some days after the case was solved. It
// is false when there is nothing to look for.
func (s State) LookAgain() (time.Time, bool) {
	switch s.Stage {
	case StageWaiting:
		return s.Until, true
	case StageSolved:
		return NextMorning(s.Since.AddDate(0, 0, lookAgainAfter-1)), true
	}
	return time.Time{}, false
}

// hasLapsed reports whether a confirmation is too old to open its gate, or was made by a clock that was wrong.
// One without a time never lapses.
func hasLapsed(confirmed, now time.Time) bool {
	return !confirmed.IsZero() && now.Sub(confirmed).Abs() > confirmationHolds
}

// StateText names a state: "Waiting until tomorrow".
func (l *Library) StateText(s State) string {
	switch {
	case s.Stage == StageWaiting && s.Due:
		return l.Words.Text("state.due")
	case s.Stage == StageSolved && s.Problems > 0:
		return l.Words.Count("state.solved.problems", s.Problems)
	case s.Stage == StageOpen && s.Problems > 1:
		return l.Words.Count("state.problems", s.Problems)
	case s.ByHand:
		return l.Words.Text("state.waiting.night")
	case s.Stage == StageWaiting:
		return l.Words.Text("state.waiting." + string(s.For))
	}
	return l.Words.Text("state." + string(s.Stage))
}

// IsOver reports whether there is nothing to put right any more: a finished backup was seen, or nothing is wrong.
func (v *View) IsOver() bool { return v.Solved || v.State.Stage == StageNothingWrong }

// steps are the steps that the state asks for before any other; none while the case is open.
func (s State) steps(minutes float64) []diagnosis.Option {
	o := diagnosis.Option{Minutes: minutes}
	switch {
	case s.Stage == StageProving || s.Stage == StageWaiting && s.Due:
		o.Kind = diagnosis.StepProof
	case s.Stage == StageWaiting:
		o.Kind = diagnosis.StepWait
	default:
		return nil
	}
	if s.Fix != nil {
		o.ID = s.Fix.ID
	}
	return []diagnosis.Option{o}
}

// Found is a change with the cause that it was made against.
type Found struct {
	Fix   *knowledge.Fix
	Cause *knowledge.Cause // nil when no cause is likely enough to be named
}

// found tells which cause the change of the state was made against: the likeliest of those that the fix
// cures.
func (v *View) found() *Found {
	f := v.State.Fix
	if f == nil {
		return nil
	}
	found, most := Found{Fix: f}, 0.0
	for _, likely := range v.Likely {
		if likely.P < foundFrom || likely.Cause.Disputed {
			continue
		}
		for _, row := range f.Cures {
			if p := likely.P * float64(row.P); p > most && slices.Contains(row.Causes, likely.Cause.ID) {
				most, found.Cause = p, likely.Cause
			}
		}
	}
	return &found
}
