package storage

import (
	"slices"

	"backupdoctor/logic/size"
)

// fit tells whether something has room.
type fit int

// The outcomes of a comparison. fitUnknown means that a number is missing that could turn it either way.
const (
	fitUnknown fit = iota
	fits
	doesNotFit
)

// key is the translation key of a comparison: "storage.fit.fits".
func (f fit) key() string {
	switch f {
	case fits:
		return "storage.fit.fits"
	case doesNotFit:
		return "storage.fit.does-not-fit"
	default:
		return "storage.fit.unknown"
	}
}

// Answer is what a person is told about the next backup.
type Answer int

// The answers.
const (
	AnswerOpen      Answer = iota // too little is known
	AnswerOdd                     // a number is in question; nothing is concluded from it
	AnswerNeed                    // how much is needed is known, but not the plan
	AnswerShort                   // the next backup does not fit
	AnswerFits                    // the next backup fits, and so do those of other devices and people
	AnswerFitsAlone               // the next backup fits, but not together with those
)

// Verdict answers whether there is room for the next backup of the first device, with the sums behind the
// answer. Sizes are in bytes.
type Verdict struct {
	Answer Answer
	fit    fit  // whether the next backup fits into the present plan, by the likely sizes
	Sure   bool // that is the same wherever in their ranges the sizes lie; never sure by a typical size

	Typical bool // the next backup is a typical size, because nobody has said anything of it
	Counted bool // what is used and the next backup are both known, and not by a typical size
	Close   bool // the phone's rounding could turn the answer

	Need     size.Range // used and the next backup
	Free     size.Range // plan less used; 0 when more is used than the plan holds. Only with HasFree.
	HasFree  bool
	Full     bool       // nothing can be stored any more, or next to nothing
	Over     size.Range // used beyond the plan, without any backup; all zero unless that is sure
	Short    size.Range // missing for the next backup; all zero when it likely fits
	Headroom size.Range // left after the next backup; all zero unless it likely fits
	Missing  int64      // what must go so that the plan holds the likely need of all who share it
}

const (
	// MostOfDevice is the storage of the largest iPhone and iPad, in bytes (M); a backup holds less.
	MostOfDevice = 2 * size.TB
	// rounding is how far two sizes with one decimal of a GB can be off together, and roundingTB a size with two
	// decimals of a TB with one of the other kind (M: so the phone writes them).
	rounding   = size.GB / 10
	roundingTB = size.TB / 100
)

// IsKnown reports whether enough is known to compare offers: the need, or that the present plan surely holds
// it or does not.
func (v *Verdict) IsKnown() bool { return v.Counted || v.Sure }

// verdict compares the next backup of the first device with what is free in the present plan. The backup fits
// when free >= next, which is Apple's condition. What is not known counts as nothing, so one number can be
// enough to see that there is no room.
func (p *Plan) verdict() Verdict {
	v := Verdict{Need: p.Used.Plus(p.Next.Range), Typical: p.Next.From == size.Assumed}
	v.Counted = p.Used.Known() && !v.Typical
	if p.Inputs.Plan.Known() {
		v.compare(p)
	}
	v.Answer = v.answer(p)
	return v
}

// compare works out the sums against the present plan.
func (v *Verdict) compare(p *Plan) {
	plan, used := p.Inputs.Plan.Likely, p.Used
	v.Missing = max(p.Need.Likely-plan, 0)
	if v.HasFree = used.Known(); v.HasFree {
		v.Free = size.Between(plan-used.High, plan-used.Likely, plan-used.Low)
	}
	v.Full = v.HasFree && v.Free.High <= fullUpTo
	if used.Known() && used.Low > plan {
		v.Over = size.Between(used.Low-plan, used.Likely-plan, used.High-plan)
	}
	switch {
	case v.Need.Likely > plan:
		v.fit, v.Short = doesNotFit, size.Between(v.Need.Low-plan, v.Need.Likely-plan, v.Need.High-plan)
		v.Sure = used.Low+p.leastNext() > plan
	case used.Known():
		v.fit, v.Headroom = fits, size.Between(plan-v.Need.High, plan-v.Need.Likely, plan-v.Need.Low)
		v.Sure = !p.typicalApps && v.Need.High <= plan
	}
	read := p.Inputs.Plan.IsRead() && p.Inputs.Used.IsRead() && p.Inputs.First().Next.IsRead()
	off := rounding
	if used.Likely >= size.TB && used.Likely%roundingTB == 0 {
		off = roundingTB
	}
	v.Close = read && max(v.Short.Likely, v.Headroom.Likely) < off
}

// answer decides what a person is told. A typical size decides nothing, unless every size would not fit.
func (v *Verdict) answer(p *Plan) Answer {
	switch {
	case p.isOdd():
		return AnswerOdd
	case !p.Inputs.Plan.Known():
		if v.Counted {
			return AnswerNeed
		}
	case v.fit == doesNotFit && (!v.Typical || v.Sure):
		return AnswerShort
	case v.fit == fits && !v.Typical && v.Missing > 0:
		return AnswerFitsAlone
	case v.fit == fits && !v.Typical:
		return AnswerFits
	}
	return AnswerOpen
}

// leastNext is what the next backup surely adds, without any typical size.
func (p *Plan) leastNext() int64 {
	if p.typicalApps {
		return p.least
	}
	return p.Next.Low
}

// isOdd reports whether a number is in question on which everything rests. More used than the plan holds is seldom
// so, but when it is, the sums are right.
func (p *Plan) isOdd() bool {
	return slices.ContainsFunc(p.Questions, func(q Question) bool { return q.About != overPlan })
}
