package session

import (
	"math"
	"strings"
	"time"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/storage"
)

// farMonths is how far ahead a month is worth naming; beyond it only the year is said.
const farMonths = 120

// Size writes a size as people of the locale do.
func (l *Library) Size(bytes int64) string { return storage.FormatBytes(bytes, l.Words.Locale()) }

// Span writes a size that lies between two: once where both read alike, and the unit once where both have it.
func (l *Library) Span(r storage.Range) string {
	low, high := l.Size(r.Low), l.Size(r.High)
	if low == high {
		return low
	}
	if number, unit, _ := strings.Cut(low, " "); r.Low == 0 || strings.HasSuffix(high, " "+unit) {
		low = number
	}
	return l.Words.Text("plan-pane.span", "From", low, "To", high)
}

// Offer names a way to have storage, with its price.
func (l *Library) Offer(o *storage.Offer) string {
	name := l.Size(o.Capacity)
	switch {
	case o.NoPlan:
		name = l.Words.Text("plan-pane.offer.bundle", "Size", name, "Bundle", o.Bundle.Name)
	case o.Bundle.ID != "":
		name = l.Words.Text("plan-pane.offer.both", "Size", name, "Plan", l.Size(o.Plan.Capacity), "Bundle", o.Bundle.Name)
	}
	switch {
	case o.Free && o.Bundle.ID != "":
		return name
	case o.Free:
		return l.Words.Text("plan-pane.offer.free", "Name", name)
	case o.HasPrice:
		return l.Words.Text("plan-pane.offer.price", "Name", name, "Price", prices.FormatPrice(o.Month, l.Words.Locale()))
	}
	return name
}

// SplitPrice is what a family pays together, a month and a year.
func (l *Library) SplitPrice(s *storage.Split) string {
	if s.Free {
		return l.Words.Text("storage.free")
	}
	locale := l.Words.Locale()
	return l.Words.Text("plan-pane.family.price", "Month", prices.FormatPrice(s.Month, locale), "Year", prices.FormatPrice(s.Year, locale))
}

// Month writes a month with its year.
func (l *Library) Month(at time.Time) string {
	return l.Words.Text("plan-pane.month", "Month", l.Words.Text("month."+strings.ToLower(at.Month().String()[:3])), "Year", at.Year())
}

// Moment is a month some time from now, and false when that is too far away to name.
func (l *Library) Moment(months float64, now time.Time) (string, bool) {
	at, ok := storage.Date(now, months)
	if !ok || months > farMonths {
		return "", false
	}
	return l.Month(at), true
}

// FarYear is the year up to which months are named.
func (l *Library) FarYear(now time.Time) int { return now.AddDate(0, farMonths, 0).Year() }

// FullIn says when a plan is full: about when, and between when and when.
func (l *Library) FullIn(s storage.Span, now time.Time) string {
	likely, near := l.Moment(s.Likely, now)
	if !near {
		if from, soon := l.Moment(s.Earliest, now); soon {
			return l.Words.Text("plan-pane.full.perhaps", "From", from)
		}
		return l.Words.Text("plan-pane.full.far", "Year", l.FarYear(now))
	}
	from, _ := l.Moment(s.Earliest, now)
	to, ends := l.Moment(s.Latest, now)
	switch {
	case !ends:
		return l.Words.Text("plan-pane.full.from", "Date", likely, "From", from)
	case from == to:
		return l.Words.Text("plan-pane.full", "Date", likely)
	}
	return l.Words.Text("plan-pane.full.range", "Date", likely, "From", from, "To", to)
}

// Taking is a sentence on hours with the nights they make; key is that of the sentence.
func (l *Library) Taking(key string, t storage.Range3, nights [3]int) string {
	text := l.Words.Text(key, "Time", l.Hours(t.Likely), "From", l.Hours(t.Low), "To", l.Hours(t.High))
	if nights[0] == nights[2] {
		return text + " " + l.Words.Count("plan-pane.nights", nights[2])
	}
	return text + " " + l.Words.Count("plan-pane.nights.range", nights[2], "From", l.Words.Number(float64(nights[0]), 0))
}

// Hours writes a length of time: minutes below an hour, then hours and minutes in steps of ten, then whole hours.
func (l *Library) Hours(x float64) string {
	switch {
	case x < 1:
		return l.Words.Text("plan-pane.time.minutes", "Minutes", l.Words.Number(math.Max(math.Round(x*60), 1), 0))
	case x >= 9.9:
		return l.Words.Text("plan-pane.time.hours", "Hours", l.Words.Number(math.Round(x), 0))
	}
	tens := math.Round(x * 6)
	whole, minutes := math.Floor(tens/6), math.Mod(tens, 6)*10
	if minutes == 0 {
		return l.Words.Text("plan-pane.time.hours", "Hours", l.Words.Number(whole, 0))
	}
	return l.Words.Text("plan-pane.time.both", "Hours", l.Words.Number(whole, 0), "Minutes", l.Words.Number(minutes, 0))
}
