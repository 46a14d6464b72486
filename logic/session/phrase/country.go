package phrase

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// CountryName names the country of a case: as the price list does, and where its prices are those of a group with the group
// behind it, "Germany (Euro Zone prices)". It is empty for a text that is no country.
func (b *Book) CountryName(code string) string {
	if m, ok := b.prices.Market(code); ok {
		return m.Name
	}
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() {
		return ""
	}
	m, ok := b.prices.MarketFor(code)
	switch {
	case !ok:
		return b.regionName(region)
	case len(m.Countries) == 0:
		return m.Name
	}
	return b.words.Text("country.group", "Country", b.regionName(region), "Market", m.Name)
}

// regionName is a country's name in the language of the program, else in English.
func (b *Book) regionName(region language.Region) string {
	if names := display.Regions(b.words.Locale()); names != nil {
		if name := names.Name(region); name != "" {
			return name
		}
	}
	return display.English.Regions().Name(region)
}
