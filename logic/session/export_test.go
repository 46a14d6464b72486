package session

import "backupdoctor/logic/diagnosis"

// FixPage is the page of a fix as if no gate stood before it.
func (l *Library) FixPage(v *View, id string) Page {
	return l.fixPage(v, Step{Kind: diagnosis.StepFix, ID: id})
}
