package session

import (
	"backupdoctor/logic/prices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// CountryName names the country of a case: as the price list does, and where its prices are those of a group with the group
// behind it, "Germany (Euro Zone prices)". It is empty for a text that is no country.
func (l *Library) CountryName(code string) string {
	if m, ok := l.Plans.Market(code); ok {
		return m.Name
	}
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() {
		return ""
	}
	m, ok := l.Plans.MarketFor(code)
	switch {
	case !ok:
		return l.regionName(region)
	case len(m.Countries) == 0:
		return m.Name
	}
	return l.Words.Text("country.group", "Country", l.regionName(region), "Market", m.Name)
}

// regionName is a country's name in the language of the program, else in English.
func (l *Library) regionName(region language.Region) string {
	if names := display.Regions(l.Words.Locale()); names != nil {
		if name := names.Name(region); name != "" {
			return name
		}
	}
	return display.English.Regions().Name(region)
}

// CountryOf is what a case keeps of the country of a locale: its code in lower case, empty when Apple lists no price for it.
func (l *Library) CountryOf(region language.Region) string {
	if _, ok := l.Plans.MarketFor(region.String()); !ok {
		return ""
	}
	return strings.ToLower(region.Canonicalize().String())
}

// Countries are the codes of all countries with prices: one for a market of its own, each member for a group.
func (l *Library) Countries() []string {
	var codes []string
	for _, m := range l.Plans.Markets {
		if len(m.Countries) == 0 {
			codes = append(codes, m.ID)
		}
		codes = append(codes, m.Countries...)
	}
	return codes
}

// marketOf finds the prices of a case's country, which older cases name by the market.
func (l *Library) marketOf(country string) prices.Market {
	market, known := l.Plans.Market(country)
	if !known {
		market, _ = l.Plans.MarketFor(country)
	}
	return market
}
