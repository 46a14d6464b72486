package casefile

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
)

// shipped is the knowledge base that comes with the program.
func shipped(t testing.TB) *knowledge.Base {
	t.Helper()
	base, err := knowledge.Load(os.DirFS("../../assets"), "knowledge")
	if err != nil {
		t.Fatal(err)
	}
	return base
}

func at(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC) }

func TestParseReadsACaseWrittenByHand(t *testing.T) {
	text := `# Tried on the phone on Monday
[case]
name = "Grandma's  iPhone"
device = "iPhone"
model = "iPhone 13"
version = "iOS 18.4"
country = "us"
created = "2026-11-23 10:00"

[[event]]
time = 2026-11-23T11:05:00+01:00
check = "Q09"          # Low Data Mode
answer = "ON"

[[event]]
time = 2026-11-23 10:06:00
source = "phone"
kind = "message"
ref = "MSG01"
text = """
The last backup
could not be completed."""

[[event]]
kind = "storage"
source = "storage"
plan = 5_000_000_000
used = "4,8 GB"
next = "512 MB"

[[event]]
time = "2026-11-23T10:30:00Z"
fix = "turn-off-low-data-mode"
outcome = "Worked"

[[event]]
kind = "confirm"
gate = "computer-backup"

[[event]]
kind = "confirm"
gate = "loss:reset-network-settings"

[[event]]
kind = "answer"
check = "vpn-filter"
answer = "not-now"
`
	want := Case{
		Name: "Grandma's iPhone", Device: apple.IPhone, Model: "iPhone 13", Version: "iOS 18.4", Country: "us", Created: at(10, 0),
		Events: []Event{
			{Time: at(10, 5), Source: FromPerson, What: Answered{Check: "low-data-mode", Answer: "on"}},
			{
				Time: at(10, 6), Source: FromPhone,
				What: Said{Message: "last-backup-not-completed", Text: "The last backup\ncould not be completed."},
			},
			{Time: at(10, 6), Source: FromStorage, What: numbers(5e9, 4_800_000_000, 512e6)},
			{Time: at(10, 30), Source: FromPerson, What: Tried{Fix: "turn-off-low-data-mode", Outcome: Done}},
			{Time: at(10, 30), Source: FromPerson, What: Confirmed{Gate: "computer-backup"}},
			{Time: at(10, 30), Source: FromPerson, What: Confirmed{Gate: "loss:reset-network-settings"}},
			{Time: at(10, 30), Source: FromPerson, What: Answered{Check: "vpn-filter", Answer: NotNow}},
		},
	}
	for _, ending := range []string{"\n", "\r\n"} {
		got, err := Parse("grandma.toml", []byte("\ufeff"+strings.ReplaceAll(text, "\n", ending)), shipped(t))
		if err != nil {
			t.Fatal(err)
		}
		message := got.Events[1].What.(Said)
		message.Text = strings.ReplaceAll(message.Text, "\r\n", "\n")
		got.Events[1].What = message
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}

func TestParseDefaults(t *testing.T) {
	tests := []struct {
		name, text string
		want       Case
	}{
		{"nothing but the table", "[case]", Case{Device: apple.IPhone}},
		{"an iPad with a bare version", "[case]\ndevice = 'iPad'\nversion = 18", Case{Device: apple.IPad, Version: "18"}},
		{"inline tables and dotted keys", `case = { name = "A" }
event = [ { gate = "g" }, { time = 2026-11-23, text = "Hello" } ]`, Case{
			Name: "A", Device: apple.IPhone, Events: []Event{
				{Source: FromPerson, What: Confirmed{Gate: "g"}},
				{Time: at(0, 0), Source: FromPerson, What: Said{Text: "Hello"}},
			},
		}},
		{"sizes that are not known", "[case]\n[[event]]\nused = 0", Case{
			Device: apple.IPhone,
			Events: []Event{{Source: FromPerson, What: numbers(-1, 0, -1)}},
		}},
		{"a case that says it is whole", "format = 1\n[case]\n[end]", Case{Device: apple.IPhone}},
	}
	for _, test := range tests {
		got, err := Parse("case.toml", []byte(test.text), nil)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", test.name, got, test.want)
		}
	}
}

