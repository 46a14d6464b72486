package prices

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"backupdoctor/logic/size"
	"backupdoctor/logic/tomlfile"
)

const smallList = `[meta]
date = 2026-09-16
source = "https://example.org/prices"
check_after_days = 90
check_after_why = "E: test"
# Prices are invented.
# So is the bundle.

[[plan]]
id = "free"
capacity_gb = 5
free = true

[[plan]]
id = "small"
capacity_gb = 50

[[plan]]
id = "big"
capacity_gb = 200

[[market]]
id = "us"
name = "United States"
currency = "USD"
tax = "some-states"
price = { small = "0.99", big = "2.99" }

[[market]]
id = "jp"
name = "Japan"
currency = "JPY"
tax = "included"
price = { small = "180", big = "540" }

[[bundle]]
id = "one"
name = "One"
capacity_gb = 50
price = { us = "19.95" }
`

func load(text string) (*List, error) {
	return Load(fstest.MapFS{"p.toml": {Data: []byte(text)}}, "p.toml")
}

func TestSmallListLoads(t *testing.T) {
	list, err := load(smallList)
	if err != nil || len(list.Markets) != 2 || len(list.Plans) != 3 || len(list.Bundles) != 1 || list.Bundles[0].Capacity != 50*size.GB {
		t.Fatalf("%+v %v", list, err)
	}
}

// Each case breaks one thing of a good file and names the line and the words a person would look for.
func TestProblemsAreLocated(t *testing.T) {
	cases := []struct{ name, old, new, line, id, words string }{
		{"unknown key", "name = \"Japan\"", "nane = \"Japan\"", "31", "jp", `unknown key "nane"`},
		{"missing name", "name = \"Japan\"", "", "29", "jp", "name is missing"},
		{"empty name", "name = \"Japan\"", `name = ""`, "31", "jp", "name is empty"},
		{"missing price", `small = "180", `, "", "34", "jp", "no price for plan small"},
		{"no prices", `price = { small = "180", big = "540" }`, "", "29", "jp", "price is missing"},
		{"price of the free plan", `{ small = "180"`, `{ free = "0", small = "180"`, "34", "jp", "is free and has no price"},
		{"price of no plan", `{ small = "180"`, `{ huge = "1", small = "180"`, "34", "jp", `"huge", which is not a plan`},
		{"falling price", `"540"`, `"179"`, "34", "jp", "not more than the plan before"},
		{"equal price", `"540"`, `"180"`, "34", "jp", "not more than the plan before"},
		{"price as number", `"540"`, `540`, "34", "jp", "is the integer 540"},
		{"price with letters", `"540"`, `"5e9"`, "34", "jp", "not an amount of JPY"},
		{"not a number", `"540"`, `"NaN"`, "34", "jp", "not an amount of JPY"},
		{"negative price", `"540"`, `"-540"`, "34", "jp", "not an amount of JPY"},
		{"comma price", `"2.99"`, `"2,99"`, "27", "us", "not an amount of USD"},
		{"zero price", `"0.99"`, `"0.00"`, "27", "us", "must be above zero"},
		{"too exact", `"2.99"`, `"2.999"`, "27", "us", "up to 2 decimals"},
		{"too exact for yen", `"540"`, `"540.5"`, "34", "jp", "up to 0 decimals"},
		{"currency", `"JPY"`, `"YEN"`, "32", "jp", `"YEN" is not an ISO 4217 currency`},
		{"lower-case currency", `"JPY"`, `"jpy"`, "32", "jp", "not an ISO 4217 currency"},
		{"tax", `tax = "included"`, `tax = "none"`, "33", "jp", `tax is "none"`},
		{"duplicate id", `id = "jp"`, `id = "us"`, "30", "us", "id used twice, first in line 22"},
		{"no such country", `id = "jp"`, `id = "qq"`, "30", "qq", "not an ISO 3166 country code"},
		{"upper-case id", `id = "jp"`, `id = "JP"`, "30", "JP", "lower case"},
		{"country twice", `name = "Japan"`, "name = \"Japan\"\ncountries = [\"us\"]", "32", "jp", `country "us" belongs to market "us" already`},
		{"countries of numbers", `name = "Japan"`, "name = \"Japan\"\ncountries = [1]", "32", "jp", "countries[0] is the integer 1"},
		{"plan falls", "capacity_gb = 200", "capacity_gb = 50", "20", "big", "not larger than the plan before"},
		{"plan too large", "capacity_gb = 200", "capacity_gb = 200000000000", "20", "big", "must be from 1 to 100000"},
		{"free plan second", "capacity_gb = 200", "capacity_gb = 200\nfree = true", "21", "big", "only the first, must be free"},
		{"no date", "date = 2026-09-16", "", "1", "", "date is missing"},
		{"date as text", "date = 2026-09-16", `date = "2026-09-16"`, "2", "", "date is a string"},
		{"date with time", "date = 2026-09-16", `date = 2026-09-16T10:00:00Z`, "2", "", "without a time"},
		{"source", "https://example.org/prices", "a friend", "3", "", "not an https address"},
		{"bundle without size", "capacity_gb = 50\nprice", "capacity_gb = 0\nprice", "39", "one", "must be from 1 to"},
		{"bundle in no market", `us = "19.95"`, `mars = "19.95"`, "40", "one", `"mars", which is not a market`},
		{"bundle not sold in no market", `"19.95" }`, `"19.95" }
not_sold = ["mars"]`, "41", "one", `"mars", which is not a market`},
		{"bundle with a price where it is not sold", `"19.95" }`, `"19.95" }
not_sold = ["us"]`, "41", "one", `"us" has a price`},
		{"unknown section", "[[market]]\nid = \"jp\"", "[[shop]]\nid = \"jp\"", "29", "", "unknown section"},
		{"syntax", `name = "Japan"`, `name = "Japan`, "31", "", ""},
		{"key twice", `name = "Japan"`, "name = \"Japan\"\nname = \"Nippon\"", "32", "", "already been defined"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			broken := strings.Replace(smallList, c.old, c.new, 1)
			if broken == smallList {
				t.Fatal("the case changes nothing")
			}
			list, err := load(broken)
			var problems tomlfile.Problems
			if !errors.As(err, &problems) || list != nil {
				t.Fatalf("error is %v, list %v", err, list)
			}
			found := slices.ContainsFunc(problems, func(p tomlfile.Problem) bool {
				return p.File == "p.toml" && fmt.Sprint(p.Line) == c.line && p.Where == c.id && strings.Contains(p.What.String(), c.words)
			})
			if !found {
				t.Errorf("no problem in line %s for %s with %q, but:\n%v", c.line, c.id, c.words, err)
			}
		})
	}
}

