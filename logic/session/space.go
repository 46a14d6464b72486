package session

import (
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/storage"
)

// inputs are what the latest Counted holds.
func (v *View) inputs() storage.Inputs {
	if i := v.Case.LatestCounted(); i >= 0 {
		return v.Case.Events[i].What.(casefile.Counted).Inputs
	}
	return storage.Inputs{}
}

// Plan works out the storage plan of other inputs than those of the view, for trying things out.
func (l *Library) Plan(v *View, in storage.Inputs) *storage.Plan {
	return storage.Make(in, v.Market, v.Device.Version, l.Planner)
}

// space derives the storage plan from the latest storage event, the only one that counts.
func (l *Library) space(v *View) {
	v.Market = l.Plans.MarketOfCase(v.Case.Country)
	v.Plan = l.Plan(v, v.inputs())
}
