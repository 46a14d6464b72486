package session_test

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
)

var untilDate = regexp.MustCompile(`is enough until about (\w{3} \d{4})\.`)

// Until when a plan is enough is one month everywhere: in the verdict, in the report, in the row of the plan, and in
// the table.
func TestAPlanLastsUntilOneMonth(t *testing.T) {
	lib := library(t)
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.SampledFrom([]float64{5, 50, 200, 2000}).Draw(t, "plan")
		share := func(least, most float64, name string) float64 {
			return size * rapid.Float64Range(least, most).Draw(t, name)
		}
		in := storage.Inputs{Plan: gb(size), Used: gb(share(0.5, 0.98, "used"))}
		in = in.SetFirst(storage.Device{Next: gb(share(0.1, 4, "next"))})
		if rapid.Bool().Draw(t, "says how it grows") {
			in = in.SetGrowth(gb(share(0.01, 0.3, "growth")))
		}
		now := day(27, 12)
		v := lib.Derive(casefile.Case{Device: "iphone", Country: "us", Events: []casefile.Event{
			{Time: now, Source: casefile.FromStorage, What: casefile.Counted{Inputs: in}},
		}}, now)
		found := v.Plan.CleanUp(false)
		title := func(k *storage.Candidate) string { return k.Action.Title }
		said := lib.Phrase.Verdict(v.Plan, &found, now, title)
		date := untilDate.FindStringSubmatch(said.Text)
		if date == nil {
			return
		}
		told++
		if page := strings.Join(report.Space(lib, v), "\n"); !strings.Contains(page, date[0]) {
			t.Fatalf("the report does not say %q: %s", date[0], page)
		}
		if row := lib.Phrase.FullIn(said.Offer.FullIn, now); !strings.HasPrefix(row, "full about "+date[1]) {
			t.Fatalf("the row says %q, the verdict %q", row, date[0])
		}
		at, err := time.Parse("Jan 2006", date[1])
		if err != nil {
			t.Fatal(err)
		}
		if month := inTable(t, lib.Phrase, v.Plan, said.Offer, now); month != at.Format("2006-01") {
			t.Fatalf("the table says %q, the verdict %q", month, date[0])
		}
	})
	if told < 20 && !testing.Short() {
		t.Errorf("only %d verdicts name a month", told)
	}
}

// inTable returns the month until which an offer is likely enough, as the table for a spreadsheet has it.
func inTable(t *rapid.T, book *phrase.Book, plan *storage.Plan, o *storage.Offer, now time.Time) string {
	var out strings.Builder
	title := func(k *storage.Candidate) string { return k.Action.Title }
	if err := plan.WriteCSV(&out, false, now, title, func(key string, _ ...any) string { return key }); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row[0] == "storage.table.plans" && row[7] == o.Month.Number() && row[13] != "" {
			return row[11]
		}
	}
	t.Fatalf("the table lacks %s: %s", book.OfferName(o), out.String())
	return ""
}

// Where Apple does not say whether tax is in its prices, nobody is told that they are final.
func TestUnsaidTaxIsToldWhereverItIsUnsaid(t *testing.T) {
	lib := library(t)
	markets := 0
	for _, m := range lib.Plans.Markets {
		v := lib.Derive(casefile.Case{Device: "iphone", Country: m.ID, Events: []casefile.Event{
			did(day(26, 12), casefile.Counted{Inputs: read(5e9, 4.4e9, 2.7e9)}),
		}}, day(27, 12))
		page := strings.Join(report.Space(lib, v), "\n")
		unsaid := strings.Contains(page, "Apple doesn’t say whether tax is included.")
		if unsaid != (m.Tax == prices.TaxUnstated) || !strings.Contains(page, "Apple’s prices of ") {
			t.Errorf("%s, tax %q: %s", m.ID, m.Tax, page)
		}
		if unsaid {
			markets++
		}
	}
	if markets != 9 {
		t.Errorf("tax is unsaid in %d markets, want 9", markets)
	}
}
