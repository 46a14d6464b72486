package diagnosis

import (
	"cmp"
	"slices"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
)

// lossPrefix begins the id of the gate that a fix brings along when it loses content, settings or data.
const lossPrefix = "loss:"

// lossMinutes is the time for reading and confirming the page that names the losses of a fix, in minutes
// (estimate).
const lossMinutes = 0.5

// LossGate returns the id of the gate that names the losses of a fix.
func LossGate(fix string) string { return lossPrefix + fix }

// LossFix returns the fix that a loss gate belongs to, and false when the gate is another.
func LossFix(gate string) (fix string, ok bool) { return strings.CutPrefix(gate, lossPrefix) }

// FromKnowledge compiles the causes, checks, fixes, gates and messages of a knowledge base for a device into
// a model. Steps that do not exist on the device are left out, and so are all texts.
func FromKnowledge(base *knowledge.Base, device apple.Device) Model {
	m := Model{ServiceMinutes: base.Meta.ServiceMinutes}
	row := map[string]int{}
	for i := range base.Causes {
		if c := &base.Causes[i]; !c.NotTheReason && c.IsFor(device) {
			row[c.ID] = len(m.Causes)
			m.Causes = append(m.Causes, Cause{ID: c.ID, Prior: c.Prior})
		}
	}
	m.Pairs = pairs(base.Together, m.Causes, row)
	for i := range base.Messages {
		msg := &base.Messages[i]
		s := symptom(msg.ID, msg.Base, msg.Given, row)
		s.MessageShown = true
		m.Symptoms = append(m.Symptoms, s)
	}
	for i := range base.Complaints {
		c := &base.Complaints[i]
		s := symptom(c.ID, c.Base, c.Given, row)
		s.Own, s.MessageShown = true, c.MessageShown
		m.Symptoms = append(m.Symptoms, s)
	}
	for i := range base.Checks {
		if k := &base.Checks[i]; k.IsFor(device) {
			m.Checks = append(m.Checks, check(k, row, device))
		}
	}
	m.contradictions(base.Contradictions)
	for i := range base.Gates {
		g := &base.Gates[i]
		m.Gates = append(m.Gates, Gate{ID: g.ID, Minutes: (g.Minutes[0] + g.Minutes[1]) / 2})
	}
	for i := range base.Fixes {
		f := &base.Fixes[i]
		if !f.IsFor(device) {
			continue
		}
		compiled := fix(f, row, &base.Meta)
		var possible bool
		if compiled.Conditions, possible = m.conditions(&f.Conditions); !possible {
			continue
		}
		if compiled.Risk == DeletesContent || compiled.Risk >= LosesSettings {
			compiled.Gates = append(compiled.Gates, LossGate(f.ID))
			m.Gates = append(m.Gates, Gate{ID: LossGate(f.ID), Minutes: lossMinutes})
		}
		m.Fixes = append(m.Fixes, compiled)
	}
	return m
}

// given compiles a condition: the answers that the device can have.
func (m *Model) given(c knowledge.Condition) Given {
	given := Given{Check: c.Check}
	for i := range m.Checks {
		for _, id := range m.Checks[i].Answers {
			if m.Checks[i].ID == c.Check && slices.Contains(c.Answers, id) {
				given.Answers = append(given.Answers, id)
			}
		}
	}
	return given
}

// contradictions compiles those between answers that the device can have.
func (m *Model) contradictions(list []knowledge.Contradiction) {
	for _, c := range list {
		compiled := Contradiction{Symptoms: c.Messages}
		for _, k := range c.Answers {
			if given := m.given(k); len(given.Answers) > 0 {
				compiled.Answers = append(compiled.Answers, given)
			}
		}
		if len(compiled.Answers) == len(c.Answers) {
			m.Contradictions = append(m.Contradictions, compiled)
		}
	}
}

// pairs makes a hypothesis of every two causes that often come together. Among themselves the pairs are as
// frequent as if their causes met by chance; all together they are as frequent as the base says.
func pairs(together []knowledge.Together, causes []Cause, row map[string]int) []Pair {
	total := 0.0
	for _, c := range causes {
		total += c.Prior
	}
	var all []Pair
	for _, t := range together {
		first, sum := len(all), 0.0
		for i, a := range t.Causes {
			for _, b := range t.Causes[i+1:] {
				g, known := row[a]
				h, ok := row[b]
				if known && ok {
					all = append(all, Pair{a, b, causes[g].Prior * causes[h].Prior})
					sum += causes[g].Prior * causes[h].Prior
				}
			}
		}
		for i := range all[first:] {
			all[first+i].Prior *= total * t.Share / (1 - t.Share) / sum
		}
	}
	return all
}

