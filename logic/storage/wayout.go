package storage

import (
	"backupdoctor/logic/apple"
)

// State says whether a condition holds.
type State int

// The states.
const (
	Open State = iota // nobody has said
	Met
	Unmet
)

// condition is one that must hold for the free way out.
type condition struct {
	Key   string // of its sentence in the translations
	State State
}

// WayOut is Apple's free storage for moving to a new device: as much as one backup needs, for some weeks.
type WayOut struct {
	State      State // Met when every condition holds, Unmet when one does not
	Conditions []condition
	Route      string // id of the route to the button
	Days       int    // to restore in
	ExtraDays  int    // once more, on request
	KeptDays   int    // until the copy is deleted after the restore
}

// wayOut checks the conditions: a new device, a backup larger than what is free, a system that is new enough, the same
// account on both.
func (p *Plan) wayOut(facts *temporaryFacts) WayOut {
	w := WayOut{Route: facts.Route, Days: facts.Days, ExtraDays: facts.ExtraDays, KeptDays: facts.KeptDays}
	buys := [...]State{NotKnown: Open, On: Met, Off: Unmet}[p.Inputs.NewDevice]
	larger := Open
	if v := &p.Verdict; v.HasFree && v.Counted {
		if larger = Unmet; v.Fit == DoesNotFit {
			larger = Met
		}
	}
	current := Open
	if least, err := apple.ParseVersion(facts.Since); err == nil && p.system.Major > 0 {
		if current = Met; p.system.Major < least.Major {
			current = Unmet
		}
	}
	w.Conditions = []condition{
		{"planner.temporary.new-device", buys},
		{"planner.temporary.larger", larger},
		{"planner.temporary.system", current},
		{"planner.temporary.account", Open},
	}
	w.State = Met
	for _, c := range w.Conditions[:3] { // the account is for the person to see to
		switch {
		case c.State == Unmet:
			w.State = Unmet
		case c.State == Open && w.State == Met:
			w.State = Open
		}
	}
	return w
}
