package guide

import (
	"slices"
	"strings"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
)

// SecondWay is what to do about a trouble that is known beside the one that was solved.
type SecondWay struct {
	Do      string // the words of its button
	Fix     Step   // the zero Step where the storage planner knows the way
	Storage bool
}

// second tells a known trouble, and what to do about it; nil where nothing harmless is known.
func (g *Guide) second(v *session.View, p session.Problem) (text string, way *SecondWay) {
	text = g.words.Text("solved.second", "Cause", g.base.Fill(p.Cause.Title, v.Device))
	if p.Cause.Group == "storage" {
		if v.Plan.Verdict.Counted {
			verdict := g.phrase.Verdict(v.Plan, &storage.CleanUp{}, v.At, nil)
			text = strings.TrimSpace(text + " " + verdict.Sum)
		}
		return text, &SecondWay{Storage: true, Do: g.words.Text("solved.second.room")}
	}
	if f := g.harmlessFix(v, p.Cause.ID); f != nil {
		way = &SecondWay{Fix: Step{Kind: diagnosis.StepFix, ID: f.ID}, Do: g.base.Fill(f.Title, v.Device)}
	}
	return text, way
}

// harmlessFix is the fix with the best chance against a cause of those that lose nothing; nil without one.
func (g *Guide) harmlessFix(v *session.View, cause string) *knowledge.Fix {
	var best *knowledge.Fix
	most := knowledge.Chance(0)
	for i := range g.base.Fixes {
		f := &g.base.Fixes[i]
		if f.Risk != knowledge.RiskNone || !f.IsFor(v.Device) {
			continue
		}
		for _, row := range f.Cures {
			if row.P > most && slices.Contains(row.Causes, cause) {
				best, most = f, row.P
			}
		}
	}
	return best
}
