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
	want := "1 file\n4 causes\n3 checks\n3 fixes\n2 messages\n20 walks proven\n"
	if o.code != 0 || o.out != want || o.err != "" {
		t.Errorf("code %d, message %q, counts:\n%s", o.code, o.err, o.out)
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
