package terminal_test

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// printed is the shape that other programs rely on.
type printed struct {
	Beliefs []struct {
		ID, Ref     *string
		Probability *float64
	}
	Next []struct {
		Kind, ID        *string
		For             string
		Answers         []string
		ExpectedMinutes *float64 `json:"expected_minutes"`
	}
	Gates []struct {
		ID   *string
		Open *bool
	}
	Solved *bool
}

func decode(t *testing.T, text string) printed {
	t.Helper()
	var p printed
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if d.More() {
		t.Fatalf("more than one value: %s", text)
	}
	if p.Beliefs == nil || p.Next == nil || p.Gates == nil || p.Solved == nil {
		t.Fatalf("a part is missing: %s", text)
	}
	return p
}

func TestNextAsData(t *testing.T) {
	changed := "[[event]]\nfix = \"turn-on-backup\"\noutcome = \"worked\"\n" // read as done
	bothGates := "[[event]]\ngate = \"computer-backup\"\n[[event]]\ngate = \"loss:reset-all-settings\"\n"
	for _, tt := range []struct {
		name, text string
		first      string // kind and id of the first step
		gates      string // the open ones
		likeliest  string
		solved     bool
	}{
		{"new", head, "check backup-switch", "", "backup-off", false},
		{"at a gate", nearReset, "gate computer-backup", "", "settings-damaged", false},
		{"at the second gate", nearReset + "[[event]]\ngate = \"computer-backup\"\n", "gate loss:reset-all-settings", "computer-backup", "settings-damaged", false},
		{"past the gates", nearReset + bothGates, "fix reset-all-settings", "computer-backup loss:reset-all-settings", "settings-damaged", false},
		{"changed", nearReset + changed, "proof turn-on-backup", "", "", false},
		{"solved", nearReset + changed + "[[event]]\nkind = \"proof\"\nseen = \"finished\"\n", "", "", "", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := play(t, t.TempDir(), tt.text, "next", "-json", "-knowledge", small, "-")
			if o.code != 0 {
				t.Fatalf("code %d: %s", o.code, o.err)
			}
			p := decode(t, o.out)
			sum, before := 0.0, 1.0
			for _, b := range p.Beliefs {
				if b.ID == nil || b.Ref == nil || b.Probability == nil || *b.Probability > before {
					t.Fatalf("beliefs are incomplete or out of order: %s", o.out)
				}
				sum, before = sum+*b.Probability, *b.Probability
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Errorf("the beliefs sum to %v", sum)
			}
			if tt.likeliest != "" && *p.Beliefs[0].ID != tt.likeliest {
				t.Errorf("the likeliest is %s, want %s", *p.Beliefs[0].ID, tt.likeliest)
			}
			var steps, open []string
			for _, s := range p.Next {
				if s.Kind == nil || s.ID == nil || s.ExpectedMinutes == nil || *s.ExpectedMinutes < 0 {
					t.Fatalf("a step is incomplete: %s", o.out)
				}
				if (s.For != "") != (*s.Kind == "gate") {
					t.Errorf("%s %s is for %q", *s.Kind, *s.ID, s.For)
				}
				if (len(s.Answers) == 0) != (*s.Kind == "gate" || *s.Kind == "support") {
					t.Errorf("%s %s may be answered by %q", *s.Kind, *s.ID, s.Answers)
				}
				if *s.Kind == "fix" && !slices.Contains(s.Answers, "done") {
					t.Errorf("the fix %s may be answered by %q", *s.ID, s.Answers)
				}
				steps = append(steps, *s.Kind+" "+*s.ID)
			}
			if tt.solved != *p.Solved || tt.solved != (len(steps) == 0) || !tt.solved && steps[0] != tt.first {
				t.Errorf("solved %v, steps %q, want %q first", *p.Solved, steps, tt.first)
			}
			for _, g := range p.Gates {
				if *g.Open {
					open = append(open, *g.ID)
				}
			}
			if slices.Sort(open); strings.Join(open, " ") != tt.gates {
				t.Errorf("open are %q, want %q", open, tt.gates)
			}
		})
	}
}

func TestNextForPeople(t *testing.T) {
	out := play(t, t.TempDir(), head, "next", "-knowledge", small, "-").out
	for _, want := range []string{"45%: iCloud Backup is off (backup-off)", "1. ", "Check: Is “Back Up This iPhone” on? (backup-switch)"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing:\n%s", want, out)
		}
	}
}

// The next steps stand in the order of the report.
func TestNextStepsStandInTheOrderOfTheReport(t *testing.T) {
	steps := func(page, from string) (list []string) {
		_, page, _ = strings.Cut(page, from)
		for line := range strings.Lines(page) {
			n, rest, ok := strings.Cut(strings.TrimSpace(line), ". ")
			if at, err := strconv.Atoi(n); ok && err == nil && at == len(list)+1 {
				step, _, _ := strings.Cut(rest, " (")
				list = append(list, strings.NewReplacer("“", "", "”", "").Replace(step))
			}
		}
		return list
	}
	const numbers = `
[[event]]
time = 2026-10-05T20:14:00+02:00
source = "storage"
kind = "storage"
plan = "5 GB"
used = "4.8 GB"
next = "3 GB"
`
	for _, more := range []string{"", numbers} {
		in := head + more
		next := play(t, t.TempDir(), in, "next", "-").out
		paper := play(t, t.TempDir(), in, "report", "-").out
		got, want := steps(next, "in the order of the report"), steps(paper, "The best steps from here")
		if len(got) < 3 || len(got) != len(want) {
			t.Fatalf("next lists %q, the report %q", got, want)
		}
		for i := range got {
			if !strings.HasPrefix(want[i], strings.TrimSpace(got[i])) {
				t.Errorf("step %d of next is %q, of the report %q", i+1, got[i], want[i])
			}
		}
	}
}

// What could be done first instead stands in the order of the minutes that are printed.
func TestWhatElseCouldBeFirstIsSortedByMinutes(t *testing.T) {
	out := play(t, t.TempDir(), head+`
[[event]]
time = 2026-10-05T20:14:00+02:00
source = "person"
kind = "message"
complaint = "storage-full"
`, "next", "-").out
	_, list, _ := strings.Cut(out, "What could be done first instead")
	var minutes []int
	for line := range strings.Lines(list) {
		words := strings.Fields(line)
		if len(words) < 3 || words[0] != "-" || words[2] != "minutes:" {
			continue
		}
		n, err := strconv.Atoi(words[1])
		if err != nil {
			t.Fatal(err)
		}
		minutes = append(minutes, n)
	}
	if len(minutes) < 5 || !slices.IsSorted(minutes) {
		t.Errorf("the minutes are %v in\n%s", minutes, out)
	}
}
