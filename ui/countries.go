package ui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/widgets"
)

// country is a country with prices, and all names by which people look for it: Apple's, and its name in
// English, in the program's language and in the languages that a phone can be set to.
type country struct {
	code, name string
	names      []string
}

// countries is the sheet that finds the country or region whose prices count.
type countries struct {
	desk   *desk.Desk
	sheet  *desk.Sheet
	entry  *form.Entry
	list   *fyne.Container
	all    []country
	chosen func(code string)
	first  func() // what Enter does
}

// showCountries opens the list of countries over the window; chosen gets the code of the country, empty for
// none.
func showCountries(d *desk.Desk, w fyne.Window, chosen func(code string)) *countries {
	c := &countries{
		desk: d,
		list: flow.NewColumn(0), all: countriesOf(d, d.Words.Locale()), chosen: chosen,
	}
	c.sheet = d.NewSheet(w, d.Text("countries.title"), "")
	c.entry = c.sheet.NewEntry("", func() {
		if c.first != nil {
			c.first()
		}
	})
	c.entry.SetPlaceHolder(d.Text("countries.hint"))
	c.entry.OnChanged = c.search
	c.sheet.Head.Add(c.entry)
	c.sheet.Body.Add(c.list)
	c.search("")
	c.sheet.Show()
	w.Canvas().Focus(c.entry)
	return c
}

// countriesOf returns the countries ordered by name, in the order of the person's language.
func countriesOf(d *desk.Desk, locale language.Tag) []country {
	namers := []display.Namer{display.English.Regions(), display.Regions(locale)}
	for _, l := range d.Base.Languages {
		if tag, err := language.Parse(l.ID); err == nil {
			namers = append(namers, display.Regions(tag))
		}
	}
	var all []country
	for _, code := range d.Prices.Countries() {
		one := country{code: code, name: d.Phrase.CountryName(code)}
		one.names = []string{one.name}
		region, err := language.ParseRegion(code)
		if err != nil {
			continue // the price list has been checked
		}
		for _, n := range namers {
			if n == nil {
				continue // a language without names
			}
			if name := n.Name(region); name != "" && !slices.Contains(one.names, name) {
				one.names = append(one.names, name)
			}
		}
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b country) int {
		return cmp.Or(cmp.Compare(bare(a.name), bare(b.name)), cmp.Compare(a.name, b.name))
	})
	return all
}

// bare returns a name as it is ordered and looked for: without case, accents, width of letters and kinds of
// signs. By that alone a name has its place among others in languages with Latin letters; Japanese and Chinese
// would need tables of more than a megabyte.
func bare(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsMark(r):
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFKD.String(name))
}

// found are the countries with a name that fits the text; those that begin with it come first.
func (c *countries) found(text string) []country {
	if text == "" {
		return c.all
	}
	text = bare(text)
	var begin, contain []country
	for _, one := range c.all {
		at := -1
		for _, name := range one.names {
			if start := strings.Index(bare(name), text); start >= 0 && (at < 0 || start < at) {
				at = start
			}
		}
		switch {
		case at == 0:
			begin = append(begin, one)
		case at > 0:
			contain = append(contain, one)
		}
	}
	return append(begin, contain...)
}

func (c *countries) search(text string) {
	d := c.desk
	c.list.Objects, c.first = nil, nil
	for _, m := range c.found(text) {
		choose := func() {
			c.sheet.Close()
			c.chosen(m.code)
		}
		if c.first == nil && text != "" {
			c.first = choose
		}
		c.list.Add(widgets.NewFlushLink(m.name, choose))
	}
	if len(c.list.Objects) == 0 {
		c.list.Add(paint.NewParagraph(d.Text("countries.nothing")))
	}
	c.list.Add(widgets.NewFlushLink(d.Text("countries.none"), func() {
		c.sheet.Close()
		c.chosen("")
	}))
	c.list.Refresh()
	c.sheet.Relayout()
	c.sheet.Scroll.ScrollToTop()
}
