package diagnosis

import (
	"math"
	"sync"
)

// Core is a model that is prepared for deciding. A core never changes after New, so any number of goroutines
// may share it.
type Core struct {
	model Model

	checks   map[string]int
	fixes    map[string]int
	symptoms map[string]int
	gates    map[string]int
	causes   map[string]int

	oneStep bool // no guided look-ahead

	// Hypotheses are the single causes and after them the pairs.
	pairs    [][2]int
	logPrior []float64
	// answers[check][answer] is the transposed table: one answer's likelihoods lie side by side.
	answers [][]column
	shows   []column // by symptom
	fails   []column // by fix: that the fix does not help
	works   []column // by fix: that the person says that the fix helped

	cures   [][]cure       // by fix: the causes that it can cure
	curedBy [][]cure       // by hypothesis: the fixes that can cure the cause, or one cause of the pair
	halves  [][]int        // by fix: the pairs of which the fix cures at least one cause
	mild    []int32        // the fixes that lose nothing
	risky   []int32        // the fixes that may lose settings or data
	shared  [][]int        // by gate: the fixes behind the gate, when they are several
	staleBy []map[int]bool // staleBy[check][fix]
	opens   [][][]int32    // opens[check][answer]: the fixes that need the answer

	coincident func() *Core // the same model with coincidences; made when it is first needed
	// made holds the columns that a core with coincidences has needed so far; nil for other cores. All of them would
	// take some 20 MB, and a case needs few.
	made *sync.Map
}

// column holds a likelihood under each hypothesis, and its logarithm: first the single causes, then the
// pairs.
type column struct{ p, log []float64 }

func (c *Core) columnOf(single func(h int) float64, pair func(a, b int) float64) column {
	n := len(c.model.Causes) + len(c.pairs)
	out := column{make([]float64, n), make([]float64, n)}
	for h := range out.p {
		if h < len(c.model.Causes) {
			out.p[h] = single(h)
		} else {
			p := c.pairs[h-len(c.model.Causes)]
			out.p[h] = pair(p[0], p[1])
		}
		out.log[h] = math.Log(out.p[h])
	}
	return out
}

// likely returns the likelihoods of a term.
func (c *Core) likely(kind EvidenceKind, subject, detail int) column {
	switch {
	case c.made != nil:
		key := [3]int{int(kind), subject, detail}
		if found, ok := c.made.Load(key); ok {
			return found.(column)
		}
		made := c.makeColumn(kind, subject, detail)
		c.made.Store(key, made)
		return made
	case kind == Noticed:
		return c.shows[subject]
	case kind == Answered:
		return c.answers[subject][detail]
	case Outcome(detail) == Worked:
		return c.works[subject]
	}
	return c.fails[subject]
}

func (c *Core) makeColumn(kind EvidenceKind, subject, detail int) column {
	switch kind {
	case Noticed:
		p := c.model.Symptoms[subject].P
		// Of two causes at once, the message may be about either.
		return c.columnOf(func(h int) float64 { return p[h] }, func(a, b int) float64 { return (p[a] + p[b]) / 2 })
	case Answered:
		return c.columnOf(checkColumn(&c.model.Checks[subject], detail))
	}
	cures := c.model.Fixes[subject].Cure
	cured := func(p float64) float64 { return 1 - p }
	if Outcome(detail) == Worked {
		cured = func(p float64) float64 { return p*(1-reportError) + (1-p)*reportError }
	}
	return c.columnOf(func(h int) float64 { return cured(cures[h]) }, func(a, b int) float64 { return cured(cures[a] * cures[b]) })
}

// cure links a fix with a cause.
type cure struct {
	p  float64 // that the fix cures the cause
	at int32   // index of the cause in a list of a fix, and of the fix in a list of a cause
}

// New validates the model and prepares it. The model must not be changed afterwards.
func New(model Model) (*Core, error) {
	if err := model.Validate(); err != nil {
		return nil, err
	}
	c := &Core{
		model:    model,
		checks:   map[string]int{},
		fixes:    map[string]int{},
		symptoms: map[string]int{},
		gates:    map[string]int{},
		causes:   map[string]int{},
	}
	total := 0.0
	for _, h := range model.Causes {
		total += h.Prior
	}
	for _, p := range model.Pairs {
		total += p.Prior
	}
	for h, cause := range model.Causes {
		c.causes[cause.ID] = h
		c.logPrior = append(c.logPrior, math.Log(cause.Prior/total))
	}
	for _, p := range model.Pairs {
		c.pairs = append(c.pairs, [2]int{c.causes[p.A], c.causes[p.B]})
		c.logPrior = append(c.logPrior, math.Log(p.Prior/total))
	}
	for i, s := range model.Symptoms {
		c.symptoms[s.ID] = i
		c.shows = append(c.shows, c.makeColumn(Noticed, i, 0))
	}
	for i, g := range model.Gates {
		c.gates[g.ID] = i
	}
	c.addFixes()
	c.addChecks()
	c.addOpens()
	c.coincident = sync.OnceValue(c.withCoincidences)
	return c, nil
}

func (c *Core) addFixes() {
	c.curedBy = make([][]cure, len(c.model.Causes)+len(c.pairs))
	behind := make([][]int, len(c.model.Gates))
	for f, fix := range c.model.Fixes {
		c.fixes[fix.ID] = f
		if fix.Risk >= LosesSettings {
			c.risky = append(c.risky, int32(f))
		} else {
			c.mild = append(c.mild, int32(f))
		}
		var row []cure
		for h, p := range fix.Cure {
			if p > 0 {
				row = append(row, cure{p, int32(h)})
				c.curedBy[h] = append(c.curedBy[h], cure{p, int32(f)})
			}
		}
		c.cures = append(c.cures, row)
		c.addPairs(f, fix.Cure)
		c.fails = append(c.fails, c.makeColumn(Tried, f, int(Failed)))
		c.works = append(c.works, c.makeColumn(Tried, f, int(Worked)))
		for _, id := range fix.Gates {
			behind[c.gates[id]] = append(behind[c.gates[id]], f)
		}
	}
	c.shared = make([][]int, len(behind))
	for g, fixes := range behind {
		if len(fixes) > 1 {
			c.shared[g] = fixes
		}
	}
}

func (c *Core) addChecks() {
	for k := range c.model.Checks {
		check := &c.model.Checks[k]
		c.checks[check.ID] = k
		table := make([]column, len(check.Answers))
		for a := range check.Answers {
			table[a] = c.makeColumn(Answered, k, a)
		}
		c.answers = append(c.answers, table)
		stale := map[int]bool{}
		for _, id := range check.Stale {
			if f, ok := c.fixes[id]; ok {
				stale[f] = true
			}
		}
		c.staleBy = append(c.staleBy, stale)
	}
}

// checkColumn returns the likelihoods of an answer under one cause and under two.
func checkColumn(check *Check, a int) (single func(h int) float64, pair func(g, h int) float64) {
	shown := shownOf(check)
	if len(check.MessageShown) > 0 { // the message is about either cause, as with symptoms
		shown = func(a, g, h int) float64 { return (check.P[g][a] + check.P[h][a]) / 2 }
	}
	return func(h int) float64 { return check.P[h][a] }, func(g, h int) float64 { return shown(a, g, h) }
}

// Model returns the model of the core. It must not be changed.
func (c *Core) Model() *Model { return &c.model }

// OneStep returns a core for the same model that looks only one step ahead: two to three times as fast and a
// little farther from the optimum. The laboratory compares the two.
func (c *Core) OneStep() *Core {
	plain := *c
	plain.oneStep = true
	return &plain
}
