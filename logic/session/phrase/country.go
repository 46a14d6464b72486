package phrase

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// CountryName names the country of a case by its code, as the price list does. A country with the prices of a
// group has the group behind its name: "Germany (Euro Zone prices)". A text that is no country has no name.
func (b *Book) CountryName(code string) string {
	name := b.Country(code)
	if m, ok := b.prices.MarketFor(code); ok && name != "" && m.Name != name && len(m.Countries) > 0 {
		return b.words.Text("country.group", "Country", name, "Market", m.Name)
	}
	return name
}

// Country names the country of a case by its code, without a group of prices: "Germany". A text that is no
// country has no name.
func (b *Book) Country(code string) string {
	if m, ok := b.prices.Market(code); ok {
		return m.Name
	}
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() {
		return ""
	}
	if m, ok := b.prices.MarketFor(code); ok && len(m.Countries) == 0 {
		return m.Name
	}
	return b.regionName(region)
}

// regionName returns the name of a country in the language of the program, or else in English.
func (b *Book) regionName(region language.Region) string {
	if names := display.Regions(b.words.Locale()); names != nil {
		if name := names.Name(region); name != "" {
			return name
		}
	}
	return display.English.Regions().Name(region)
}
