package phrase_test

import (
	"testing"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
)

// A case keeps the country; older files name the market instead.
func TestCountriesAreNamed(t *testing.T) {
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{
		"de": "Germany (Euro Zone prices)", "eurozone": "Euro Zone", "us": "United States", "aq": "Antarctica", "": "", "nowhere": "",
	} {
		if got := lib.Phrase.CountryName(code); got != want {
			t.Errorf("%q is named %q, want %q", code, got, want)
		}
	}
}
