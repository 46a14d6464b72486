package storage

import (
	"backupdoctor/logic/prices"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Twelve cases computed by hand, in the United States (0.99, 2.99, 9.99, 29.99, 59.99).
func TestAssessByHand(t *testing.T) {
	list := shipped(t).Prices
	us := marketOf(t, shipped(t), "us")
	const no = -1
	for _, c := range []struct {
		name             string
		plan, used, next int64 // MB; no is unknown
		fit              Fit
		free             int64 // MB, when plan and used are known
		short, headroom  int64 // MB
		cheapest         string
		month            string
		warnings         []Warning
		fits, space      string // answers, empty for none
	}{
		{"the picture", 5_000, 1_800, 4_100, DoesNotFit, 3_200, 900, 0, "50gb", "0.99", nil, AnswerDoesNotFit, AnswerPlenty},
		{"room enough", 5_000, 1_200, 2_000, Fits, 3_800, 0, 1_800, "free", "", nil, AnswerFits, AnswerPlenty},
		{"to the last byte", 5_000, 1_200, 3_800, Fits, 3_800, 0, 0, "free", "", []Warning{WarnClose}, AnswerFits, AnswerPlenty},
		{"one MB short", 5_000, 1_200, 3_801, DoesNotFit, 3_800, 1, 0, "50gb", "0.99", []Warning{WarnClose}, AnswerDoesNotFit, AnswerPlenty},
		{"full", 5_000, 4_960, 300, DoesNotFit, 40, 260, 0, "50gb", "0.99", nil, AnswerDoesNotFit, AnswerFull},
		{"little left", 5_000, 4_700, 200, Fits, 300, 0, 100, "free", "", nil, AnswerFits, AnswerLittle},
		{"after a downgrade", 5_000, 38_000, 2_000, DoesNotFit, -33_000, 35_000, 0, "50gb", "0.99", []Warning{WarnOverPlan}, AnswerDoesNotFit, AnswerFull},
		{"50 GB too small", 50_000, 47_500, 12_500, DoesNotFit, 2_500, 10_000, 0, "200gb", "2.99", nil, AnswerDoesNotFit, AnswerPlenty},
		{"family pool", 2_000_000, 1_990_000, 11_000, DoesNotFit, 10_000, 1_000, 0, "6tb", "29.99", nil, AnswerDoesNotFit, AnswerPlenty},
		{"Apple One on top", 14_000_000, 11_900_000, 50_000, Fits, 2_100_000, 0, 2_050_000, "12tb", "59.99", nil, AnswerFits, AnswerPlenty},
		{"next backup not known", 50_000, 49_600, no, FitUnknown, 400, 0, 0, "", "", nil, "", AnswerLittle},
		{"nothing can hold it", 12_000_000, 11_999_000, 2_500_000, DoesNotFit, 1_000, 2_499_000, 0, "", "", []Warning{WarnHugeBackup}, AnswerDoesNotFit, AnswerPlenty},
		{"plan of old times", 20_000, 15_000, 1_000, Fits, 5_000, 0, 4_000, "50gb", "0.99", []Warning{WarnOddPlan}, AnswerFits, AnswerPlenty},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Assess(Input{mb(c.plan), mb(c.used), mb(c.next)}, us, list)
			if a.Fit != c.fit || a.Free != c.free*MB || !a.FreeKnown || a.Short != c.short*MB || a.Headroom != c.headroom*MB {
				t.Errorf("fit %d, free %d, short %d, headroom %d", a.Fit, a.Free, a.Short, a.Headroom)
			}
			if a.OverPlan != (c.used > c.plan) {
				t.Errorf("over plan: %v", a.OverPlan)
			}
			row, ok := a.CheapestThatHolds()
			if ok != (c.cheapest != "") || row.Plan.ID != c.cheapest {
				t.Errorf("cheapest is %q, want %q", row.Plan.ID, c.cheapest)
			}
			if row.HasPrice != (c.month != "") || row.HasPrice && row.Price.Month.Number() != c.month {
				t.Errorf("cheapest costs %v, want %q", row.Price.Month, c.month)
			}
			if !slices.Equal(a.Warnings, c.warnings) {
				t.Errorf("warnings %v, want %v", a.Warnings, c.warnings)
			}
			e := a.Evidence()
			if e[CheckNextBackupFits] != c.fits || e[CheckICloudSpace] != c.space {
				t.Errorf("evidence %v, want %q and %q", e, c.fits, c.space)
			}
			if _, ok := e[CheckNextBackupFits]; ok != (c.fits != "") {
				t.Errorf("evidence %v says something empty", e)
			}
		})
	}
}

func mb(n int64) int64 {
	if n < 0 {
		return -1
	}
	return n * MB
}