func TestSectionsOfAnotherShape(t *testing.T) {
	_, err := load("market = 1\nmeta = 2\nplan = 3\n")
	for _, words := range []string{"p.toml:1: market is the integer 1", "p.toml:2: meta is the integer 2", "p.toml:3: plan is the integer 3"} {
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("want %q in\n%v", words, err)
		}
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	broken := strings.NewReplacer(`"0.99"`, `"free"`, `"JPY"`, `"XYZ"`, "check_after_days = 90", "check_after_days = 0").Replace(smallList)
	_, err := load(broken)
	var problems tomlfile.Problems
	if !errors.As(err, &problems) || len(problems) != 3 {
		t.Fatalf("want three problems, got %v", err)
	}
	if !slices.IsSortedFunc(problems, func(a, b tomlfile.Problem) int { return a.Line - b.Line }) {
		t.Errorf("not by line:\n%v", err)
	}
	if first := problems[0].Error(); !strings.HasPrefix(first, "p.toml:4: check_after_days is 0") {
		t.Errorf("first is %q", first)
	}
}

// A header inside a text of several lines, or a price written as a table of its own, must not shift the
// lines.
func TestLinesStayRight(t *testing.T) {
	text := strings.Replace(smallList, `check_after_why = "E: test"`, "check_after_why = \"\"\"\n[[market]]\nid = 1\n\"\"\"", 1)
	text = strings.Replace(text, `price = { small = "0.99", big = "2.99" }`, "[market.price]\nsmall = \"0.99\"\nbig = \"2.99\"", 1)
	if _, err := load(text); err != nil {
		t.Fatal(err)
	}
	_, err := load(strings.Replace(text, `"JPY"`, `"XYZ"`, 1))
	want := 1 + strings.Count(text[:strings.Index(text, `"JPY"`)], "\n")
	if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("p.toml:%d: jp:", want)) {
		t.Errorf("want line %d: %v", want, err)
	}
}

