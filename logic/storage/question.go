package storage

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// Doubtful names what is doubtful about numbers. It is the key of its sentence in the translations.
type Doubtful string

// What can be doubtful, the important first.
const (
	tooMuchUsed   Doubtful = "storage.question.too-much-used" // more than any account can have
	TooLargeNext  Doubtful = "storage.question.too-large"     // a next backup larger than the device
	notSold       Doubtful = "storage.question.not-sold"      // a plan that Apple does not sell
	notWithBundle Doubtful = "storage.question.not-with"      // a plan that the bundle does not make
	overPlan      Doubtful = "storage.question.over-plan"     // more is used than the plan has
	FamilyExceeds Doubtful = "storage.question.family"        // members of the family use more than all together
)

// Question is about numbers that can't be right, or are so seldom right that a slip is likelier. While it is
// open, nothing of the space in iCloud is said to the diagnosis.
type Question struct {
	About   Doubtful
	Size    int64   // the number in question, in bytes
	Other   int64   // what it contradicts, in bytes; 0 for none
	Guesses []int64 // plans that may be meant instead of Size; empty where nobody can guess
	Settles bool    // a person may settle it: "it is so"
}

// id names the question with its numbers: with another number it is another question.
func (q *Question) id() string {
	name := string(q.About)
	return fmt.Sprintf("%s.%d.%d", name[strings.LastIndexByte(name, '.')+1:], q.Size, q.Other)
}

// Settle returns in with the numbers of a question confirmed by the person. That holds until one of them
// changes.
func (in Inputs) Settle(q Question) Inputs {
	in = in.Clone()
	about, _, _ := strings.Cut(q.id(), ".")
	in.Settled = slices.DeleteFunc(in.Settled, func(id string) bool { return strings.HasPrefix(id, about+".") })
	in.Settled = append(in.Settled, q.id())
	slices.Sort(in.Settled)
	return in
}

// isAsked reports whether a question about something is open.
func (p *Plan) isAsked(about Doubtful) bool {
	return slices.ContainsFunc(p.Questions, func(q Question) bool { return q.About == about })
}

// questions lists what is doubtful about the numbers and not settled, the important first.
func (p *Plan) questions() []Question {
	var list []Question
	in := &p.Inputs
	ask := func(holds bool, q Question) {
		if holds && !(q.Settles && slices.Contains(in.Settled, q.id())) {
			list = append(list, q)
		}
	}
	plan, used, next := in.Plan.Likely, in.Used.Likely, in.First().Next.Likely
	ask(p.tooMuch(), Question{About: tooMuchUsed, Size: used, Other: p.data.Prices.Most()})
	ask(in.First().Next.Low > p.room, Question{
		About: TooLargeNext, Size: next, Other: p.room, Settles: in.First().Next.Low <= MostOfDevice,
	})
	known := in.Plan.Known()
	sold := !known || isPlan(plan, p.data.Prices) || len(makers(plan, p.data.Prices)) > 0
	ask(!sold, Question{About: notSold, Size: plan, Guesses: p.meant(plan), Settles: true})
	bundle, has := p.data.Prices.Bundle(in.Bundle)
	_, goes := in.ownPlan(p.data.Prices)
	ask(known && sold && has && !goes, Question{
		About: notWithBundle, Size: plan, Other: bundle.Capacity, Guesses: p.made(plan, bundle), Settles: true,
	})
	ask(known && sold && !p.tooMuch() && in.Used.Low-plan > coarse(in.Used.Likely), Question{
		About: overPlan, Size: used, Other: plan, Settles: true,
	})
	if family, all := p.familyUse(); family-all > coarse(all) {
		ask(true, Question{About: FamilyExceeds, Size: family, Other: all, Settles: true})
	}
	return list
}

// tooMuch reports whether more is said to be used than any account can have.
func (p *Plan) tooMuch() bool { return p.Inputs.Used.Low > p.data.Prices.Most() }

// familyUse returns what the people who share the plan use at least, and what is used in all, or the plan
// where that is not known; both 0 when nothing is known.
func (p *Plan) familyUse() (family, all int64) {
	switch in := &p.Inputs; {
	case in.Used.Known():
		all = in.Used.High
	case in.Plan.Known():
		all = in.Plan.High
	default:
		return 0, 0
	}
	for _, person := range p.people {
		if !person.Apart {
			family += person.Used.Low
		}
	}
	return family, all
}

// coarse is how far the numbers of the phone can be off by rounding when they are as large as this.
func coarse(bytes int64) int64 {
	if bytes >= size.TB {
		return roundingTB
	}
	return rounding
}

// meant returns the plans that somebody may mean who says another size: those with the same digits, such as
// 200 GB and 2 TB for 20 GB, else the next smaller and the next larger one.
func (p *Plan) meant(bytes int64) []int64 {
	var alike, near []int64
	below, above := int64(0), int64(math.MaxInt64)
	for _, plan := range p.data.Prices.Plans {
		c := plan.Capacity
		switch {
		case c == bytes:
			continue
		case digits(c) == digits(bytes):
			alike = append(alike, c)
		case c < bytes:
			below = max(below, c)
		default:
			above = min(above, c)
		}
	}
	if len(alike) > 0 {
		return alike
	}
	if below > 0 {
		near = append(near, below)
	}
	if above < math.MaxInt64 {
		near = append(near, above)
	}
	return near
}

// made returns what an account has with a bundle: its storage alone, and with the plan that somebody names.
func (p *Plan) made(own int64, b prices.Bundle) []int64 {
	var list []int64
	for _, plan := range p.data.Prices.Plans {
		if total := together(plan, b); plan.Free || plan.Capacity == own && total != own {
			list = append(list, total)
		}
	}
	return list
}

// digits is a number without the zeros at its end.
func digits(n int64) int64 {
	for n != 0 && n%10 == 0 {
		n /= 10
	}
	return n
}
