package guide

import (
	"cmp"
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// Remedy is a fix that puts right what was found last, while the person still has that screen before them. It loses and
// costs nothing. Doing it at once need not be the step with the least expected minutes, since its success may show only
// after a night; it is offered beside that step.
type Remedy struct {
	Step  Step
	Title string
}

// The least likelihood ratio of an answer that points at a cause, as the linter asks of a check that tells causes apart, and
// the least cure of a fix that is made for a cause.
const (
	pointsAt = 3
	madeFor  = 0.5
)

// Remedy finds the fix for the latest answer that is a problem: the likeliest cause that the answer points at, and the
// harmless fix with the best chance against it. It returns nil when there is none, when the trouble is over, when that fix
// was tried since, and when that fix is the recommended step anyway.
func (g *Guide) Remedy(v *session.View) *Remedy {
	if v.Solved {
		return nil
	}
	tried := map[string]bool{}
	for _, e := range slices.Backward(v.Case.Events) {
		switch e.Kind {
		case casefile.KindFix:
			tried[e.Fix] = true
		case casefile.KindAnswer:
			if !g.problem(&e) {
				continue
			}
			f := g.madeFor(v, g.pointedAt(v, &e))
			if next, ok := v.Next(); f == nil || tried[f.ID] || ok && next.Kind == diagnosis.StepFix && next.ID == f.ID {
				return nil
			}
			return &Remedy{Step: Step{Kind: diagnosis.StepFix, ID: f.ID}, Title: g.base.Fill(f.Title, v.Device)}
		}
	}
	return nil
}

func (g *Guide) problem(e *casefile.Event) bool {
	k := g.base.Check(e.Check)
	return k != nil && slices.ContainsFunc(k.Answers, func(a knowledge.Answer) bool {
		return a.ID == e.Answer && a.Status == knowledge.Problem
	})
}

// pointedAt is the likeliest cause that an answer points at, empty when it points at none.
func (g *Guide) pointedAt(v *session.View, e *casefile.Event) string {
	k := g.base.Check(e.Check)
	for _, likely := range v.Likely {
		for _, given := range k.Given {
			if slices.Contains(given.Causes, likely.Cause.ID) && given.P[e.Answer] >= pointsAt*k.Default[e.Answer] {
				return likely.Cause.ID
			}
		}
	}
	return ""
}

// madeFor is the harmless fix with the best chance against a cause, nil when there is none.
func (g *Guide) madeFor(v *session.View, cause string) *knowledge.Fix {
	var best *knowledge.Fix
	chance := func(f *knowledge.Fix) float64 {
		for _, c := range f.Cures {
			if slices.Contains(c.Causes, cause) {
				return c.P
			}
		}
		return 0
	}
	for i := range g.base.Fixes {
		f := &g.base.Fixes[i]
		if f.Risk != knowledge.RiskNone || !f.Holds(v.Device) || chance(f) < madeFor {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(chance(f), chance(best)), cmp.Compare(best.MeanMinutes(), f.MeanMinutes())) > 0 {
			best = f
		}
	}
	return best
}
