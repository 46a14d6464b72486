package storage

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// way is one way to have storage as the test sees it: what it holds and what it costs.
type way struct {
	capacity int64
	price    *big.Rat // nil when not known
}

func rat(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil
	}
	return r
}

// ways lists every plan with every bundle by the rules of Apple's page, written down a second time: beside a
// bundle that is held any plan adds, and in China mainland there is none.
func ways(m prices.Market, list *prices.List, held string) []way {
	var all []way
	for _, plan := range list.Plans {
		cost := new(big.Rat)
		if !plan.Free {
			price, _ := m.Price(plan.ID)
			cost = rat(price.Month.Number())
		}
		if held == "" {
			all = append(all, way{plan.Capacity, cost})
		}
		for _, b := range list.Bundles {
			if held != "" && b.ID != held || held == "" && m.ID == "cn" {
				continue
			}
			extra := new(big.Rat)
			if held == "" {
				if extra = nil; m.ID == "us" {
					extra = rat(map[string]string{"individual": "19.95", "family": "25.95", "premier": "37.95"}[b.ID])
				}
			}
			var sum *big.Rat
			if extra != nil {
				sum = new(big.Rat).Add(cost, extra)
			}
			switch {
			case plan.Free:
				all = append(all, way{b.Capacity, sum}) // the bundle alone
			case b.Capacity < plan.Capacity || held != "":
				all = append(all, way{plan.Capacity + b.Capacity, sum})
			}
		}
	}
	return all
}

func TestCheapestIsTheCheapestOfAllWays(t *testing.T) {
	d := shipped(t)
	for _, m := range d.Prices.Markets {
		for _, held := range []string{"", "individual", "family", "premier"} {
			all := ways(m, d.Prices, held)
			var needs []int64
			for _, w := range all { // at, just below and just above every limit
				needs = append(needs, w.capacity-1, w.capacity, w.capacity+1)
			}
			for _, need := range append(needs, 0, 7*size.GB, 3*size.TB) {
				in := Inputs{Used: size.Of(need, size.Phone), Bundle: held, Devices: []Device{{Next: size.Of(0, size.Phone)}}}
				p := Make(in, m, apple.Version{}, d)
				var best *big.Rat
				possible := false
				for _, w := range all {
					if w.capacity < need {
						continue
					}
					possible = true
					if w.price != nil && (best == nil || w.price.Cmp(best) < 0) {
						best = w.price
					}
				}
				at := p.Choices[0].Cheap
				switch {
				case !possible:
					if at >= 0 {
						t.Errorf("%s, %q: %d is offered as %s", m.ID, held, need, p.named(at))
					}
				case at < 0:
					t.Errorf("%s, %q: nothing for %d", m.ID, held, need)
				case best == nil:
					if p.Offers[at].HasPrice || p.Offers[at].Capacity < need {
						t.Errorf("%s, %q: %d is offered as %s, but no price is known", m.ID, held, need, p.named(at))
					}
				default:
					got := new(big.Rat)
					if !p.Offers[at].Free {
						got = rat(p.Offers[at].Month.Number())
					}
					if got == nil || got.Cmp(best) != 0 || p.Offers[at].Capacity < need {
						t.Errorf("%s, %q: %d is offered as %s, the cheapest costs %s", m.ID, held, need, p.named(at), best.FloatString(2))
					}
				}
			}
		}
	}
}

// A family pays no more than in any way of dividing it that the test tries on its own.
func TestNoOtherSplitIsCheaper(t *testing.T) {
	d := shipped(t)
	us := marketOf(t, d, "us")
	price := func(need int64, shared bool) *big.Rat {
		var best *big.Rat
		for i, w := range ways(us, d.Prices, "") {
			if w.capacity >= need && w.price != nil && !(shared && i == 0) && (best == nil || w.price.Cmp(best) < 0) {
				best = w.price
			}
		}
		return best
	}
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.Int64Range(0, 3*size.TB)
		in := Inputs{Used: size.Of(sizes.Draw(t, "own"), size.Phone), Devices: []Device{{Next: size.Of(0, size.Phone)}}}
		own := in.Used.Likely
		for range rapid.IntRange(1, MaxPeople).Draw(t, "people") {
			in.People = append(in.People, Person{Used: size.Of(sizes.Draw(t, "used"), size.Typed), Apart: true})
		}
		p := Make(in, us, apple.Version{}, d)
		if !p.HasFamily {
			t.Fatal("no split")
		}
		var best *big.Rat
		for mask := range 1 << len(in.People) {
			pool, sum := own, new(big.Rat)
			for i, person := range in.People {
				if mask>>i&1 == 1 {
					pool += person.Used.Likely
				} else {
					sum.Add(sum, price(person.Used.Likely, false))
				}
			}
			if share := price(pool, mask != 0); share != nil {
				if sum.Add(sum, share); best == nil || sum.Cmp(best) < 0 {
					best = sum
				}
			}
		}
		got := new(big.Rat)
		if !p.Family.Free {
			got = rat(p.Family.Month.Number())
		}
		if got.Cmp(best) != 0 {
			t.Fatalf("the family pays %s, but it could pay %s", got.FloatString(2), best.FloatString(2))
		}
	})
}

// Every market shows each plan with its own currency, for a month and for a year.
func TestEveryMarketShowsItsPrices(t *testing.T) {
	d := shipped(t)
	in := Inputs{Plan: size.Of(5*size.GB, size.Phone), Used: size.Of(4*size.GB, size.Phone), Devices: []Device{{Next: size.Of(3*size.GB, size.Phone)}}}
	if len(d.Prices.Markets) != 157 {
		t.Fatalf("%d markets", len(d.Prices.Markets))
	}
	for _, m := range d.Prices.Markets {
		p := Make(in, m, apple.Version{}, d)
		priced := 0
		for _, o := range p.Offers {
			if !o.HasPrice {
				continue
			}
			priced++
			for _, locale := range []language.Tag{language.AmericanEnglish, language.German, language.Japanese} {
				month, year := prices.FormatPrice(o.Month, locale), prices.FormatPrice(o.Year, locale)
				if o.Month.CurrencyCode() != m.Currency || !strings.ContainsAny(month, "0123456789") || len(month) > 32 || month == year {
					t.Errorf("%s in %v: %q a month, %q a year, currency %s", m.ID, locale, month, year, o.Month.CurrencyCode())
				}
			}
		}
		if priced < 5 {
			t.Errorf("%s: only %d offers have a price", m.ID, priced)
		}
		var out strings.Builder
		if err := p.WriteCSV(&out, false, time.Time{}, p.titled, echo); err != nil || strings.Count(out.String(), ","+m.Currency+",") != priced {
			t.Errorf("%s: %v, the table has not %d prices in %s:\n%s", m.ID, err, priced, m.Currency, out.String())
		}
	}
}

// echo stands for the words: the key is the text.
func echo(key string, _ ...any) string { return key }
