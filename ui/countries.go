package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/search"

	"backupdoctor/logic/storage"
	"backupdoctor/ui/widgets"
)

// market is a market of the price list with all names that people look for it by: Apple's, and those of its countries in
// English and in the person's language.
type market struct {
	storage.Market
	names []string
}

// countries finds the country or region whose prices count.
type countries struct {
	sheet   *sheet
	entry   *pickerEntry
	list    *fyne.Container
	markets []market
	pattern *search.Matcher
	chosen  func(id string)
	first   func() // what Enter does
}

// showCountries opens the list of countries over the window; chosen gets the id of the market, empty for none.
func showCountries(d *desk, w fyne.Window, chosen func(id string)) *countries {
	c := &countries{
		list: widgets.NewColumn(0), markets: marketsOf(d.session.Library().Plans, d.words.Locale()),
		pattern: search.New(d.words.Locale(), search.Loose), chosen: chosen,
	}
	c.sheet = newSheet(d, w, d.text("countries.title"), "")
	c.entry = c.sheet.entry("", func() {
		if c.first != nil {
			c.first()
		}
	})
	c.entry.SetPlaceHolder(d.text("countries.hint"))
	c.entry.OnChanged = c.search
	c.sheet.head.Add(c.entry)
	c.sheet.body.Add(c.list)
	c.search("")
	c.sheet.show()
	w.Canvas().Focus(c.entry)
	return c
}

// marketsOf lists the markets by name, in the order of the person's language.
func marketsOf(list *storage.PriceList, locale language.Tag) []market {
	markets := make([]market, 0, len(list.Markets))
	namers := []display.Namer{display.English.Regions(), display.Regions(locale)}
	for _, m := range list.Markets {
		names := []string{m.Name}
		for _, code := range append([]string{m.ID}, m.Countries...) {
			region, err := language.ParseRegion(code)
			if err != nil {
				continue // a word for a group
			}
			for _, n := range namers {
				if n == nil {
					continue // a language without names
				}
				if name := n.Name(region); name != "" && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
		markets = append(markets, market{m, names})
	}
	order := collate.New(locale)
	slices.SortFunc(markets, func(a, b market) int { return order.CompareString(a.Name, b.Name) })
	return markets
}

// found are the markets with a name that fits the text; those that begin with it come first.
func (c *countries) found(text string) []market {
	if text == "" {
		return c.markets
	}
	var begin, contain []market
	for _, m := range c.markets {
		at := -1
		for _, name := range m.names {
			if start, _ := c.pattern.IndexString(name, text); start >= 0 && (at < 0 || start < at) {
				at = start
			}
		}
		switch {
		case at == 0:
			begin = append(begin, m)
		case at > 0:
			contain = append(contain, m)
		}
	}
	return append(begin, contain...)
}

func (c *countries) search(text string) {
	d := c.sheet.desk
	c.list.Objects, c.first = nil, nil
	for _, m := range c.found(text) {
		choose := func() {
			c.sheet.close()
			c.chosen(m.ID)
		}
		if c.first == nil && text != "" {
			c.first = choose
		}
		c.list.Add(widgets.NewFlushLink(m.Name, choose))
	}
	if len(c.list.Objects) == 0 {
		c.list.Add(widgets.NewParagraph(d.text("countries.nothing")))
	}
	c.list.Add(widgets.NewFlushLink(d.text("countries.none"), func() {
		c.sheet.close()
		c.chosen("")
	}))
	c.list.Refresh()
	c.sheet.changed()
	c.sheet.scroll.ScrollToTop()
}
