package session

import (
	"context"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
)

// Outlook is one result of a step and what would follow.
type Outlook struct {
	Result string  // in words: an answer, an outcome
	P      float64 // its probability now
	Next   string  // title of the step after it; empty when the trouble is over
}

// StepTitle is the title of a step, whatever its kind.
func (l *Library) StepTitle(v *View, o diagnosis.Option) string {
	if o.Kind == diagnosis.StepSupport {
		return l.Words.Text("step.support")
	}
	return l.Page(v, Step{Kind: o.Kind, ID: o.ID, For: o.For}).Title
}

// Outlook says what each result of a possible step would lead to, the likeliest first as the core lists them.
func (l *Library) Outlook(v *View, o diagnosis.Option) []Outlook {
	var list []Outlook
	for _, b := range l.core(v.Device).Preview(l.evidence(&v.Case), o) {
		out := Outlook{P: b.P}
		switch b.Evidence.Kind {
		case diagnosis.Answered:
			if k := l.Base.Check(b.Evidence.Subject); k != nil {
				out.Result = l.AnswerLabel(k, b.Evidence.Answer, v.Device)
			}
		case diagnosis.Tried:
			outcome := casefile.Failed
			if b.Evidence.Outcome == diagnosis.Worked {
				outcome = casefile.Worked
			}
			out.Result = l.Words.Text("outcome." + string(outcome))
		default:
			continue // the opening of a gate says nothing about the trouble
		}
		if b.Next.Kind != "" {
			out.Next = l.StepTitle(v, b.Next)
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
func (l *Library) Doubt(v *View) (Doubt, bool) {
	evidence, events := l.evidenceOf(&v.Case)
	conflict := l.core(v.Device).Conflict(evidence)
	if !conflict.Contradicts() || conflict.Doubt < 0 {
		return Doubt{}, false
	}
	e := evidence[conflict.Doubt]
	d := Doubt{What: l.Describe(&v.Case.Events[events[conflict.Doubt]], v.Device)}
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
func (l *Library) Remaining(ctx context.Context, v *View) (diagnosis.Remaining, error) {
	return l.core(v.Device).Remaining(ctx, l.evidence(&v.Case), continuations, continuationSeed)
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
func (l *Library) Turns(ctx context.Context, v *View) ([]Turn, error) {
	changes, err := l.core(v.Device).Changes(ctx, l.evidence(&v.Case))
	if err != nil {
		return nil, err
	}
	var list []Turn
	for _, c := range changes {
		k := l.Base.Check(c.Evidence.Subject)
		cause := l.Base.Cause(c.Top.Cause)
		if k == nil || cause == nil || !c.NewTop {
			continue // that another step comes next is what most answers do
		}
		list = append(list, Turn{
			Check: l.Base.Fill(k.Question, v.Device), Answer: l.AnswerLabel(k, c.Evidence.Answer, v.Device),
			Cause: l.Base.Fill(cause.Title, v.Device),
		})
		if len(list) == turnsShown {
			break
		}
	}
	return list, nil
}
