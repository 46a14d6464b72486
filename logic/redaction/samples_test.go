package redaction

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"backupdoctor/assets"
)

// sample is a text with what must not be in a report, in ⟦ ⟧.
type sample struct{ text, marked string }

var hidden = regexp.MustCompile(`⟦([^⟧]*)⟧`)

// linesOf returns the lines of a file that are no comments.
func linesOf(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			list = append(list, line)
		}
	}
	return list
}

// leak returns what a redacted text still tells of a sample: the hidden part, or any longer word of it that is
// nowhere else in the sample.
func (s sample) leak(redacted string) string {
	around := strings.ToLower(hidden.ReplaceAllString(s.marked, " "))
	redacted = strings.ToLower(redacted)
	for _, m := range hidden.FindAllStringSubmatch(s.marked, -1) {
		part := strings.ToLower(m[1])
		if strings.Contains(redacted, part) {
			return part
		}
		for _, word := range token.FindAllString(part, -1) {
			long := len([]rune(word)) > 3 ||
				len(word) > 3 && strings.ContainsFunc(word, func(r rune) bool { return !isSpaced(r) })
			if long && strings.Contains(redacted, word) && !strings.Contains(around, word) {
				return word
			}
		}
	}
	return ""
}

// unrecognized are samples that no rule finds, with the reason. The README does not promise them.
var unrecognized = map[string]string{
	"iPad ⟦Marka⟧": "Polish puts an owner behind a device without a word between, where English puts \"Pro\" and \"Backup\"",
}

func TestNoSampleLeaks(t *testing.T) {
	languages := map[string]bool{}
	count := 0
	for _, file := range []string{"private.txt", "private-held-out.txt"} {
		for _, line := range linesOf(t, file) {
			language, marked, _ := strings.Cut(line, " ")
			languages[language] = true
			count++
			s := sample{hidden.ReplaceAllString(marked, "$1"), marked}
			r := New(nil, Keep{}, bare)
			redacted := r.Text(s.text)
			part := s.leak(redacted)
			switch {
			case unrecognized[marked] != "" && part == "":
				t.Errorf("%s: it is recognized now; take it off the list", marked)
			case unrecognized[marked] == "" && part != "":
				t.Errorf("%s: %q is in %q", marked, part, redacted)
			case part == "" && len(r.Left()) == 0:
				t.Errorf("%s: nothing is counted", marked)
			}
		}
	}
	if count < 300 || len(languages) < 12 {
		t.Errorf("%d samples in %d languages", count, len(languages))
	}
}

func TestWhatTellsNothingStaysInEveryLanguage(t *testing.T) {
	for _, text := range linesOf(t, "harmless.txt") {
		r := New(nil, Keep{}, bare)
		if got := r.Text(text); got != text || len(r.Left()) > 0 {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// recognized are texts of the program that look like somebody's, with the reason why that may be.
var recognized = map[string]string{
	"iCloud Backup is unable to access the account “name@example.com”. Review your account information in Settings.":      "an example of an address",
	"{ size = \"4.8 GB\", from = \"typed\" } or { low = \"1 GB\", likely = \"2 GB\", high = \"4 GB\", from = \"typed\" }": "an example of a line of a file",
	"network: “{{.Answer}}”": "what stands there is quoted from a table of answers",
}

// Nothing in what the program and the phone say themselves, in any language, is taken for somebody's.
func TestNoTextOfTheProgramIsTakenForSomebodys(t *testing.T) {
	count, seen := 0, map[string]bool{}
	look := func(file, key, text string) {
		if key == "source" || path.Base(file) == "sources.toml" || path.Base(file) == "plans.toml" { // the web; prices
			return
		}
		count++
		if got := New(nil, Keep{}, bare).Text(text); got != visible(text) && recognized[text] == "" {
			t.Errorf("%s: %s: %q becomes %q", file, key, text, got)
		}
		seen[text] = true
	}
	err := fs.WalkDir(assets.Files, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(assets.Files, file)
		if err != nil {
			return err
		}
		var tree map[string]any
		switch path.Ext(file) {
		case ".toml":
			err = toml.Unmarshal(data, &tree)
		case ".json":
			err = json.Unmarshal(data, &tree)
		}
		eachText("", tree, func(key, text string) { look(file, key, text) })
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if count < 20_000 {
		t.Errorf("only %d texts were looked at", count)
	}
	for text := range recognized {
		if !seen[text] {
			t.Errorf("%q is nowhere any more", text)
		}
	}
}

// eachText calls do for each text in a tree of values, with its nearest key.
func eachText(key string, value any, do func(key, text string)) {
	switch v := value.(type) {
	case string:
		do(key, v)
	case map[string]any:
		for k, inner := range v {
			eachText(k, inner, do)
		}
	case []map[string]any:
		for _, inner := range v {
			eachText(key, inner, do)
		}
	case []any:
		for _, inner := range v {
			eachText(key, inner, do)
		}
	}
}

// The lists are read when the first text comes, so no start of the program tells of a mistake in them.
func TestEachListHasItsWords(t *testing.T) {
	for l, pattern := range lists {
		if n := len(expand(pattern)); n == 0 {
			t.Errorf("list %d has no words: %s", l, pattern)
		}
	}
}
