package storage

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// read makes inputs of the three numbers that the phone shows, in bytes; one below zero is not known.
func read(plan, used, next int64) Inputs {
	amount := func(bytes int64) size.Amount {
		if bytes < 0 {
			return size.Amount{}
		}
		return size.Of(bytes, size.Phone)
	}
	in := Inputs{Plan: amount(plan), Used: amount(used)}
	if next >= 0 {
		in.Devices = []Device{{Next: amount(next)}}
	}
	return in
}

func mb(n int64) int64 {
	if n < 0 {
		return -1
	}
	return n * size.MB
}

// Cases computed by hand, in the United States (0.99, 2.99, 9.99, 29.99, 59.99).
func TestVerdictsByHand(t *testing.T) {
	d := shipped(t)
	us := marketOf(t, d, "us")
	const no = -1
	for _, c := range []struct {
		name             string
		plan, used, next int64 // MB; no is unknown
		answer           Answer
		free             int64 // MB; 0 when more is used than the plan has
		short, headroom  int64 // MB
		cheapest         string
		remarks          []RemarkKey
		close            bool
		fits, space      string // answers, empty for none
	}{
		{"the picture", 5_000, 1_800, 4_100, AnswerShort, 3_200, 900, 0, "50gb 0.99", nil, false, answerDoesNotFit, answerPlenty},
		{"room enough", 5_000, 1_200, 2_000, AnswerFits, 3_800, 0, 1_800, "free", nil, false, answerFits, answerPlenty},
		{"to the last byte", 5_000, 1_200, 3_800, AnswerFits, 3_800, 0, 0, "free", nil, true, "", answerPlenty},
		{"one MB short", 5_000, 1_200, 3_801, AnswerShort, 3_800, 1, 0, "50gb 0.99", nil, true, "", answerPlenty},
		{"full", 5_000, 4_960, 300, AnswerShort, 40, 260, 0, "50gb 0.99", nil, false, answerDoesNotFit, answerFull},
		{"little left", 5_000, 4_700, 200, AnswerFits, 300, 0, 100, "free", nil, false, answerFits, answerLittle},
		{
			"after a downgrade", 5_000, 38_000, 2_000, AnswerShort, 0, 35_000, 0, "50gb 0.99",
			nil, false, "", "", // it is asked whether that is so
		},
		{"50 GB too small", 50_000, 47_500, 12_500, AnswerShort, 2_500, 10_000, 0, "200gb 2.99", nil, false, answerFarTooLarge, answerPlenty},
		{
			"family pool", 2_000_000, 1_990_000, 11_000, AnswerShort, 10_000, 1_000, 0, "2tb+individual 29.94",
			nil, true, "", answerPlenty, // the phone writes 1.99 TB for all from 1.985 TB or 1.99 TB on
		},
		{"TB, and well short", 2_000_000, 1_990_000, 31_000, AnswerShort, 10_000, 21_000, 0, "2tb+individual 29.94", nil, false, answerFarTooLarge, answerPlenty},
		{
			"next backup not known", 50_000, 49_600, no, AnswerOpen, 400, no, no, "",
			[]RemarkKey{RemarkNextAssumed},
			false, "", answerLittle,
		},
		{
			"a backup that can't be", 12_000_000, 11_999_000, 2_500_000, AnswerOdd, 1_000, 2_499_000, 0, "",
			nil, false, "", "",
		},
		{
			"an account that can't be", 5_000, 90_000_000, 1_000, AnswerOdd, 0, 89_996_000, 0, "",
			nil, false, "", "",
		},
		{
			"plan of old times", 20_000, 15_000, 1_000, AnswerOdd, 5_000, 0, 4_000, "50gb 0.99",
			nil, false, "", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Make(read(mb(c.plan), mb(c.used), mb(c.next)), us, apple.Version{}, d)
			v := p.Verdict
			if v.Answer != c.answer || v.Free.Likely != c.free*size.MB || !v.HasFree || v.Close != c.close {
				t.Errorf("answer %d, free %d, close %v", v.Answer, v.Free.Likely, v.Close)
			}
			if c.next != no && (v.Short != size.Exactly(c.short*size.MB) || v.Headroom != size.Exactly(c.headroom*size.MB)) {
				t.Errorf("short %+v, headroom %+v", v.Short, v.Headroom)
			}
			if over := max(c.used-c.plan, 0) * size.MB; v.Over != size.Exactly(over) {
				t.Errorf("over the plan by %+v, want %d", v.Over, over)
			}
			if got := p.named(p.Choices[0].Cheap); c.cheapest != "" && got != c.cheapest {
				t.Errorf("cheapest is %q, want %q", got, c.cheapest)
			}
			var remarks []RemarkKey
			for _, r := range p.Remarks {
				remarks = append(remarks, r.Key)
			}
			if !slices.Equal(remarks, c.remarks) {
				t.Errorf("remarks %v, want %v", remarks, c.remarks)
			}
			e := answersOf(p)
			if e[checkNextBackupFits] != c.fits || e[checkICloudSpace] != c.space {
				t.Errorf("evidence %v, want %q and %q", e, c.fits, c.space)
			}
			if _, ok := e[checkNextBackupFits]; ok != (c.fits != "") {
				t.Errorf("evidence %v says something empty", e)
			}
		})
	}
}

