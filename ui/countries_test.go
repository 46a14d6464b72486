package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"golang.org/x/text/language"

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
