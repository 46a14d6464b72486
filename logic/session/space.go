package session

import (
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/storage"
)

// Unknown stands for a storage number that nobody has read yet.
const Unknown = -1

// assess compares the numbers of a storage event with the plans of the case's market.
func (l *Library) assess(c *casefile.Case, s casefile.Storage) (storage.Assessment, prices.Market) {
	market := l.Plans.MarketOfCase(c.Country)
	return storage.Assess(storage.Input{Plan: s.Plan, Used: s.Used, Next: s.Next}, market, l.Plans), market
}

// storageEvidence is what a storage event says to the diagnosis: answers by check. Where the numbers themselves do not
// decide, the content may.
func (l *Library) storageEvidence(c *casefile.Case, s casefile.Storage) map[string]string {
	a, _ := l.assess(c, s)
	if a.Odd() {
		return nil // it was read or typed wrongly
	}
	answers := a.Evidence()
	if s.Content != "" {
		for check, answer := range storage.Answers(inputs(s), l.Planner) {
			if answers[check] == "" {
				answers[check] = answer
			}
		}
	}
	return answers
}

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

// space derives the storage view from the latest storage event.
func (l *Library) space(v *View) {
	v.Numbers = casefile.Storage{Plan: Unknown, Used: Unknown, Next: Unknown}
	for _, e := range v.Case.Events {
		if e.Kind == casefile.KindStorage {
			v.Numbers = e.Storage
		}
	}
	v.Space, v.Market = l.assess(&v.Case, v.Numbers)
	v.Plan = l.Plan(v, inputs(v.Numbers))
}