// The rows of the case in the design's picture: 1.8 GB used, 4.1 GB to come.
func TestRowsOfTheBar(t *testing.T) {
	list := shipped(t).Prices
	a := Assess(Input{5 * GB, 1_800 * MB, 4_100 * MB}, marketOf(t, shipped(t), "us"), list)
	for i, c := range []struct {
		current          bool
		fit              Fit
		used, next, over float64
		short, headroom  int64
		month            string
	}{
		{true, DoesNotFit, 1.8 / 5.9, 3.2 / 5.9, 0.9 / 5.9, 900, 0, ""},
		{false, Fits, 1.8 / 50, 4.1 / 50, 0, 0, 44_100, "0.99"},
		{false, Fits, 1.8 / 200, 4.1 / 200, 0, 0, 194_100, "2.99"},
		{false, Fits, 1.8 / 2000, 4.1 / 2000, 0, 0, 1_994_100, "9.99"},
		{false, Fits, 1.8 / 6000, 4.1 / 6000, 0, 0, 5_994_100, "29.99"},
		{false, Fits, 1.8 / 12000, 4.1 / 12000, 0, 0, 11_994_100, "59.99"},
	} {
		r := a.Rows[i]
		if r.Current != c.current || r.Fit != c.fit || r.Short != c.short*MB || r.Headroom != c.headroom*MB {
			t.Errorf("row %d: %+v", i, r)
		}
		if math.Abs(r.UsedPart-c.used)+math.Abs(r.NextPart-c.next)+math.Abs(r.OverPart-c.over) > 1e-9 {
			t.Errorf("row %d: parts %f %f %f", i, r.UsedPart, r.NextPart, r.OverPart)
		}
		if r.HasPrice != (c.month != "") || r.HasPrice && r.Price.Month.Number() != c.month {
			t.Errorf("row %d costs %v", i, r.Price.Month)
		}
	}
}

func TestWhatIsNotKnown(t *testing.T) {
	list := shipped(t).Prices
	us := marketOf(t, shipped(t), "us")
	nothing := Assess(Input{-1, -1, -1}, us, list)
	if _, ok := nothing.CheapestThatHolds(); ok || nothing.Fit != FitUnknown || nothing.FreeKnown || len(nothing.Evidence()) != 0 || len(nothing.Warnings) != 0 {
		t.Errorf("from nothing follows %+v", nothing)
	}
	// One number is enough to see that there is no room, never to see that there is.
	if a := Assess(Input{5 * GB, -1, 6 * GB}, us, list); a.Fit != DoesNotFit || a.Short != GB || a.Rows[1].Fit != FitUnknown {
		t.Errorf("6 GB into 5 GB: %+v", a)
	}
	if a := Assess(Input{5 * GB, 6 * GB, -1}, us, list); a.Fit != DoesNotFit || a.Cheapest != -1 || a.Evidence()[CheckNextBackupFits] != AnswerDoesNotFit {
		t.Errorf("over the plan: %+v", a)
	}
	// The plan alone may be missing: the other plans can be compared all the same.
	a := Assess(Input{-1, 3 * GB, 4 * GB}, us, list)
	if row, ok := a.CheapestThatHolds(); !ok || row.Plan.ID != "50gb" || a.Fit != FitUnknown || a.FreeKnown {
		t.Errorf("without the plan: %+v", a)
	}
	// So may the market.
	a = Assess(Input{5 * GB, 3 * GB, 4 * GB}, prices.Market{}, list)
	if row, ok := a.CheapestThatHolds(); !ok || row.Plan.ID != "50gb" || row.HasPrice {
		t.Errorf("without a market: %+v", row)
	}
}

func TestSizesThatAreSold(t *testing.T) {
	list := shipped(t).Prices
	for gb, sold := range map[int64]bool{
		5: true, 50: true, 200: true, 2000: true, 6000: true, 12000: true,
		250: true, 2050: true, 2200: true, 8000: true, 14000: true, // with an Apple One bundle
		0: false, 20: false, 55: false, 100: false, 400: false, 1000: false, 4000: false, 12005: false, 15000: false,
	} {
		a := Assess(Input{gb * GB, 0, 0}, prices.Market{}, list)
		if slices.Contains(a.Warnings, WarnOddPlan) == sold {
			t.Errorf("%d GB: warnings %v", gb, a.Warnings)
		}
	}
}

func TestEdgesOfICloudSpace(t *testing.T) {
	list := shipped(t).Prices
	for free, want := range map[int64]string{
		-GB: AnswerFull, 0: AnswerFull, 50 * MB: AnswerFull, 50*MB + 1: AnswerLittle, 500*MB - 1: AnswerLittle, 500 * MB: AnswerPlenty,
	} {
		if got := Assess(Input{5 * GB, 5*GB - free, -1}, prices.Market{}, list).Evidence()[CheckICloudSpace]; got != want {
			t.Errorf("%d bytes free: %q, want %q", free, got, want)
		}
	}
}

