// Package prices reads Apple's price list: the iCloud plans, the Apple One bundles and what they cost in each
// market. A list is checked strictly when it is loaded and never changed afterwards. Capacities are in bytes,
// GB = 10^9.
package prices

import (
	"slices"
	"strings"
	"time"

	"github.com/bojanz/currency"
	"golang.org/x/text/language"
)

// List is Apple's list of iCloud plans and what they cost in each market. A list is never changed after
// loading.
type List struct {
	Date       time.Time     // edition of the list, midnight UTC
	Source     string        // address of Apple's page
	CheckAfter time.Duration // age at which prices should be compared with the source again
	Bundles    []Bundle      // of Apple One, by rising storage
	Plans      []Plan        // by rising capacity; the first is free
	Markets    []Market      // in the order of the file
}

// Plan is one amount of storage that an account can have.
type Plan struct {
	ID       string // "free", "50gb", …
	Capacity int64  // bytes, with the 5 GB that are free
	Free     bool   // costs nothing, in no market
}

// Bundle is an Apple One subscription with storage in it.
type Bundle struct {
	ID       string // "individual", …
	Name     string // as Apple calls it
	Capacity int64  // bytes

	prices  map[string]Price // by market
	notSold []string         // ids of markets
}

// SoldIn reports whether Apple may sell the bundle in a market. It is false only where it is known that
// Apple does not.
func (b Bundle) SoldIn(market string) bool { return !slices.Contains(b.notSold, market) }

// Price is what the whole bundle costs in a market; false where that is not known.
func (b Bundle) Price(market string) (Price, bool) {
	p, ok := b.prices[market]
	return p, ok
}

// Tax says how a price stands to tax.
type Tax string

// The ways in which prices stand to tax.
const (
	TaxIncluded   Tax = "included"    // the price already contains it
	TaxAdded      Tax = "added"       // it comes on top
	TaxSomeStates Tax = "some-states" // some states or provinces add it
	TaxUnstated   Tax = "unstated"    // the page does not mark the price as containing it
)

// Market is a country, or a group of countries, with one row of prices.
type Market struct {
	ID        string   // ISO 3166 code in lower case, or a word for a group: "us", "eurozone"
	Name      string   // as on Apple's page
	Countries []string // the countries of a group as ISO 3166 codes in lower case; empty for a single country
	Currency  string   // ISO 4217
	Tax       Tax
	Note      string    // what a person should know about these prices; may be empty
	Date      time.Time // edition of the file these prices come from, midnight UTC
	Source    string    // address they come from
	Own       bool      // from the person's own file

	prices map[string]Price
}

// Price is what a plan costs.
type Price struct {
	Month currency.Amount
	Year  currency.Amount // twelve months; Apple bills by the month only
}

// Price returns what a paid plan costs in this market; false for the free plan and in a market that is not
// known.
func (m Market) Price(planID string) (Price, bool) {
	p, ok := m.prices[planID]
	return p, ok
}

// Market finds a market by its id.
func (l *List) Market(id string) (Market, bool) {
	for _, m := range l.Markets {
		if m.ID == id {
			return m, true
		}
	}
	return Market{}, false
}

// Bundle finds a bundle of Apple One by its id.
func (l *List) Bundle(id string) (Bundle, bool) {
	for _, b := range l.Bundles {
		if b.ID == id {
			return b, true
		}
	}
	return Bundle{}, false
}

// MarketFor finds the market that a country buys in. The region is an ISO 3166 code in any case; "UK" and UN
// numbers such as "840" work too. False means that Apple lists no price for it.
func (l *List) MarketFor(region string) (Market, bool) {
	parsed, err := language.ParseRegion(strings.TrimSpace(region))
	if err != nil {
		return Market{}, false
	}
	code := strings.ToLower(parsed.Canonicalize().String())
	if m, ok := l.Market(code); ok {
		return m, true
	}
	for _, m := range l.Markets {
		if slices.Contains(m.Countries, code) {
			return m, true
		}
	}
	return Market{}, false
}

// NeedsCheck reports whether the prices of m are old enough at the time now to be compared with their source
// again.
func (l *List) NeedsCheck(m Market, now time.Time) bool {
	return now.Sub(m.Date) > l.CheckAfter
}

// Most is the largest size an account can have: the largest plan with the largest bundle.
func (l *List) Most() int64 {
	var plan, bundle int64
	for _, p := range l.Plans {
		plan = max(plan, p.Capacity)
	}
	for _, b := range l.Bundles {
		bundle = max(bundle, b.Capacity)
	}
	return plan + bundle
}