func TestUnreadableFiles(t *testing.T) {
	if _, err := Load(fstest.MapFS{}, "p.toml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	for name, text := range map[string]string{
		"huge": smallList + strings.Repeat("# padding\n", 1<<20/10), "binary": "\xff\xfe", "empty": "",
	} {
		var problems tomlfile.Problems
		if _, err := load(text); !errors.As(err, &problems) {
			t.Errorf("%s: %v", name, err)
		}
	}
	many := smallList + strings.Repeat("[[market]]\n", 100)
	if _, err := load(many); err == nil || !strings.Contains(err.Error(), "more") || strings.Count(err.Error(), "\n") != 20 {
		t.Errorf("a hopeless file gives\n%v", err)
	}
}

const ownPrices = `[meta]
date = 2026-11-01
source = "https://support.apple.com/de-de/108047"

[[market]]
id = "de"
name = "Germany"
currency = "EUR"
tax = "included"
price = { 50gb = "1.29", 200gb = "3.99", 2tb = "12.99", 6tb = "34.99", 12tb = "69.99" }

[[market]]
id = "us"
name = "United States"
currency = "USD"
tax = "added"
price = { 50gb = "1.09", 200gb = "3.09", 2tb = "10.09", 6tb = "30.09", 12tb = "60.09" }
`

func TestOverlay(t *testing.T) {
	base := shipped(t)
	list, err := base.Overlay(fstest.MapFS{"own.toml": {Data: []byte(ownPrices)}}, "own.toml")
	if err != nil {
		t.Fatal(err)
	}
	if len(list.Markets) != 158 || len(base.Markets) != 157 {
		t.Errorf("%d markets after, %d before", len(list.Markets), len(base.Markets))
	}
	us := market(t, list, "us")
	if p, _ := us.Price("50gb"); p.Month.Number() != "1.09" || us.Tax != TaxAdded || !us.Own || us.Date.Month() != 11 {
		t.Errorf("own price is not used: %+v", us)
	}
	if p, _ := market(t, base, "us").Price("50gb"); p.Month.Number() != "0.99" {
		t.Error("the overlay changed the list below it")
	}
	if m, ok := list.MarketFor("DE"); !ok || m.ID != "de" {
		t.Errorf("Germany buys in %q, not in the person's own market", m.ID)
	}
	if m, ok := list.MarketFor("FR"); !ok || m.ID != "eurozone" || m.Own {
		t.Errorf("France buys in %+v", m)
	}
}

func TestOverlayIsStrict(t *testing.T) {
	base := shipped(t)
	for words, change := range map[string][2]string{
		"no price for plan 6tb":          {`6tb = "34.99", `, ""},
		"unknown section":                {"[[market]]\nid = \"de\"", "[[plan]]\nid = \"tiny\"\ncapacity_gb = 1\n[[market]]\nid = \"de\""},
		"date is missing":                {"date = 2026-11-01", ""},
		`unknown key "check_after_days"`: {"date = 2026-11-01", "date = 2026-11-01\ncheck_after_days = 1"},
		"own.toml:13: de: id used":       {`id = "us"`, `id = "de"`},
	} {
		text := strings.Replace(ownPrices, change[0], change[1], 1)
		_, err := base.Overlay(fstest.MapFS{"own.toml": {Data: []byte(text)}}, "own.toml")
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("want %q, got %v", words, err)
		}
	}
}

func TestOverlayOfTheListItselfIsRefused(t *testing.T) {
	// The full list has sections that an own file may not have; taking it silently would hide which prices are
	// one's own.
	if _, err := shipped(t).Overlay(os.DirFS("../../assets"), "plans.toml"); err == nil {
		t.Error("accepted")
	}
}
