package guide

import (
	"context"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
)

// Outlook is one result of a step and what would follow.
type Outlook struct {
	Result string  // in words: an answer, an outcome
	P      float64 // its probability now
	Next   string  // title of the step after it; empty when the trouble is over
}

// StepTitle returns the title of a step of any kind.
func (g *Guide) StepTitle(v *session.View, o diagnosis.Option) string {
	if o.Kind == diagnosis.StepSupport {
		return g.words.Text("step.support")
	}
	return g.Page(v, Step{Kind: o.Kind, ID: o.ID, For: o.For}).Title
}

// Outlook says what each result of a possible step would lead to, the likeliest first as the core lists them.
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
			outcome := casefile.Failed
			if b.Evidence.Outcome == diagnosis.Worked {
				outcome = casefile.Worked
			}
			out.Result = g.words.Text("outcome." + string(outcome))
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

// Doubt is the answer that fits the others least, when they contradict each other.
type Doubt struct {
	Step Step   // the check to ask again; its Kind is empty when it was no check
	What string // the answer in words
}

// Doubt names the one answer whose doubt would repair the most; false when the answers fit together.
func (g *Guide) Doubt(v *session.View) (Doubt, bool) {
	conflict := g.lib.Core(v.Device).Conflict(v.Evidence)
	if !conflict.Contradicts() || conflict.Doubt < 0 {
		return Doubt{}, false
	}
	e := v.Evidence[conflict.Doubt]
	d := Doubt{What: g.phrase.Describe(v.EventBehind(conflict.Doubt), v.Device)}
	if e.Kind == diagnosis.Answered {
		d.Step = Step{Kind: diagnosis.StepCheck, ID: e.Subject}
	}
	return d, true
}

// continuations is how many possible continuations are simulated for a range of the remaining time, and continuationSeed
// makes equal cases give equal ranges.
const (
	continuations           = 200
	continuationSeed uint64 = 1
)

// Remaining simulates how the case may go on. It takes about half a second and ends early with the error of ctx.
func (g *Guide) Remaining(ctx context.Context, v *session.View) (diagnosis.Remaining, error) {
	return g.lib.Core(v.Device).Remaining(ctx, v.Evidence, continuations, continuationSeed)
}

// Turn is an answer that would change what the program says.
type Turn struct {
	Check  string // its question
	Answer string
	Cause  string // the likeliest cause then
}

// turnsShown bounds the list: the likeliest changes tell most.
const turnsShown = 5

// Turns lists what would change the verdict, the likeliest first. It takes some fifty milliseconds and ends early with the
// error of ctx.
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
			continue // that another step comes next is what most answers do
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
