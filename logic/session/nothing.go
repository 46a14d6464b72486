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
	last := -1 // place in time of the latest answer that says that a backup is made
	for i := range l.Base.Checks {
		k := &l.Base.Checks[i]
		given, ok := v.Checks[k.ID]
		a := k.Answer(given.Answer)
		if !ok || a == nil || given.Outdated {
			continue
		}
		if a.Status == knowledge.Problem || len(given.Contradictions()) > 0 {
			return false
		}
		if a.Works && (given.Time.IsZero() || v.At.Sub(given.Time).Abs() < worksFor) {
			last = max(last, slices.Index(v.order, given.Event))
		}
	}
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
