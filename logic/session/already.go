package session

import (
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// readAlready finds where a person said of a fix that it is so already, against an answer of before: "off", and then
// that it is on already. The answer counts for nothing, so that the check is asked once more. An answer after that
// settles it, and then nothing was said of the fix either. It returns what does not count, by event.
func (l *Library) readAlready(v *View) map[int]bool {
	type said struct {
		event  int
		answer string
	}
	void, last, denied := map[int]bool{}, map[*knowledge.Check]said{}, map[string]int{}
	v.Unclear = map[string]*knowledge.Fix{}
	for _, i := range v.order {
		e := &v.Case.Events[i]
		if e.Source != casefile.FromPerson || e.IsAhead(v.At) {
			continue
		}
		switch what := e.What.(type) {
		case casefile.Answered:
			if len(v.Unclear) > 0 && v.Unclear[what.Check] != nil {
				void[denied[what.Check]] = true
				delete(v.Unclear, what.Check)
			}
			if k := l.Base.Check(what.Check); k != nil {
				last[k] = said{i, what.Answer}
			}
		case casefile.Tried:
			f := l.Base.Fix(what.Fix)
			if f == nil {
				continue
			}
			for k, answered := range last {
				switch {
				case what.IsDone() && slices.Contains(k.StaleAfter, f.ID):
					delete(last, k)
				case what.Outcome == casefile.Already && denies(f, k, answered.answer):
					void[answered.event], v.Unclear[k.ID], denied[k.ID] = true, f, i
				}
			}
		}
	}
	return void
}

// askUnclear moves a check whose answer was denied before all other steps.
func (v *View) askUnclear() {
	at := slices.IndexFunc(v.Options, func(o diagnosis.Option) bool {
		return o.Kind == diagnosis.StepCheck && v.Unclear[o.ID] != nil
	})
	if at > 0 && v.State.Stage == StageOpen {
		first := v.Options[at]
		v.Options = slices.Insert(slices.Delete(v.Options, at, at+1), 0, first)
	}
}

// denies reports whether an answer shows the very problem that a fix puts right: another answer to the same check, one
// that is fine, says that there is nothing to put right.
func denies(f *knowledge.Fix, k *knowledge.Check, answer string) bool {
	given := k.Answer(answer)
	return given != nil && given.Status == knowledge.Problem &&
		slices.ContainsFunc(f.NeverAfter, func(c knowledge.Condition) bool {
			return c.Check == k.ID && slices.ContainsFunc(c.Answers, func(id string) bool {
				a := k.Answer(id)
				return a != nil && a.Status == knowledge.Fine
			})
		})
}
