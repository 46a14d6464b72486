package session

import (
	"slices"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
)

// worksFor is how long an answer holds that says that backups are made.
const worksFor = 24 * time.Hour

// isNothingWrong reports whether there is nothing to put right: a backup was made today or one moves on, nothing was
// said by the device since, no fix waits for its result, and no answer shows a problem.
func (l *Library) isNothingWrong(v *View) bool {
	for i := range l.Base.Checks {
		k := &l.Base.Checks[i]
		given, ok := v.Checks[k.ID]
		if a := k.Answer(given.Answer); ok && a != nil && !given.Outdated &&
			(a.Status == knowledge.Problem || len(given.Contradictions()) > 0) {
			return false
		}
	}
	_, last := l.Works(v)
	if last < 0 || v.State.Stage != StageOpen {
		return false
	}
	for _, event := range v.order[last+1:] {
		switch what := v.Case.Events[event].What.(type) {
		case casefile.Said, casefile.Tried, casefile.Proved:
			return false
		case casefile.Observed:
			if what.Fact == casefile.FactFailure {
				return false
			}
		}
	}
	return true
}

// Works finds the answer, the latest in time, that says that backups are made, and its place in time; nil and below 0
// without one.
func (l *Library) Works(v *View) (check *knowledge.Check, at int) {
	at = -1
	for i := range l.Base.Checks {
		k := &l.Base.Checks[i]
		given, ok := v.Checks[k.ID]
		a := k.Answer(given.Answer)
		if !ok || a == nil || !a.Works || given.Outdated ||
			!given.Time.IsZero() && v.At.Sub(given.Time).Abs() >= worksFor {
			continue
		}
		if when := slices.Index(v.order, given.Event); when > at {
			check, at = k, when
		}
	}
	return check, at
}
