package prices

import (
	"strings"

	"golang.org/x/text/language"
)

// CountryOf returns the country of a locale as a case keeps it: the code in lower case, empty when Apple
// lists no price for the country.
func (l *List) CountryOf(region language.Region) string {
	if _, ok := l.MarketFor(region.String()); !ok {
		return ""
	}
	return strings.ToLower(region.Canonicalize().String())
}

// Countries returns the codes of all countries with prices: one for a market of a single country, each member
// for a group.
func (l *List) Countries() []string {
	var codes []string
	for _, m := range l.Markets {
		if len(m.Countries) == 0 {
			codes = append(codes, m.ID)
		}
		codes = append(codes, m.Countries...)
	}
	return codes
}

// MarketOfCase returns the market of a case's country; older cases name the market itself. Without prices for
// the country the market is empty.
func (l *List) MarketOfCase(country string) Market {
	market, known := l.Market(country)
	if !known {
		market, _ = l.MarketFor(country)
	}
	return market
}
