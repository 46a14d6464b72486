package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
)

const ownPrices = `[meta]
date = 2026-11-01
source = "https://example.org/prices"

[[market]]
id = "us"
name = "United States"
currency = "USD"
tax = "added"
price = { 50gb = "1.11", 200gb = "3.33", 2tb = "11.11", 6tb = "33.33", 12tb = "66.66" }
`

// A price list of one's own replaces its markets, and the window says whose prices they are and where they come from; the
// other markets stay Apple's.
func TestOwnPricesAreCalledOwn(t *testing.T) {
	home := t.TempDir()
	must(os.WriteFile(filepath.Join(home, session.OwnPlans), []byte(ownPrices), 0o600))
	lib, trouble, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, home)
	if err != nil || trouble != nil {
		t.Fatal(err, trouble)
	}
	w := openWindowWith(t, lib, home)
	spaced(w)
	b := w.storage.bars
	text := allText(b.content)
	for _, want := range []string{"$1.11 a month", "$13.32 a year", "Your own prices of 1 Nov 2026. Tax comes on top.", "Where they come from"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q: %s", want, text)
		}
	}
	if b.source != "https://example.org/prices" {
		t.Errorf("the link leads to %s", b.source)
	}
	w.storage.fields.chooseCountry("ch")
	if text := allText(b.content); !strings.Contains(text, "Apple’s prices of 16 Sep 2026") || b.source != lib.Plans.Source {
		t.Errorf("Switzerland says %s, from %s", text, b.source)
	}
}
