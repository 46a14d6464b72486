package diagnosis

import "slices"

// Plan returns the steps that the core would take one after the other if every check got its likeliest answer and no
// fix helped, at most so many. It ends with handing over.
func (c *Core) Plan(list []Evidence, most int) []Option {
	list = slices.Clone(list)
	var plan []Option
	for len(plan) < most {
		d := c.Decide(list)
		next, ok := d.Next()
		if !ok {
			break
		}
		plan = append(plan, next)
		e, ok := c.likeliest(list, next)
		if !ok {
			break
		}
		list = append(list, e)
	}
	return plan
}

// likeliest returns the evidence that a step most likely leads to when the trouble goes on; false for handing over.
func (c *Core) likeliest(list []Evidence, step Option) (Evidence, bool) {
	switch step.Kind {
	case StepCheck:
		k := c.checks[step.ID]
		w := c.hypotheses(c.read(list).terms)
		best, most := 0, -1.0
		for a := range c.answers[k] {
			if p := dot(w, c.answers[k][a].p); p > most {
				best, most = a, p
			}
		}
		return Evidence{Kind: Answered, Subject: step.ID, Answer: c.model.Checks[k].Answers[best]}, true
	case StepFix:
		return Evidence{Kind: Tried, Subject: step.ID, Outcome: Failed}, true
	case StepGate:
		return Evidence{Kind: Confirmed, Subject: step.ID}, true
	}
	return Evidence{}, false
}
