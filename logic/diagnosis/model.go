// Package diagnosis decides what to ask or try next. A Core computes beliefs about the causes by exact
// enumeration and picks the step with the least expected cost of repair, in minutes. The package is pure: no
// clock, no randomness, no input or output; the same model and the same evidence give the same result to the
// bit.
package diagnosis

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Model is a troubleshooting problem: mutually exclusive causes, checks that tell them apart, fixes that cure
// them, and a service that always ends the trouble. FromKnowledge compiles a knowledge base into a model;
// tests write models by hand.
type Model struct {
	Causes []Cause
	Checks []Check
	Fixes  []Fix
	Gates  []Gate
	// Pairs are two causes at once: the trouble ends when both have ended. All other combinations are left
	// out.
	Pairs []Pair
	// Contradictions are facts of which no two can be so at one time.
	Contradictions []Contradiction
	// Symptoms are observations that cost nothing and are never proposed, such as the message on the phone.
	Symptoms []Symptom
	// ServiceMinutes is the cost of handing over to a service that always succeeds; +Inf when there is no
	// service.
	ServiceMinutes float64
}

// Cause is one hypothesis. The priors of a model are weights and need not sum to 1.
type Cause struct {
	ID    string
	Prior float64 // > 0
}

// Pair is the hypothesis that two causes are there at once.
type Pair struct {
	A, B  string  // ids of causes
	Prior float64 // > 0; a weight like those of the causes
}

// Contradiction is two facts that can't both be so at one time: answers to two checks, or answers to one and
// symptoms.
type Contradiction struct {
	Answers  []Given // two, or one beside symptoms
	Symptoms []string
}

// Check is a question or an observation. It changes nothing.
type Check struct {
	ID       string
	Minutes  float64 // ≥ 0
	Answers  []string
	P        [][]float64 // P[cause][answer]; each row sums to 1
	DontKnow float64     // probability that the person can't tell, 0 to 1
	Stale    []string    // fixes that may change the answer
	// Rank orders the answers, beginning with those of a healthy device. Of two causes at once, the answer of
	// the higher rank is seen. Without ranks, an answer that is rarer among all causes has the higher rank.
	Rank []int
	// Problem marks the answers that show a problem; empty when none does.
	Problem []bool
	// MessageShown marks the answers that say that the phone shows a message; empty when the check is about
	// something else. With the message known, the check is settled and its answer counts no more.
	MessageShown []bool
	// Then are checks by id, one for each answer, that belong next after it; empty when none does.
	Then []string
	// Repeats are answers to other checks, one entry for each answer, that say the same: beside one of them the
	// answer does not count. Empty when no answer repeats another.
	Repeats []Given
	// Readers are machines whose readings are not just nearly sure, by the name that Evidence.Reader gives.
	Readers map[string]Reader
}

// Symptom is something that people notice, with its likelihood under each cause.
type Symptom struct {
	ID string
	P  []float64 // P(symptom | cause), by cause
	// Own is set for a complaint in a person's own words. Of those people have one at most, as of messages.
	Own bool
	// MessageShown is set for a message, and for a complaint that tells of one.
	MessageShown bool
}

// Risk orders fixes by their possible costs beside minutes.
type Risk int

// The risks, mildest first.
const (
	Harmless       Risk = iota
	DeletesContent      // that the person chooses and that nothing brings back
	CostsMoney
	LosesSettings
	LosesData
)

// Fix is an action that may end the trouble.
type Fix struct {
	ID      string
	Minutes float64 // > 0: attended work, waiting and checking
	// Attended is the part of Minutes that is work on the fix itself.
	Attended float64
	Cure     []float64 // P(trouble ends | cause), by cause
	Risk     Risk
	Gates    []string // gates that must be open before the fix may be shown
	First    []string // open checks, and open fixes that are worth their minutes, that come before the fix
	Conditions
}

// Gate is a confirmation that costs time, such as making a backup on a computer.
type Gate struct {
	ID      string
	Minutes float64
}

// rowTolerance is how far a row of probabilities may be from 1.
const rowTolerance = 1e-6

