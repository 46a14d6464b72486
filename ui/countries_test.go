package ui

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/search"

	"backupdoctor/assets"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

func TestCountriesAreFoundByAnyOfTheirNames(t *testing.T) {
	w := openWindow(t)
	for text, want := range map[string]string{
		"united states": "us", "Germ": "de", "deutsch": "de", "allemagne": "de", "austria": "at", "Euro Zone": "fr", "turkiye": "tr", "TÜRKIYE": "tr", "zil": "br",
	} {
		c := showCountries(w.desk, w.window, func(string) {})
		c.entry.SetText(text)
		if !slices.ContainsFunc(c.found(text), func(m country) bool { return m.code == want }) {
			t.Errorf("%q finds %d countries, but not %s", text, len(c.found(text)), want)
		}
		c.sheet.Close()
	}
	german := countriesOf(w.desk, language.German)
	if !slices.ContainsFunc(german, func(m country) bool { return m.code == "at" && slices.Contains(m.names, "Österreich") }) {
		t.Error("a German does not find Österreich")
	}
	c := showCountries(w.desk, w.window, func(string) {})
	c.entry.SetText("atlantis")
	if got := desktest.Text(c.sheet.Body); !strings.Contains(got, w.desk.Text("countries.nothing")) || !strings.Contains(got, w.desk.Text("countries.none")) {
		t.Errorf("a country that is none is answered with %q", got)
	}
	c.sheet.Close()
	var chosen string
	c = showCountries(w.desk, w.window, func(id string) { chosen = id })
	test.Type(c.entry, "swit")
	c.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if chosen != "ch" || w.window.Canvas().Overlays().Top() != nil {
		t.Errorf("Enter chooses %q and leaves %v", chosen, w.window.Canvas().Overlays().Top())
	}
}

// The rules of Unicode, which are too large to ship, are asked what is right. Names are ordered in the program's languages, and
// found in all that a phone can be set to.
func TestCountriesStandAndAreFoundAsUnicodeSays(t *testing.T) {
	w := openWindow(t)
	programs, err := assets.Files.ReadDir(assets.Translations)
	if err != nil || len(programs) == 0 {
		t.Fatalf("the program speaks %d languages: %v", len(programs), err)
	}
	inOrder := []string{"de", "es", "fr", "pt-BR"}
	for _, file := range programs {
		inOrder = append(inOrder, strings.TrimSuffix(file.Name(), ".json"))
	}
	all := inOrder
	for _, l := range w.desk.Base.Languages {
		all = append(all, l.ID)
	}
	for _, id := range all {
		tag := language.MustParse(id)
		names := display.Regions(tag)
		order, loose := collate.New(tag), search.New(tag, search.Loose)
		var list []string
		for _, code := range w.desk.Prices.Countries() {
			list = append(list, names.Name(language.MustParseRegion(code)))
		}
		if len(list) < 50 {
			t.Fatalf("%s has names of %d countries", id, len(list))
		}
		slices.SortFunc(list, func(a, b string) int { return cmp.Compare(bare(a), bare(b)) })
		for i, name := range list {
			if i > 0 && slices.Contains(inOrder, id) && order.CompareString(list[i-1], name) > 0 {
				t.Errorf("%s: %s stands before %s", id, list[i-1], name)
			}
			for _, typed := range []string{name, strings.ToUpper(name), string([]rune(name)[:2])} {
				start, _ := loose.IndexString(name, typed)
				if got := strings.Index(bare(name), bare(typed)); got != start {
					t.Errorf("%s: %q is found in %q at %d, want %d", id, typed, name, got, start)
				}
			}
		}
	}
}

// Who chose Germany reads Germany, not only the name of a price list.
func TestTheChosenCountryIsNamedEverywhere(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	if !desktest.Press(w.storage.Object(), "United States") {
		t.Fatal("the storage page does not ask for the country")
	}
	entry := w.window.Canvas().Focused().(*form.Entry)
	test.Type(entry, "germ")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	const want = "Germany (Euro Zone prices)"
	if got := w.desk.View().Case.Country; got != "de" {
		t.Errorf("the case keeps %q", got)
	}
	if got := w.desk.DeviceParts(w.desk.View()); got[len(got)-1] != "Germany" {
		t.Errorf("the bar says %q", got)
	}
	w.desk.ShowTab(desk.TabStorage)
	if got := desktest.Text(w.storage.Object()); !strings.Contains(got, want) {
		t.Errorf("the storage page says %q", got)
	}
	w.desk.ShowTab(desk.TabReport)
	if got := desktest.Text(w.report.Object()); !strings.Contains(got, "Germany (Euro Zone prices)") {
		t.Error("the report does not name Germany")
	}
	if w.desk.View().Market.Currency != "EUR" {
		t.Errorf("the prices are in %q", w.desk.View().Market.Currency)
	}
}
