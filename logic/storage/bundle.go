package storage

import (
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// BundleRule says what becomes of an iCloud+ plan when an Apple One bundle starts (A: Apple's page on Apple
// One).
type BundleRule string

// The rules.
const (
	BundleOpen     BundleRule = ""         // the plan is not known
	bundleReplaces BundleRule = "replaces" // the bundle has more storage: the plan ends, with a refund
	bundleEquals   BundleRule = "equals"   // as much: both count during a free trial, then the plan ends
	bundleAdds     BundleRule = "adds"     // less: both stay and add up
)

// Key is the translation key of the rule.
func (r BundleRule) Key() string { return "planner.bundle." + string(r) }

// Bundled is what an account has with an Apple One bundle.
type Bundled struct {
	Bundle   prices.Bundle
	Rule     BundleRule
	Total    int64 // bytes; the bundle alone when the plan is not known
	Held     bool  // the account has it
	HasPrice bool
	Price    prices.Price // of the bundle, without the plan beside it
}

// Bundles is what each bundle would make of the account's storage, by rising storage.
func (p *Plan) Bundles() []Bundled {
	own, known := p.Inputs.ownPlan(p.data.Prices)
	list := make([]Bundled, 0, len(p.data.Prices.Bundles))
	for _, b := range p.data.Prices.Bundles {
		one := Bundled{Bundle: b, Total: b.Capacity, Held: b.ID == p.Inputs.Bundle}
		if known {
			one.Rule, one.Total = bundled(own, b, p.data.Prices)
		}
		one.Price, one.HasPrice = b.Price(p.Market.ID)
		list = append(list, one)
	}
	return list
}

// bundled is what a plan and a bundle make together. The free plan is none.
func bundled(own int64, b prices.Bundle, list *prices.List) (BundleRule, int64) {
	switch {
	case own == b.Capacity && !free(own, list):
		return bundleEquals, b.Capacity
	case own > b.Capacity && !free(own, list):
		return bundleAdds, own + b.Capacity
	}
	return bundleReplaces, max(b.Capacity, own)
}

func free(bytes int64, list *prices.List) bool { return bytes <= list.Plans[0].Capacity }

// ownPlan is the plan that the account has beside its bundle: the free one when the bundle is all there is.
// It is false when nothing is known, or when the bundle and the size contradict each other.
func (in Inputs) ownPlan(list *prices.List) (int64, bool) {
	if !in.Plan.Known() {
		return 0, false
	}
	b, held := list.Bundle(in.Bundle)
	if !held {
		return in.Plan.Likely, true
	}
	for _, plan := range list.Plans {
		if rule, total := bundled(plan.Capacity, b, list); total == in.Plan.Likely &&
			(plan.Free || rule == bundleAdds) {
			return plan.Capacity, true
		}
	}
	return 0, false
}

// WithBundle returns in with another bundle, empty for none, and with the storage that follows from it by
// Apple's rules. Where the plan is not known the bundle's storage stands for it; a plan that a bundle took
// the place of is gone, so without the bundle the free storage is left.
func (in Inputs) WithBundle(id string, list *prices.List) Inputs {
	own, known := in.ownPlan(list)
	b, has := list.Bundle(id)
	in = in.Clone()
	in.Bundle = id
	switch {
	case has && !known:
		in.Plan = size.Of(b.Capacity, size.Described)
	case has:
		_, total := bundled(own, b, list)
		in.Plan = size.Of(total, size.Described)
	case known:
		in.Plan = size.Of(own, size.Described)
	}
	return in
}