// sizes draws an input from one byte to beyond what is counted, on and around the capacities too.
func drawSize(t *rapid.T, name string) int64 {
	return rapid.OneOf(
		rapid.Int64Range(-2, 300*GB), rapid.Int64Range(0, 15*TB), rapid.Int64(),
		rapid.SampledFrom([]int64{0, 5 * GB, 5*GB + 1, 50 * GB, 50*GB - 1, 200 * GB, 2 * TB, 6 * TB, 12 * TB, 12*TB + 1}),
	).Draw(t, name)
}

func TestMoreNeverMakesASmallerPlanHold(t *testing.T) {
	list := shipped(t).Prices
	rapid.Check(t, func(t *rapid.T) {
		in := Input{drawSize(t, "plan"), rapid.Int64Range(0, 13*TB).Draw(t, "used"), rapid.Int64Range(0, 3*TB).Draw(t, "next")}
		more := in
		more.Used += rapid.Int64Range(0, 2*TB).Draw(t, "more used")
		more.Next += rapid.Int64Range(0, 2*TB).Draw(t, "more next")
		m := list.Markets[rapid.IntRange(0, len(list.Markets)-1).Draw(t, "market")]
		a, b := Assess(in, m, list), Assess(more, m, list)
		for i := range a.Rows {
			if b.Rows[i].Fit == Fits && a.Rows[i].Fit != Fits || b.Rows[i].Short < a.Rows[i].Short {
				t.Fatalf("plan %s: %+v, with more %+v", a.Rows[i].Plan.ID, a.Rows[i], b.Rows[i])
			}
		}
		if b.Cheapest >= 0 && (a.Cheapest < 0 || a.Cheapest > b.Cheapest) {
			t.Fatalf("cheapest falls from %d to %d", a.Cheapest, b.Cheapest)
		}
		if b.Fit == Fits && a.Fit != Fits {
			t.Fatalf("more fits better: %+v %+v", a, b)
		}
	})
}

// In every market, the cheapest plan is the one a person finds who goes through the whole list, comparing whole cents.
func TestCheapestIsTheCheapest(t *testing.T) {
	list := shipped(t).Prices
	rapid.Check(t, func(t *rapid.T) {
		in := Input{5 * GB, rapid.Int64Range(0, 13*TB).Draw(t, "used"), rapid.Int64Range(0, 3*TB).Draw(t, "next")}
		if rapid.Bool().Draw(t, "small") {
			in.Used, in.Next = in.Used%(60*GB), in.Next%(20*GB)
		}
		for _, m := range list.Markets {
			best, bestCents := "", int64(math.MaxInt64)
			for _, plan := range list.Plans {
				cents := int64(0)
				if price, ok := m.Price(plan.ID); ok {
					var err error
					if cents, err = price.Month.Int64(); err != nil {
						t.Fatal(err)
					}
				}
				if plan.Capacity-in.Used >= in.Next && cents < bestCents {
					best, bestCents = plan.ID, cents
				}
			}
			row, ok := Assess(in, m, list).CheapestThatHolds()
			if row.Plan.ID != best || ok != (best != "") {
				t.Fatalf("%s: %q, search finds %q", m.ID, row.Plan.ID, best)
			}
		}
	})
}

func TestNumbersOfARowAgree(t *testing.T) {
	list := shipped(t).Prices
	rapid.Check(t, func(t *rapid.T) {
		in := Input{drawSize(t, "plan"), drawSize(t, "used"), drawSize(t, "next")}
		a := Assess(in, list.Markets[0], list)
		for _, r := range a.Rows {
			sum := r.UsedPart + r.NextPart + r.OverPart
			if r.UsedPart < 0 || r.NextPart < 0 || r.OverPart < 0 || sum > 1+1e-9 || (r.OverPart > 0) != (r.Fit == DoesNotFit) {
				t.Fatalf("bar of %s: %f %f %f, fit %d", r.Plan.ID, r.UsedPart, r.NextPart, r.OverPart, r.Fit)
			}
			if (r.Short > 0) != (r.Fit == DoesNotFit) || r.Headroom < 0 || r.Headroom > 0 && r.Fit != Fits {
				t.Fatalf("row %+v", r)
			}
			if r.OverPart > 0 && math.Abs(sum-1) > 1e-9 {
				t.Fatalf("overfull bar of %s ends at %f", r.Plan.ID, sum)
			}
			if r.Current && (r.Fit != a.Fit || r.Short != a.Short || r.Headroom != a.Headroom) {
				t.Fatalf("the current plan says %+v, its row %+v", a, r)
			}
		}
		e := a.Evidence()
		if (e[CheckNextBackupFits] == "") != (a.Fit == FitUnknown) || (e[CheckICloudSpace] == "") == a.FreeKnown {
			t.Fatalf("%+v gives %v", a, e)
		}
		if a.OverPlan && e[CheckICloudSpace] != AnswerFull {
			t.Fatalf("over the plan, but %v", e)
		}
	})
}
