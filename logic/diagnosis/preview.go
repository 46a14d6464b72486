package diagnosis

import (
	"cmp"
	"context"
	"slices"
)

// Branch is one possible result of a step.
type Branch struct {
	Evidence Evidence // the evidence that the result would add
	P        float64  // probability of the result now; the branches of a step sum to 1
	Top      Belief   // the most likely cause after the result
	Next     Option   // the next step after the result; its Kind is empty when the trouble is over
}

// Preview lists the results of a step: the answers of a check, with "can't tell" at the end when that is
// possible; "worked" and "failed" of a fix; the opening of a gate. The list is nil for handing over and for
// unknown steps.
func (c *Core) Preview(list []Evidence, step Option) []Branch {
	w := c.hypotheses(c.read(list).terms)
	var all []Branch
	add := func(e Evidence, p float64) {
		d := c.Decide(append(slices.Clone(list), e))
		b := Branch{Evidence: e, P: p, Top: d.Beliefs[0]}
		b.Next, _ = d.Next()
		all = append(all, b)
	}
	switch step.Kind {
	case StepCheck:
		k, ok := c.checks[step.ID]
		if !ok {
			return nil
		}
		check := &c.model.Checks[k]
		for a, answer := range check.Answers {
			p := (1 - check.DontKnow) * dot(w, c.answers[k][a].p)
			add(Evidence{Kind: Answered, Subject: step.ID, Answer: answer}, p)
		}
		if check.DontKnow > 0 {
			add(Evidence{Kind: Answered, Subject: step.ID, Answer: CantTell}, check.DontKnow)
		}
	case StepFix:
		f, ok := c.fixes[step.ID]
		if !ok {
			return nil
		}
		fails := dot(w, c.fails[f].p)
		add(Evidence{Kind: Tried, Subject: step.ID, Outcome: Worked}, 1-fails)
		add(Evidence{Kind: Tried, Subject: step.ID, Outcome: Failed}, fails)
	case StepGate:
		if _, ok := c.gates[step.ID]; ok {
			add(Evidence{Kind: Confirmed, Subject: step.ID}, 1)
		}
	}
	return all
}

func dot(w, p []float64) float64 {
	sum := 0.0
	for h, x := range w {
		sum += x * p[h]
	}
	return sum
}

// Change is an answer that would change the most likely cause or the next step.
type Change struct {
	Branch
	NewTop  bool // another cause would be the most likely one
	NewNext bool // another step would come next than without this answer
}

// Changes lists, for each check that is not yet answered, the answers after which another cause would be the
// most likely one or another step would come next, the likeliest changes first. Each answer of each open
// check takes a decision of its own, some 100 ms in all for the program's knowledge. Changes ends early with
// the error of ctx.
func (c *Core) Changes(ctx context.Context, list []Evidence) ([]Change, error) {
	r := c.read(list)
	now := c.Decide(list)
	var all []Change
	for k, check := range c.model.Checks {
		if r.checkClosed[k] || now.Solved {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		next, _ := now.Next()
		if next.Kind == StepCheck && next.ID == check.ID {
			without := c.Decide(append(slices.Clone(list), Evidence{Kind: Answered, Subject: check.ID, Answer: CantTell}))
			next, _ = without.Next()
		}
		for _, b := range c.Preview(list, Option{Kind: StepCheck, ID: check.ID}) {
			change := Change{b, b.Top.Cause != now.Beliefs[0].Cause, b.Next.Kind != next.Kind || b.Next.ID != next.ID}
			if b.Evidence.Answer != CantTell && (change.NewTop || change.NewNext) {
				all = append(all, change)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Change) int { return cmp.Compare(b.P, a.P) })
	return all, nil
}
