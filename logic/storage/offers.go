package storage

import (
	"cmp"
	"slices"

	"github.com/bojanz/currency"

	"backupdoctor/logic/prices"
)

// Offer is one way to have storage: a plan, an Apple One bundle, or both.
type Offer struct {
	Plan   prices.Plan
	Bundle prices.Bundle // empty ID for none
	Held   bool          // the bundle is there already and costs nothing more
	NoPlan bool          // the bundle alone: no plan is paid for beside it

	Capacity int64
	Current  bool // this is what the person has
	Free     bool // costs nothing, or nothing more than the bundle that is there
	HasPrice bool // Month and Year are set; never when Free
	Month    currency.Amount
	Year     currency.Amount // twelve months
	Share    bool            // can be shared with the family

	fit      fit   // whether it holds the likely need now
	Sure     bool  // it holds the need even if all is as large as it may be
	Short    int64 // bytes missing for the likely need
	Headroom int64 // bytes left with the likely need
	Tight    bool  // so few that the phone's rounding could turn it
	FullIn   Span  // when it no longer holds what comes
}

// offers lists everything that can be had in a market, by rising storage and then by price. Beside a bundle
// that an account has, any plan can be bought. A bundle that it does not have is offered alone or with a larger
// plan, which stays when somebody subscribes (A: Apple's page on Apple One); and only where it is sold.
func offers(in *Inputs, market prices.Market, list *prices.List) []Offer {
	var all []Offer
	held, has := list.Bundle(in.Bundle)
	for _, plan := range list.Plans {
		o := Offer{Plan: plan, Capacity: plan.Capacity, Free: plan.Free, Share: !plan.Free}
		if price, ok := market.Price(plan.ID); ok {
			o.HasPrice, o.Month, o.Year = true, price.Month, price.Year
		}
		if !has {
			all = append(all, o)
			for _, b := range list.Bundles {
				if b.SoldIn(market.ID) && (plan.Free || plan.Capacity > b.Capacity) {
					all = append(all, o.beside(b, market))
				}
			}
			continue
		}
		o.Held = true
		all = append(all, o.beside(held, market))
	}
	for i := range all {
		all[i].Current = in.Plan.Known() && in.Plan.Likely == all[i].Capacity &&
			(all[i].Bundle.ID == "" || all[i].Held)
	}
	slices.SortStableFunc(all, func(a, b Offer) int {
		return cmp.Or(cmp.Compare(a.Capacity, b.Capacity), compareOffers(&a, &b))
	})
	return all
}

// beside returns what the plan of an offer and a bundle make together; the free plan stands for the bundle
// alone.
func (o Offer) beside(b prices.Bundle, market prices.Market) Offer {
	o.Bundle, o.Share, o.NoPlan, o.Capacity = b, true, o.Plan.Free, together(o.Plan, b)
	if o.Held {
		return o
	}
	o.Free = false
	price, ok := b.Price(market.ID)
	switch {
	case !ok:
		o.HasPrice = false
	case o.NoPlan:
		o.HasPrice, o.Month, o.Year = true, price.Month, price.Year
	case o.HasPrice:
		month, err1 := o.Month.Add(price.Month)
		year, err2 := o.Year.Add(price.Year)
		o.HasPrice, o.Month, o.Year = err1 == nil && err2 == nil, month, year
	}
	return o
}

// compareOffers orders offers by what they cost each month: nothing first, then by price, those without a
// known price last and among themselves by storage.
func compareOffers(a, b *Offer) int {
	rank := func(o *Offer) int {
		switch {
		case o.Free:
			return 0
		case o.HasPrice:
			return 1
		default:
			return 2
		}
	}
	if ra, rb := rank(a), rank(b); ra != rb {
		return ra - rb
	}
	if a.HasPrice && b.HasPrice && !a.Free {
		if order, err := a.Month.Cmp(b.Month); err == nil && order != 0 {
			return order
		}
	}
	return cmp.Or(cmp.Compare(a.Capacity, b.Capacity), cmp.Compare(a.Bundle.ID, b.Bundle.ID))
}

// Choice is the cheapest offer that is enough until a month, as an index in Offers; -1 when no offer is large
// enough.
type Choice struct {
	Months  int
	Cheap   int // holds the likely need
	Careful int // holds the need even if all is as large, and grows as fast, as it may, and the phone has rounded
}

// horizons are the months that choices are given for.
var horizons = [...]int{0, 12, 36}

// choose finds the cheapest offers for each of the horizons.
func (p *Plan) choose() {
	for i, months := range horizons {
		need := p.At(float64(months))
		p.Choices[i] = Choice{
			months, cheapest(p.Offers, need.Likely, 0, p.shared),
			cheapest(p.Offers, need.High, coarse(p.Used.Likely), p.shared),
		}
	}
}

// Smaller returns an offer that costs less than the present plan and is enough for at least a year, even if all
// is as large, and grows as fast, as it may; nil when there is none, or too little is known to advise it.
func (p *Plan) Smaller() *Offer {
	if p.Verdict.Answer != AnswerFits || !p.Verdict.Sure || p.Managed {
		return nil
	}
	best := p.Choices[slices.Index(horizons[:], 12)].Careful
	for i := range p.Offers {
		if o := &p.Offers[i]; o.Current && o.HasPrice && best >= 0 && compareOffers(&p.Offers[best], o) < 0 {
			return &p.Offers[best]
		}
	}
	return nil
}

// cheapest is the index of the cheapest offer that holds the need; -1 when there is none. What the person does
// not have must hold some more.
func cheapest(list []Offer, need, more int64, shared bool) int {
	best := -1
	for i := range list {
		o := &list[i]
		if (o.Current && o.Capacity >= need || o.Capacity >= need+more) && (o.Share || !shared) && (best < 0 || compareOffers(o, &list[max(best, 0)]) < 0) {
			best = i
		}
	}
	return best
}

// rate compares an offer with the need.
func (p *Plan) rate(o *Offer) {
	need := p.Need.Likely
	o.Sure = p.Need.High <= o.Capacity
	o.FullIn = p.until(o.Capacity)
	switch {
	case need > o.Capacity:
		o.fit, o.Short = doesNotFit, need-o.Capacity
	case !p.Used.Known():
		o.fit = fitUnknown
	default:
		o.fit, o.Headroom = fits, o.Capacity-need
		o.Tight = o.Headroom < coarse(p.Used.Likely)
	}
}
