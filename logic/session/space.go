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
	market := l.marketOf(c.Country)
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

// changePlan is the route to where a larger plan is bought.
const changePlan = "change-plan"

// planPrice says what a larger plan costs in the market of the case: the cheapest that holds all, or while the numbers are not
// known the cheapest there is. It is empty without a market.
func (l *Library) planPrice(v *View) string {
	row, enough := v.Space.CheapestThatHolds()
	for i := 0; !enough && i < len(v.Space.Rows) && !row.HasPrice; i++ {
		row = v.Space.Rows[i]
	}
	if !row.HasPrice {
		return ""
	}
	key := "guide.price.from"
	if enough {
		key = "guide.price"
	}
	return l.Words.Text(key, "Size", l.Size(row.Plan.Capacity), "Price", prices.FormatPrice(row.Price.Month, l.Words.Locale()), "Country", l.CountryName(v.Case.Country))
}

// bytes writes a size, or that it is not known.
func (l *Library) bytes(n int64) string {
	if n < 0 {
		return l.Words.Text("size.unknown")
	}
	return storage.FormatBytes(n, l.Words.Locale())
}
