package storage

import (
	"slices"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// bundleRule says what becomes of an iCloud+ plan with an Apple One bundle (A: Apple's page on Apple One).
type bundleRule string

// The rules. All but bundleHeld hold for the moment in which somebody subscribes to the bundle.
const (
	bundleOpen     bundleRule = ""         // the plan is not known, or the free one, which nobody ends
	bundleReplaces bundleRule = "replaces" // the bundle has more storage: the plan ends, with a refund
	bundleEquals   bundleRule = "equals"   // as much: both count during a free trial, then the plan ends
	bundleAdds     bundleRule = "adds"     // less: both stay and add up
	bundleHeld     bundleRule = "held"     // the account has the bundle: whatever plan is bought adds
)

// Bundled is what an account has with an Apple One bundle.
type Bundled struct {
	Bundle   prices.Bundle
	Rule     string // key of the sentence about the plan beside it; empty while that is not known, or free
	Total    int64  // bytes; the bundle alone when the plan is not known
	Held     bool   // the account has it
	Sold     bool   // false where Apple does not sell it
	HasPrice bool
	Price    prices.Price // of the bundle, without the plan beside it
}

// Bundles is what each bundle makes or would make of the account's storage, by rising storage.
func (p *Plan) Bundles() []Bundled {
	own, known := p.Inputs.ownPlan(p.data.Prices)
	list := make([]Bundled, 0, len(p.data.Prices.Bundles))
	for _, b := range p.data.Prices.Bundles {
		one := Bundled{
			Bundle: b, Total: b.Capacity, Held: b.ID == p.Inputs.Bundle, Sold: b.SoldIn(p.Market.ID),
		}
		rule := bundleOpen
		switch {
		case !known:
		case one.Held:
			rule, one.Total = bundleHeld, p.Inputs.Plan.Likely
		default:
			rule, one.Total = subscribed(own, b, p.data.Prices)
		}
		if rule != bundleOpen {
			one.Rule = "storage.bundle." + string(rule)
		}
		one.Price, one.HasPrice = b.Price(p.Market.ID)
		list = append(list, one)
	}
	return list
}

// subscribed is what becomes of a plan when somebody subscribes to a bundle. The free plan is none.
func subscribed(own int64, b prices.Bundle, list *prices.List) (bundleRule, int64) {
	switch {
	case free(own, list):
		return bundleOpen, max(b.Capacity, own)
	case own == b.Capacity:
		return bundleEquals, b.Capacity
	case own > b.Capacity:
		return bundleAdds, own + b.Capacity
	}
	return bundleReplaces, b.Capacity
}

// together is what a bundle that an account has makes with a plan. The free plan stands for the bundle alone.
func together(plan prices.Plan, b prices.Bundle) int64 {
	if plan.Free {
		return max(plan.Capacity, b.Capacity)
	}
	return plan.Capacity + b.Capacity
}

func free(bytes int64, list *prices.List) bool { return bytes <= list.Plans[0].Capacity }

func isPlan(bytes int64, list *prices.List) bool {
	return slices.ContainsFunc(list.Plans, func(p prices.Plan) bool { return p.Capacity == bytes })
}

// beside returns the plan that makes a size with a bundle.
func beside(b prices.Bundle, total int64, list *prices.List) (prices.Plan, bool) {
	i := slices.IndexFunc(list.Plans, func(plan prices.Plan) bool { return together(plan, b) == total })
	if i < 0 {
		return prices.Plan{}, false
	}
	return list.Plans[i], true
}

// makers are the bundles that make a size, alone or with a plan.
func makers(total int64, list *prices.List) []prices.Bundle {
	var found []prices.Bundle
	for _, b := range list.Bundles {
		if _, ok := beside(b, total, list); ok {
			found = append(found, b)
		}
	}
	return found
}

// withBundle returns in with the bundle that it must have, if nobody has said it: when no plan is as large, and
// only one bundle makes that size with a plan.
func (in Inputs) withBundle(list *prices.List) Inputs {
	if in.Bundle != "" || !in.Plan.Known() || isPlan(in.Plan.Likely, list) {
		return in
	}
	if found := makers(in.Plan.Likely, list); len(found) == 1 {
		in = in.Clone()
		in.Bundle = found[0].ID
	}
	return in
}

// ownPlan is the plan that the account has beside its bundle: the free one when the bundle is all there is.
// It is false when nothing is known, when Apple sells no such plan, or when the bundle and the size
// contradict each other.
func (in Inputs) ownPlan(list *prices.List) (int64, bool) {
	if !in.Plan.Known() {
		return 0, false
	}
	if b, held := list.Bundle(in.Bundle); held {
		plan, ok := beside(b, in.Plan.Likely, list)
		return plan.Capacity, ok
	}
	return in.Plan.Likely, isPlan(in.Plan.Likely, list)
}

// WithBundle returns in with another bundle, empty for none, and with the storage that follows from it. A size
// that only this bundle explains stays. Otherwise the bundle counts as subscribed to beside the present plan;
// where that is not known, the bundle's storage stands for it. Without a bundle its plan is left.
func (in Inputs) WithBundle(id string, list *prices.List) Inputs {
	if id == in.Bundle {
		return in
	}
	own, known := in.ownPlan(list)
	b, has := list.Bundle(id)
	_, explained := beside(b, in.Plan.Likely, list)
	unexplained := in.Bundle == "" && in.Plan.Known() && !known
	in = in.Clone()
	in.Bundle = id
	switch {
	case has && unexplained && explained:
	case has && !known:
		in.Plan = size.Of(b.Capacity, size.Described)
	case has:
		_, total := subscribed(own, b, list)
		in.Plan = size.Of(total, size.Described)
	case known:
		in.Plan = size.Of(own, size.Described)
	}
	return in
}
