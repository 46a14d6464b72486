package knowledge

import (
	"math"
	"slices"
)

// Bounds of probabilities. Nothing is certain: an answer may be a slip, so no cause is ever ruled out or proven.
const (
	leastP     = 0.005
	mostP      = 0.995
	leastSaid  = 0.0001 // of a message, since there are many
	mostSaid   = 0.98   // of all messages together, for one cause
	sumSlack   = 1e-6
	apartRatio = 3 // likelihood ratio that tells two causes apart, about 5 decibans
)

// probability checks one number against its bounds.
func (l *linter) probability(at place, id, key string, p, least float64) {
	if !(p >= least && p <= mostP) {
		l.say(at, id, key, "a probability from "+number(least)+" to "+number(mostP), "%s is %g", key, p)
	}
}

// believed reports whether a cause takes part in the diagnosis.
func (c *Cause) believed() bool { return !c.NotTheReason }

func (l *linter) causes() {
	other := false
	for i := range l.b.Causes {
		c := &l.b.Causes[i]
		if c.ID == OtherCause {
			other = true
		} else {
			if c.Ref == "" {
				l.say(c.at, c.ID, "ref", `a ref such as "C02"`, "ref is missing")
			}
			if l.b.Group(c.Group) == nil {
				l.say(c.at, c.ID, "group", "the id of a [[group]]", "group %q does not exist", c.Group)
			}
			if !slices.Contains([]Stops{StopsAutomatic, StopsAny, StopsNone}, c.Stops) {
				l.say(c.at, c.ID, "stops", "automatic, any or none", "stops is %q", string(c.Stops))
			}
		}
		l.why(c.at, c.ID, "prior_why", c.Why)
		switch {
		case c.NotTheReason && c.Prior != 0:
			l.say(c.at, c.ID, "prior", "no prior, since it is not the reason", "prior is %g", c.Prior)
		case c.believed() && (c.Prior <= 0 || math.IsInf(c.Prior, 0) || math.IsNaN(c.Prior)):
			l.say(c.at, c.ID, "prior", "a weight above 0", "prior is missing or %g", c.Prior)
		}
		if c.believed() && !c.Unfixable && c.ID != OtherCause && !l.curable(c.ID) {
			l.say(c.at, c.ID, "", "a fix that cures it, or unfixable = true", "no fix cures the cause")
		}
	}
	if !other {
		l.say(l.b.Meta.at, OtherCause, "", `a [[cause]] with id = "something-else"`, "the cause that stands for everything else is missing")
	}
}

func (l *linter) curable(cause string) bool {
	for i := range l.b.Fixes {
		for _, row := range l.b.Fixes[i].Cures {
			if slices.Contains(row.Causes, cause) {
				return true
			}
		}
	}
	return false
}

// apart checks that every cause can be told apart from each likelier one by some answer or message.
func (l *linter) apart() {
	causes := l.b.Causes
	evidence := l.b.likelihoods()
	for i := range causes {
		c := &causes[i]
		if !c.believed() || c.ID == OtherCause {
			continue
		}
		for j := range causes {
			rival := &causes[j]
			if !rival.believed() || rival.Prior <= c.Prior {
				continue
			}
			best := 0.0
			for _, p := range evidence {
				best = max(best, p[i]/p[j])
			}
			if best < apartRatio {
				l.say(c.at, c.ID, "", "an answer or message with a likelihood ratio of at least 3",
					"nothing tells the cause apart from the likelier %q (best ratio %.2g)", rival.ID, best)
			}
		}
	}
}

// likelihoods lists P(evidence | cause) for every answer and message, by the index of the cause. Impossible numbers, which
// are reported elsewhere, are raised to the least possible.
func (b *Base) likelihoods() [][]float64 {
	index := map[string]int{}
	for i := range b.Causes {
		index[b.Causes[i].ID] = i
	}
	row := func(otherwise float64) []float64 {
		p := make([]float64, len(b.Causes))
		for i := range p {
			p[i] = max(otherwise, leastSaid)
		}
		return p
	}
	set := func(p []float64, causes []string, value float64) {
		for _, id := range causes {
			if i, ok := index[id]; ok {
				p[i] = max(value, leastSaid)
			}
		}
	}
	var all [][]float64
	for i := range b.Checks {
		check := &b.Checks[i]
		for _, answer := range check.Answers {
			p := row(check.Default[answer.ID])
			for _, given := range check.Given {
				set(p, given.Causes, given.P[answer.ID])
			}
			all = append(all, p)
		}
	}
	for i := range b.Messages {
		p := row(b.Messages[i].Base)
		for _, given := range b.Messages[i].Given {
			set(p, given.Causes, given.P)
		}
		all = append(all, p)
	}
	return all
}
