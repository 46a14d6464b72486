package terminal_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/terminal"
)

// small is the folder of the small knowledge base for tests.
const small = "../../logic/session/testdata/knowledge"

// outcome is what a run left.
type outcome struct {
	code     int
	out, err string
}

// tb is what testing.T and rapid.T have in common.
type tb interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// hang is how long a run may take before it counts as endless. Lint leads thousands of simulated patients through the base,
// which takes minutes under the race detector on a busy machine.
const hang = 15 * time.Minute

// play runs the program with a script as its input. It fails when the run does not end, or when it prints what a terminal
// should not get: long lines, control characters, keys without text.
func play(t tb, home, script string, args ...string) outcome {
	t.Helper()
	var out, errOut bytes.Buffer
	env := map[string]string{casefile.HomeVariable: home, "LANG": "en_US.UTF-8"}
	ended := make(chan int, 1)
	go func() {
		console := terminal.Console{
			In: strings.NewReader(script), Out: &out, Err: &errOut, Now: clock(), Edition: "1.2.3",
			Getenv: func(name string) string { return env[name] },
		}
		ended <- console.Run(args)
	}()
	select {
	case code := <-ended:
		o := outcome{code, out.String(), errOut.String()}
		if args[0] != "report" && args[0] != "next" && args[0] != "lint" {
			decent(t, o.out)
		}
		return o
	case <-time.After(hang):
		t.Fatalf("%v does not end after %q", args, script)
		return outcome{}
	}
}

var noText = regexp.MustCompile(`\[[a-z]+\.[a-z.-]+\]`)

func decent(t tb, out string) {
	t.Helper()
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if n := utf8.RuneCountInString(line); n > 80 {
			t.Errorf("a line of %d characters: %q", n, line)
		}
		if at := strings.IndexFunc(line, unicode.IsControl); at >= 0 {
			t.Errorf("a control character in %q", line)
		}
		if key := noText.FindString(line); key != "" && key != "[case.toml]" {
			t.Errorf("the key %s has no text: %q", key, line)
		}
	}
}

// clock gives a time that moves ten seconds at each look.
func clock() func() time.Time {
	at := time.Date(2026, 10, 12, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(10 * time.Second)
		return at
	}
}

// write puts a file into a new folder and returns its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read reads a case's file.
func read(t tb, path string) casefile.Case {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v", err)
	}
	c, err := casefile.Parse(path, data, nil)
	if err != nil {
		t.Fatalf("the file is no case: %v", err)
	}
	return c
}

// told is what the events of a case's file say, one word each: "check=answer", "fix=outcome" and so on.
func told(t tb, path string) string {
	t.Helper()
	c := read(t, path)
	var words []string
	for _, e := range c.Events {
		switch what := e.What.(type) {
		case casefile.Answered:
			words = append(words, what.Check+"="+what.Answer)
		case casefile.Tried:
			words = append(words, what.Fix+"="+string(what.Outcome))
		case casefile.Said:
			words = append(words, "says="+what.Message)
		case casefile.Confirmed:
			words = append(words, "confirm="+what.Gate)
		case casefile.Counted:
			words = append(words, "storage")
		case casefile.Proved:
			words = append(words, "proof="+string(what.Seen))
		}
	}
	return strings.Join(words, " ")
}

