package guide

import (
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
)

// Remedy is a fix for a problem that was found, while the person still has that screen before them. A remedy
// loses and costs nothing. It is offered beside the recommended step, when it is not that step itself.
type Remedy struct {
	Step  Step
	Title string
}

// Remedy returns the fix for what was found, as the core finds it. It returns nil when there is none, when
// the result of a change is awaited or nothing more is to be done, and when that fix is the recommended step anyway.
func (g *Guide) Remedy(v *session.View) *Remedy {
	if v.State.Stage != session.StageOpen {
		return nil // the result of a change is awaited, or nothing is to be done
	}
	remedy, ok := g.lib.Core(v.Device).Remedy(v.Evidence)
	step := Step{Kind: diagnosis.StepFix, ID: remedy.Fix}
	if !ok || IsRecommended(v, step) {
		return nil
	}
	return &Remedy{Step: step, Title: g.base.Fill(g.base.Fix(remedy.Fix).Title, v.Device)}
}