// ranks orders answers to a check from fine to problem and, among equals, from usual to rare.
func ranks(k *knowledge.Check, answers []knowledge.Answer) []int {
	place := map[knowledge.AnswerStatus]int{knowledge.Fine: 0, knowledge.Neutral: 1, knowledge.Problem: 2}
	order := make([]int, len(answers))
	for a := range order {
		order[a] = a
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := answers[a], answers[b]
		return cmp.Or(cmp.Compare(place[x.Status], place[y.Status]), cmp.Compare(k.Default[y.ID], k.Default[x.ID]))
	})
	rank := make([]int, len(order))
	for i, a := range order {
		rank[a] = i
	}
	return rank
}

// symptom compiles a message or a complaint.
func symptom(id string, base knowledge.Chance, rows []knowledge.CauseRow, row map[string]int) Symptom {
	s := Symptom{ID: id, P: make([]float64, len(row))}
	for h := range s.P {
		s.P[h] = float64(base)
	}
	for _, given := range rows {
		for _, id := range given.Causes {
			if h, ok := row[id]; ok {
				s.P[h] = float64(given.P)
			}
		}
	}
	return s
}

// check compiles a check with the answers that the device can have.
func check(k *knowledge.Check, row map[string]int, device apple.Device) Check {
	answers := slices.DeleteFunc(slices.Clone(k.Answers), func(a knowledge.Answer) bool { return !a.MayBe(device) })
	c := Check{
		ID: k.ID, Minutes: k.MeanMinutes(), DontKnow: k.DontKnow, Stale: k.StaleAfter,
		Rank: ranks(k, answers), P: make([][]float64, len(row)),
	}
	for _, a := range answers {
		c.Answers = append(c.Answers, a.ID)
		c.Problem = append(c.Problem, a.Status == knowledge.Problem)
		c.Then = append(c.Then, a.Then)
		c.Repeats = append(c.Repeats, Given(a.Repeats))
	}
	if slices.ContainsFunc(answers, func(a knowledge.Answer) bool { return a.MessageShown }) {
		for _, a := range answers {
			c.MessageShown = append(c.MessageShown, a.MessageShown)
		}
	}
	for _, r := range k.Readers {
		reader := Reader{Wrong: r.Wrong}
		for _, id := range r.Answers {
			if a := slices.Index(c.Answers, id); a >= 0 {
				reader.Answers = append(reader.Answers, a)
			}
		}
		if c.Readers == nil {
			c.Readers = map[string]Reader{}
		}
		c.Readers[r.Source] = reader
	}
	read := func(table knowledge.Chances) []float64 {
		p, total := make([]float64, len(c.Answers)), 0.0
		for a, id := range c.Answers {
			p[a] = float64(table[id])
			total += p[a]
		}
		if len(answers) < len(k.Answers) {
			for a := range p {
				p[a] /= total
			}
		}
		return p
	}
	for h := range c.P {
		c.P[h] = read(k.Default)
	}
	for _, given := range k.Given {
		for _, id := range given.Causes {
			if h, ok := row[id]; ok {
				c.P[h] = read(given.P)
			}
		}
	}
	return c
}

// conditions compiles the conditions of a fix. Those about answers that the device can't have are left out;
// possible is false when the fix needs one of them.
func (m *Model) conditions(k *knowledge.Conditions) (compiled Conditions, possible bool) {
	known := func(list []knowledge.Condition) []Given {
		var all []Given
		for _, c := range list {
			if given := m.given(c); len(given.Answers) > 0 {
				all = append(all, given)
			}
		}
		return all
	}
	compiled = Conditions{Needs: known(k.Needs), NeverAfter: known(k.NeverAfter), LockedBy: known(k.LockedBy)}
	return compiled, len(compiled.Needs) == len(k.Needs)
}

// risks translates the risks of the knowledge base.
var risks = map[knowledge.Risk]Risk{
	knowledge.RiskNone:     Harmless,
	knowledge.RiskContent:  DeletesContent,
	knowledge.RiskMoney:    CostsMoney,
	knowledge.RiskSettings: LosesSettings,
	knowledge.RiskData:     LosesData,
}

func fix(f *knowledge.Fix, row map[string]int, meta *knowledge.Meta) Fix {
	compiled := Fix{
		ID:       f.ID,
		Minutes:  f.MeanMinutes() + f.Verify + meta.WaitWeight*f.Wait + f.Harm + meta.DollarMinutes*f.Money,
		Attended: f.MeanMinutes(),
		Cure:     make([]float64, len(row)),
		Risk:     risks[f.Risk],
		Gates:    append([]string(nil), f.Gates...),
		First:    f.First,
	}
	for _, c := range f.Cures {
		for _, id := range c.Causes {
			if h, ok := row[id]; ok {
				compiled.Cure[h] = float64(c.P)
			}
		}
	}
	return compiled
}
