package phrase

import (
	"math"
	"strings"
	"time"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// farMonths is how far ahead a month is worth naming; beyond it only years are said.
const farMonths = 120

// Size writes a size as people of the locale do.
func (b *Book) Size(bytes int64) string { return size.Format(bytes, b.words.Locale()) }

// SizeKnown writes a size, or says that it is not known when it is negative.
func (b *Book) SizeKnown(bytes int64) string {
	if bytes < 0 {
		return b.words.Text("size.unknown")
	}
	return b.Size(bytes)
}

// Amount writes a size with its span, or says that it is not known.
func (b *Book) Amount(a size.Amount) string {
	if !a.Known() {
		return b.words.Text("size.unknown")
	}
	return b.Span(a.Range)
}

// Span writes a size that lies between two: exactly where it is one, once where both read alike, and the unit
// once where both have it.
func (b *Book) Span(r size.Range) string {
	if r.Exact() {
		return size.FormatExact(r.Low, b.words.Locale())
	}
	low, high := b.Size(r.Low), b.Size(r.High)
	if low == high {
		return low
	}
	if number, unit, _ := strings.Cut(low, " "); r.Low == 0 || strings.HasSuffix(high, " "+unit) {
		low = number
	}
	return b.words.Text("storage-pane.span", "From", low, "To", high)
}

// nearlyFull is the part of the plan that is free up to which it counts as nearly full (E: the phone warns of
// 200 MB in 5 GB; a tenth is no room for what a backup of a few weeks adds).
const nearlyFull = 0.1

// FreeSpace says how much of the plan is free by the numbers that were read; empty where they do not tell.
func (b *Book) FreeSpace(plan *storage.Plan) string {
	in, free := &plan.Inputs, plan.Verdict.Free
	key := "storage.free.some"
	switch {
	case !in.Plan.IsRead() || !in.Used.IsRead() || len(plan.Questions) > 0:
		return ""
	case free.High == 0:
		key = "storage.free.nothing"
	case float64(free.High) < nearlyFull*float64(in.Plan.Likely):
		key = "storage.free.nearly"
	}
	return b.words.Text(key, "Free", b.Size(free.Likely), "Plan", b.Size(in.Plan.Likely))
}

// OfferName names a way to have storage.
func (b *Book) OfferName(o *storage.Offer) string {
	name := b.Size(o.Capacity)
	switch {
	case o.NoPlan:
		return b.words.Text("storage-pane.offer.bundle", "Size", name, "Bundle", o.Bundle.Name)
	case o.Bundle.ID != "":
		return b.words.Text("storage-pane.offer.both", "Size", name, "Plan", b.Size(o.Plan.Capacity), "Bundle",
			o.Bundle.Name)
	}
	return name
}

// Offer names a way to have storage, with its price.
func (b *Book) Offer(o *storage.Offer) string {
	name := b.OfferName(o)
	switch {
	case o.Free && o.Bundle.ID != "":
		return name
	case o.Free:
		return b.words.Text("storage-pane.offer.free", "Name", name)
	case o.HasPrice:
		return b.words.Text("storage-pane.offer.price", "Name", name, "Price",
			prices.FormatPrice(o.Month, b.words.Locale()))
	case o.Bundle.ID != "":
		return b.words.Text("storage-pane.offer.unpriced", "Name", name)
	}
	return name
}

// SplitPrice is what a family pays together, a month and a year.
func (b *Book) SplitPrice(s *storage.Split) string {
	if s.Free {
		return b.words.Text("storage.free")
	}
	locale := b.words.Locale()
	return b.words.Text("storage-pane.family.price", "Month", prices.FormatPrice(s.Month, locale), "Year",
		prices.FormatPrice(s.Year, locale))
}

// Month writes a month with its year.
func (b *Book) Month(at time.Time) string {
	return b.words.Text("storage-pane.month", "Month",
		b.words.Text("month."+strings.ToLower(at.Month().String()[:3])), "Year", at.Year())
}

// Moment is a month some time from now, and false when that is too far away to name.
func (b *Book) Moment(months float64, now time.Time) (string, bool) {
	at, ok := storage.Date(now, months)
	if !ok || months > farMonths {
		return "", false
	}
	return b.Month(at), true
}

// FullIn says when a plan is full: about when, and between when and when. What is likely decides, as in the
// verdict.
func (b *Book) FullIn(s storage.Span, now time.Time) string {
	likely, near := b.Moment(s.Likely, now)
	if !near {
		return b.words.Text("storage-pane.full.far")
	}
	from, _ := b.Moment(s.Earliest, now)
	to, ends := b.Moment(s.Latest, now)
	switch {
	case !ends:
		return b.words.Text("storage-pane.full.from", "Date", likely, "From", from)
	case from == to:
		return b.words.Text("storage-pane.full", "Date", likely)
	}
	return b.words.Text("storage-pane.full.range", "Date", likely, "From", from, "To", to)
}

// Taking is a sentence on hours with the nights they make; key is that of the sentence.
func (b *Book) Taking(key string, t storage.HoursRange, nights [3]int) string {
	text := b.words.Text(key, "Time", b.Hours(t.Likely), "From", b.Hours(t.Low), "To", b.Hours(t.High))
	if nights[0] == nights[2] {
		return text + " " + b.words.Count("storage-pane.nights", nights[2])
	}
	return text + " " + b.words.Count("storage-pane.nights.range", nights[2], "From",
		b.words.Number(float64(nights[0]), 0))
}

// Hours writes a length of time: minutes below an hour, then hours and minutes in steps of ten, then whole
// hours.
func (b *Book) Hours(x float64) string {
	switch {
	case x < 1:
		return b.words.Text("storage-pane.time.minutes", "Minutes", b.words.Number(math.Max(math.Round(x*60), 1), 0))
	case x >= 9.9:
		return b.words.Text("storage-pane.time.hours", "Hours", b.words.Number(math.Round(x), 0))
	}
	tens := math.Round(x * 6)
	whole, minutes := math.Floor(tens/6), math.Mod(tens, 6)*10
	if minutes == 0 {
		return b.words.Text("storage-pane.time.hours", "Hours", b.words.Number(whole, 0))
	}
	return b.words.Text("storage-pane.time.both", "Hours", b.words.Number(whole, 0), "Minutes",
		b.words.Number(minutes, 0))
}