func TestWhatIsNotKnown(t *testing.T) {
	d := shipped(t)
	us := marketOf(t, d, "us")
	verdict := func(in Inputs) (*Plan, Verdict) {
		p := Make(in, us, apple.Version{}, d)
		return p, p.Verdict
	}
	if p, v := verdict(read(-1, -1, -1)); v.Answer != AnswerOpen || v.fit != fitUnknown || v.HasFree || v.Sure || len(p.Evidence()) != 0 {
		t.Errorf("from nothing follows %+v", v)
	}
	// One number is enough to see that there is no room, never to see that there is.
	if _, v := verdict(read(5*size.GB, -1, 6*size.GB)); v.Answer != AnswerShort || v.Short.Likely != size.GB || v.HasFree {
		t.Errorf("6 GB into 5 GB: %+v", v)
	}
	if _, v := verdict(read(50*size.GB, -1, 6*size.GB)); v.Answer != AnswerOpen || v.fit != fitUnknown {
		t.Errorf("6 GB into a plan of which nobody knows what is used: %+v", v)
	}
	over := settled(t, d, read(5*size.GB, 6*size.GB, -1))
	if p, v := verdict(over); v.Answer != AnswerShort || !v.Typical || answersOf(p)[checkNextBackupFits] != answerDoesNotFit {
		t.Errorf("over the plan: %+v", v)
	}
	// The plan alone may be missing: the other plans can be compared all the same.
	if p, v := verdict(read(-1, 3*size.GB, 4*size.GB)); v.Answer != AnswerNeed || v.HasFree || p.named(p.Choices[0].Cheap) != "50gb 0.99" {
		t.Errorf("without the plan: %+v", v)
	}
	// So may the market.
	p := Make(read(5*size.GB, 3*size.GB, 4*size.GB), prices.Market{}, apple.Version{}, d)
	if got := p.named(p.Choices[0].Cheap); got != "50gb ?" {
		t.Errorf("without a market: %s", got)
	}
}

// The next backup of this device may fit while those of all devices and people do not.
func TestTheBackupMayFitAlone(t *testing.T) {
	d := shipped(t)
	for _, c := range []struct {
		used    int64
		want    Answer
		missing int64
	}{{48 * size.GB, AnswerShort, 5 * size.GB}, {45 * size.GB, AnswerFitsAlone, 2 * size.GB}, {40 * size.GB, AnswerFits, 0}} {
		in := read(50*size.GB, c.used, 3*size.GB)
		in.Devices = append(in.Devices, Device{Name: "iPad", Backup: On, Next: size.Of(4*size.GB, size.Phone)})
		if v := Make(in, prices.Market{}, apple.Version{}, d).Verdict; v.Answer != c.want || v.Missing != c.missing {
			t.Errorf("%d used: answer %d with %d missing, want %d with %d", c.used, v.Answer, v.Missing, c.want, c.missing)
		}
	}
}

