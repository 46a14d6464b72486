package diagnosis

import "math"

// Core is a model made ready for deciding. It is never changed after New, so any number of goroutines may share one.
type Core struct {
	model Model

	checks   map[string]int
	fixes    map[string]int
	symptoms map[string]int
	gates    map[string]int
	causes   map[string]int

	logPrior []float64
	// byAnswer[check][answer][cause] is the transposed table: one answer's likelihoods lie side by side.
	byAnswer [][][]float64
	// cures[fix] lists the causes that the fix can cure.
	cures [][]cure
	// byRisk lists the fixes that may lose settings or data (true) and the others.
	byRisk  map[bool][]int32
	staleBy []map[int]bool // staleBy[check][fix]
}

// cure links a fix with a cause.
type cure struct {
	cause int
	p     float64
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
		byRisk:   map[bool][]int32{},
	}
	total := 0.0
	for _, h := range model.Causes {
		total += h.Prior
	}
	for h, cause := range model.Causes {
		c.causes[cause.ID] = h
		c.logPrior = append(c.logPrior, math.Log(cause.Prior/total))
	}
	for i, s := range model.Symptoms {
		c.symptoms[s.ID] = i
	}
	for i, g := range model.Gates {
		c.gates[g.ID] = i
	}
	for f, fix := range model.Fixes {
		c.fixes[fix.ID] = f
		risky := fix.Risk >= LosesSettings
		c.byRisk[risky] = append(c.byRisk[risky], int32(f))
		var row []cure
		for h, p := range fix.Cure {
			if p > 0 {
				row = append(row, cure{h, p})
			}
		}
		c.cures = append(c.cures, row)
	}
	for k, check := range model.Checks {
		c.checks[check.ID] = k
		table := make([][]float64, len(check.Answers))
		for a := range check.Answers {
			table[a] = make([]float64, len(model.Causes))
			for h := range model.Causes {
				table[a][h] = check.P[h][a]
			}
		}
		c.byAnswer = append(c.byAnswer, table)
		stale := map[int]bool{}
		for _, id := range check.Stale {
			if f, ok := c.fixes[id]; ok {
				stale[f] = true
			}
		}
		c.staleBy = append(c.staleBy, stale)
	}
	return c, nil
}

// Model returns what the core was made from. It must not be changed.
func (c *Core) Model() *Model { return &c.model }

// HasCheck reports whether the id is a check of the model.
func (c *Core) HasCheck(id string) bool { _, ok := c.checks[id]; return ok }

// HasFix reports whether the id is a fix of the model.
func (c *Core) HasFix(id string) bool { _, ok := c.fixes[id]; return ok }

// HasSymptom reports whether the id is a symptom of the model.
func (c *Core) HasSymptom(id string) bool { _, ok := c.symptoms[id]; return ok }
