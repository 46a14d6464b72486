package diagnosis

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// EvidenceKind is the kind of a piece of evidence.
type EvidenceKind int

// The kinds of evidence.
const (
	Answered  EvidenceKind = iota // a check got an answer
	Noticed                       // a symptom was seen
	Tried                         // a fix was done or declined
	Confirmed                     // a gate was opened
)

// Outcome is the outcome of a fix.
type Outcome int

// The outcomes of a fix.
const (
	Failed Outcome = iota
	Worked
	Unsure // done, and its success is not known yet
	Declined
)

// The answers that every check accepts. Both say nothing about the causes.
const (
	CantTell = "cant-tell" // not asked again unless the person wants it
	NotNow   = "not-now"   // put off: offered again when nothing else is left
)

// Evidence is one thing that is known. A list of evidence is in the order in which the things became known.
// Subject is the id of a check, symptom, fix or gate; evidence about an id that the model lacks is ignored.
type Evidence struct {
	Kind    EvidenceKind
	Subject string
	Answer  string  // for Answered
	Reader  string  // for Answered: the machine that read the answer, which errs less than a person; empty for a person
	Outcome Outcome // for Tried
	Twice   bool    // for Answered by a person: the same answer was given before, so that this one is a second look
}

// reportError is the probability that a person reports the outcome of a fix wrongly. Only "it worked" is
// weighed with it.
const reportError = 0.03

// term is a piece of evidence that moves the beliefs: the natural logarithm of its likelihood under each
// cause.
type term struct {
	evidence int // index in the list of evidence
	kind     EvidenceKind
	subject  int
	detail   int  // answer index or outcome
	late     bool // the answer came after a fix that may have changed it
	log      []float64
	p        []float64 // for Answered: the likelihoods themselves
	check    *Check    // for Answered: with the likelihoods of the person or machine that answered
	wrong    float64   // for Answered: chance that the answer is a mistake
}

// reading is the result of reading a list of evidence.
type reading struct {
	terms       []term
	checkClosed []bool // answered; not offered again, even when the answer may have changed since
	checkLater  []bool
	checkStale  []bool // answered, but a fix that was tried since may have changed the answer
	fixClosed   []bool
	fixLacks    []int  // by shut fix: answers that it needs and that may still come
	fixPending  []bool // done, and its success is not known yet
	triedAt     []int  // by fix: index of the evidence that it was tried or declined
	gateOpen    map[string]bool
	solved      bool
	solvedBy    string
}

// read turns evidence into terms. An epoch of a check ends with a fix that may have changed the answer.
// Within one epoch the last answer counts. Answers of different epochs count each for its own epoch, but the
// same answer counts only once, since an answer that a failed fix did not change is no new observation. For
// the same reason a fix that failed twice counts once.
func (c *Core) read(list []Evidence) reading {
	r := reading{
		checkClosed: make([]bool, len(c.model.Checks)),
		checkLater:  make([]bool, len(c.model.Checks)),
		checkStale:  make([]bool, len(c.model.Checks)),
		fixClosed:   make([]bool, len(c.model.Fixes)),
		fixLacks:    make([]int, len(c.model.Fixes)),
		fixPending:  make([]bool, len(c.model.Fixes)),
		triedAt:     make([]int, len(c.model.Fixes)),
		gateOpen:    map[string]bool{},
	}
	epoch := make([]int, len(c.model.Checks))
	answers := map[[2]int]term{} // by check and epoch
	symptoms := map[int]term{}
	outcomes := map[[2]int]bool{} // by fix and outcome
	for i, e := range list {
		switch e.Kind {
		case Answered:
			if k, ok := c.checks[e.Subject]; ok {
				c.readAnswer(&r, answers, k, epoch[k], i, e)
			}
		case Noticed:
			if s, ok := c.symptoms[e.Subject]; ok {
				symptoms[s] = term{evidence: i, kind: Noticed, subject: s, log: c.likely(Noticed, s, 0).log}
			}
		case Tried:
			if f, ok := c.fixes[e.Subject]; ok {
				c.readFix(&r, outcomes, f, i, e.Outcome)
				if e.Outcome != Declined {
					for k := range epoch {
						if c.staleBy[k][f] {
							epoch[k]++
							r.checkStale[k] = r.checkClosed[k]
						}
					}
				}
			}
		case Confirmed:
			r.gateOpen[e.Subject] = true
		}
	}
	for s := range symptoms {
		if c.model.Symptoms[s].MessageShown {
			c.settleMessage(&r, answers)
		}
	}
	c.applyConditions(&r, list)
	for _, t := range answers {
		r.terms = append(r.terms, t)
	}
	for _, t := range symptoms {
		r.terms = append(r.terms, t)
	}
	r.terms = once(r.terms)
	r.terms = slices.DeleteFunc(slices.Clone(r.terms), func(t term) bool { return c.isRepeated(t, &r) })
	return r
}

