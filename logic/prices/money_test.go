package prices

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/bojanz/currency"
	"golang.org/x/text/language"
)

func TestFormatPrice(t *testing.T) {
	list := shipped(t)
	for _, c := range []struct{ market, plan, locale, month, year string }{
		{"us", "50gb", "en-US", "$0.99", "$11.88"},
		{"us", "12tb", "de-DE", "59,99\u00a0$", "719,88\u00a0$"},
		{"eurozone", "2tb", "de-DE", "9,99\u00a0€", "119,88\u00a0€"},
		{"eurozone", "2tb", "en", "€9.99", "€119.88"},
		{"eurozone", "2tb", "fr-FR", "9,99\u00a0€", "119,88\u00a0€"},
		{"jp", "2tb", "ja-JP", "￥1,800", "￥21,600"},
		{"jp", "2tb", "en", "¥1,800", "¥21,600"},
		{"ch", "12tb", "de-CH", "CHF\u00a060", "CHF\u00a0720"},
		{"br", "50gb", "pt-BR", "R$\u00a05,90", "R$\u00a070,80"},
		{"in", "12tb", "en-IN", "₹5,900", "₹70,800"},
		{"bg", "50gb", "en", "BGN\u00a01.99", "BGN\u00a023.88"},
		{"gb", "2tb", "en-GB-u-hc-h23", "£8.99", "£107.88"},
	} {
		p, ok := market(t, list, c.market).Price(c.plan)
		if !ok {
			t.Fatalf("no price for %s in %s", c.plan, c.market)
		}
		tag := language.MustParse(c.locale)
		if got := FormatPrice(p.Month, tag); got != c.month {
			t.Errorf("%s %s in %s: %q, want %q", c.market, c.plan, c.locale, got, c.month)
		}
		if got := FormatPrice(p.Year, tag); got != c.year {
			t.Errorf("%s %s a year in %s: %q, want %q", c.market, c.plan, c.locale, got, c.year)
		}
	}
}

// Every price is shown with its currency and with all its digits, in any locale.
func TestEveryMarketFormatsWithItsCurrency(t *testing.T) {
	list := shipped(t)
	for _, tag := range []language.Tag{language.English, language.German, language.MustParse("fr-CH"), language.Japanese} {
		for _, m := range list.Markets {
			symbol, ok := currency.GetSymbol(m.Currency, currencyLocale(tag))
			if !ok {
				t.Errorf("%s: no symbol for %s", m.ID, m.Currency)
			}
			for _, plan := range list.Plans[1:] {
				p, _ := m.Price(plan.ID)
				got := FormatPrice(p.Month, tag)
				if !strings.Contains(got, symbol) {
					t.Errorf("%s %s in %s is %q, without %q", m.ID, plan.ID, tag, got, symbol)
				}
				want := strings.ReplaceAll(strings.TrimSuffix(p.Month.Number(), ".00"), ".", "")
				digits := strings.Map(func(r rune) rune {
					if unicode.IsDigit(r) {
						return r
					}
					return -1
				}, got)
				if strings.TrimLeft(digits, "0") != strings.TrimLeft(want, "0") {
					t.Errorf("%s %s in %s is %q, price is %s", m.ID, plan.ID, tag, got, p.Month)
				}
			}
		}
	}
}

// Twelve months, counted in minor units without the currency library's arithmetic.
func TestYearIsTwelveMonths(t *testing.T) {
	list := shipped(t)
	for _, m := range list.Markets {
		for _, plan := range list.Plans[1:] {
			p, _ := m.Price(plan.ID)
			month, err1 := p.Month.Int64()
			year, err2 := p.Year.Int64()
			if err1 != nil || err2 != nil || year != 12*month {
				t.Errorf("%s %s: %s a month, %s a year", m.ID, plan.ID, p.Month, p.Year)
			}
		}
	}
}

func TestMarketNamesAreUnique(t *testing.T) {
	var names []string
	for _, m := range shipped(t).Markets {
		names = append(names, m.Name)
	}
	slices.Sort(names)
	if distinct := slices.Compact(slices.Clone(names)); len(distinct) != len(names) {
		t.Errorf("%d names for %d markets", len(distinct), len(names))
	}
}
