package session

import (
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

const (
	// verdictAt is the belief from which the verdict about the kind of backup is given. Over simulated patients
	// it is then true at least nine times in ten.
	verdictAt = 0.92
	// verdictRatio is the least ratio of the odds for a kind to its odds without evidence. Most causes stop every
	// backup, so that a belief alone says nothing about the device.
	verdictRatio = 2
)

// verdict says which kind of backup is stopped, when the evidence and not only the prior speaks for it. A complaint alone is
// no evidence for it, and while a backup of today is known not every backup is stopped.
func (l *Library) verdict(v *View, beliefs []diagnosis.Belief) Verdict {
	if v.EvidenceCount == 0 || v.IsOver() || !l.isLookedAt(v) {
		return VerdictOpen
	}
	core := l.Core(v.Device)
	prior, _ := core.Beliefs(nil)
	p := map[string]float64{}
	for _, b := range beliefs {
		p[b.Cause] = b.P
	}
	now := make([]float64, len(prior))
	kinds := make([]knowledge.Stops, len(prior))
	for h, cause := range core.Model().Causes {
		now[h], kinds[h] = p[cause.ID], l.Base.Cause(cause.ID).Stops
	}
	verdict := verdictOf(kinds, prior, now)
	if verdict == VerdictAny && l.backsUp(v) {
		return VerdictOpen
	}
	return verdict
}

// backsUp reports whether an answer says that a backup was made today or moves on.
func (l *Library) backsUp(v *View) bool {
	for id, given := range v.Checks {
		k := l.Base.Check(id)
		if k == nil || given.Outdated {
			continue
		}
		if a := k.Answer(given.Answer); a != nil && a.Works && (given.Time.IsZero() || v.At.Sub(given.Time).Abs() < worksFor) {
			return true
		}
	}
	return false
}

// isLookedAt reports whether the evidence has more than what the person complains about.
func (l *Library) isLookedAt(v *View) bool {
	return slices.ContainsFunc(v.Evidence, func(e diagnosis.Evidence) bool {
		return e.Kind != diagnosis.Noticed || l.Base.Complaint(e.Subject) == nil
	})
}

// verdictOf compares the beliefs in the causes of each kind with those without evidence.
func verdictOf(kinds []knowledge.Stops, prior, now []float64) Verdict {
	for kind, verdict := range map[knowledge.Stops]Verdict{
		knowledge.StopsAutomatic: VerdictAutomatic, knowledge.StopsAny: VerdictAny,
	} {
		before, after := 0.0, 0.0
		for h, k := range kinds {
			if k == kind {
				before += prior[h]
				after += now[h]
			}
		}
		if after >= verdictAt && after*(1-before) >= verdictRatio*before*(1-after) {
			return verdict
		}
	}
	return VerdictOpen
}
