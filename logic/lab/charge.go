package lab

import (
	"context"
	"math/rand/v2"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// charge is a price for the answers to some questions: who asks one of them pays the price and knows the
// answers to all of them. With the price of the cheapest it takes no more minutes than asking them does.
type charge struct {
	minutes float64
	checks  []bool // by check of the model
}

// longQuestion is the minutes from which on a question is charged for. From one minute on, the price is lower, and from
// three and a half the answers tell less: both gave a lower bound.
const longQuestion = 2

// chargeFor returns the charge for the questions that take so many minutes or more. Those that must come before
// a fix are left out, since the fix pays for them.
func chargeFor(m *diagnosis.Model, minutes float64) charge {
	c := charge{checks: make([]bool, len(m.Checks))}
	for k := range m.Checks {
		comesFirst := func(f diagnosis.Fix) bool {
			return slices.ContainsFunc(doorsOf(m, &f), func(d diagnosis.Gate) bool { return d.ID == doorOf(&m.Checks[k]) })
		}
		price := m.Checks[k].Minutes
		if price < minutes || slices.ContainsFunc(m.Fixes, comesFirst) {
			continue
		}
		if c.checks[k] = true; c.minutes == 0 || price < c.minutes {
			c.minutes = price
		}
	}
	return c
}

func (c *charge) isFree(check int) bool    { return !c.checks[check] }
func (c *charge) isCharged(check int) bool { return c.checks[check] }

// sheets is the number of drawn answers that stand for all that a patient may answer. The best of the ways to
// go on is a little too cheap by a drawn mean, so the bound holds with few of them, too.
const sheets = 16

// Who may still ask can be bounded less sharply, so these end the search before asking, and after one sheet of answers.
const (
	askingExpansions = 200
	sheetExpansions  = 300
)

// chargedAnswers bounds policies that pay once for the answers to long questions, and know all others.
func (t *Trial) chargedAnswers(ctx context.Context) (bound, error) {
	c := chargeFor(t.Core.Model(), longQuestion)
	return t.over(ctx, "charged", t.Charged, func(m *diagnosis.Model, p *simulation.Patient, r *rand.Rand) (float64, error) {
		w, causes := posterior(m, p, rare, c.isFree)
		fixes, err := newRepair(m, causes, usableAfter(m, p.Answers))
		if err != nil {
			return 0, err
		}
		low, _ := fixes.least(w, state{}, askingExpansions,
			c.asking(fixes, c.drawn(m, p, w, causes, r), sheetExpansions))
		return low - fixes.apart(w, state{}), nil
	})
}

// drawn returns likelihoods of answers to the questions with a charge, by cause, drawn as the beliefs say and
// divided by their chance and number, so that their sum stands for all answers.
func (c *charge) drawn(m *diagnosis.Model, p *simulation.Patient, w []float64, causes []int, r *rand.Rand) [][]float64 {
	all := make([][]float64, sheets)
	for i := range all {
		h := causes[pick(r, w)]
		answers := slices.Clone(p.Answers)
		for k := range m.Checks {
			if !c.checks[k] {
				continue
			}
			if answers[k] = -1; r.Float64() >= m.Checks[k].DontKnow {
				answers[k] = pick(r, m.Checks[k].P[h])
			}
		}
		likes := make([]float64, len(causes))
		chance := 0.0
		for j, h := range causes {
			likes[j] = answering(m, answers, h, c.isCharged)
			chance += w[j] / sum(w) * likes[j]
		}
		all[i] = weigh(likes, func(int) float64 { return 1 / chance / sheets })
	}
	return all
}

// asking returns what asking leaves to do, by the likelihoods of all answers: the price, and then the least
// cost after each.
func (c *charge) asking(r *repair, likes [][]float64, limit int) asking {
	return func(at *node) (asked, known float64) {
		for _, like := range likes {
			low, _ := r.least(weigh(at.w, func(h int) float64 { return like[h] }), at.state, limit, nil)
			known += low
		}
		return c.minutes*sum(at.w) + known, known
	}
}

// pick returns an index with the chance of its weight.
func pick(r *rand.Rand, weights []float64) int {
	x := r.Float64() * sum(weights)
	for i, w := range weights {
		if x -= w; x < 0 {
			return i
		}
	}
	return len(weights) - 1
}
