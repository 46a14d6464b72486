package prices

import (
	"strings"
	"sync"

	"github.com/bojanz/currency"
	"golang.org/x/text/language"
)

// knowLev makes the Bulgarian lev known: ISO 4217 withdrew it when the country took the euro in 2026, so the
// currency data have dropped it, but Apple's list still has it. The registry is the library's own; it is set
// once, before the first list is read, and no amount is made before that.
var knowLev = sync.OnceFunc(func() {
	if !currency.IsValid("BGN") {
		currency.Register("BGN", currency.Definition{NumericCode: "975", Digits: 2})
	}
})

// FormatPrice writes a price as people of the locale write it, by the rules of CLDR: "$0.99", "0,99 €",
// "¥180". Whole amounts lose their decimals, as on Apple's page: "CHF 30".
func FormatPrice(price currency.Amount, locale language.Tag) string {
	f := currency.NewFormatter(currencyLocale(locale))
	if whole := price.RoundTo(0, currency.RoundDown); whole.Equal(price) {
		f.MinDigits = 0
	}
	return f.Format(price)
}

// currencyLocale drops what a tag says beyond language, script and region, which the currency library does
// not read.
func currencyLocale(locale language.Tag) currency.Locale {
	base, script, region := locale.Raw()
	parts := []string{base.String()}
	if s := script.String(); s != "Zzzz" {
		parts = append(parts, s)
	}
	if r := region.String(); r != "ZZ" {
		parts = append(parts, r)
	}
	return currency.NewLocale(strings.Join(parts, "-"))
}