func TestParseNamesEveryProblemWithItsLine(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // one for each problem: its line and part of its text
	}{
		{"no case", "", []string{"1: there is no [case]"}},
		{"not TOML", "[case]\nname = \"A\nversion = \"18\"", []string{"2: not TOML"}},
		{"not UTF-8", "[case]\nname = \"\xff\"", []string{"2: the text is not UTF-8"}},
		{"cut short", "format = 1\n[case]\n", []string{"3: the file stops early"}},
		{"no format", "format = -1\n[case]\n", []string{"1: format is -1, which never was one"}},
		{"newer", "format = 7\n[story]", []string{"1: format 7 comes from a newer edition"}},
		{"something after the end", "format = 1\n[case]\n[end]\nx = 1", []string{"3: [end] is not an empty table"}},
		{"keys that nobody knows", "title = 1\n[case]\nnaem = 'A'\n[[event]]\ngate = 'g'\nnote = 'x'\n[other]", []string{
			`1: unknown key "title"`, `3: unknown key "naem"; want one of country, created, device`,
			`6: unknown key "note"; want one of gate, kind, source, time`, `7: unknown section "other"`,
		}},
		{"everything in the header", "[case]\nname = 5\ndevice = 'phone'\nversion = 18.10\ncreated = 10:30:00\n", []string{
			"2: name is the integer 5; want a string", `3: device "phone" is not known; want "iphone" or "ipad"`, "4: version is not a text",
			"5: created is not a time",
		}},
		{"a proof by somebody who sees no backup", "[case]\n[[event]]\nkind = 'proof'\nseen = 'finished'\nsource = 'network'", []string{
			`5: source "network" is not known; want one of person, phone`,
		}},
		{"versions", "[case]\nversion = 'newest'", []string{`2: "newest" is not a system version`}},
		{
			"lines behind long texts", "[case]\nname = '''\n[[event]]\n\n'''\n\n[[event]]\ntext = \"\"\"\n# no \\\"\"\"\\\"\"\"\"\nkind = 'fix'\n\nfix = 'f'",
			[]string{"7: outcome is missing; want one of done", "8: unknown key \"text\""},
		},
		{"inline tables", "case = { name = 'A' }\nevent = [\n  { gate = 'g' },\n  { gate = 'g',\n    flavor = 'x' },\n]", []string{
			"5: unknown key \"flavor\"",
		}},
		{"kinds", "[case]\n[[event]]\n[[event]]\nkind = 'guess'\nx = 1\n[[event]]\ncheck = 'c'\nfix = 'f'\n[[event]]\nkind = 1", []string{
			"2: kind is missing; want one of answer, fix", `4: kind "guess" is not known`, "6: kind is missing", "10: kind is the integer 1",
		}},
		{"values of events", "[case]\n[[event]]\nsource = 'dog'\ngate = ''\n[[event]]\nfix = 'f'\noutcome = 'maybe'\ntime = 'soon'\n" +
			"[[event]]\nused = '1,024 MB'\n[[event]]\nused = 'much'\nplan = -1\nnext = 2.5\n[[event]]\nmessage = 'a'\nref = 'b'\n" +
			"[[event]]\ntext = ' '\n[[event]]\nkind = 'storage'\n[[event]]\nplan = '5'", []string{
			`3: source "dog" is not known; want one of person, phone`, "4: gate is missing", `7: outcome "maybe" is not known`,
			"8: time is not a time", `12: "much" is not a size`, "13: plan is negative", `14: "2.5" is not a size`,
			"17: both message and ref", "18: the message is missing", "20: the sizes are missing", `23: "5" has no unit`,
		}},
		{"failures", "[case]\n[[event]]\ntime = 2026-11-23T10:00:00Z\nsource = 'phone'\nkind = 'observation'\nfact = 'failure'\n" +
			"value = '$(calc)'\n[[event]]\ntime = 2026-11-23T10:00:00Z\nsource = 'phone'\nkind = 'observation'\nfact = 'failure'\n" +
			"value = '303'\nat = 2027-11-23T10:00:00Z", []string{
			"2: at is missing", `7: "$(calc)" is not the number of an error; want a number such as "303"`,
			"14: the backup failed later than this was read; want a time",
		}},
		{"two messages", "[case]\n[[event]]\nkind = 'message'\nmessage = 'a'\nelsewhere = 'b'\n[[event]]\nkind = 'message'\ncomplaint = 'a'\nmessage = 'b'", []string{
			"5: message and elsewhere stand together in one event", "8: message and complaint stand together in one event",
		}},
		{"event is one table", "[case]\n[event]\ngate = 'g'", []string{"2: event is a table; want entries that start with [[event]]"}},
		{"events behind the end", "[case]\nx = 1\n[end]\n[[event]]\n", []string{"2: unknown key \"x\"", "4: kind is missing"}},
		{"events that are numbers", "case = 7\nevent = [\n7,\n{ gate = '' },\n'x' ]", []string{
			"1: case is the integer 7; want a table", "3: event[0] is the integer 7; want a table", "4: gate is missing",
			"5: event[2] is a string; want a table",
		}},
		{"a number as an event too many", "case = {}\nevent = [" + strings.Repeat("{ gate = 'g' },", maxEvents) + "7]", []string{
			fmt.Sprintf("2: event[%d] is the integer 7", maxEvents),
		}},
		{"deep nesting", "[case]\nname = " + strings.Repeat("[", 1<<20), []string{"2: arrays and tables are nested"}},
		{"long keys", "[case]\n\n" + strings.Repeat("a.", 1<<20) + "a = 1", []string{"3: a key has more than"}},
		{"too many events", "[case]\n" + strings.Repeat("[[event]]\n", maxEvents+1), []string{
			fmt.Sprintf("%d: the case has more than %d events", maxEvents+2, maxEvents),
		}},
		{"too large", strings.Repeat("#", maxFile+1), []string{"1: the file is larger than 4 MiB"}},
		{"names of any length", "[case]\nname = '" + strings.Repeat("ä", 200) + "'", []string{"2: name is longer than 200 bytes"}},
		{"times of any year", "[case]\ncreated = 0000-12-31T23:00:00Z\n[[event]]\ntext='x'\ntime = '9999-12-31T23:00:00-10:00'", []string{
			"2: created is not a time", "5: time is not a time",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Parse("anna.toml", []byte(test.text), nil)
			if !reflect.DeepEqual(got, Case{}) {
				t.Errorf("a case came back beside the problems: %+v", got)
			}
			checkProblems(t, err, test.want)
		})
	}
}

