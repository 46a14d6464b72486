package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestDefectsAreFound lists the mutants of small pieces of code.
func TestDefectsAreFound(t *testing.T) {
	for _, test := range []struct {
		code string
		want []string // what stands in the place of the code
	}{
		{"if a < b { f() }", []string{"a <= b", "a >= b", "nothing"}},
		{"if ok && !done { f() }", []string{"ok || !done", "!(ok)", "done", "nothing"}},
		{"x = y + 1", []string{"nothing", "y - 1", "2", "0"}},
		{"x += y", []string{"x -= y", "nothing"}},
		{"i++", []string{"i--"}},
		{"for { break }", []string{"nothing"}},
		{"return n, err", []string{"return n, nil", "return err, n"}},
		{"_ = os.O_EXCL | os.O_CREATE", []string{"os.O_EXCL", "os.O_CREATE", "nothing"}},
		{"g(a.Low, b)", []string{"nothing", "g(b, a.Low)", "High"}},
		{"open(0o600)", []string{"nothing", "0o644"}},
		{"_ = 0.5", []string{"(0.5*1.5)", "nothing"}},
		{"_ = regexp.MustCompile(`a{7,}|bc`)", []string{"`a{8,}|bc`", "`a{7,}`", "nothing"}},
		{"_ = -x", []string{"x", "nothing"}},
	} {
		source := "package p\n\nfunc F() (int, error) {\n\t" + test.code + "\n}\n"
		found, err := Find("p/f.go", []byte(source))
		if err != nil {
			t.Fatalf("%s: %v", test.code, err)
		}
		var got []string
		for _, m := range found {
			if m.Func != "F" || m.Line != 4 || !strings.Contains(test.code, m.Old) {
				t.Errorf("%s: the mutant is %+v", test.code, m)
			}
			mutated := string(m.Apply([]byte(source)))
			if mutated == source {
				t.Errorf("%s: %s changes nothing", test.code, m.Name())
			}
			got = append(got, strings.TrimSpace(m.New))
		}
		slices.Sort(got)
		if slices.Sort(test.want); !slices.Equal(got, test.want) {
			t.Errorf("%s becomes %q, want %q", test.code, got, test.want)
		}
	}
}

// tiny is a module of which the tests notice one defect, run for ever with another, and do not notice the rest.
var tiny = map[string]string{
	"go.mod": "module tiny\n\ngo 1.26\n",
	"p/p.go": "package p\n\nfunc Least(a, b int) int {\n\tif a < b {\n\t\treturn a\n\t}\n\treturn b\n}\n\n" +
		"func Down(n int) (steps int) {\n\tfor n != 0 {\n\t\tn--\n\t\tsteps++\n\t}\n\treturn steps\n}\n",
	"p/p_test.go": "package p\n\nimport \"testing\"\n\nfunc TestAll(t *testing.T) {\n" +
		"\tif Least(1, 2) != 1 || Down(3) < 1 {\n\t\tt.Fatal()\n\t}\n}\n",
}

// TestMutantsAreTried runs the tests of a small module against all its mutants.
func TestMutantsAreTried(t *testing.T) {
	root := t.TempDir()
	for name, text := range tiny {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	work := &trial{root: root, folder: t.TempDir(), grace: 3 * time.Second, tests: map[string]*tests{}}
	room := Room{"tiny", []Part{{Package: "p"}}}
	var out bytes.Buffer
	err := room.examine(t.Context(), work, options{only: regexp.MustCompile("")}, &out)
	if err == nil || !strings.Contains(err.Error(), "of the mutants were noticed") {
		t.Errorf("bad tests pass: %v", err)
	}
	for _, want := range []string{
		"killed   p.go:4 p/p.go Least: a < b => a >= b\n",
		"SURVIVED p.go:4 p/p.go Least: a < b => a <= b\tnot explained\n",
		"hung     p.go:12 p/p.go Down: n-- => n++\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("it does not say %q:\n%s", want, out.String())
		}
	}
	if source, err := os.ReadFile(filepath.Join(root, "p", "p.go")); err != nil || string(source) != tiny["p/p.go"] {
		t.Errorf("the source itself became %q, %v", source, err)
	}
}

// TestQuickTestsComeFirst: what takes a quarter of the time, together.
func TestQuickTestsComeFirst(t *testing.T) {
	const said = "--- PASS: TestLong (3.00s)\n    --- PASS: TestLong/part (2.00s)\n--- PASS: TestShort (0.00s)\n" +
		"--- SKIP: TestNever (0.00s)\n--- PASS: TestMiddle (0.50s)\n--- PASS: TestHalf (0.60s)\nPASS\n"
	if got, want := quickest(said), "^(TestShort|TestMiddle)$"; got != want {
		t.Errorf("%s come first, want %s", got, want)
	}
	if got := quickest("PASS\n"); got != "" {
		t.Errorf("of no tests, %s come first", got)
	}
}

// TestOfWhatIsThereTheSameIsChosen: code that is added chooses nothing else of the code around it.
func TestOfWhatIsThereTheSameIsChosen(t *testing.T) {
	a, b := chosen{Mutant: Mutant{File: "f", Func: "G", Old: "1", New: "2", Line: 5}}, chosen{Mutant: Mutant{File: "f", Func: "G", Old: "1", New: "2", Line: 9}}
	if a.Name() != b.Name() {
		t.Errorf("the line is part of the name: %s, %s", a.Name(), b.Name())
	}
}

// TestWhatMaySurviveIsThere: each line of survivors.txt names a mutant that there is, and a reason.
func TestWhatMaySurviveIsThere(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	there := map[string]bool{}
	for _, r := range rooms {
		all, err := r.choose(root, options{only: regexp.MustCompile("")})
		if err != nil {
			t.Fatal(err)
		}
		if len(all) < 100 {
			t.Errorf("the room %s has %d mutants only: it looks at the wrong place", r.Name, len(all))
		}
		for i := range all {
			there[all[i].Name()] = true
		}
	}
	for name, reason := range survivors(explained) {
		if !there[name] {
			t.Errorf("there is no such mutant any more: %s", name)
		}
		if len(reason) < 10 {
			t.Errorf("%s survives without a reason", name)
		}
	}
	for line := range strings.Lines(explained) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && !strings.Contains(line, "\t") {
			t.Errorf("a line of survivors.txt has no reason: %s", line)
		}
	}
}
