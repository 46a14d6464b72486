package guide

import (
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
)

// FixPage is the page of a fix as if no gate stood before it.
func (g *Guide) FixPage(v *session.View, id string) Page {
	return g.fixPage(v, Step{Kind: diagnosis.StepFix, ID: id})
}

// InOrder puts the steps of a plan into their order.
func (g *Guide) InOrder(plan []diagnosis.Option) []diagnosis.Option { return g.inOrder(plan) }
