package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk/desktest"
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
	desktest.Must(os.WriteFile(filepath.Join(home, session.OwnPlans), []byte(ownPrices), 0o600))
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, home)
	if err != nil {
		t.Fatal(err)
	}
	w, p := openWith(t, lib)
	desktest.FillStorage(w.Desk)
	b := p.bars
	text := desktest.Text(b.content)
	for _, want := range []string{"$1.11 a month", "$13.32 a year", "Your own prices of Nov 1, 2026. Tax is extra.", "Where they come from"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q: %s", want, text)
		}
	}
	if b.source != "https://example.org/prices" {
		t.Errorf("the link leads to %s", b.source)
	}
	p.fields.chooseCountry("ch")
	if text := desktest.Text(b.content); !strings.Contains(text, "Apple’s prices of Sep 16, 2026") || b.source != lib.Plans.Source {
		t.Errorf("Switzerland says %s, from %s", text, b.source)
	}
}

// Money and sizes are written, and read, as people of the locale do; what is written reads back as the same number.
func TestMoneyAndSizesFollowTheLocale(t *testing.T) {
	lib, err := session.LoadLibrary(assets.Files, language.German, "")
	if err != nil {
		t.Fatal(err)
	}
	w, p := openWith(t, lib)
	desktest.FillStorage(w.Desk)
	p.fields.chooseCountry("eurozone")
	f := p.fields
	if f.used.Entry.Text != "1,8 GB" || !strings.Contains(desktest.Text(p.bars.content), "0,99\u00a0€ a month") {
		t.Errorf("used is %q, and the plans are %s", f.used.Entry.Text, desktest.Text(p.bars.content))
	}
	typeInto(f.next, "1.234,5 MB")
	typeInto(p.outlook.growth, "0,2 bis 0,6 GB")
	enter(p.howLong.speed, "6,5")
	in := w.Desk.View().Plan.Inputs
	if in.First().Next.Likely != 1_234_500_000 || in.TypedGrowth().High != 600_000_000 || in.Upload != 6.5 {
		t.Fatalf("the case has %+v", in)
	}
	w.Desk.Undo()
	w.Desk.Redo()
	if got := p.howLong.speed.Entry.Text; got != "6,5" || w.Desk.View().Plan.Inputs.Upload != 6.5 {
		t.Errorf("brought back, the speed is %q", got)
	}
}

// Plans far above the need are behind a link, and the table that is copied has them all.
func TestPlansFarAboveTheNeedAreBehindALink(t *testing.T) {
	_, p := openSpaced(t)
	b := p.bars
	if got := desktest.Text(b.content); strings.Contains(got, "\n6 TB") || !strings.Contains(got, "\n200 GB") || b.larger.Text() != "2 TB to 12 TB" {
		t.Errorf("5.9 GB are needed, the link says %q, and the plans are %s", b.larger.Text(), got)
	}
	b.larger.Tapped(nil)
	if got := desktest.Text(b.content); !strings.Contains(got, "\n12 TB") || b.larger.Text() != "Hide the larger plans" {
		t.Errorf("asked for, the link says %q, and the plans are %s", b.larger.Text(), got)
	}
	b.larger.Tapped(nil)
	if got := desktest.Text(b.content); strings.Contains(got, "\n12 TB") {
		t.Errorf("put away, the plans are %s", got)
	}
}
