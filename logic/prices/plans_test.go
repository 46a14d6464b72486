package prices

import (
	"os"
	"testing"
	"time"

	"github.com/bojanz/currency"
	"golang.org/x/text/language"

	"backupdoctor/logic/size"
)

func shipped(t testing.TB) *List {
	t.Helper()
	list, err := Load(os.DirFS("../../assets"), "plans.toml")
	if err != nil {
		t.Fatalf("the price list of the program has problems:\n%v", err)
	}
	return list
}

func market(t testing.TB, list *List, id string) Market {
	t.Helper()
	m, ok := list.Market(id)
	if !ok {
		t.Fatalf("no market %q", id)
	}
	return m
}

func TestShippedListIsWhole(t *testing.T) {
	list := shipped(t)
	dollars, local := 0, 0
	groups := map[string]int{} // markets by their five USD prices
	for _, m := range list.Markets {
		if m.Currency != "USD" {
			local++
			continue
		}
		dollars++
		key := ""
		for _, p := range list.Plans[1:] {
			price, ok := m.Price(p.ID)
			if !ok {
				t.Errorf("%s has no price for %s", m.ID, p.ID)
			}
			key += price.Month.Number() + " "
		}
		groups[key]++
	}
	if len(list.Markets) != 157 || local != 44 || dollars != 113 {
		t.Errorf("%d markets, %d local and %d in dollars; want 157, 44 and 113", len(list.Markets), local, dollars)
	}
	want := map[string]int{
		"0.99 2.99 9.99 29.99 59.99 ":  85,
		"0.99 2.99 10.99 32.99 64.99 ": 6,
		"0.99 3.49 11.99 34.99 69.99 ": 15,
		"1.19 3.49 11.99 34.99 69.99 ": 4,
		"0.99 3.29 10.99 32.99 64.99 ": 1,
		"1.19 3.59 11.99 34.99 69.99 ": 1,
		"1.19 3.69 11.99 34.99 69.99 ": 1,
	}
	for key, n := range want {
		if groups[key] != n {
			t.Errorf("%d dollar markets at %s, want %d", groups[key], key, n)
		}
	}
	capacities := []int64{5 * size.GB, 50 * size.GB, 200 * size.GB, 2000 * size.GB, 6000 * size.GB, 12_000 * size.GB}
	if len(list.Plans) != len(capacities) {
		t.Fatalf("%d plans", len(list.Plans))
	}
	for i, c := range capacities {
		if list.Plans[i].Capacity != c || list.Plans[i].Free != (i == 0) {
			t.Errorf("plan %d is %+v", i, list.Plans[i])
		}
	}
	if got := list.Date.Format(time.DateOnly); got != "2026-09-16" {
		t.Errorf("date %s", got)
	}
}

// Amounts as they stand in the published table, one market of every kind.
func TestShippedPrices(t *testing.T) {
	list := shipped(t)
	for _, c := range []struct{ id, plan, month, year string }{
		{"us", "50gb", "0.99", "11.88"},
		{"us", "12tb", "59.99", "719.88"},
		{"eurozone", "2tb", "9.99", "119.88"},
		{"bg", "2tb", "20.99", "251.88"},
		{"jp", "200gb", "540", "6480"},
		{"cl", "6tb", "32990", "395880"},
		{"in", "6tb", "2999", "35988"},
		{"br", "50gb", "5.90", "70.80"},
		{"gb", "2tb", "8.99", "107.88"},
		{"sg", "12tb", "84.98", "1019.76"},
		{"kr", "50gb", "1100", "13200"},
		{"is", "200gb", "3.69", "44.28"},
		{"tr", "50gb", "49.99", "599.88"},
	} {
		m := market(t, list, c.id)
		p, ok := m.Price(c.plan)
		if !ok || p.Month.Number() != c.month || p.Year.Number() != c.year || p.Month.CurrencyCode() != m.Currency {
			t.Errorf("%s %s: %v %v, want %s and %s", c.id, c.plan, p.Month, p.Year, c.month, c.year)
		}
	}
	if _, ok := market(t, list, "us").Price("free"); ok {
		t.Error("the free plan has a price")
	}
}

func TestTaxOfMarkets(t *testing.T) {
	list := shipped(t)
	unstated := 0
	for _, m := range list.Markets {
		if m.Tax == TaxUnstated {
			unstated++
		}
	}
	if unstated != 9 {
		t.Errorf("%d markets with unstated tax, want 9", unstated)
	}
	for id, tax := range map[string]Tax{
		"us": TaxSomeStates, "ca": TaxUnstated, "hk": TaxUnstated, "kr": TaxIncluded, "de": "", "gb": TaxIncluded, "ke": TaxIncluded,
	} {
		if m, ok := list.Market(id); ok != (tax != "") || m.Tax != tax {
			t.Errorf("%s: tax %q, want %q", id, m.Tax, tax)
		}
	}
	for _, id := range []string{"bg", "kr", "ua", "la", "am"} {
		if market(t, list, id).Note == "" {
			t.Errorf("%s has no note", id)
		}
	}
}

func TestMarketFor(t *testing.T) {
	list := shipped(t)
	for region, want := range map[string]string{
		"US": "us", "us": "us", "840": "us", "UK": "gb", "GB": "gb", " de ": "eurozone", "FR": "eurozone", "SK": "eurozone",
		"HR": "hr", "BG": "bg", "XK": "xk", "MO": "mo", "CI": "ci", "CG": "cg", "CD": "cd",
		"": "", "ZZ": "", "KP": "", "419": "", "EUROZONE": "", "en-US": "", "?": "",
	} {
		m, ok := list.MarketFor(region)
		if m.ID != want || ok != (want != "") {
			t.Errorf("MarketFor(%q) = %q %v, want %q", region, m.ID, ok, want)
		}
	}
}

func TestEuroCountriesAndNoOther(t *testing.T) {
	euro := market(t, shipped(t), "eurozone")
	if len(euro.Countries) != 19 { // 21 use the euro; Bulgaria and Croatia stand by themselves
		t.Errorf("%d countries in the euro zone: %v", len(euro.Countries), euro.Countries)
	}
	for _, code := range euro.Countries {
		if got, ok := currency.ForCountryCode(language.MustParseRegion(code).String()); !ok || got != "EUR" {
			t.Errorf("%s pays in %q", code, got)
		}
	}
}

func TestNeedsCheck(t *testing.T) {
	list := shipped(t)
	m := market(t, list, "us")
	if list.NeedsCheck(m, list.Date.Add(120*24*time.Hour)) {
		t.Error("prices need a check after 120 days already")
	}
	if !list.NeedsCheck(m, list.Date.Add(121*24*time.Hour)) {
		t.Error("prices need no check after 121 days")
	}
}
