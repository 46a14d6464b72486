package prices

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/bojanz/currency"
	"golang.org/x/text/language"

	"backupdoctor/logic/size"
	"backupdoctor/logic/tomlfile"
)

var money = regexp.MustCompile(`^(0|[1-9][0-9]{0,11})(\.[0-9]+)?$`)

// plans checks the [[plan]] entries: rising capacities, the first one free.
func plans(entries []planEntry, at tomlfile.Place) []Plan {
	var list []Plan
	ids := tomlfile.IDs{}
	for i, e := range entries {
		ids.Check(e.At, e.ID)
		if e.Free != (i == 0) {
			e.At.Reject("free", "data-file.first-free")
		}
		if i > 0 && e.Capacity > 0 && e.Capacity <= entries[i-1].Capacity {
			e.At.Reject("capacity_gb", "data-file.plan-order")
		}
		list = append(list, Plan{ID: e.ID, Capacity: e.Capacity * size.GB, Free: e.Free})
	}
	if len(list) < 2 {
		at.Reject("plan", "data-file.plans")
	}
	return list
}

// markets checks the [[market]] entries against the plans.
func markets(entries []marketEntry, plans []Plan, at tomlfile.Place) []Market {
	knowLev()
	var list []Market
	ids := tomlfile.IDs{}
	owner := map[string]string{} // country to the market that sells there
	for i := range entries {
		e := &entries[i]
		ids.Check(e.At, e.ID)
		switch e.Tax {
		case TaxIncluded, TaxAdded, TaxSomeStates, TaxUnstated, "":
		default:
			e.At.Reject("tax", "data-file.tax", "Tax", e.Tax)
		}
		e.checkCountries(owner)
		list = append(list, Market{
			ID: e.ID, Name: e.Name, Countries: e.Countries, Currency: e.Currency, Tax: e.Tax, Note: e.Note,
			prices: e.prices(plans),
		})
	}
	if len(list) == 0 {
		at.Reject("market", "data-file.no-entry", "Name", "market")
	}
	return list
}

// checkCountries checks which countries the market stands for; no country may belong to two markets.
func (e *marketEntry) checkCountries(owner map[string]string) {
	codes, key := e.Countries, "countries"
	if len(codes) == 0 {
		codes, key = []string{e.ID}, "id"
	}
	for _, code := range codes {
		region, err := language.ParseRegion(code)
		switch {
		case code == "" && key == "id":
			// Binding has reported the missing id.
		case err != nil || !region.IsCountry() || len(code) != 2 || code != strings.ToLower(code):
			e.At.Reject(key, "data-file.no-country", "Code", code)
		case owner[code] != "" && owner[code] != e.ID:
			e.At.Reject(key, "data-file.taken", "Code", code, "Market", owner[code])
		default:
			owner[code] = e.ID
		}
	}
}

// prices checks the price of every paid plan, and that more storage costs more.
func (e *marketEntry) prices(plans []Plan) map[string]Price {
	digits, valid := currency.GetDigits(e.Currency)
	if !valid && e.Currency != "" {
		e.At.Reject("currency", "data-file.no-currency", "Code", e.Currency)
	}
	if len(e.Prices) == 0 || !valid {
		return nil
	}
	list := map[string]Price{}
	var before *currency.Amount
	left := maps.Clone(e.Prices)
	for _, plan := range plans {
		text, given := e.Prices[plan.ID]
		delete(left, plan.ID)
		switch {
		case plan.Free && given:
			e.At.Reject("price."+plan.ID, "data-file.free-price", "Plan", plan.ID)
			continue
		case plan.Free:
			continue
		case !given:
			e.At.Reject("price", "data-file.no-price", "Plan", plan.ID)
			continue
		}
		p, fine := price(e.At, plan.ID, text, e.Currency, digits)
		if !fine {
			continue
		}
		if before != nil {
			if order, err := p.Month.Cmp(*before); err != nil || order <= 0 {
				e.At.Reject("price."+plan.ID, "data-file.price-order", "Plan", plan.ID, "Price", p.Month, "Before",
					before)
			}
		}
		before = &p.Month
		list[plan.ID] = p
	}
	for _, id := range slices.Sorted(maps.Keys(left)) {
		e.At.Reject("price."+id, "data-file.no-plan", "ID", id)
	}
	return list
}

// bundles checks the [[bundle]] entries: the Apple One bundles by rising storage.
func bundles(entries []bundleEntry, markets []Market) []Bundle {
	var list []Bundle
	ids := tomlfile.IDs{}
	for i := range entries {
		e := &entries[i]
		ids.Check(e.At, e.ID)
		if i > 0 && e.Capacity > 0 && e.Capacity <= entries[i-1].Capacity {
			e.At.Reject("capacity_gb", "data-file.bundle-order")
		}
		list = append(list, Bundle{
			ID: e.ID, Name: e.Name, Capacity: e.Capacity * size.GB, prices: e.prices(markets),
			notSold: e.notSold(markets),
		})
	}
	return list
}

// prices checks what the bundle costs in the markets where that is known.
func (e *bundleEntry) prices(markets []Market) map[string]Price {
	list := map[string]Price{}
	for _, id := range slices.Sorted(maps.Keys(e.Prices)) {
		i := slices.IndexFunc(markets, func(m Market) bool { return m.ID == id })
		if i < 0 {
			e.At.Reject("price."+id, "data-file.no-market", "ID", id)
			continue
		}
		digits, ok := currency.GetDigits(markets[i].Currency)
		if !ok {
			continue // reported with the market
		}
		if p, fine := price(e.At, id, e.Prices[id], markets[i].Currency, digits); fine {
			list[id] = p
		}
	}
	return list
}

// notSold checks the markets in which the bundle is not sold.
func (e *bundleEntry) notSold(markets []Market) []string {
	for _, id := range e.NotSold {
		_, priced := e.Prices[id]
		switch {
		case !slices.ContainsFunc(markets, func(m Market) bool { return m.ID == id }):
			e.At.Reject("not_sold", "data-file.not-sold", "ID", id)
		case priced:
			e.At.Reject("not_sold", "data-file.sold", "ID", id)
		}
	}
	return e.NotSold
}

// price reads one amount exactly; it never passes through a float.
func price(at tomlfile.Place, id, text, code string, digits uint8) (Price, bool) {
	refuse := func(sentence string, values ...any) (Price, bool) {
		at.Reject("price."+id, sentence, append([]any{"What", id, "Price", text}, values...)...)
		return Price{}, false
	}
	_, fraction, _ := strings.Cut(text, ".")
	if !money.MatchString(text) || len(fraction) > int(digits) {
		return refuse("data-file.price-amount", "Currency", code, "Decimals", digits)
	}
	month, err := currency.NewAmount(text, code)
	if err != nil || !month.IsPositive() {
		return refuse("data-file.price-zero")
	}
	year, err := month.Mul("12")
	if err != nil {
		return refuse("data-file.price-year")
	}
	return Price{Month: month, Year: year}, true
}
