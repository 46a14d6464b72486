package lab

import (
	"math"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// history holds the steps that were done already.
type history struct {
	asked, tried, open map[string]bool
}

func past(e []diagnosis.Evidence) history {
	h := history{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, x := range e {
		switch x.Kind {
		case diagnosis.Answered:
			h.asked[x.Subject] = true
		case diagnosis.Tried:
			h.tried[x.Subject] = true
		case diagnosis.Confirmed:
			h.open[x.Subject] = true
		}
	}
	return h
}

// behindGates returns the fix, or the first gate before it that is still closed.
func (h *history) behindGates(f *diagnosis.Fix) diagnosis.Option {
	for _, g := range f.Gates {
		if !h.open[g] {
			return diagnosis.Option{Kind: diagnosis.StepGate, ID: g, For: f.ID}
		}
	}
	return diagnosis.Option{Kind: diagnosis.StepFix, ID: f.ID}
}

// gateMinutes returns the minutes of the gates before a fix that are still closed.
func (h *history) gateMinutes(m *diagnosis.Model, f *diagnosis.Fix) float64 {
	minutes := 0.0
	for _, id := range f.Gates {
		for _, g := range m.Gates {
			if g.ID == id && !h.open[id] {
				minutes += g.Minutes
			}
		}
	}
	return minutes
}

// mayCome reports whether the answers and the gates of the core let a fix be proposed, so that all policies
// play by the same rules.
func mayCome(core *diagnosis.Core, f *diagnosis.Fix, e []diagnosis.Evidence) bool {
	if !core.IsOpen(e, f.ID) {
		return false
	}
	if f.Risk < diagnosis.LosesSettings {
		return true
	}
	b, _ := core.Blocks(e, f.ID)
	return len(b.Harmless) == 0 && !b.Pointless
}

// comesFirst returns the check that must be asked, or the fix that must be tried, before a fix is proposed:
// an empty id and an index below 0 when nothing must. A fix must only while it may come and is worth its
// minutes.
func comesFirst(core *diagnosis.Core, e []diagnosis.Evidence, f *diagnosis.Fix) (check string, fix int) {
	m, h := core.Model(), past(e)
	var chances []float64
	for _, id := range f.First {
		isCheck := func(k diagnosis.Check) bool { return k.ID == id }
		if !h.asked[id] && slices.ContainsFunc(m.Checks, isCheck) {
			return id, -1
		}
		g := slices.IndexFunc(m.Fixes, func(g diagnosis.Fix) bool { return g.ID == id })
		if g < 0 || h.tried[id] {
			continue
		}
		if chances == nil {
			chances = core.Chances(e)
		}
		if chances[g]*m.ServiceMinutes > m.Fixes[g].Minutes && mayCome(core, &m.Fixes[g], e) {
			return "", g
		}
	}
	return "", -1
}

// EfficiencyPolicy tries fixes by chance per minute under the present belief and asks nothing; it stops where
// handing over is cheaper. Risky fixes come only where the core would let them come.
func EfficiencyPolicy(core *diagnosis.Core) simulation.Policy {
	m := core.Model()
	return func(e []diagnosis.Evidence) diagnosis.Option {
		b, _ := core.Beliefs(e)
		h := past(e)
		best, most := -1, 0.0
		for f := range m.Fixes {
			if h.tried[m.Fixes[f].ID] {
				continue
			}
			chance := 0.0
			for i, p := range m.Fixes[f].Cure {
				chance += b[i] * p
			}
			minutes := m.Fixes[f].Minutes + h.gateMinutes(m, &m.Fixes[f])
			if chance*m.ServiceMinutes > minutes && chance/minutes > most && mayCome(core, &m.Fixes[f], e) {
				best, most = f, chance/minutes
			}
		}
		if best < 0 {
			return diagnosis.Option{Kind: diagnosis.StepSupport}
		}
		for range m.Fixes { // what comes first may have something before it, too
			check, fix := comesFirst(core, e, &m.Fixes[best])
			if check != "" {
				return diagnosis.Option{Kind: diagnosis.StepCheck, ID: check}
			}
			if fix < 0 {
				break
			}
			best = fix
		}
		return h.behindGates(&m.Fixes[best])
	}
}

// sureEnough is the belief at which the information policy stops asking.
const sureEnough = 0.8

// leastBits is the information per minute below which it stops asking too.
const leastBits = 0.02

// InformationPolicy asks the check with the most information per minute until one cause is likely enough,
// then goes by chance per minute.
func InformationPolicy(core *diagnosis.Core) simulation.Policy {
	m := core.Model()
	fixes := EfficiencyPolicy(core)
	return func(e []diagnosis.Evidence) diagnosis.Option {
		b, _ := core.Beliefs(e)
		h := past(e)
		most := 0.0
		for _, p := range b {
			most = math.Max(most, p)
		}
		best, gain := -1, leastBits
		for k := range m.Checks {
			if most < sureEnough && !h.asked[m.Checks[k].ID] {
				if g := information(b, &m.Checks[k]) / math.Max(m.Checks[k].Minutes, 0.05); g > gain {
					best, gain = k, g
				}
			}
		}
		if best >= 0 {
			return diagnosis.Option{Kind: diagnosis.StepCheck, ID: m.Checks[best].ID}
		}
		return fixes(e)
	}
}

// information returns the mutual information of a check's answer and the cause, in bits.
func information(b []float64, k *diagnosis.Check) float64 {
	bits := 0.0
	for a := range k.Answers {
		pa := 0.0
		for h, p := range b {
			pa += p * k.P[h][a]
		}
		for h, p := range b {
			if joint := p * k.P[h][a]; joint > 0 {
				bits += joint * math.Log2(k.P[h][a]/pa)
			}
		}
	}
	return bits * (1 - k.DontKnow)
}
