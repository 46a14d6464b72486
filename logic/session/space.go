package session

import (
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/storage"
)

// Unknown stands for a storage number that nobody has read yet.
const Unknown = -1

// inputs are what the planner was told. A case's file is checked before it is opened, so its content can be read; what
// can't be read counts as not said.
func inputs(s casefile.Storage) storage.Inputs {
	in, err := storage.Read(s.Plan, s.Used, s.Next, s.Content)
	if err != nil {
		in, _ = storage.Read(s.Plan, s.Used, s.Next, "")
	}
	return in
}

// storageOf is the event of the planner's inputs.
func storageOf(in storage.Inputs) casefile.Storage {
	var s casefile.Storage
	s.Plan, s.Used, s.Next, s.Content = in.Write()
	return s
}

// Plan works out the storage plan of other inputs than those of the view, for trying things out.
func (l *Library) Plan(v *View, in storage.Inputs) *storage.Plan {
	return storage.Make(in, v.Market, v.Device.Version, l.Planner)
}

// space derives the storage plan from the latest storage event, the only one that counts.
func (l *Library) space(v *View) {
	v.Numbers = casefile.Storage{Plan: Unknown, Used: Unknown, Next: Unknown}
	if i := v.latestStorage(); i >= 0 {
		v.Numbers = v.Case.Events[i].Storage
	}
	v.Market = l.Plans.MarketOfCase(v.Case.Country)
	v.Plan = l.Plan(v, inputs(v.Numbers))
}

// latestStorage is the index of the last storage event, or -1.
func (v *View) latestStorage() int {
	for i, e := range slices.Backward(v.Case.Events) {
		if e.Kind == casefile.KindStorage {
			return i
		}
	}
	return -1
}