// Validate returns an error with every defect of the model: sizes that do not match, numbers out of range,
// duplicate ids.
func (m *Model) Validate() error {
	var all []error
	complain := func(format string, args ...any) { all = append(all, fmt.Errorf(format, args...)) }
	if len(m.Causes) == 0 {
		complain("a model needs at least one cause")
	}
	if math.IsNaN(m.ServiceMinutes) || m.ServiceMinutes < 0 {
		complain("the cost of service is %v, it must not be negative", m.ServiceMinutes)
	}
	seen := map[string]bool{}
	unique := func(kind, id string) {
		if id == "" || seen[kind+id] {
			complain("%s %q needs an id of its own", kind, id)
		}
		seen[kind+id] = true
	}
	for _, c := range m.Causes {
		unique("cause", c.ID)
		if !(c.Prior > 0) || math.IsInf(c.Prior, 0) {
			complain("cause %s: prior %v, it must be a positive number", c.ID, c.Prior)
		}
	}
	for i := range m.Checks {
		unique("check", m.Checks[i].ID)
		m.Checks[i].validate(len(m.Causes), complain)
	}
	m.validatePairs(complain)
	m.validateContradictions(complain)
	for _, s := range m.Symptoms {
		unique("symptom", s.ID)
		validateColumn("symptom "+s.ID, s.P, len(m.Causes), complain)
	}
	for _, f := range m.Fixes {
		unique("fix", f.ID)
		if !(f.Minutes > 0) || math.IsInf(f.Minutes, 0) {
			complain("fix %s: %v minutes, it must be a positive number", f.ID, f.Minutes)
		}
		validateColumn("fix "+f.ID, f.Cure, len(m.Causes), complain)
	}
	m.validateConditions(complain)
	for _, g := range m.Gates {
		unique("gate", g.ID)
		if !(g.Minutes >= 0) || math.IsInf(g.Minutes, 0) {
			complain("gate %s: %v minutes, it must not be negative", g.ID, g.Minutes)
		}
	}
	return errors.Join(all...)
}

func (m *Model) validatePairs(complain func(string, ...any)) {
	known := func(id string) bool {
		return slices.ContainsFunc(m.Causes, func(c Cause) bool { return c.ID == id })
	}
	for _, p := range m.Pairs {
		if !known(p.A) || !known(p.B) || p.A == p.B {
			complain("pair %s and %s: it must name two causes of the model", p.A, p.B)
		}
		if !(p.Prior > 0) || math.IsInf(p.Prior, 0) {
			complain("pair %s and %s: prior %v, it must be a positive number", p.A, p.B, p.Prior)
		}
	}
}

func (m *Model) validateContradictions(complain func(string, ...any)) {
	for i, c := range m.Contradictions {
		if n := len(c.Answers) + min(len(c.Symptoms), 1); n != 2 || len(c.Answers) == 0 {
			complain("contradiction %d is between %d facts, it must be between two", i, n)
		}
	}
}

func (k *Check) validate(causes int, complain func(string, ...any)) {
	if !(k.Minutes >= 0) || math.IsInf(k.Minutes, 0) {
		complain("check %s: %v minutes, it must not be negative", k.ID, k.Minutes)
	}
	if !(k.DontKnow >= 0 && k.DontKnow <= 1) {
		complain("check %s: chance of no answer %v, it must lie in 0 to 1", k.ID, k.DontKnow)
	}
	if len(k.Answers) < 2 {
		complain("check %s needs at least two answers", k.ID)
	}
	if len(k.Rank) != 0 && len(k.Rank) != len(k.Answers) {
		complain("check %s ranks %d of %d answers", k.ID, len(k.Rank), len(k.Answers))
	}
	if len(k.Problem) != 0 && len(k.Problem) != len(k.Answers) {
		complain("check %s marks %d of %d answers", k.ID, len(k.Problem), len(k.Answers))
	}
	if len(k.MessageShown) != 0 && len(k.MessageShown) != len(k.Answers) {
		complain("check %s tells of a message in %d of %d answers", k.ID, len(k.MessageShown), len(k.Answers))
	}
	if len(k.Then) != 0 && len(k.Then) != len(k.Answers) {
		complain("check %s goes on after %d of %d answers", k.ID, len(k.Then), len(k.Answers))
	}
	if len(k.Repeats) != 0 && len(k.Repeats) != len(k.Answers) {
		complain("check %s repeats others after %d of %d answers", k.ID, len(k.Repeats), len(k.Answers))
	}
	k.validateReaders(complain)
	k.validateRows(causes, complain)
}

func (k *Check) validateRows(causes int, complain func(string, ...any)) {
	if len(k.P) != causes {
		complain("check %s has %d rows for %d causes", k.ID, len(k.P), causes)
	}
	for h, row := range k.P {
		sum := 0.0
		for _, p := range row {
			if !(p >= 0 && p <= 1) {
				complain("check %s, row %d: probability %v, it must lie in 0 to 1", k.ID, h, p)
			}
			sum += p
		}
		if len(row) != len(k.Answers) || math.Abs(sum-1) > rowTolerance {
			complain("check %s, row %d: %d answers that sum to %v, want %d that sum to 1", k.ID, h, len(row), sum, len(k.Answers))
		}
	}
}

func (k *Check) validateReaders(complain func(string, ...any)) {
	outside := func(a int) bool { return a < 0 || a >= len(k.Answers) }
	for source, r := range k.Readers {
		if !(r.Wrong > 0 && r.Wrong < 1) || slices.ContainsFunc(r.Answers, outside) {
			complain("check %s: the reader %s errs with %v and tells apart the answers %v", k.ID, source, r.Wrong, r.Answers)
		}
	}
}

func validateColumn(name string, column []float64, causes int, complain func(string, ...any)) {
	if len(column) != causes {
		complain("%s has %d numbers for %d causes", name, len(column), causes)
	}
	for _, p := range column {
		if !(p >= 0 && p <= 1) {
			complain("%s: probability %v, it must lie in 0 to 1", name, p)
		}
	}
}
