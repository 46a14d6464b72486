package session

import (
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/storage"
)

// Unknown stands for a storage number that nobody has read yet.
const Unknown = -1

// Numbers are the three sizes that the phone shows, in bytes; Unknown for those that are not known or not exact.
type Numbers struct{ Plan, Used, Next int64 }

func numbersOf(in storage.Inputs) Numbers {
	exact := func(a storage.Amount) int64 {
		if !a.Known() || !a.Exact() {
			return Unknown
		}
		return a.Likely
	}
	return Numbers{exact(in.Plan), exact(in.Used), exact(in.First().Next)}
}

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
	v.Numbers = numbersOf(v.inputs())
	v.Market = l.Plans.MarketOfCase(v.Case.Country)
	v.Plan = l.Plan(v, v.inputs())
}
