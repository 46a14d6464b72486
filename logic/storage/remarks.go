package storage

import (
	"slices"
)

// Remark is something a person should know about the plan.
type Remark struct {
	Key   string // of a sentence in the translations
	Bytes int64  // for {{.Size}} in it; 0 when it has none
}

// remarks says what is odd or easily misunderstood about the numbers, the important first. Most of it is quiet: a sentence
// beside the numbers.
func (p *Plan) remarks() []Remark {
	var list []Remark
	say := func(holds bool, key string, bytes int64) {
		if holds {
			list = append(list, Remark{key, bytes})
		}
	}
	in, first := &p.Inputs, p.Inputs.First()
	plan := in.Plan
	say(plan.Known() && p.FreeKnown && p.Free < 0, "planner.remark.over-plan", -p.Free)
	say(p.Over > GB/10, "planner.remark.parts-exceed", p.Over)
	_, fits := in.ownPlan(p.data.Prices)
	say(plan.Known() && in.Bundle != "" && !fits, "planner.remark.bundle-plan", plan.Likely)
	say(plan.Known() && in.Bundle == "" && !p.sold(plan.Likely), "planner.remark.odd-plan", plan.Likely)
	sharing := slices.ContainsFunc(in.People, func(person Person) bool { return !person.Apart })
	say(sharing && !p.shared, "planner.remark.free-not-shared", 0)
	say(p.Next.From == Assumed, "planner.remark.next-assumed", 0)
	say(first.PhotosSync == NotKnown && first.Holds(p.data.Sizes)[Photos].Known() && !first.Next.Known(), "planner.remark.photos-switch", 0)
	say(first.PhotosSync == On, "planner.remark.optimize", 0)
	if w := in.Cloud[WhatsApp]; w.Known() && w.Likely > 0 {
		say(true, "planner.remark.whatsapp-twice", 0)
		say(true, "planner.remark.whatsapp-room", scale(w.Likely, p.data.Sizes.WhatsApp))
	}
	return list
}

// sold reports whether an account can have this much.
func (p *Plan) sold(size int64) bool {
	for i := range p.Offers {
		if p.Offers[i].Capacity == size {
			return true
		}
	}
	return false
}
