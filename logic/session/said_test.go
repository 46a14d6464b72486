package session_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"backupdoctor/logic/session"
)

// saidText is a text with the ids of what it may mean; none when it means nothing that the program knows.
type saidText struct {
	text string
	want []string
}

// readSaid reads lines "id | text"; several ids are parted by blanks.
func readSaid(t *testing.T, name string) []saidText {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var list []saidText
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		ids, text, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("%s: no text in %q", name, line)
		}
		list = append(list, saidText{text, strings.Fields(ids)})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// What is said is recognized in nine of ten texts that nothing was made for, and at most in two of a hundred is the program sure of something else.
// Not to know a text is better than to take it for another. A text that means nothing here may be offered a choice.
func TestWhatIsSaidIsRecognized(t *testing.T) {
	lib := library(t)
	for _, c := range []struct {
		file  string
		least int     // texts
		right float64 // percent at least; of the texts that nothing is changed for few may get lost by chance
	}{{"said.txt", 600, 97}, {"heldout.txt", 150, 89}} {
		list := readSaid(t, c.file)
		if len(list) < c.least {
			t.Errorf("%s has %d texts", c.file, len(list))
		}
		right, sure, wrong := 0, 0, 0
		for _, one := range list {
			found := lib.Find(one.text)
			first := "none"
			if len(found.Matches) > 0 {
				first = found.Matches[0].ID()
			}
			isSure := found.Certainty == session.FoundSure
			if one.want[0] == "none" && !isSure {
				first = "none"
			}
			switch {
			case slices.Contains(one.want, first):
				right++
				if isSure || first == "none" {
					sure++
				}
				continue
			case isSure:
				wrong++
				t.Logf("%s: sure of %s, want %s: %q", c.file, first, one.want, one.text)
			default:
				t.Logf("%s: first %s, want %s: %q", c.file, first, one.want, one.text)
			}
		}
		share := func(n int) float64 { return 100 * float64(n) / float64(len(list)) }
		t.Logf("%s: %d texts, %.1f %% right (%.1f %% at once, the rest by a choice), %.1f %% wrong",
			c.file, len(list), share(right), share(sure), share(wrong))
		if share(right) < c.right || share(wrong) > 2 {
			t.Errorf("%s: %.1f %% right, %.1f %% wrong", c.file, share(right), share(wrong))
		}
	}
}
