// Package size holds sizes of data: single sizes and ranges with where they come from, and how people write
// them. It reads what is typed, and writes what is shown. Sizes are in bytes and decimal: GB = 10^9.
package size

import "slices"

// Sizes in bytes. Apple counts device storage in powers of ten; for iCloud plans it states no factor, and the
// decimal one is the cautious reading.
const (
	KB int64 = 1_000
	MB       = 1_000 * KB
	GB       = 1_000 * MB
	TB       = 1_000 * GB
)

// Max is the largest size that is taken for real: far above the 14 TB an account can have.
const Max = 100 * TB

// most is where sums stop growing: far above any household, far below the end of int64.
const most = int64(1) << 60

// Range is a size in bytes that is known to lie between Low and High. Low <= Likely <= High.
type Range struct{ Low, Likely, High int64 }

// Exactly is the range of a size that is known.
func Exactly(bytes int64) Range { return Range{bytes, bytes, bytes} }

// Between makes a range of three sizes in any order; none is below zero.
func Between(a, b, c int64) Range {
	s := []int64{max(a, 0), max(b, 0), max(c, 0)}
	slices.Sort(s)
	return Range{s[0], s[1], s[2]}
}

// Exact reports whether the range is a single size.
func (r Range) Exact() bool { return r.Low == r.High }

// Plus adds two sizes.
func (r Range) Plus(o Range) Range {
	return Range{add(r.Low, o.Low), add(r.Likely, o.Likely), add(r.High, o.High)}
}

// Less is what r has above o, at least nothing. What makes o large makes r large too, so like is compared
// with like.
func (r Range) Less(o Range) Range { return Minus(r, o).Sorted() }

// Minus is r less o, place by place. Where o is a wide range the result may not be sorted.
func Minus(r, o Range) Range {
	return Range{max(r.Low-o.Low, 0), max(r.Likely-o.Likely, 0), max(r.High-o.High, 0)}
}

// Sorted widens the range so that it holds its likely size.
func (r Range) Sorted() Range {
	return Range{min(r.Low, r.Likely, r.High), r.Likely, max(r.Low, r.Likely, r.High)}
}

// Max is the larger of two sizes.
func (r Range) Max(o Range) Range {
	return Range{max(r.Low, o.Low), max(r.Likely, o.Likely), max(r.High, o.High)}
}

// Min is the smaller of two sizes.
func (r Range) Min(o Range) Range {
	return Range{min(r.Low, o.Low), min(r.Likely, o.Likely), min(r.High, o.High)}
}

// Times multiplies by three factors that do not fall.
func (r Range) Times(low, likely, high float64) Range {
	return Range{Scale(r.Low, low), Scale(r.Likely, likely), Scale(r.High, high)}
}

func add(a, b int64) int64 { return min(a+b, most) }

// Scale multiplies bytes by a factor that is not below zero, and stops far above any household.
func Scale(bytes int64, factor float64) int64 {
	x := float64(bytes)*factor + 0.5
	if x >= float64(most) {
		return most
	}
	return int64(max(x, 0))
}

// Origin says where a number comes from. A number with a smaller origin is surer.
type Origin int

// The origins.
const (
	Unknown   Origin = iota // there is no number
	Phone                   // read off the phone
	Evidence                // found in a computer backup or on a connected phone
	Typed                   // entered by the person, from wherever
	Described               // worked out from what is said to be on the phone
	Assumed                 // a typical size, because nothing is known
)

var originNames = [...]string{"unknown", "phone", "evidence", "typed", "described", "assumed"}

// Key is the translation key of the origin: "storage.origin.phone".
func (o Origin) Key() string { return "storage.origin." + o.String() }

// String is the word for the origin in files: "typed".
func (o Origin) String() string {
	if o < 0 || int(o) >= len(originNames) {
		return originNames[Unknown]
	}
	return originNames[o]
}

// Amount is a size with where it comes from. The zero value is a size that is not known.
type Amount struct {
	Range
	From Origin
}

// Of makes an amount that is known exactly.
func Of(bytes int64, from Origin) Amount { return Amount{Exactly(max(bytes, 0)), from} }

// Known reports whether there is a number.
func (a Amount) Known() bool { return a.From != Unknown }

// Add adds two amounts. An unknown one adds nothing; the sum is as sure as its least sure part.
func (a Amount) Add(b Amount) Amount {
	return Amount{a.Plus(b.Range), max(a.From, b.From)}
}

// IsRead reports whether the amount is a single number, as the phone shows one.
func (a Amount) IsRead() bool { return a.Known() && a.Exact() }
