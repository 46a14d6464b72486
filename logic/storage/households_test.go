package storage_test

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// household is one entry of the table worked out by hand; what it does not want is not compared.
type household struct {
	Name   string
	Market string
	Inputs map[string]any

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
	unread := slices.DeleteFunc(meta.Undecoded(), func(key toml.Key) bool { return key[1] == "inputs" })
	if err != nil || len(unread) > 0 || len(doc.Household) < 20 {
		t.Fatalf("%d households, not read: %v, %v", len(doc.Household), unread, err)
	}
	return doc.Household
}

// inputs reads the inputs as a case's file has them.
func (h *household) inputs(t testing.TB) storage.Inputs {
	t.Helper()
	if h.Inputs == nil {
		return storage.Inputs{}
	}
	h.Inputs["kind"] = "storage"
	text, err := toml.Marshal(map[string]any{"case": map[string]any{}, "event": []map[string]any{h.Inputs}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Parse("households.toml", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c.Events[0].What.(casefile.Counted).Inputs
}

func TestHouseholdsWorkedOutByHand(t *testing.T) {
	d := storage.Shipped(t)
	for _, h := range households(t) {
		t.Run(h.Name, func(t *testing.T) {
			if h.Market == "" {
				h.Market = "us"
			}
			in := h.inputs(t)
			p := storage.Make(in, storage.MarketOf(t, d, h.Market), apple.Version{}, d)
			h.compareSizes(t, p)
			for i, want := range []*string{h.WantNow, h.Want12, h.Want36} {
				if got := p.Named(p.Choices[i].Cheap); want != nil && got != *want {
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
				if !p.Has(storage.RemarkKey(want)) {
					t.Errorf("%s is not among the remarks %v", want, p.Remarks)
				}
			}
			if h.WantAnswers != nil {
				var got []string
				for check, said := range p.Evidence() {
					got = append(got, check+" "+said.Answer)
				}
				if slices.Sort(got); !slices.Equal(got, h.WantAnswers) {
					t.Errorf("says %v to the diagnosis, want %v", got, h.WantAnswers)
				}
			}
			if h.WantCleanUp != nil {
				var got []string
				c := p.CleanUp(false)
				for _, k := range c.Candidates {
					if k.Standing == storage.Proposed {
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

func (h *household) compareSizes(t *testing.T, p *storage.Plan) {
	t.Helper()
	for _, one := range []struct {
		name string
		got  size.Amount
		want []int64
	}{{"used", p.Used, h.WantUsed}, {"next", p.Next, h.WantNext}, {"need", p.Need, h.WantNeed}} {
		if one.want == nil {
			continue
		}
		if want := (size.Range{Low: one.want[0] * size.MB, Likely: one.want[1] * size.MB, High: one.want[2] * size.MB}); one.got.Range != want {
			t.Errorf("%s is %+v, want %+v", one.name, one.got.Range, want)
		}
	}
	if got := strings.TrimPrefix(p.FitKey(), "storage.fit."); h.WantFit != "" && got != h.WantFit {
		t.Errorf("the next backup: %s, want %s", got, h.WantFit)
	}
	if h.WantShort != nil && p.Verdict.Short.Likely != *h.WantShort*size.MB {
		t.Errorf("%d missing, want %d MB", p.Verdict.Short.Likely, *h.WantShort)
	}
	if got := float64(p.Monthly.Likely) / 1e6; h.WantMonthly != 0 && math.Abs(got-h.WantMonthly) > 0.01 {
		t.Errorf("grows by %.2f MB a month, want %.2f", got, h.WantMonthly)
	}
	if h.WantFull != nil && math.Abs(p.FullIn.Likely-*h.WantFull) > 0.01 {
		t.Errorf("full in %.2f months, want %.2f", p.FullIn.Likely, *h.WantFull)
	}
}
