package session

import (
	"backupdoctor/logic/apple"
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
	room := min(apple.Room(v.Device.Kind, v.Case.Model), storage.MostOfDevice)
	return storage.MakeWithin(in, v.Market, v.Device.Version, room, l.Planner)
}

// statements tells what a storage event of a view says to the diagnosis.
func (l *Library) statements(v *View) func(event int) map[string]storage.Statement {
	latest := v.Case.LatestCounted()
	return func(event int) map[string]storage.Statement {
		if event == latest {
			return v.Plan.Evidence()
		}
		return l.Plan(v, v.Case.Events[event].What.(casefile.Counted).Inputs).Evidence()
	}
}

// space derives the storage plan from the latest storage event, the only one that counts.
func (l *Library) space(v *View) {
	v.Market = l.Plans.MarketOfCase(v.Case.Country)
	v.Plan = l.Plan(v, v.inputs())
}
