package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backupdoctor/logic/casefile"
)

// block makes every save of a case fail, whoever runs the test: a folder that is not empty lies where the new file is
// written first.
func block(t *testing.T, path string) {
	t.Helper()
	for _, suffix := range []string{".new", ".bak.new"} {
		if err := os.MkdirAll(filepath.Join(path+suffix, "x"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
}

// Work that can't be saved is never left in silence: it is told, another place is offered, and the case is printed when
// there is none.
func TestUnsavedWorkIsNotLeftInSilence(t *testing.T) {
	for _, test := range []struct {
		name   string
		ending []string // what is typed after an answer
		code   int
		says   []string
		saved  string // file in the other folder; empty for none
	}{
		{"quit, and print", []string{"q", ""}, 1, []string{"could not be saved", "Only this program still has", "This is the case", "[[event]]"}, ""},
		{"quit twice, and print", []string{"q", "q"}, 1, []string{"This is the case", "[[event]]"}, ""},
		{"no other place", []string{"q", "no"}, 1, []string{"This is the case", "[[event]]"}, ""},
		{"commands are no names", []string{"q", "help", "h", "u", "OTHER/anna.toml"}, 0, []string{"Only this program still has"}, "anna.toml"},
		{"a name without an end", []string{"q", "OTHER/anna"}, 0, []string{"Only this program still has"}, "anna.backupcase"},
		{"the input ends", nil, 1, []string{"This is the case", "[[event]]"}, ""},
		{"another file", []string{"q", "OTHER/anna.toml"}, 0, []string{"Only this program still has"}, "anna.toml"},
		{"another folder", []string{"q", "OTHER"}, 0, []string{"Only this program still has"}, "case.toml"},
		{"a file that is there", []string{"q", "OTHER/there.toml", "OTHER/new.toml"}, 0, []string{"already; it stays as it is"}, "new.toml"},
		{"a folder that is not there", []string{"q", "OTHER/none/x.toml", ""}, 1, []string{"its folder is gone", "This is the case"}, ""},
		{"again, in vain", []string{"q", "r", ""}, 1, []string{"Only this program still has", "This is the case"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			path, other := write(t, "case.toml", head), t.TempDir()
			if err := os.WriteFile(filepath.Join(other, "there.toml"), []byte("dear"), 0o600); err != nil {
				t.Fatal(err)
			}
			block(t, path)
			lines := []string{"Not enough iCloud storage", "", "1"}
			for _, line := range test.ending {
				lines = append(lines, strings.Replace(line, "OTHER", other, 1))
			}
			o := talk(t, path, lines...)
			flat := strings.Join(strings.Fields(o.out), " ")
			for _, want := range test.says {
				if !strings.Contains(flat, want) {
					t.Errorf("it lacks %q", want)
				}
			}
			if o.code != test.code || (o.err != "") != (test.code != 0) {
				t.Errorf("code %d, message %q", o.code, o.err)
			}
			if strings.Contains(flat, "The case is saved in "+path[:8]) != (test.saved != "") {
				t.Errorf("what it says of the place where the case is kept is not so")
			}
			text := o.out
			if test.saved != "" {
				kept, err := os.ReadFile(filepath.Join(other, test.saved))
				if err != nil {
					t.Fatal(err)
				}
				text = "\n[case]" + strings.SplitN(string(kept), "[case]", 2)[1]
			}
			at := strings.Index(text, "[case]")
			if at < 0 {
				t.Fatal("the case is nowhere")
			}
			c, err := casefile.Parse("x.toml", []byte(text[at:]), nil)
			if err != nil || len(c.Events) != 2 {
				t.Errorf("what is left of the case has %d events, %v:\n%s", len(c.Events), err, text[at:])
			}
			if dear, err := os.ReadFile(filepath.Join(other, "there.toml")); err != nil || string(dear) != "dear" {
				t.Errorf("a file that was there is %q, %v", dear, err)
			}
			if t.Failed() {
				t.Log(o.out)
			}
		})
	}
}

// A case is said to be kept only where there is one.
func TestOnlyWhatIsThereIsSaidToBeKept(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "new.toml")
	o := talk(t, path, "", "q")
	if _, err := os.Stat(path); (err == nil) != strings.Contains(o.out, "is saved in") || o.code != 0 {
		t.Errorf("%v, code %d, but it says:\n%s", err, o.code, o.out)
	}
	path = write(t, "case.toml", head)
	held, _, err := casefile.Open(path, nil, clock())
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	o = talk(t, path, "Not enough iCloud storage", "", "q")
	flat := strings.Join(strings.Fields(o.out), " ")
	if strings.Contains(flat, "is kept") || !strings.Contains(flat, "was open for reading only") {
		t.Errorf("of a case that is open elsewhere it says:\n%s", o.out)
	}
	o = talk(t, write(t, "hand.toml", head), "q", "q") // by hand, and nothing changed
	if !strings.Contains(o.out, "The case is saved in") {
		t.Errorf("of a case that was only read it says:\n%s", o.out)
	}
}
