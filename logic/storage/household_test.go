package storage

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/prices"
)

// household is one entry of the table worked out by hand; what it does not want is not compared.
type household struct {
	Name             string
	Market           string
	Plan, Used, Next *int64
	Content          []string

	WantUsed    []int64  `toml:"want_used"`
	WantNext    []int64  `toml:"want_next"`
	WantNeed    []int64  `toml:"want_need"`
	WantFit     string   `toml:"want_fit"`
	WantShort   *int64   `toml:"want_short"`
	WantMonthly float64  `toml:"want_monthly"`
	WantFull    *float64 `toml:"want_full"`
	WantNow     *string  `toml:"want_now"`
	Want12      *string  `toml:"want_12"`
	Want36      *string  `toml:"want_36"`
	WantFamily  string   `toml:"want_family"`
	WantRemarks []string `toml:"want_remarks"`
	WantAnswers []string `toml:"want_answers"`
	WantCleanUp []string `toml:"want_cleanup"`
}

func households(t testing.TB) []household {
	t.Helper()
	text, err := os.ReadFile("testdata/households.toml")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct{ Household []household }
	meta, err := toml.Decode(string(text), &doc)
	if err != nil || len(meta.Undecoded()) > 0 || len(doc.Household) < 20 {
		t.Fatalf("%d households, not read: %v, %v", len(doc.Household), meta.Undecoded(), err)
	}
	return doc.Household
}

