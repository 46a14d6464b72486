package session_test

import (
	"testing"

	"backupdoctor/logic/casefile"
)

// The case keeps the country; files that name the market instead still have its prices.
func TestCountriesAreNamed(t *testing.T) {
	lib := library(t)
	for code, want := range map[string]string{
		"de": "Germany (Euro Zone prices)", "eurozone": "Euro Zone", "us": "United States", "aq": "Antarctica", "": "", "nowhere": "",
	} {
		if got := lib.CountryName(code); got != want {
			t.Errorf("%q is named %q, want %q", code, got, want)
		}
	}
	for _, code := range []string{"de", "eurozone"} {
		if v := lib.Derive(casefile.Case{Device: "iphone", Country: code}); v.Market.ID != "eurozone" {
			t.Errorf("%q has the prices of %q", code, v.Market.ID)
		}
	}
}
