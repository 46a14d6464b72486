package terminal_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLintCountsWhatASoundBaseHolds(t *testing.T) {
	o := play(t, t.TempDir(), "", "lint", small)
	want := "1 file\n4 causes\n3 checks\n3 fixes\n2 messages\n0 complaints\n20 walks proven\n"
	if o.code != 0 || o.out != want || o.err != "" {
		t.Errorf("code %d, message %q, counts:\n%s", o.code, o.err, o.out)
	}
}

// TestLintLeadsCasesAndPatientsThroughTheBase lints the small base with a case whose expectation holds, then fails.
func TestLintLeadsCasesAndPatientsThroughTheBase(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(small, "small.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for next, code := range map[string]int{"turn-on-backup": 0, "buy-storage": 1} {
		path := write(t, "small.toml", fmt.Sprintf("%s\n[[case]]\nid = \"off\"\nwhy = \"It is off.\"\n"+
			"answers = { backup-switch = \"off\" }\nexpect_top = [\"backup-off\"]\nexpect_next = [%q]\n", text, next))
		o := play(t, t.TempDir(), "", "lint", filepath.Dir(path))
		if o.code != code || !strings.Contains(o.out, "1 cases, 2000 simulated patients") || strings.Contains(o.out, "buy-storage") != (code == 1) {
			t.Errorf("expecting %s: code %d, message %q, output:\n%s", next, o.code, o.err, o.out)
		}
	}
}

func TestLintNamesThePlaceOfEveryDefect(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(small, "small.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, old, new, id, what string
		below                    int // lines below the mistake where it shows
	}{
		{"a cause that does not exist", `{ causes = ["backup-off"], p = 0.95`, `{ causes = ["backup-of"], p = 0.95`, "turn-on-backup", "backup-of", 0},
		{"a data fix without its gate", `gates = ["computer-backup"]`, `gates = []`, "reset-all-settings", "computer-backup", 0},
		{"a row that does not exist", `"account.backup", "backup.switch"`, `"account.backup", "backup.swich"`, "switch", "swich", 0},
		{"an unknown key", `ref = "Q03"`, `reff = "Q03"`, "odd-settings", "reff", 0},
		{"no TOML", `[[gate]]`, `[[gate]`, "", "TOML", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at := strings.Index(string(text), tt.old)
			if at < 0 {
				t.Fatalf("the base has no %q", tt.old)
			}
			line := 1 + tt.below + strings.Count(string(text[:at]), "\n")
			path := write(t, "small.toml", strings.Replace(string(text), tt.old, tt.new, 1))
			o := play(t, t.TempDir(), "", "lint", filepath.Dir(path))
			if o.code != 1 || !strings.Contains(o.err, "defect") {
				t.Errorf("code %d, message %q", o.code, o.err)
			}
			want := fmt.Sprintf("%s:%d: ", path, line)
			found := false
			for defect := range strings.Lines(o.out) {
				if !strings.HasPrefix(defect, filepath.Dir(path)) {
					t.Errorf("a line without a place: %q", defect)
				}
				found = found || strings.HasPrefix(defect, want) && strings.Contains(defect, tt.id) && strings.Contains(defect, tt.what)
			}
			if !found {
				t.Errorf("no line starts with %q and names %s and %s:\n%s", want, tt.id, tt.what, o.out)
			}
			// The same base is refused everywhere else, with the same place.
			o = play(t, t.TempDir(), head, "next", "-knowledge", filepath.Dir(path), "-")
			if o.code != 1 || !strings.Contains(o.err, path) {
				t.Errorf("next takes the broken base: code %d, message %q", o.code, o.err)
			}
		})
	}
}