func TestSizesThatAreSold(t *testing.T) {
	d := shipped(t)
	for gb, sold := range map[int64]bool{
		5: true, 50: true, 200: true, 2000: true, 6000: true, 12000: true,
		250: true, 2050: true, 2200: true, 8000: true, 14000: true, // with an Apple One bundle
		100: true, 400: true, 4000: true, // with a bundle as large
		0: false, 20: false, 55: false, 110: false, 1000: false, 3000: false, 12005: false, 15000: false,
	} {
		if p := Make(read(gb*size.GB, 0, 0), prices.Market{}, apple.Version{}, d); p.isAsked(notSold) == sold {
			t.Errorf("%d GB: questions %v", gb, p.Questions)
		}
	}
}

func TestEdgesOfICloudSpace(t *testing.T) {
	d := shipped(t)
	for free, want := range map[int64]string{
		-size.GB: answerFull, 0: answerFull, 50 * size.MB: answerFull, 50*size.MB + 1: answerLittle, 500*size.MB - 1: answerLittle, 500 * size.MB: answerPlenty,
	} {
		p := Make(settled(t, d, read(5*size.GB, 5*size.GB-free, -1)), prices.Market{}, apple.Version{}, d)
		if got := answersOf(p)[checkICloudSpace]; got != want {
			t.Errorf("%d bytes free: %q, want %q", free, got, want)
		}
	}
}

// drawSize draws a size from below zero to beyond what is counted, on and around the capacities too.
func drawSize(t *rapid.T, name string) int64 {
	return rapid.OneOf(
		rapid.Int64Range(-2, 300*size.GB), rapid.Int64Range(0, 15*size.TB), rapid.Int64(),
		rapid.SampledFrom([]int64{0, 5 * size.GB, 5*size.GB + 1, 50 * size.GB, 50*size.GB - 1, 200 * size.GB, 2 * size.TB, 6 * size.TB, 12 * size.TB, 12*size.TB + 1}),
	).Draw(t, name)
}

func TestMoreNeverMakesASmallerPlanHold(t *testing.T) {
	d := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		plan, used, next := drawSize(t, "plan"), rapid.Int64Range(0, 13*size.TB).Draw(t, "used"), rapid.Int64Range(0, 2*size.TB).Draw(t, "next")
		more := read(plan, used+rapid.Int64Range(0, 2*size.TB).Draw(t, "more used"), next+rapid.Int64Range(0, 2*size.TB).Draw(t, "more next"))
		m := rapid.SampledFrom(d.Prices.Markets).Draw(t, "market")
		a, b := Make(read(plan, used, next), m, apple.Version{}, d), Make(more, m, apple.Version{}, d)
		for i := range a.Offers {
			if b.Offers[i].fit == fits && a.Offers[i].fit != fits || b.Offers[i].Short < a.Offers[i].Short {
				t.Fatalf("offer %d: %+v, with more %+v", i, a.Offers[i], b.Offers[i])
			}
		}
		ca, cb := a.Choices[0].Cheap, b.Choices[0].Cheap
		if cb >= 0 && (ca < 0 || compareOffers(&a.Offers[ca], &b.Offers[cb]) > 0) {
			t.Fatalf("the cheapest falls from %d to %d", ca, cb)
		}
		if b.Verdict.fit == fits && a.Verdict.fit != fits || b.Verdict.Headroom.Likely > a.Verdict.Headroom.Likely {
			t.Fatalf("more fits better: %+v %+v", a.Verdict, b.Verdict)
		}
	})
}

