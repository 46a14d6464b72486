package session

import (
	"slices"

	"backupdoctor/logic/knowledge"
)

// Problem is a known trouble that did not keep the last backup from finishing, and may keep the next.
type Problem struct {
	Cause *knowledge.Cause
	Check *knowledge.Check // whose answer shows it
}

// pointsAt is the least likelihood ratio of an answer that points at a cause; the linter asks the same of a
// check that tells causes apart.
const pointsAt = 3

// secondProblems finds the troubles that are known beside the one that was solved: answers that show a
// problem, that no fix may have changed since, and that point only at causes which a finished backup does not
// rule out.
func (l *Library) secondProblems(v *View) []Problem {
	if !v.Solved {
		return nil
	}
	var list []Problem
	for i := range l.Base.Checks {
		k := &l.Base.Checks[i]
		given, ok := v.Checks[k.ID]
		a := k.Answer(given.Answer)
		if !ok || given.Outdated || a == nil || a.Status != knowledge.Problem || !k.IsFor(v.Device) {
			continue
		}
		cause := l.lastingCause(k, a.ID)
		if cause != nil && !slices.ContainsFunc(list, func(p Problem) bool { return p.Cause == cause }) {
			list = append(list, Problem{cause, k})
		}
	}
	return list
}

// lastingCause is the cause that an answer points at most, if all at which it points can be there although a
// backup finished: those that stop only automatic backups, and those of storage.
func (l *Library) lastingCause(k *knowledge.Check, answer string) *knowledge.Cause {
	var most *knowledge.Cause
	best := knowledge.Chance(0)
	for _, row := range k.Given {
		p := row.P[answer]
		if p < pointsAt*k.Default[answer] {
			continue
		}
		for _, id := range row.Causes {
			c := l.Base.Cause(id)
			if c == nil || c.Stops != knowledge.StopsAutomatic && c.Group != storageGroup {
				return nil
			}
			if p > best {
				most, best = c, p
			}
		}
	}
	return most
}

// storageGroup is the group of causes that have to do with too little room.
const storageGroup = "storage"
