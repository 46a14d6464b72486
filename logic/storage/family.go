package storage

import (
	"github.com/bojanz/currency"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// Split is a way for a family to have enough: who shares one plan, and who keeps one alone.
type Split struct {
	Pool  int    // index in Offers of the shared plan, or of the account's own when nobody shares
	In    []bool // of People: shares the plan
	Alone []int  // of People: index in Singles of the own plan; -1 for those who share
	Month currency.Amount
	Year  currency.Amount
	Free  bool // costs nothing at all; Month and Year are then empty
	Sure  bool // enough even if everybody uses as much as they may
}

// Family compares the ways of a family to have enough.
type Family struct {
	Split           // the cheapest
	Apart    *Split // everybody keeps a plan of their own; nil where that is not enough or has no price
	Together *Split // all share one plan; likewise

	Own     size.Range // what the account itself needs, without those who share its plan
	Singles []Offer    // what one person alone can have
}

// family tries every way to divide the family: with five people that is 32. It is false with nobody else in
// the family, when somebody's use is not known, or when no way is enough or has a price. Members may share
// the plan or keep their own (A: Apple's page on Apple One).
func (p *Plan) family(market prices.Market, list *prices.List) (Family, bool) {
	people := p.people
	if len(people) == 0 || len(people) > MaxPeople {
		return Family{}, false
	}
	own := p.Need.Range
	for _, person := range people {
		if !person.Used.Known() {
			return Family{}, false
		}
		if !person.Apart {
			own = own.Less(person.Used.Plus(person.Adds.Range))
		}
	}
	f := Family{Own: own, Singles: offers(&Inputs{}, market, list)}
	found, all := false, 1<<len(people)
	for mask := range all {
		s, ok := p.divided(mask, own, f.Singles)
		if !ok {
			continue
		}
		if !found || less(&s, &f.Split) {
			found, f.Split = true, s
		}
		switch mask {
		case 0:
			f.Apart = &s
		case all - 1:
			f.Together = &s
		}
	}
	return f, found
}

// divided prices one way to divide the family; bit i of mask means that person i shares.
func (p *Plan) divided(mask int, own size.Range, singles []Offer) (Split, bool) {
	people := p.people
	s := Split{In: make([]bool, len(people)), Alone: make([]int, len(people)), Free: true, Sure: true}
	pool := own
	for i, person := range people {
		need := person.Used.Plus(person.Adds.Range)
		if s.In[i] = mask>>i&1 == 1; s.In[i] {
			pool, s.Alone[i] = pool.Plus(need), -1
			continue
		}
		s.Alone[i] = cheapest(singles, need.Likely, 0, false)
		if s.Alone[i] < 0 || !s.pay(&singles[s.Alone[i]], need.High) {
			return s, false
		}
	}
	s.Pool = cheapest(p.Offers, pool.Likely, 0, mask != 0)
	return s, s.Pool >= 0 && s.pay(&p.Offers[s.Pool], pool.High)
}

// pay adds an offer's price, and looks whether it is enough for most; false when the price is not known.
func (s *Split) pay(o *Offer, most int64) bool {
	s.Sure = s.Sure && most <= o.Capacity
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
