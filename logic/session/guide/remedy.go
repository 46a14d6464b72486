package guide

import (
	"cmp"
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// Remedy is a fix for the problem that was found last, while the person still has that screen before them. A
// remedy loses and costs nothing. It need not be the step with the least expected minutes, since its success
// may show only after a night; it is offered beside that step.
type Remedy struct {
	Step  Step
	Title string
}

const (
	// leastRatio is the least likelihood ratio of an answer that points at a cause; the linter asks the same
	// of a check that tells causes apart.
	leastRatio = 3
	// leastCure is the least probability with which a fix that is made for a cause cures the cause.
	leastCure = 0.5
)

// Remedy finds the fix for the latest answer that is a problem: the likeliest cause that the answer points
// at, and the harmless fix with the best chance against it. It returns nil when there is none, when the
// trouble is over, when that fix was tried since, and when that fix is the recommended step anyway.
func (g *Guide) Remedy(v *session.View) *Remedy {
	if v.Solved {
		return nil
	}
	tried := map[string]bool{}
	for i, e := range slices.Backward(v.Case.Events) {
		switch what := e.What.(type) {
		case casefile.Tried:
			tried[what.Fix] = true
		case casefile.Answered, casefile.Observed:
			said, stands := standing(v, what, i)
			if !stands || !g.isProblem(said) {
				continue
			}
			f := g.fixFor(v, g.causeOf(v, said))
			if f == nil || tried[f.ID] {
				return nil
			}
			step := Step{Kind: diagnosis.StepFix, ID: f.ID}
			if IsRecommended(v, step) {
				return nil
			}
			return &Remedy{Step: step, Title: g.base.Fill(f.Title, v.Device)}
		}
	}
	return nil
}

// standing returns the answer that an event gives to a check, and whether this event is what holds for the check.
func standing(v *session.View, what casefile.What, event int) (casefile.Answered, bool) {
	var check string
	switch what := what.(type) {
	case casefile.Answered:
		check = what.Check
	case casefile.Observed:
		check = what.Check
	}
	given, ok := v.Checks[check]
	return casefile.Answered{Check: check, Answer: given.Answer}, ok && given.Event == event
}

func (g *Guide) isProblem(said casefile.Answered) bool {
	k := g.base.Check(said.Check)
	return k != nil && slices.ContainsFunc(k.Answers, func(a knowledge.Answer) bool {
		return a.ID == said.Answer && a.Status == knowledge.Problem
	})
}

// causeOf returns the likeliest cause that an answer points at, or an empty id.
func (g *Guide) causeOf(v *session.View, said casefile.Answered) string {
	k := g.base.Check(said.Check)
	for _, likely := range v.Likely {
		for _, given := range k.Given {
			if slices.Contains(given.Causes, likely.Cause.ID) && given.P[said.Answer] >= leastRatio*k.Default[said.Answer] {
				return likely.Cause.ID
			}
		}
	}
	return ""
}

// fixFor returns the harmless fix with the best chance against a cause that the answers allow, or nil.
func (g *Guide) fixFor(v *session.View, cause string) *knowledge.Fix {
	var best *knowledge.Fix
	core := g.lib.Core(v.Device)
	chance := func(f *knowledge.Fix) knowledge.Chance {
		for _, c := range f.Cures {
			if slices.Contains(c.Causes, cause) {
				return c.P
			}
		}
		return 0
	}
	for i := range g.base.Fixes {
		f := &g.base.Fixes[i]
		if f.Risk != knowledge.RiskNone || chance(f) < leastCure || !core.IsOpen(v.Evidence, f.ID) {
			continue
		}
		better := best == nil
		if !better {
			byMinutes := cmp.Compare(best.MeanMinutes(), f.MeanMinutes())
			better = cmp.Or(cmp.Compare(chance(f), chance(best)), byMinutes) > 0
		}
		if better {
			best = f
		}
	}
	return best
}
