package storage

// WayOut is Apple's free storage for moving to a new device: as much as one backup needs, for some weeks. The
// conditions are keys of sentences in the translations. While none is broken, the storage may be had.
type WayOut struct {
	Open      []string // conditions of which nobody has said whether they hold
	Broken    []string // conditions that do not hold
	Route     string   // id of the route to the button
	Days      int      // to restore in
	ExtraDays int      // once more, on request
	KeptDays  int      // until the copy is deleted after the restore
}

// wayOut checks the conditions: a new device, a backup larger than what is free, a system that is new enough,
// the same account on both.
func (p *Plan) wayOut(facts *temporaryFacts) WayOut {
	w := WayOut{Route: facts.Route, Days: facts.Days, ExtraDays: facts.ExtraDays, KeptDays: facts.KeptDays}
	require := func(key string, known, holds bool) {
		switch {
		case !known:
			w.Open = append(w.Open, key)
		case !holds:
			w.Broken = append(w.Broken, key)
		}
	}
	v := &p.Verdict
	require("storage.temporary.new-device", p.Inputs.NewDevice != NotKnown, p.Inputs.NewDevice == On)
	require("storage.temporary.larger", v.HasFree && v.Counted, v.fit == doesNotFit)
	require("storage.temporary.system", p.system.Major > 0, p.system.Major >= facts.least.Major)
	require("storage.temporary.account", false, false) // only the person can see to it
	return w
}
