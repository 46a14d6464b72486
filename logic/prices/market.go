package prices

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/bojanz/currency"
	"golang.org/x/text/language"

	"backupdoctor/logic/storage/datafile"
)

var money = regexp.MustCompile(`^(0|[1-9][0-9]{0,11})(\.[0-9]+)?$`)

// plans reads the [[plan]] entries: rising capacities, the first one free.
func plans(r *datafile.Reader) []Plan {
	var plans []Plan
	seen := map[string]int{}
	for i, t := range r.Entries("plan") {
		plan := Plan{ID: t.ID(seen)}
		plan.Capacity = t.Whole("capacity_gb", 1, mostGB) * gb
		plan.Free, _ = datafile.Take[bool](t, "free", false, "data-file.kind.truth")
		t.Finish()
		if plan.Free != (i == 0) {
			t.Wrong("free", "data-file.first-free")
		}
		if i > 0 && plan.Capacity > 0 && plan.Capacity <= plans[i-1].Capacity {
			t.Wrong("capacity_gb", "data-file.plan-order")
		}
		plans = append(plans, plan)
	}
	if len(plans) < 2 {
		r.Missing("plan", "data-file.plans")
	}
	return plans
}

// markets reads the [[market]] entries and checks them against the plans.
func markets(r *datafile.Reader, plans []Plan) []Market {
	knowLev()
	var markets []Market
	ids := map[string]int{}
	owner := map[string]string{} // country to the market that sells there
	for _, t := range r.Entries("market") {
		m := Market{ID: t.ID(ids), Name: t.Text("name"), Currency: t.Text("currency"), Note: t.Remark("note")}
		m.Tax = Tax(t.Text("tax"))
		m.Countries = datafile.List[string](t, "countries", false, "data-file.kind.countries")
		switch m.Tax {
		case TaxIncluded, TaxAdded, TaxSomeStates, TaxUnstated, "":
		default:
			t.Wrong("tax", "data-file.tax", "Tax", m.Tax)
		}
		countries(t, m, owner)
		m.prices = prices(t, m.Currency, plans)
		t.Finish()
		markets = append(markets, m)
	}
	if len(markets) == 0 {
		r.Missing("market", "data-file.no-entry", "Name", "market")
	}
	return markets
}

// countries checks which countries the market stands for; no country may belong to two markets.
func countries(t *datafile.Table, m Market, owner map[string]string) {
	codes, key := m.Countries, "countries"
	if len(codes) == 0 {
		codes, key = []string{m.ID}, "id"
	}
	for _, code := range codes {
		region, err := language.ParseRegion(code)
		switch {
		case code == "":
			// A missing id is reported already.
		case err != nil || !region.IsCountry() || len(code) != 2 || code != strings.ToLower(code):
			t.Wrong(key, "data-file.no-country", "Code", code)
		case owner[code] != "" && owner[code] != m.ID:
			t.Wrong(key, "data-file.taken", "Code", code, "Market", owner[code])
		default:
			owner[code] = m.ID
		}
	}
}

// prices reads the price of every paid plan and proves that more storage costs more.
func prices(t *datafile.Table, code string, plans []Plan) map[string]Price {
	table, ok := datafile.Take[map[string]any](t, "price", true, "data-file.kind.plan-prices")
	digits, valid := currency.GetDigits(code)
	if !valid && code != "" {
		t.Wrong("currency", "data-file.no-currency", "Code", code)
	}
	if !ok || !valid {
		return nil
	}
	prices := map[string]Price{}
	var before *currency.Amount
	left := maps.Clone(table)
	for _, plan := range plans {
		value, given := table[plan.ID]
		delete(left, plan.ID)
		switch {
		case plan.Free && given:
			t.Wrong("price", "data-file.free-price", "Plan", plan.ID)
			continue
		case plan.Free:
			continue
		case !given:
			t.Wrong("price", "data-file.no-price", "Plan", plan.ID)
			continue
		}
		price, fine := price(t, "plan "+plan.ID, value, code, digits)
		if !fine {
			continue
		}
		if before != nil {
			if order, err := price.Month.Cmp(*before); err != nil || order <= 0 {
				t.Wrong("price", "data-file.price-order", "Plan", plan.ID, "Price", price.Month, "Before", before)
			}
		}
		before = &price.Month
		prices[plan.ID] = price
	}
	for _, id := range slices.Sorted(maps.Keys(left)) {
		t.Wrong("price", "data-file.no-plan", "ID", id)
	}
	return prices
}

// price reads one amount exactly; it never passes through a float.
func price(t *datafile.Table, what string, value any, code string, digits uint8) (Price, bool) {
	text, ok := value.(string)
	if !ok {
		t.Wrong("price", "data-file.price-quotes", "What", what)
		return Price{}, false
	}
	_, fraction, _ := strings.Cut(text, ".")
	if !money.MatchString(text) || len(fraction) > int(digits) {
		t.Wrong("price", "data-file.price-amount", "What", what, "Price", text, "Currency", code, "Decimals", digits)
		return Price{}, false
	}
	month, err := currency.NewAmount(text, code)
	if err != nil || !month.IsPositive() {
		t.Wrong("price", "data-file.price-zero", "What", what, "Price", text)
		return Price{}, false
	}
	year, err := month.Mul("12")
	if err != nil {
		t.Wrong("price", "data-file.price-year", "What", what, "Price", text)
		return Price{}, false
	}
	return Price{Month: month, Year: year}, true
}
