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
func (l *Library) secondProblems(v *View) (list []Problem) {
	if !v.Solved {
		return nil
	}
	l.eachProblem(v, func(k *knowledge.Check, answer string) {
		cause := l.lastingCause(k, answer)
		if cause != nil && !slices.ContainsFunc(list, func(p Problem) bool { return p.Cause == cause }) {
			list = append(list, Problem{cause, k})
		}
	})
	return list
}

// eachProblem visits the answers that show a problem and that no fix may have changed since.
func (l *Library) eachProblem(v *View, visit func(k *knowledge.Check, answer string)) {
	for i := range l.Base.Checks {
		k := &l.Base.Checks[i]
		given, ok := v.Checks[k.ID]
		a := k.Answer(given.Answer)
		if ok && !given.Outdated && a != nil && a.Status == knowledge.Problem && k.IsFor(v.Device) {
			visit(k, a.ID)
		}
	}
}

// plain is the chance from which an answer is what a device in this trouble is expected to show.
const plain = 0.5

// problems counts the causes that answers plainly show; of a solved case those beside the one that was solved.
func (l *Library) problems(v *View) int {
	if v.Solved {
		return len(v.SecondProblems)
	}
	causes := map[string]bool{}
	l.eachProblem(v, func(k *knowledge.Check, answer string) {
		best, shown := knowledge.Chance(0), ""
		for _, row := range k.Given {
			if p := row.P[answer]; p >= plain && p >= pointsAt*k.Default[answer] && p > best && len(row.Causes) == 1 {
				best, shown = p, row.Causes[0]
			}
		}
		if shown != "" {
			causes[shown] = true
		}
	})
	return len(causes)
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