func base(t *testing.T) *knowledge.Base {
	t.Helper()
	b, err := knowledge.Load(os.DirFS(filepath.Dir(small)), "knowledge")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const head = "[case]\nname = \"Anna\"\ndevice = \"iphone\"\nversion = \"18.4\"\ncountry = \"us\"\n"

func TestExitCodes(t *testing.T) {
	t.Parallel()
	good := write(t, "good.toml", head)
	bad := write(t, "bad.toml", head+"\n[[event]]\ncheck = \"no-such-check\"\nanswer = \"on\"\n")
	for _, tt := range []struct {
		name string
		args []string
		in   string
		code int
		err  string // part of the message; empty means that there is none
	}{
		{"help", []string{"help"}, "", 0, ""},
		{"help as an option", []string{"-h"}, "", 0, ""},
		{"help of a command", []string{"next", "-h"}, "", 0, ""},
		{"version", []string{"version"}, "", 0, ""},
		{"shipped base", []string{"lint"}, "", 0, ""},
		{"report", []string{"report", good}, "", 0, ""},
		{"report with everything", []string{"report", "-names", "-accounts", "-owner", good}, "", 0, ""},
		{"report as a web page", []string{"report", good, "-html"}, "", 0, ""},
		{"report in an unknown form", []string{"report", "-pdf", good}, "", 2, "-pdf"},
		{"report of standard input", []string{"report", "-"}, head, 0, ""},
		{"next", []string{"next", good}, "", 0, ""},
		{"option after the file", []string{"next", good, "-json"}, "", 0, ""},
		{"no such file", []string{"report", "missing.toml"}, "", 1, "there is no missing.toml"},
		{"unknown check", []string{"next", bad}, "", 1, "bad.toml:8: there is no check"},
		{"no such country", []string{"next", "-"}, "[case]\ncountry = \"atlantis\"\n", 1, "stdin:2: country \"atlantis\" is not known"},
		{"country that shares its prices", []string{"next", "-"}, "[case]\ncountry = \"FR\"\n", 0, ""},
		{"country without prices", []string{"report", "-"}, "[case]\ncountry = \"cu\"\n", 0, ""},
		{"not TOML", []string{"next", "-"}, "][", 1, "stdin:1: "},
		{"empty input", []string{"report", "-"}, "", 1, "stdin:1: "},
		{"endless input", []string{"report", "-"}, strings.Repeat("#", 6<<20), 1, "larger than"},
		{"no such folder", []string{"lint", "no-such-folder"}, "", 1, "there is no no-such-folder"},
		{"no such base", []string{"next", "-knowledge", "no-such-folder", good}, "", 1, "no-such-folder"},
		{"text of a broken case", []string{"text", write(t, "no.toml", "][")}, "", 1, "no.toml:1: "},
		{"text in no folder", []string{"text", filepath.Join(good, "no", "case.toml")}, "", 1, "case.toml"},
		{"unknown command", []string{"frobnicate"}, "", 2, "frobnicate"},
		{"unknown option", []string{"next", "-yaml", good}, "", 2, "-yaml"},
		{"option of another command", []string{"report", "-json", good}, "", 2, "-json"},
		{"no file", []string{"next"}, "", 2, "one case file"},
		{"two files", []string{"report", good, good}, "", 2, "one case file"},
		{"text of standard input", []string{"text", "-"}, "", 2, "no standard input"},
		{"two folders", []string{"lint", "a", "b"}, "", 2, "at most one folder"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if testing.Short() && tt.name == "shipped base" {
				t.Skip("thousands of simulated patients take long; package simulation's own test takes fewer")
			}
			o := play(t, t.TempDir(), tt.in, tt.args...)
			if o.code != tt.code {
				t.Errorf("exit code %d, want %d; %s", o.code, tt.code, o.err)
			}
			if (o.err != "") != (tt.err != "") || !strings.Contains(o.err, tt.err) {
				t.Errorf("message %q, want one with %q", o.err, tt.err)
			}
			if tt.code == 0 && o.out == "" {
				t.Error("nothing was printed")
			}
		})
	}
}

func TestTakesWhatIsNoCaseFile(t *testing.T) {
	for args, want := range map[string]bool{
		"": false, "case.toml": false, "Anna/Case.TOML": false,
		"text": true, "-h": true, "lnit": true, "next case.toml": true, "case.toml other.toml": true,
	} {
		if got := terminal.Takes(strings.Fields(args)); got != want {
			t.Errorf("Takes(%q) is %v", args, got)
		}
	}
}

func TestReadingLeavesNoTrace(t *testing.T) {
	path := write(t, "case.toml", head)
	for _, command := range []string{"report", "next"} {
		play(t, t.TempDir(), "", command, path)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the case there is more: %v %v", entries, err)
	}
}

