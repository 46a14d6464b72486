package diagnosis

import "slices"

// addOpens lists for each answer the fixes that need it.
func (c *Core) addOpens() {
	for k := range c.model.Checks {
		c.opens = append(c.opens, make([][]int32, len(c.model.Checks[k].Answers)))
	}
	for f := range c.model.Fixes {
		for _, g := range c.model.Fixes[f].Needs {
			k := c.checks[g.Check]
			for a, id := range c.model.Checks[k].Answers {
				if slices.Contains(g.Answers, id) {
					c.opens[k][a] = append(c.opens[k][a], int32(f))
				}
			}
		}
	}
}

// answer lets an answer open fixes, until takeBack. So a question counts the fix that its answer opens. That
// another answer shuts a fix counts for nothing: the fix makes no sense then, and a plan that counted the
// loss would rather not ask.
func (e *estimator) answer(k, a int) { e.change(k, a, -1) }

// takeBack undoes answer.
func (e *estimator) takeBack(k, a int) { e.change(k, a, 1) }

func (e *estimator) change(k, a, by int) {
	for _, f := range e.core.opens[k][a] {
		if at := e.slot[f]; at >= 0 {
			e.lacks[at] += by
		}
	}
}
