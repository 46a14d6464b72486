package storage_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

var renew = flag.Bool("renew", false, "write testdata/households.txt anew")

// page is the whole result for one household as text. Sizes are in MB.
type page struct {
	strings.Builder
	plan *storage.Plan
	data *storage.Data
}

func (p *page) line(format string, values ...any) {
	for i, v := range values {
		switch v := v.(type) {
		case size.Range:
			values[i] = mb(v.Low) + "–" + mb(v.Likely) + "–" + mb(v.High)
		case int64:
			values[i] = mb(v)
		case storage.Span:
			values[i] = fmt.Sprintf("%.2f–%.2f–%.2f months", v.Earliest, v.Likely, v.Latest)
		case storage.HoursRange:
			values[i] = fmt.Sprintf("%.2f–%.2f–%.2f h", v.Low, v.Likely, v.High)
		}
	}
	fmt.Fprintf(p, format+"\n", values...)
}

// mb is a size with two decimals: the last bytes of a product depend on the processor.
func mb(bytes int64) string {
	return strconv.FormatFloat(math.Round(float64(bytes)/1e4)/100, 'f', -1, 64)
}

// describe writes down what the engine says beside the table.
func (p *page) describe() {
	plan := p.plan
	v := &plan.Verdict
	p.line("%s: answer %d, sure %v, typical %v, counted %v, close %v, full %v", plan.FitKey(), v.Answer, v.Sure, v.Typical, v.Counted, v.Close, v.Full)
	p.line("need %v, free %v (%v), over %v, short %v, headroom %v, missing %v", v.Need, v.Free, v.HasFree, v.Over, v.Short, v.Headroom, v.Missing)
	p.line("full in %v, grows by %v, forecast %v", plan.FullIn, plan.Monthly, plan.HasForecast)
	for _, q := range plan.Questions {
		p.line("question %s: %v and %v, settles %v, guesses %v", q.About, q.Size, q.Other, q.Settles, q.Guesses)
	}
	for _, r := range plan.Remarks {
		p.line("remark %s %v", r.Key, r.Bytes)
	}
	for _, c := range plan.Choices {
		p.line("for %d months %s, to be careful %s", c.Months, plan.Named(c.Cheap), plan.Named(c.Careful))
	}
	if s := plan.Smaller(); s != nil {
		p.line("smaller %v", s.Capacity)
	}
	for _, at := range plan.Chart(36, 3) {
		p.line("in %.0f months %v", at.Month, at.Need)
	}
	if plan.HasFamily {
		f := &plan.Family
		p.line("family: own %v, in %v, alone %v, sure %v, of %d ways", f.Own, f.In, f.Alone, f.Sure, len(f.Singles))
	}
	if plan.HasTransfer {
		t := &plan.Transfer
		p.line("transfer at %.2f, %.1f h a night: whole %v, usable after %v, estimate %v", t.Speed, t.Window, t.Whole, t.Basic, t.Estimate)
	}
	p.line("way out: open %v, broken %v", plan.WayOut.Open, plan.WayOut.Broken)
	for i := range plan.Inputs.Devices {
		d := &plan.Inputs.Devices[i]
		for c, r := range d.Holds(p.data.Sizes) {
			if r != (size.Amount{}) {
				p.line("device %d holds %s %v", i, storage.Class(c).Key(), r.Range)
			}
		}
	}
	evidence := plan.Evidence()
	for _, check := range sortedKeys(evidence) {
		p.line("says %s: %+v", check, evidence[check])
	}
}

// offers writes down what can be had, and the table for a spreadsheet.
func (p *page) offers(t *testing.T) {
	plan := p.plan
	for _, o := range plan.Offers {
		p.line("offer %s of %v %s: sure %v, short %v, headroom %v, tight %v, share %v", o.Plan.ID, o.Capacity, o.Bundle.ID, o.Sure, o.Short,
			o.Headroom, o.Tight, o.Share)
	}
	for _, b := range plan.Bundles() {
		p.line("bundle %+v", b.Bundle.ID)
	}
	now := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
	err := plan.WriteCSV(p, true, now, func(k *storage.Candidate) string { return k.ID }, func(key string, _ ...any) string { return key })
	if err != nil {
		t.Fatal(err)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// cleanUp writes down all ways to make room, and again with a backup on a computer where that changes something.
func (p *page) cleanUp() {
	for _, computer := range []bool{false, true} {
		c := p.plan.CleanUp(computer)
		if computer && reflect.DeepEqual(c, p.plan.CleanUp(false)) {
			continue
		}
		p.line("clean up, computer %v: missing %v, reached %v, with copies %v, enough %d, freed %v, left %v, %.0f minutes, regret %.0f, full in %v",
			computer, c.Missing, c.Reached, c.WithCopies, c.Enough(), c.Freed, c.After, c.Minutes, c.Regret, c.FullIn)
		fixes := map[string]bool{}
		for i := range c.Candidates {
			k := &c.Candidates[i]
			fixes[k.Action.Fix] = true
			p.line("  %s%s: %s, %v, typical %v, %.2f minutes, alone %v, %s", k.ID, p.plan.NameOf(k), k.Standing.Key(), k.Gain, k.Typical, k.Minutes,
				k.Alone, k.PromiseKey())
		}
		for _, fix := range sortedKeys(fixes) {
			if g, ok := c.ByFix(fix); ok {
				p.line("  fix %s: %v, enough %v, partly %v, hopeless %v", fix, g.Gain, g.Enough, g.Partly, g.Hopeless)
			}
		}
	}
}

// TestHouseholdsAreWorkedOutAsBefore compares all that the engine says of the households with what it said when somebody last
// looked at it: go test ./logic/storage -run Before -renew, and read the difference.
func TestHouseholdsAreWorkedOutAsBefore(t *testing.T) {
	data := storage.Shipped(t)
	var all strings.Builder
	for i, h := range households(t) {
		if h.Market == "" {
			h.Market = "us"
		}
		in := h.inputs(t)
		if i%5 == 0 {
			in.Upload = 6 // and how long it takes
		}
		p := &page{plan: storage.Make(in, storage.MarketOf(t, data, h.Market), apple.Version{Major: 18}, data), data: data}
		p.line("== %s, %s", h.Name, h.Market)
		p.describe()
		p.cleanUp()
		if i%3 == 0 || p.plan.HasFamily || p.plan.HasTransfer {
			p.offers(t)
		}
		all.WriteString(p.String())
	}
	const path = "testdata/households.txt"
	if *renew {
		if err := os.WriteFile(path, []byte(all.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, got := strings.Split(string(before), "\n"), strings.Split(all.String(), "\n")
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("%s:%d: it says\n%s\ninstead of\n%s", path, i+1, strings.Join(got[min(i, len(got)):min(i+1, len(got))], ""), want[i])
		}
	}
}