// In every market, the cheapest plan is the one a person finds who goes through the whole list, comparing
// whole cents.
func TestCheapestIsTheCheapest(t *testing.T) {
	d := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		used, next := rapid.Int64Range(0, 9*size.TB).Draw(t, "used"), rapid.Int64Range(0, 2*size.TB).Draw(t, "next")
		if rapid.Bool().Draw(t, "small") {
			used, next = used%(60*size.GB), next%(20*size.GB)
		}
		for _, m := range d.Prices.Markets {
			best, bestCents := "", int64(math.MaxInt64)
			for _, plan := range d.Prices.Plans {
				cents := int64(0)
				if price, ok := m.Price(plan.ID); ok {
					var err error
					if cents, err = price.Month.Int64(); err != nil {
						t.Fatal(err)
					}
				}
				if plan.Capacity-used >= next && cents < bestCents {
					best, bestCents = plan.ID, cents
				}
			}
			p := Make(read(5*size.GB, used, next), m, apple.Version{}, d)
			o := &p.Offers[p.Choices[0].Cheap]
			if o.Plan.ID != best && (o.Month.IsZero() || !cheaperThan(o, bestCents)) {
				t.Fatalf("%s: %+v, search finds %q", m.ID, o, best)
			}
		}
	})
}

// cheaperThan reports whether an offer costs at most so many cents.
func cheaperThan(o *Offer, cents int64) bool {
	month, err := o.Month.Int64()
	return err == nil && month <= cents
}

// Whatever is said, the numbers of a verdict agree with each other, and its evidence with them.
func TestNumbersOfAVerdictAgree(t *testing.T) {
	d := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		in := read(drawSize(t, "plan"), drawSize(t, "used"), drawSize(t, "next"))
		if rapid.Bool().Draw(t, "content") {
			in = drawInputs(t, d)
		}
		p := Make(in, prices.Market{}, apple.Version{}, d)
		v := p.Verdict
		short, fits := v.Short.Likely > 0, v.fit == fits
		if short != (v.fit == doesNotFit) || v.Headroom.High > 0 && !fits {
			t.Fatalf("%+v", v)
		}
		for name, r := range map[string]size.Range{"free": v.Free, "over": v.Over, "short": v.Short, "headroom": v.Headroom} {
			if r.Low < 0 || r.Low > r.Likely || r.Likely > r.High {
				t.Fatalf("%s is %+v", name, r)
			}
		}
		if v.HasFree && v.Free.High > 0 && v.Over.Low > 0 {
			t.Fatalf("%+v is free of a plan that is over its limit by %+v", v.Free, v.Over)
		}
		if (v.Answer == AnswerFits || v.Answer == AnswerFitsAlone) && (!fits || v.Typical) || v.Answer == AnswerShort && !short {
			t.Fatalf("answer %d from %+v", v.Answer, v)
		}
		e := answersOf(p)
		switch {
		case len(p.Questions) > 0 && e[checkNextBackupFits]+e[checkICloudSpace] != "":
			t.Fatalf("numbers in question say %v", e)
		case v.Answer == AnswerOdd && len(p.Questions) == 0:
			t.Fatal("no question is asked about odd numbers")
		case e[checkNextBackupFits] == answerFits && (!fits || !v.Sure), e[checkNextBackupFits] == answerDoesNotFit && (!short || !v.Sure),
			e[checkNextBackupFits] == answerFarTooLarge && (!v.Sure || v.Short.High <= farFrom):
			t.Fatalf("%+v gives %v", v, e)
		case v.Over.Low > 0 && len(p.Questions) == 0 && e[checkICloudSpace] != answerFull:
			t.Fatalf("over the plan, but %v", e)
		}
	})
}

// answersOf are the answers of the evidence alone.
func answersOf(p *Plan) map[string]string {
	answers := map[string]string{}
	for check, said := range p.Evidence() {
		answers[check] = said.Answer
	}
	return answers
}
