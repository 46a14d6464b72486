package planner

import (
	"github.com/bojanz/currency"

	"backupdoctor/logic/storage"
)

// Split is the cheapest way for a family to have enough: who shares one plan, and who keeps one alone.
type Split struct {
	Pool  int    // index in Offers of the shared plan, or of the account's own when nobody shares
	In    []bool // of People: shares the plan
	Alone []int  // of People: index in Singles of the own plan; -1 for those who share
	Month currency.Amount
	Year  currency.Amount
	Free  bool // costs nothing at all; Month and Year are then empty

	Singles []Offer // what one person alone can have
}

// split tries every way to divide the family: with five people that is 32. It is false with nobody else in the family,
// when somebody's use is not known, or when no way is enough or has a price. Members may share the plan or keep their own
// (A: Apple's page on Apple One).
func (p *Plan) split(market storage.Market, list *storage.PriceList) (Split, bool) {
	people := p.Inputs.People
	if len(people) == 0 || len(people) > MaxPeople {
		return Split{}, false
	}
	own := p.Need.Likely
	for _, person := range people {
		if !person.Used.Known() {
			return Split{}, false
		}
		if !person.Apart {
			own -= person.Used.Likely + person.Adds.Likely
		}
	}
	singles := offers(&Inputs{}, market, list)
	best, found := Split{}, false
	for mask := range 1 << len(people) {
		s, ok := p.divided(mask, max(own, 0), singles)
		if ok && (!found || less(&s, &best)) {
			best, found = s, true
		}
	}
	best.Singles = singles
	return best, found
}

// divided prices one way to divide the family; bit i of mask means that person i shares.
func (p *Plan) divided(mask int, own int64, singles []Offer) (Split, bool) {
	people := p.Inputs.People
	s := Split{In: make([]bool, len(people)), Alone: make([]int, len(people)), Free: true}
	pool := own
	for i, person := range people {
		need := person.Used.Likely + person.Adds.Likely
		if s.In[i] = mask>>i&1 == 1; s.In[i] {
			pool, s.Alone[i] = pool+need, -1
			continue
		}
		s.Alone[i] = cheapest(singles, need, false)
		if s.Alone[i] < 0 || !s.pay(&singles[s.Alone[i]]) {
			return s, false
		}
	}
	s.Pool = cheapest(p.Offers, pool, mask != 0)
	return s, s.Pool >= 0 && s.pay(&p.Offers[s.Pool])
}

// pay adds an offer's price; false when it is not known.
func (s *Split) pay(o *Offer) bool {
	switch {
	case o.Free:
		return true
	case !o.HasPrice:
		return false
	case s.Free:
		s.Free, s.Month, s.Year = false, o.Month, o.Year
		return true
	}
	month, err1 := s.Month.Add(o.Month)
	year, err2 := s.Year.Add(o.Year)
	s.Month, s.Year = month, year
	return err1 == nil && err2 == nil
}

// less reports whether a costs less than b.
func less(a, b *Split) bool {
	if a.Free || b.Free {
		return a.Free && !b.Free
	}
	order, err := a.Month.Cmp(b.Month)
	return err == nil && order < 0
}