func (h *household) inputs(t testing.TB) Inputs {
	t.Helper()
	bytes := func(mb *int64) int64 {
		if mb == nil {
			return -1
		}
		return *mb * MB
	}
	in, err := Read(bytes(h.Plan), bytes(h.Used), bytes(h.Next), strings.Join(h.Content, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// named is an offer as the table writes it: "200gb+individual 2.99".
func (p *Plan) named(i int) string {
	if i < 0 {
		return ""
	}
	o := p.Offers[i]
	name := o.Plan.ID
	switch {
	case o.NoPlan:
		name = o.Bundle.ID
	case o.Bundle.ID != "":
		name += "+" + o.Bundle.ID
	}
	switch {
	case o.Free:
		return name
	case !o.HasPrice:
		return name + " ?"
	default:
		return name + " " + o.Month.Number()
	}
}

func TestHouseholdsWorkedOutByHand(t *testing.T) {
	d := shipped(t)
	for _, h := range households(t) {
		t.Run(h.Name, func(t *testing.T) {
			if h.Market == "" {
				h.Market = "us"
			}
			in := h.inputs(t)
			p := Make(in, marketOf(t, d, h.Market), knowledge.Version{}, d)
			h.compareSizes(t, p)
			for i, want := range []*string{h.WantNow, h.Want12, h.Want36} {
				if got := p.named(p.Choices[i].Cheap); want != nil && got != *want {
					t.Errorf("the cheapest for %d months is %q, want %q", p.Choices[i].Months, got, *want)
				}
			}
			if h.WantFamily != "" {
				got := "free"
				if !p.Family.Free {
					got = p.Family.Month.Number()
				}
				if !p.HasFamily || got != h.WantFamily {
					t.Errorf("the family pays %q, want %q: %+v", got, h.WantFamily, p.Family)
				}
			}
			for _, want := range h.WantRemarks {
				if !p.Has(RemarkKey(want)) {
					t.Errorf("%s is not among the remarks %v", want, p.Remarks)
				}
			}
			if h.WantAnswers != nil {
				var got []string
				for check, answer := range p.Evidence() {
					got = append(got, check+" "+answer)
				}
				if slices.Sort(got); !slices.Equal(got, h.WantAnswers) {
					t.Errorf("says %v to the diagnosis, want %v", got, h.WantAnswers)
				}
			}
			if h.WantCleanUp != nil {
				var got []string
				c := p.CleanUp(false)
				for _, k := range c.Candidates {
					if k.Standing == Proposed {
						got = append(got, k.ID)
					}
				}
				if !slices.Equal(got, h.WantCleanUp) || !c.Reached {
					t.Errorf("proposes %v (enough: %v), want %v", got, c.Reached, h.WantCleanUp)
				}
			}
		})
	}
}

func (h *household) compareSizes(t *testing.T, p *Plan) {
	t.Helper()
	for _, one := range []struct {
		name string
		got  Amount
		want []int64
	}{{"used", p.Used, h.WantUsed}, {"next", p.Next, h.WantNext}, {"need", p.Need, h.WantNeed}} {
		if one.want == nil {
			continue
		}
		if want := (Range{one.want[0] * MB, one.want[1] * MB, one.want[2] * MB}); one.got.Range != want {
			t.Errorf("%s is %+v, want %+v", one.name, one.got.Range, want)
		}
	}
	if got := strings.TrimPrefix(p.Verdict.Fit.Key(), "planner.fit."); h.WantFit != "" && got != h.WantFit {
		t.Errorf("the next backup: %s, want %s", got, h.WantFit)
	}
	if h.WantShort != nil && p.Verdict.Short.Likely != *h.WantShort*MB {
		t.Errorf("%d missing, want %d MB", p.Verdict.Short.Likely, *h.WantShort)
	}
	if got := float64(p.Monthly.Likely) / 1e6; h.WantMonthly != 0 && math.Abs(got-h.WantMonthly) > 0.01 {
		t.Errorf("grows by %.2f MB a month, want %.2f", got, h.WantMonthly)
	}
	if h.WantFull != nil && math.Abs(p.FullIn.Likely-*h.WantFull) > 0.01 {
		t.Errorf("full in %.2f months, want %.2f", p.FullIn.Likely, *h.WantFull)
	}
}

// Times as in the table of the facts, with 0.7 of the speed: 5 GB at 10 Mbit/s 1.6 h, 200 GB at 2 Mbit/s 317.5 h.
func TestHours(t *testing.T) {
	for _, c := range []struct {
		gb    int64
		speed float64
		want  string
	}{
		{1, 2, "1.6"},
		{1, 100, "0.0"},
		{5, 10, "1.6"},
		{10, 2, "15.9"},
		{10, 50, "0.6"},
		{20, 5, "12.7"},
		{50, 20, "7.9"},
		{100, 10, "31.7"},
		{200, 2, "317.5"},
		{200, 100, "6.3"},
	} {
		if got := fmt.Sprintf("%.1f", Hours(c.gb*GB, c.speed, 0.7)); got != c.want {
			t.Errorf("%d GB at %v Mbit/s take %s h, want %s", c.gb, c.speed, got, c.want)
		}
	}
	if !math.IsInf(Hours(1, 0, 0.7), 1) || Hours(0, 0, 0.7) != 0 {
		t.Error("without a speed it never ends, without content it is done at once")
	}
}

// 20 GB at 5 Mbit/s: 20 × 8000 / (5 × 0.8 × 3600) = 11.1 h, with 0.65 13.7 h, with 0.5 17.8 h; nights of 8 hours 2, 2 and 3.
func TestTransfer(t *testing.T) {
	d := shipped(t)
	in := Inputs{Used: Of(GB, Phone), Upload: 5, Devices: []Device{{Next: Of(20*GB, Phone), Last: Of(10*GB, Phone)}}}
	p := Make(in, prices.Market{}, knowledge.Version{}, d)
	if !p.HasTransfer {
		t.Fatal("no times with a speed")
	}
	if got := fmt.Sprintf("%.1f %.1f %.1f", p.Transfer.Upload.Low, p.Transfer.Upload.Likely, p.Transfer.Upload.High); got != "11.1 13.7 17.8" {
		t.Errorf("hours are %s", got)
	}
	if p.Transfer.Nights != [3]int{2, 2, 3} || p.Transfer.Estimate {
		t.Errorf("nights %v, estimate %v", p.Transfer.Nights, p.Transfer.Estimate)
	}
	// The whole is 30 GB: half as much again.
	if got := fmt.Sprintf("%.1f", p.Transfer.Restore.Likely); got != "20.5" || p.Transfer.Whole.Likely != 30*GB {
		t.Errorf("the restore of %d takes %s h", p.Transfer.Whole.Likely, got)
	}
	// 30 GB: 8000 × 30 / (5 × 0.8 × 3600) = 16.7 h to 26.7 h, in nights of 8 hours.
	if p.Transfer.Back != [3]int{3, 3, 4} {
		t.Errorf("the restore takes %v nights", p.Transfer.Back)
	}
	in.Window = 18
	if p := Make(in, prices.Market{}, knowledge.Version{}, d); p.Transfer.Nights != [3]int{1, 1, 1} {
		t.Errorf("with 18 hours it takes %v nights", p.Transfer.Nights)
	}
	in.Upload = 0
	if Make(in, prices.Market{}, knowledge.Version{}, d).HasTransfer {
		t.Error("times without a speed")
	}
}
