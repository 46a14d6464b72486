package storage

import (
	"backupdoctor/logic/prices"
	"slices"
)

// Input is what the phone shows about one account, in bytes. A negative value is not known. Values above MaxAmount count
// as MaxAmount.
type Input struct {
	Plan int64 // size of the plan, free gigabytes included
	Used int64 // used of it, by everything in iCloud
	Next int64 // Next Backup Size of this device
}

// Fit tells whether something has room.
type Fit int

// The outcomes of a comparison. FitUnknown means that a number is missing that could turn it either way.
const (
	FitUnknown Fit = iota
	Fits
	DoesNotFit
)

// Warning names something odd about the numbers. It is the key of a sentence in the translations.
type Warning string

// The warnings, in the order in which they are given.
const (
	WarnOverPlan   Warning = "storage.warning.over-plan"   // more is used than the plan has, as after a downgrade
	WarnOddPlan    Warning = "storage.warning.odd-plan"    // Apple sells no plan of this size, alone or with a bundle
	WarnHugeUse    Warning = "storage.warning.huge-use"    // more is used than any account can have
	WarnHugeBackup Warning = "storage.warning.huge-backup" // larger than any device's backup
	WarnClose      Warning = "storage.warning.close"       // the phone's rounding could turn the result
)

const (
	// MostOfDevice is the storage of the largest iPhone and iPad, in bytes (M); a backup holds less.
	MostOfDevice = 2 * TB
	// rounding is how far two sizes with one decimal of a GB can be off together.
	rounding = GB / 10
)

// Assessment is what follows from the numbers.
type Assessment struct {
	Input     Input // as counted: at most MaxAmount each
	FreeKnown bool
	Free      int64 // plan less used; below zero when OverPlan
	OverPlan  bool  // more is used than the plan has; iCloud then takes nothing new
	Fit       Fit   // whether the next backup fits
	Short     int64 // bytes missing, at least; 0 unless DoesNotFit
	Headroom  int64 // bytes left after the next backup; 0 unless Fits
	Warnings  []Warning
	Rows      []Row // one for each plan, by rising capacity
	Cheapest  int   // index in Rows of the cheapest plan that holds all, or -1
}

// Row is how one plan would do.
type Row struct {
	Plan     prices.Plan
	Current  bool // the person has a plan of this size
	Fit      Fit  // whether the plan holds what is used and the next backup
	Short    int64
	Headroom int64

	// The parts of the bar, as fractions of its length; together at most 1. The bar is as long as the plan, or as what is
	// needed when that is more. Not known counts as nothing.
	UsedPart float64 // in iCloud now, as far as it fits
	NextPart float64 // the next backup, as far as it fits
	OverPart float64 // what does not fit, at the end of the bar

	HasPrice bool // false for the free plan and without a market
	Price    prices.Price
}

// Odd reports whether a number can't be right: no account and no device has that much. Nothing is to be reckoned with it.
func (a Assessment) Odd() bool {
	return slices.ContainsFunc(a.Warnings, func(w Warning) bool { return w == WarnHugeUse || w == WarnHugeBackup })
}

// CheapestThatHolds is the row of the cheapest plan that holds what is used and the next backup; false when none does or
// too little is known.
func (a Assessment) CheapestThatHolds() (Row, bool) {
	if a.Cheapest < 0 || a.Cheapest >= len(a.Rows) {
		return Row{}, false
	}
	return a.Rows[a.Cheapest], true
}

// Assess compares what is used and what the next backup adds with the plan of the account and with every plan on the list.
// A backup fits when plan - used >= next, which is the condition Apple names. The zero prices.Market gives rows without prices.
func Assess(in Input, market prices.Market, list *prices.List) Assessment {
	in = Input{min(in.Plan, MaxAmount), min(in.Used, MaxAmount), min(in.Next, MaxAmount)}
	a := Assessment{Input: in, Cheapest: -1}
	if in.Plan >= 0 {
		a.Fit, a.Short, a.Headroom = compare(in.Plan, in)
		if in.Used >= 0 {
			a.FreeKnown, a.Free, a.OverPlan = true, in.Plan-in.Used, in.Used > in.Plan
		}
	}
	for _, plan := range list.Plans {
		row := Row{Plan: plan, Current: plan.Capacity == in.Plan}
		row.Fit, row.Short, row.Headroom = compare(plan.Capacity, in)
		row.UsedPart, row.NextPart, row.OverPart = parts(plan.Capacity, in)
		row.Price, row.HasPrice = market.Price(plan.ID)
		a.Rows = append(a.Rows, row)
		if row.Fit == Fits && (a.Cheapest < 0 || cheaper(row, a.Rows[a.Cheapest])) {
			a.Cheapest = len(a.Rows) - 1
		}
	}
	a.Warnings = warnings(a, list)
	return a
}

// compare tells whether capacity holds what is used and the next backup. What is not known is at least zero, so one number
// can be enough to see that there is no room; short is then the least that is missing.
func compare(capacity int64, in Input) (fit Fit, short, headroom int64) {
	left := capacity - max(in.Used, 0) - max(in.Next, 0)
	switch {
	case left < 0:
		return DoesNotFit, -left, 0
	case in.Used < 0 || in.Next < 0:
		return FitUnknown, 0, 0
	default:
		return Fits, 0, left
	}
}

// parts divides the bar of a plan.
func parts(capacity int64, in Input) (used, next, over float64) {
	inUse, need := max(in.Used, 0), max(in.Used, 0)+max(in.Next, 0)
	length := float64(max(capacity, need))
	if length == 0 {
		return 0, 0, 0
	}
	used = float64(min(inUse, capacity)) / length
	next = float64(min(need, capacity)-min(inUse, capacity)) / length
	over = float64(max(need-capacity, 0)) / length
	return used, next, over
}

// cheaper reports whether a costs less than b. Without prices the smaller plan, which comes first, stays.
func cheaper(a, b Row) bool {
	switch {
	case b.Plan.Free:
		return false
	case a.Plan.Free:
		return true
	case !a.HasPrice || !b.HasPrice:
		return false
	}
	order, err := a.Price.Month.Cmp(b.Price.Month)
	return err == nil && order < 0
}

func warnings(a Assessment, list *prices.List) []Warning {
	var found []Warning
	for _, one := range []struct {
		holds   bool
		warning Warning
	}{
		{a.OverPlan, WarnOverPlan},
		{a.Input.Plan >= 0 && !list.Sells(a.Input.Plan), WarnOddPlan},
		{a.Input.Used > list.Most(), WarnHugeUse},
		{a.Input.Next > MostOfDevice, WarnHugeBackup},
		{a.Fit == Fits && a.Headroom < rounding || a.knowsAll() && a.Fit == DoesNotFit && a.Short < rounding, WarnClose},
	} {
		if one.holds {
			found = append(found, one.warning)
		}
	}
	return found
}

func (a Assessment) knowsAll() bool {
	return a.Input.Plan >= 0 && a.Input.Used >= 0 && a.Input.Next >= 0
}
