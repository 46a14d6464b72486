package diagnosis

import (
	"context"
	"slices"
)

// Remaining is the time that is left, estimated by simulated continuations.
type Remaining struct {
	Mean, P10, Median, P90 float64 // minutes
	Support                float64 // share of the continuations that end with handing over
}

// longest is the greatest number of steps of a simulated continuation; usual ones take a few dozen steps at
// most.
const longest = 200

// Remaining simulates n continuations under the present beliefs: a cause is drawn, the core chooses the
// steps, and answers and outcomes are drawn from the model. The same evidence, n and seed give the same
// result. 200 continuations take about a second with the program's knowledge. Remaining ends early with the
// error of ctx.
func (c *Core) Remaining(ctx context.Context, list []Evidence, n int, seed uint64) (Remaining, error) {
	past := c.read(list)
	if past.solved || n <= 0 {
		return Remaining{}, ctx.Err()
	}
	w := c.hypotheses(past.terms)
	s := simulation{core: c, memo: map[string]Option{}, seed: seed}
	minutes := make([]float64, n)
	var r Remaining
	for i := range minutes {
		if err := ctx.Err(); err != nil {
			return Remaining{}, err
		}
		cost, support := s.run(list, s.draw(w))
		minutes[i] = cost
		r.Mean += cost / float64(n)
		if support {
			r.Support += 1 / float64(n)
		}
	}
	slices.Sort(minutes)
	at := func(q float64) float64 { return minutes[int(q*float64(n-1)+0.5)] }
	r.P10, r.Median, r.P90 = at(0.1), at(0.5), at(0.9)
	return r, nil
}

// simulation draws continuations from the model.
type simulation struct {
	core *Core
	memo map[string]Option // next steps by the results before them, since many continuations begin alike
	seed uint64
}

// uniform draws from 0 up to 1 (SplitMix64 after Steele, Lea & Flood 2014).
func (s *simulation) uniform() float64 {
	s.seed += 0x9e3779b97f4a7c15
	z := s.seed
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return float64((z^z>>31)>>11) / (1 << 53)
}

// draw returns an index, each with its probability in p.
func (s *simulation) draw(p []float64) int {
	x := s.uniform()
	for i, q := range p {
		if x -= q; x < 0 {
			return i
		}
	}
	return len(p) - 1
}

// run simulates one continuation in which a hypothesis is true, and returns its minutes and whether it ends
// with handing over.
func (s *simulation) run(list []Evidence, truth int) (minutes float64, support bool) {
	m := &s.core.model
	list = slices.Clip(list)
	key := make([]byte, 0, 256)
	for range longest {
		step, ok := s.memo[string(key)]
		if !ok {
			d := s.core.Decide(list)
			step = d.Options[0]
			s.memo[string(key)] = step
		}
		var e Evidence
		result := 0
		switch step.Kind {
		case StepCheck:
			k := s.core.checks[step.ID]
			check := &m.Checks[k]
			minutes += check.Minutes
			e = Evidence{Kind: Answered, Subject: step.ID, Answer: CantTell}
			result = len(check.Answers)
			if s.uniform() >= check.DontKnow {
				result = s.answer(k, truth)
				e.Answer = check.Answers[result]
			}
		case StepFix:
			f := s.core.fixes[step.ID]
			minutes += m.Fixes[f].Minutes
			if truth = s.after(f, truth); truth < 0 {
				return minutes, false
			}
			e = Evidence{Kind: Tried, Subject: step.ID, Outcome: Failed}
		case StepGate:
			minutes += m.Gates[s.core.gates[step.ID]].Minutes
			e = Evidence{Kind: Confirmed, Subject: step.ID}
		default:
			return minutes + m.ServiceMinutes, true
		}
		list = append(list, e)
		key = append(key, byte(result))
	}
	return minutes + m.ServiceMinutes, true
}

// answer draws the answer to a check.
func (s *simulation) answer(k, truth int) int {
	x := s.uniform()
	columns := s.core.answers[k]
	for a := range columns {
		if x -= columns[a].p[truth]; x < 0 {
			return a
		}
	}
	return len(columns) - 1
}

// after draws the hypothesis that is true after a fix; -1 when the trouble is over.
func (s *simulation) after(f, truth int) int {
	cures := s.core.model.Fixes[f].Cure
	n := len(s.core.model.Causes)
	if truth < n {
		if s.uniform() < cures[truth] {
			return -1
		}
		return truth
	}
	a, b := s.core.pairs[truth-n][0], s.core.pairs[truth-n][1]
	first, second := s.uniform() < cures[a], s.uniform() < cures[b]
	switch {
	case first && second:
		return -1
	case first:
		return b
	case second:
		return a
	}
	return truth
}
