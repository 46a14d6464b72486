package lint

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Bounds of probabilities. Nothing is certain: an answer may be a slip, so no cause is ever ruled out or
// proven.
const (
	leastP     = 0.005
	mostP      = 0.995
	leastSaid  = 0.0001 // of a message, since there are many
	mostSaid   = 0.98   // of all messages together, for one cause
	sumSlack   = 1e-6
	apartRatio = 3 // likelihood ratio that tells two causes apart, about 5 decibans
)

// judgeChance checks one number against its bounds.
func (l *linter) judgeChance(at tomlfile.Place, id, key string, chance knowledge.Chance, least float64) {
	if p := float64(chance); !(p >= least && p <= mostP) {
		l.report(at, id, key, valueIs(key, p), words.Say("lint.want.probability", "Least", number(least), "Most",
			number(mostP)))
	}
}

// believed tells whether a cause takes part in the diagnosis.
func believed(c *knowledge.Cause) bool { return !c.NotTheReason }

func (l *linter) judgeCauses() {
	other := false
	for i := range l.b.Causes {
		c := &l.b.Causes[i]
		if c.ID == knowledge.OtherCause {
			other = true
		} else {
			l.judgeListed(c)
		}
		l.judgeReason(c.At, c.ID, "prior_why", c.Why)
		l.judgeWhen(c.At, c.ID, "", c.When)
		switch {
		case c.NotTheReason && c.Prior != 0:
			l.report(c.At, c.ID, "prior", valueIs("prior", c.Prior), words.Say("lint.want.no-prior"))
		case believed(c) && !(c.Prior > 0 && c.Prior <= mostPrior):
			l.report(c.At, c.ID, "prior", words.Say("lint.prior", "Value", quoted(c.Prior)),
				words.Say("lint.want.weight", "Most", mostPrior))
		}
		if believed(c) && !c.Unfixable && c.ID != knowledge.OtherCause && !l.isCurable(c.ID) {
			l.report(c.At, c.ID, "", words.Say("lint.no-cure"), words.Say("lint.want.cure"))
		}
	}
	if !other {
		l.report(l.b.Meta.At, knowledge.OtherCause, "", words.Say("lint.no-other-cause"),
			words.Say("lint.want.other-cause"))
	}
}

// judgeListed checks what a cause of the list has that the one for everything else may lack.
func (l *linter) judgeListed(c *knowledge.Cause) {
	if c.Ref == "" {
		l.report(c.At, c.ID, "ref", missing("ref"), words.Say("lint.want.ref", "Free", quoted(l.freeRef())))
	}
	if l.b.Group(c.Group) == nil {
		l.report(c.At, c.ID, "group", absent("group", c.Group), idOf("group"))
	}
	if !slices.Contains([]knowledge.Stops{knowledge.StopsAutomatic, knowledge.StopsAny, knowledge.StopsNone},
		c.Stops) {
		l.report(c.At, c.ID, "stops", valueIs("stops", string(c.Stops)), words.Say("lint.want.stops"))
	}
}

// freeRef returns the ref after the highest that a cause has.
func (l *linter) freeRef() string {
	highest := 0
	for i := range l.b.Causes {
		if digits, ok := strings.CutPrefix(l.b.Causes[i].Ref, "C"); ok {
			if n, err := strconv.Atoi(digits); err == nil {
				highest = max(highest, n)
			}
		}
	}
	return fmt.Sprintf("C%02d", highest+1)
}

func (l *linter) isCurable(cause string) bool {
	for i := range l.b.Fixes {
		for _, row := range l.b.Fixes[i].Cures {
			if slices.Contains(row.Causes, cause) {
				return true
			}
		}
	}
	return false
}

// judgeSeparation checks that every cause can be told apart from each likelier one by some answer or message.
func (l *linter) judgeSeparation() {
	causes := l.b.Causes
	evidence := likelihoods(l.b)
	for i := range causes {
		c := &causes[i]
		if !believed(c) || c.ID == knowledge.OtherCause {
			continue
		}
		for j := range causes {
			rival := &causes[j]
			if !believed(rival) || rival.Prior <= c.Prior {
				continue
			}
			best := 0.0
			for _, p := range evidence {
				best = max(best, p[i]/p[j])
			}
			if best < apartRatio {
				ratio := strconv.FormatFloat(best, 'g', 2, 64)
				l.report(c.At, c.ID, "", words.Say("lint.not-apart", "Rival", quoted(rival.ID), "Ratio", ratio),
					words.Say("lint.want.apart"))
			}
		}
	}
}

// likelihoods lists P(evidence | cause) for every answer and message, by the index of the cause. Impossible
// numbers, which are reported elsewhere, are raised to the least possible.
func likelihoods(b *knowledge.Base) [][]float64 {
	index := map[string]int{}
	for i := range b.Causes {
		index[b.Causes[i].ID] = i
	}
	row := func(otherwise knowledge.Chance) []float64 {
		p := make([]float64, len(b.Causes))
		for i := range p {
			p[i] = max(float64(otherwise), leastSaid)
		}
		return p
	}
	set := func(p []float64, causes []string, value knowledge.Chance) {
		for _, id := range causes {
			if i, ok := index[id]; ok {
				p[i] = max(float64(value), leastSaid)
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