func TestHelpNamesEveryCommand(t *testing.T) {
	out := play(t, t.TempDir(), "", "help").out
	for _, command := range []string{"text", "report", "next", "lint", "version"} {
		if !strings.Contains(out, "backupdoctor "+command) {
			t.Errorf("help does not name %s:\n%s", command, out)
		}
	}
}

func TestVersionNamesTheEditions(t *testing.T) {
	shipped, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	edition, err := time.Parse(time.DateOnly, shipped.Meta.Version)
	if err != nil {
		t.Fatal(err)
	}
	day := edition.Format("Jan 2, 2006\n") // as in a report
	out := play(t, t.TempDir(), "", "version").out
	for _, want := range []string{"Backup Doctor 1.2.3\n", "\nKnowledge base of " + day, "\nPrices of "} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing:\n%s", want, out)
		}
	}
}

func TestBrokenOwnPricesAreToldAndLeftOut(t *testing.T) {
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, "plans.toml"), []byte("[meta\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	full := head + "\n[[event]]\nplan = \"5 GB\"\nused = \"4 GB\"\nnext = \"8 GB\"\n"
	o := play(t, home, full, "report", "-")
	if o.code != 0 || !strings.Contains(o.err, "plans.toml:") || !strings.Contains(o.out, "$0.99") {
		t.Errorf("code %d, message %q, page:\n%s", o.code, o.err, o.out)
	}
}

func TestTheChosenLanguageIsSpokenHereToo(t *testing.T) {
	home := t.TempDir()
	plain := play(t, home, "", "help").out
	if err := os.WriteFile(filepath.Join(home, "settings.toml"), []byte("language = \"pseudo\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := play(t, home, "", "help").out; got == plain || !strings.Contains(got, "ĥ") {
		t.Errorf("with another language in the settings, help says %q", got)
	}
}

func TestAReportLeavesOutWhoSomebodyIs(t *testing.T) {
	path := write(t, "case.toml", head+"\n[[event]]\nkind = \"message\"\ntext = \"Anna: write to a.b@example.com, serial F2LXK0AAABC1\"\n")
	for _, test := range []struct {
		options    string
		want, hide []string
	}{
		{"", []string{"# iCloud Backup report: \\[name left out\\]"}, []string{"Anna", "example.com", "F2LXK0AAABC1"}},
		{"-names", []string{"# iCloud Backup report: Anna", "Anna: write"}, []string{"example.com", "F2LXK0AAABC1"}},
		{"-accounts", []string{"a.b@example.com", "F2LXK0AAABC1"}, []string{"Anna"}},
		{"-accounts -names -owner", []string{"Anna: write", "a.b@example.com", "## What to do now"}, []string{"left out"}},
		{"-html", []string{"<h1>iCloud Backup report: [name left out]</h1>", "</html>"}, []string{"Anna", "example.com", "F2LXK0AAABC1"}},
	} {
		o := play(t, t.TempDir(), "", append(append([]string{"report"}, strings.Fields(test.options)...), path)...)
		for _, want := range test.want {
			if !strings.Contains(o.out, want) {
				t.Errorf("report %s lacks %q:\n%s", test.options, want, o.out)
			}
		}
		for _, hide := range test.hide {
			if strings.Contains(o.out, hide) {
				t.Errorf("report %s tells %q:\n%s", test.options, hide, o.out)
			}
		}
	}
}

// Help about a command that does not exist is a mistake on the command line.
func TestHelpAboutNothing(t *testing.T) {
	if o := play(t, t.TempDir(), "", "help", "nope"); o.code != 2 || !strings.Contains(o.err, "nope") {
		t.Errorf("code %d, message %q", o.code, o.err)
	}
	if o := play(t, t.TempDir(), "", "help", "report"); o.code != 0 || !strings.Contains(o.out, "backupdoctor report") {
		t.Errorf("code %d, message %q", o.code, o.err)
	}
}