func checkProblems(t *testing.T, err error, want []string) {
	t.Helper()
	problems, ok := errors.AsType[tomlfile.Problems](err)
	if !ok {
		t.Fatalf("no problems, but %v", err)
	}
	lines := strings.Split(problems.Error(), "\n")
	if len(lines) != len(want) {
		t.Errorf("%d problems, want %d:\n%s", len(lines), len(want), problems)
		return
	}
	for i := range want {
		if !strings.HasPrefix(lines[i], "anna.toml:"+want[i]) {
			t.Errorf("got  %s\nwant anna.toml:%s", lines[i], want[i])
		}
	}
}

func TestParseComparesWithTheKnowledgeBase(t *testing.T) {
	text := `[case]
language = "tlh"
[[event]]
check = "low-data-mod"
answer = "on"
[[event]]
check = "low-data-mode"
answer = "maybe"
[[event]]
fix = "pray"
outcome = "worked"
[[event]]
message = "MSG99"
[[event]]
gate = "any"
[[event]]
gate = "loss:pray"
[[event]]
gate = "loss:"
`
	_, err := Parse("anna.toml", []byte(text), shipped(t))
	checkProblems(t, err, []string{
		`4: there is no check "low-data-mod"`, `8: "maybe" is not an answer of low-data-mode; want one of on, off, cant-tell, not-now`,
		`10: there is no fix "pray"`, `13: there is no message "MSG99"`, `15: there is no gate "any"`,
		`17: there is no gate "loss:pray"`, `19: there is no gate "loss:"`,
	})
}

func TestTheLanguageIsThatOfTheKnowledgeBase(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "en": "", "en-US": "", "EN": "", "de": "de", "ZH-HANS": "zh-Hans", " pt-br ": "pt-BR",
		"it": "it", "tlh": "tlh", "Italian": "Italian", // their labels are shown in English
	} {
		c, err := Parse("anna.toml", []byte("[case]\nlanguage = '"+text+"'"), shipped(t))
		if err != nil || c.Language != want || c.Target().Language != want {
			t.Errorf("%q is read as %q (%v), want %q", text, c.Language, err, want)
		}
	}
}