// settleMessage drops the answers to whether the phone shows a message, since the message itself is known.
func (c *Core) settleMessage(r *reading, answers map[[2]int]term) {
	for k := range c.model.Checks {
		if len(c.model.Checks[k].MessageShown) == 0 {
			continue
		}
		r.checkClosed[k], r.checkLater[k] = true, false
		maps.DeleteFunc(answers, func(key [2]int, _ term) bool { return key[0] == k })
	}
}

// isRepeated reports whether an answer says only what a standing answer to another check says.
func (c *Core) isRepeated(t term, r *reading) bool {
	if t.kind != Answered || len(c.model.Checks[t.subject].Repeats) == 0 {
		return false
	}
	same := c.model.Checks[t.subject].Repeats[t.detail]
	k, known := c.checks[same.Check]
	return known && !r.checkStale[k] && slices.ContainsFunc(r.terms, func(o term) bool {
		return o.kind == Answered && o.subject == k && slices.Contains(same.Answers, c.model.Checks[k].Answers[o.detail])
	})
}

// once sorts the terms, so that equal sets of evidence give equal sums, to the bit. Of terms that say the
// same it keeps the first: in a long case they are many, so they go before the others are sorted.
func once(terms []term) []term {
	first := map[[3]int]int{} // index in kept
	kept := terms[:0]
	for _, t := range terms {
		says := [3]int{int(t.kind), t.subject, t.detail}
		if at, known := first[says]; !known {
			first[says] = len(kept)
			kept = append(kept, t)
		} else if t.evidence < kept[at].evidence {
			kept[at] = t
		}
	}
	slices.SortFunc(kept, func(a, b term) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.subject, b.subject), cmp.Compare(a.detail, b.detail))
	})
	return kept
}

func (c *Core) readAnswer(r *reading, answers map[[2]int]term, k, epoch, at int, e Evidence) {
	key := [2]int{k, epoch}
	delete(answers, key)
	r.checkClosed[k], r.checkLater[k], r.checkStale[k] = true, false, false
	switch e.Answer {
	case CantTell:
	case NotNow:
		r.checkLater[k] = true
	default:
		check := &c.model.Checks[k]
		a := slices.Index(check.Answers, e.Answer)
		if a < 0 {
			r.checkClosed[k] = false
			return
		}
		t := term{evidence: at, kind: Answered, subject: k, detail: a, late: epoch > 0, check: check, wrong: mistakes}
		var likely column
		if e.Reader != "" {
			t.check, t.wrong = check.readBy(e.Reader)
			likely = c.columnOf(checkColumn(t.check, a))
		} else {
			likely = c.likely(Answered, k, a)
		}
		t.p, t.log = likely.p, likely.log
		answers[key] = t
	}
}

func (c *Core) readFix(r *reading, outcomes map[[2]int]bool, f, at int, outcome Outcome) {
	t := term{evidence: at, kind: Tried, subject: f, detail: int(outcome)}
	r.fixClosed[f], r.fixPending[f], r.triedAt[f] = true, outcome == Unsure, at
	if outcome != Failed && outcome != Worked { // the others say nothing about the causes
		return
	}
	t.log = c.likely(Tried, f, int(outcome)).log
	r.solved, r.solvedBy = outcome == Worked, ""
	if r.solved {
		r.solvedBy = c.model.Fixes[f].ID
	}
	if same := [2]int{f, int(outcome)}; !outcomes[same] { // else once would drop it
		r.terms, outcomes[same] = append(r.terms, t), true
	}
}

// Belief is a cause with its probability.
type Belief struct {
	Cause string
	P     float64
}

// hypotheses returns the normalised belief in each single cause and each pair: prior times likelihoods.
func (c *Core) hypotheses(terms []term) []float64 { return normalise(c.weights(terms), c.logPrior) }

// normalise turns logarithms into probabilities that sum to 1. When the evidence excludes every cause, the
// fallback counts.
func normalise(logs, fallback []float64) []float64 {
	most := slices.Max(logs)
	if math.IsInf(most, -1) {
		logs, most = fallback, slices.Max(fallback)
	}
	p := make([]float64, len(logs))
	sum := 0.0
	for h, l := range logs {
		p[h] = math.Exp(l - most)
		sum += p[h]
	}
	for h := range p {
		p[h] /= sum
	}
	return p
}
