package storage

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/bojanz/currency"
	"golang.org/x/text/language"
)

var (
	word  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	money = regexp.MustCompile(`^(0|[1-9][0-9]{0,11})(\.[0-9]+)?$`)
)

// plans reads the [[plan]] entries: rising capacities, the first one free.
func (r *reader) plans(doc map[string]any) []Plan {
	var plans []Plan
	seen := map[string]int{}
	for i, fields := range r.tables(doc, "plan") {
		e := r.entry("plan", i, fields)
		plan := Plan{ID: e.text("id")}
		plan.Capacity = e.whole("capacity_gb", 1, MaxAmount/GB) * GB
		plan.Free, _ = take[bool](e, "free", false, "true or false")
		e.finish()
		e.unique(plan.ID, seen)
		if plan.Free != (i == 0) {
			e.wrong("free", "the first plan, and only the first, must be free")
		}
		if i > 0 && plan.Capacity > 0 && plan.Capacity <= plans[i-1].Capacity {
			e.wrong("capacity_gb", "not larger than the plan before")
		}
		plans = append(plans, plan)
	}
	if len(plans) < 2 {
		r.problem(r.lines.find("plan"), "plan", "there must be a free plan and at least one that is paid for")
	}
	return plans
}

// unique reports an id that is no word or that was used before.
func (e *entry) unique(id string, seen map[string]int) {
	if id == "" {
		return
	}
	if !word.MatchString(id) {
		e.wrong("id", "id %q must be lower-case letters and digits, joined by -", id)
	}
	if line, twice := seen[id]; twice {
		e.wrong("id", "id used twice, first in line %d", line)
		return
	}
	seen[id] = e.at.line
}

// markets reads the [[market]] entries and checks them against the plans.
func (r *reader) markets(doc map[string]any, plans []Plan) []Market {
	var markets []Market
	ids := map[string]int{}
	owner := map[string]string{} // country to the market that sells there
	for i, fields := range r.tables(doc, "market") {
		e := r.entry("market", i, fields)
		m := Market{ID: e.text("id"), Name: e.text("name"), Currency: e.text("currency"), Note: e.remark("note")}
		m.Tax = Tax(e.text("tax"))
		m.Countries = list[string](e, "countries", false, "a list of country codes")
		e.unique(m.ID, ids)
		switch m.Tax {
		case TaxIncluded, TaxAdded, TaxSomeStates, TaxUnstated, "":
		default:
			e.wrong("tax", "tax is %q, but must be included, added, some-states or unstated", m.Tax)
		}
		e.countries(m, owner)
		m.prices = e.prices(m.Currency, plans)
		e.finish()
		markets = append(markets, m)
	}
	if len(markets) == 0 {
		r.problem(r.lines.find("market"), "market", "there is no [[market]]")
	}
	return markets
}

// countries checks which countries the market stands for; no country may belong to two markets.
func (e *entry) countries(m Market, owner map[string]string) {
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
			e.wrong(key, "%q is not an ISO 3166 country code in lower case", code)
		case owner[code] != "" && owner[code] != m.ID:
			e.wrong(key, "country %q belongs to market %q already", code, owner[code])
		default:
			owner[code] = m.ID
		}
	}
}

// prices reads the price of every paid plan and proves that more storage costs more.
func (e *entry) prices(code string, plans []Plan) map[string]Price {
	table, ok := take[map[string]any](e, "price", true, "a table of prices by plan")
	digits, valid := currency.GetDigits(code)
	if !valid && code != "" {
		e.wrong("currency", "%q is not an ISO 4217 currency", code)
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
			e.wrong("price", "plan %s is free and has no price", plan.ID)
			continue
		case plan.Free:
			continue
		case !given:
			e.wrong("price", "no price for plan %s", plan.ID)
			continue
		}
		price, fine := e.price(plan.ID, value, code, digits)
		if !fine {
			continue
		}
		if before != nil {
			if order, err := price.Month.Cmp(*before); err != nil || order <= 0 {
				e.wrong("price", "plan %s costs %s, not more than the plan before (%s)", plan.ID, price.Month, before)
			}
		}
		before = &price.Month
		prices[plan.ID] = price
	}
	for _, id := range slices.Sorted(maps.Keys(left)) {
		e.wrong("price", "price for %q, which is not a plan", id)
	}
	return prices
}

// price reads one amount exactly; it never passes through a float.
func (e *entry) price(planID string, value any, code string, digits uint8) (Price, bool) {
	text, ok := value.(string)
	if !ok {
		e.wrong("price", "the price of plan %s must be in quotes", planID)
		return Price{}, false
	}
	_, fraction, _ := strings.Cut(text, ".")
	if !money.MatchString(text) || len(fraction) > int(digits) {
		e.wrong("price", "the price of plan %s, %q, is not an amount of %s with up to %d decimals", planID, text, code, digits)
		return Price{}, false
	}
	month, err := currency.NewAmount(text, code)
	if err != nil || !month.IsPositive() {
		e.wrong("price", "the price of plan %s, %q, must be above zero", planID, text)
		return Price{}, false
	}
	year, err := month.Mul("12")
	if err != nil {
		e.wrong("price", "the price of plan %s, %q, can't be counted for a year", planID, text)
		return Price{}, false
	}
	return Price{Month: month, Year: year}, true
}
