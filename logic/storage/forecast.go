package storage

import (
	"math"
	"time"

	"backupdoctor/logic/size"
)

// horizon is how many months ahead a forecast looks; what lies beyond counts as never.
const horizon = 600

// never stands for a month that does not come.
var never = math.Inf(1)

// Span says when something happens, in months from now: 0 when it has happened already, never when it does
// not within the horizon. Earliest <= Likely <= Latest.
type Span struct{ Earliest, Likely, Latest float64 }

// daysAMonth is a twelfth of a Gregorian year.
const daysAMonth = 365.2425 / 12

// Date is the day that lies a number of months after now. False means never.
func Date(now time.Time, months float64) (time.Time, bool) {
	if months > horizon || math.IsNaN(months) {
		return time.Time{}, false
	}
	return now.AddDate(0, 0, int(math.Max(months, 0)*daysAMonth)), true
}

// growth adds up what comes each month: what the person says of a class, and otherwise a share of its size.
func growth(in *Inputs, t *sums, s *Sizes) (total size.Range, by [Classes]size.Amount) {
	for c := range Classes {
		by[c] = in.Growth[c]
		if !by[c].Known() {
			share := s.growth[c]
			by[c] = size.Amount{Range: t.base[c].Times(share.Low, share.Likely, share.High), From: size.Assumed}
		}
		total = total.Plus(by[c].Range)
	}
	return total, by
}

// At is what the plan must hold in a number of months: the need of today and what comes until then.
func (p *Plan) At(months float64) size.Range {
	months = math.Min(math.Max(months, 0), horizon)
	return p.Need.Plus(p.Monthly.Times(months, months, months))
}

// until is when a size is no longer enough.
func (p *Plan) until(capacity int64) Span { return p.fullFrom(p.Need.Range, capacity) }

// fullFrom is when a size no longer holds a need and what comes. It is late when little is there and little
// comes.
func (p *Plan) fullFrom(need size.Range, capacity int64) Span {
	when := func(size, monthly int64) float64 {
		switch left := capacity - size; {
		case left < 0:
			return 0
		case monthly <= 0:
			return never
		default:
			if months := float64(left) / float64(monthly); months <= horizon {
				return months
			}
			return never
		}
	}
	m := p.Monthly
	return Span{when(need.High, m.High), when(need.Likely, m.Likely), when(need.Low, m.Low)}
}

// Point is one moment of the chart.
type Point struct {
	Month float64 // from now
	Need  size.Range
}

// Chart is the need from now over a number of months, in equal steps, both ends included.
func (p *Plan) Chart(months float64, steps int) []Point {
	steps = max(steps, 1)
	points := make([]Point, steps+1)
	for i := range points {
		m := months * float64(i) / float64(steps)
		points[i] = Point{m, p.At(m)}
	}
	return points
}

// SetGrowth returns in with one size for everything that comes each month; an unknown one leaves it to the
// typical rates.
func (in Inputs) SetGrowth(a size.Amount) Inputs {
	in = in.Clone()
	for c := range in.Growth {
		in.Growth[c] = size.Amount{}
		if a.Known() {
			in.Growth[c] = size.Of(0, a.From)
		}
	}
	in.Growth[Rest] = a
	return in
}

// TypedGrowth is what SetGrowth has set; unknown when it has not, or when the classes have sizes of their
// own.
func (in Inputs) TypedGrowth() size.Amount {
	a := in.Growth[Rest]
	for c := range in.Growth {
		if !in.Growth[c].Known() || Class(c) != Rest && in.Growth[c].High > 0 {
			return size.Amount{}
		}
	}
	return a
}