func TestManyProblemsAreCounted(t *testing.T) {
	_, err := Parse("anna.toml", []byte("[case]\n"+strings.Repeat("[[event]]\n", 50)), nil)
	lines := strings.Split(err.Error(), "\n")
	if last := lines[len(lines)-1]; len(lines) != 21 || last != "and 30 more" {
		t.Errorf("%d lines, the last is %q", len(lines), last)
	}
}

func TestEveryYearOfFourDigitsIsTaken(t *testing.T) {
	for year, fits := range map[int]bool{-1: false, 0: false, 1: true, 9999: true, 10000: false} {
		e := Event{Time: time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC), What: Said{Text: "x"}}
		if faults := e.judge(nil); (len(faults) == 0) != fits {
			t.Errorf("the year %d is taken with %v", year, faults)
		}
	}
}

// TestTheDocumentedBounds holds what docs/case-format.md promises: so much fits, and no more.
func TestTheDocumentedBounds(t *testing.T) {
	text, err := os.ReadFile("../../docs/case-format.md")
	if err != nil {
		t.Fatal(err)
	}
	const promised = `A file holds at most 10,000 events and 4 MiB; the text of a message 64 KiB, and a name, an id or a value 200 bytes. ` +
		`Arrays and tables may be nested 8 deep. Of the events at most 5,000 come from machines,`
	if !strings.Contains(strings.Join(strings.Fields(string(text)), " "), promised) {
		t.Errorf("the document does not promise: %s", promised)
	}
	if maxFacts != 5_000 {
		t.Errorf("%d events may come from machines", maxFacts)
	}
	for n, fits := range map[int]bool{8: true, 9: false} {
		_, err := Parse("anna.toml", []byte("[case]\nx = "+strings.Repeat("[", n)+strings.Repeat("]", n)), nil)
		if err == nil || strings.Contains(err.Error(), "nested") == fits {
			t.Errorf("%d arrays in each other are taken with %v", n, err)
		}
	}
	for name, of := range map[string]func(n int) (most int, text string){
		"events": func(n int) (int, string) { return 10_000, "[case]\n" + strings.Repeat("[[event]]\ngate = 'g'\n", n) },
		"bytes":  func(n int) (int, string) { return 4 << 20, "[case]\n" + strings.Repeat("#", max(n-7, 0)) },
		"text": func(n int) (int, string) {
			return 64 << 10, "[case]\n[[event]]\ntext = '" + strings.Repeat("x", n) + "'"
		},
		"name": func(n int) (int, string) { return 200, "[case]\nname = '" + strings.Repeat("x", n) + "'" },
		"id":   func(n int) (int, string) { return 200, "[case]\n[[event]]\ngate = '" + strings.Repeat("x", n) + "'" },
		"answer": func(n int) (int, string) {
			return 200, "[case]\n[[event]]\ncheck = 'c'\nanswer = '" + strings.Repeat("x", n) + "'"
		},
		"device": func(n int) (int, string) { return 200, "[case]\ndevice-id = '" + strings.Repeat("x", n) + "'" },
		"value": func(n int) (int, string) {
			return 200, "[case]\n[[event]]\nkind = 'observation'\nsource = 'phone'\nfact = 'f'\nvalue = '" + strings.Repeat("x", n) + "'"
		},
	} {
		most, _ := of(0)
		for n, fits := range map[int]bool{most: true, most + 1: false} {
			_, text := of(n)
			if _, err := Parse("anna.toml", []byte(text), nil); (err == nil) != fits {
				t.Errorf("%s: %d are taken with %v", name, n, err)
			}
		}
	}
}

// The example in the documents is a case that the program reads.
func TestTheDocumentedExampleIsACase(t *testing.T) {
	text, err := os.ReadFile("../../docs/case-format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(text), "```toml\n")
	example, _, _ = strings.Cut(example, "```")
	c, err := Parse("case-format.md", []byte(example), shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[kind]bool{}
	for _, e := range c.Events {
		seen[e.What.kind()] = true
	}
	for _, kind := range kinds {
		if !seen[kind] {
			t.Errorf("it shows no %s", kind)
		}
	}
}
