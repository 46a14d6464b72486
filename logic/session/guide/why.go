package guide

import (
	"context"
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// mostPlanned is how many steps a plan has at most.
const mostPlanned = 5

// Plan returns the next steps in their order, as every view lists them: those that the guide would take if every
// question got its likeliest answer and no fix helped. A fix behind gates stands there once, with the first of
// them. After the first step stand the harmless ones before the others.
func (g *Guide) Plan(v *session.View) []diagnosis.Option {
	next, open := v.Next()
	if !open {
		return nil
	}
	var plan []diagnosis.Option
	asks := next.Kind == diagnosis.StepCheck && v.Unclear[next.ID] != nil
	if asks || next.Kind == diagnosis.StepProof || next.Kind == diagnosis.StepWait {
		plan = append(plan, next)
	}
	behind := ""
	for _, o := range g.lib.Core(v.Device).Plan(v.Evidence, mostPlanned+gatesInPlan) {
		if asks && o.Kind == next.Kind && o.ID == next.ID {
			continue
		}
		if fix := fixOf(o); fix == "" || fix != behind {
			plan = append(plan, o)
			behind = o.For
		}
	}
	return g.inOrder(plan[:min(mostPlanned, len(plan))])
}

// inOrder puts the harmless steps before those that lose or cost something, or that are about such a step. The
// first step and the hand-over to support keep their places.
func (g *Guide) inOrder(plan []diagnosis.Option) []diagnosis.Option {
	end := slices.IndexFunc(plan, func(o diagnosis.Option) bool { return o.Kind == diagnosis.StepSupport })
	if end < 0 {
		end = len(plan)
	}
	slices.SortStableFunc(plan[min(1, end):end], func(a, b diagnosis.Option) int { return g.risk(a) - g.risk(b) })
	return plan
}

// risk is 1 for a step that loses or costs something, or that is about such a step; else 0.
func (g *Guide) risk(o diagnosis.Option) int {
	if f := g.base.Fix(fixOf(o)); f != nil && f.Risk != knowledge.RiskNone {
		return 1
	}
	return 0
}

// gatesInPlan is how many steps of a plan may be gates, which stand there with their fix.
const gatesInPlan = 4

// fixOf is the fix that a step is about; empty for a check.
func fixOf(o diagnosis.Option) string {
	if o.Kind == diagnosis.StepFix {
		return o.ID
	}
	return o.For
}

// Outlook is one possible result of a step and the step after it.
type Outlook struct {
	Result string  // an answer or an outcome, in words
	P      float64 // probability of the result now, 0 to 1
	Next   string  // title of the next step; empty when the trouble is over
}

// StepTitle returns the title of a step of any kind.
func (g *Guide) StepTitle(v *session.View, o diagnosis.Option) string {
	if o.Kind == diagnosis.StepSupport {
		return g.words.Text("step.support")
	}
	return g.Page(v, Step{Kind: o.Kind, ID: o.ID, For: o.For}).Title
}

// Outlook lists the results of a possible step with the step after each, the likeliest first.
func (g *Guide) Outlook(v *session.View, o diagnosis.Option) []Outlook {
	var list []Outlook
	for _, b := range g.lib.Core(v.Device).Preview(v.Evidence, o) {
		out := Outlook{P: b.P}
		switch b.Evidence.Kind {
		case diagnosis.Answered:
			if k := g.base.Check(b.Evidence.Subject); k != nil {
				out.Result = g.phrase.AnswerLabel(k, b.Evidence.Answer, v.Device)
			}
		case diagnosis.Tried:
			out.Result = g.words.Text("outcome." + string(casefile.Failed))
			if b.Evidence.Outcome == diagnosis.Worked {
				out.Result = g.words.Text("outcome.proved")
			}
		default:
			continue // the opening of a gate says nothing about the trouble
		}
		if b.Next.Kind != "" {
			out.Next = g.StepTitle(v, b.Next)
		}
		list = append(list, out)
	}
	return list
}

// Doubt is the answer that does not fit what else is known.
type Doubt struct {
	Step Step   // the check to ask again
	Text string // what does not fit together
}

// Doubt finds the one answer without which the rest fits together best, or one that numbers typed since
// contradict; false when everything fits together.
func (g *Guide) Doubt(v *session.View) (Doubt, bool) {
	found, ok := g.lib.Core(v.Device).Doubt(v.Evidence)
	if !ok {
		return g.overruled(v)
	}
	d := Doubt{Step: Step{Kind: diagnosis.StepCheck, ID: v.Evidence[found.Answer].Subject}}
	if what := g.fact(v, found.Answer); found.Against < 0 {
		d.Text = g.words.Text("causes.doubt", "What", what)
	} else {
		key := "causes.doubt.pair"
		if found.Impossible {
			key = "causes.doubt.impossible"
		}
		d.Text = g.words.Text(key, "What", what, "Against", g.fact(v, found.Against))
	}
	return d, true
}

// fact puts a piece of evidence into the words of the base, however it came: the name of the row with its
// answer, the message or the complaint.
func (g *Guide) fact(v *session.View, evidence int) string {
	e := v.Evidence[evidence]
	if k := g.base.Check(e.Subject); k != nil && e.Kind == diagnosis.Answered {
		return g.words.Text("causes.doubt.answer", "Check", g.base.Fill(k.Short, v.Device),
			"Answer", g.phrase.AnswerLabel(k, e.Answer, v.Device))
	}
	said := casefile.Said{Message: e.Subject}
	if g.base.Message(e.Subject) == nil {
		said = casefile.Said{Complaint: e.Subject}
	}
	return g.phrase.Describe(&casefile.Event{What: said}, v.Device)
}

const (
	// continuations is the number of possible continuations that are simulated for a range of the remaining
	// time.
	continuations = 200
	// continuationSeed makes equal cases give equal ranges.
	continuationSeed uint64 = 1
)

// Remaining simulates how the case may go on. The simulation takes about half a second and ends early with
// the error of ctx.
func (g *Guide) Remaining(ctx context.Context, v *session.View) (diagnosis.Remaining, error) {
	return g.lib.Core(v.Device).Remaining(ctx, v.Evidence, continuations, continuationSeed)
}

// Turn is an answer that would make another cause the likeliest.
type Turn struct {
	Check  string // the question of the check
	Answer string
	Cause  string // the likeliest cause after the answer
}

// turnsShown is the number of turns that are listed; the likeliest tell most.
const turnsShown = 5

// Turns lists the answers that would make another cause the likeliest, the likeliest answer first. The work
// takes some fifty milliseconds and ends early with the error of ctx.
func (g *Guide) Turns(ctx context.Context, v *session.View) ([]Turn, error) {
	changes, err := g.lib.Core(v.Device).Changes(ctx, v.Evidence)
	if err != nil {
		return nil, err
	}
	var list []Turn
	for _, c := range changes {
		k := g.base.Check(c.Evidence.Subject)
		cause := g.base.Cause(c.Top.Cause)
		if k == nil || cause == nil || !c.NewTop {
			continue // most answers change the next step alone
		}
		list = append(list, Turn{
			Check: g.base.Fill(k.Question, v.Device), Answer: g.phrase.AnswerLabel(k, c.Evidence.Answer, v.Device),
			Cause: g.base.Fill(cause.Title, v.Device),
		})
		if len(list) == turnsShown {
			break
		}
	}
	return list, nil
}
