package terminal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/session"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
	"backupdoctor/ui/terminal"
	"golang.org/x/text/language"
)

// machine is a source that says what it is told to say.
type machine struct {
	id     string
	report evidence.Report
	about  *evidence.About
}

func (m machine) ID() string           { return m.id }
func (m machine) Limit() time.Duration { return time.Minute }
func (m machine) Look(_ context.Context, about evidence.About) evidence.Report {
	if m.about != nil {
		*m.about = about
	}
	return m.report
}

// outage is what the status page says during an outage.
func outage(asks words.Sentence) evidence.Report {
	return evidence.Report{
		State: evidence.Found, What: words.Say("evidence.status.live", "Service", "iCloud Backup"), Asks: asks,
		Asked: []evidence.Exchange{{Asked: "GET https://status.test/", Answered: "200, 17 bytes", Took: time.Second}},
		Reading: casefile.Reading{Source: casefile.FromStatus, Facts: []casefile.Observed{{
			Check: "apple-status", Answer: "backup-event", How: casefile.HowPublished,
		}}},
	}
}

// askMachines runs the command with sources.
func askMachines(home string, sources []evidence.Source, args ...string) outcome {
	var out, errOut bytes.Buffer
	env := map[string]string{casefile.HomeVariable: home, "LANG": "en_US.UTF-8"}
	code := terminal.Console{
		In: strings.NewReader(""), Out: &out, Err: &errOut, Now: time.Now,
		Getenv:  func(name string) string { return env[name] },
		Sources: func(string, settings.Settings) []evidence.Source { return sources },
	}.Run(append([]string{"facts"}, args...))
	return outcome{code, out.String(), errOut.String()}
}

func TestFactsArePrintedAndRecorded(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "case.toml")
	if err := os.WriteFile(file, []byte("[case]\ndevice = \"iphone\"\ncountry = \"de\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var about evidence.About
	sources := []evidence.Source{
		machine{"apple-status", outage(words.Sentence{}), &about},
		machine{"network", evidence.Failure(words.Say("evidence.no-answer")), nil},
	}

	o := askMachines(home, sources)
	decent(t, o.out)
	if o.code != 0 || o.err != "" || !strings.Contains(o.out, "iCloud Backup: Apple reports a problem now.") ||
		!strings.Contains(o.out, "There was no answer in time.") {
		t.Fatalf("%+v", o)
	}
	if saved, _ := os.ReadFile(file); strings.Contains(string(saved), "observation") {
		t.Fatal("recorded without a case")
	}

	if o = askMachines(home, sources, "-only", "network"); strings.Contains(o.out, "iCloud Backup:") || o.code != 0 {
		t.Errorf("%+v", o)
	}
	if o = askMachines(home, sources, "-only", "telepathy"); o.code != 2 || o.out != "" {
		t.Errorf("%+v", o)
	}
	if o = askMachines(home, sources, filepath.Join(home, "none.toml")); o.code != 1 || o.err == "" {
		t.Errorf("%+v", o)
	}

	o = askMachines(home, sources, file)
	if o.code != 0 || !strings.Contains(o.out, "1 fact is new in the case.") || !strings.EqualFold(about.Country, "DE") {
		t.Fatalf("%+v, asked about %+v", o, about)
	}
	if o = askMachines(home, sources, file); !strings.Contains(o.out, "0 facts are new in the case.") {
		t.Errorf("the same again: %+v", o)
	}
	lib, err := session.LoadLibrary(assets.Files, language.English, "")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Parse(file, data, lib.Known())
	if err != nil || len(c.Events) != 1 || !c.Events[0].IsFact() {
		t.Fatalf("%+v, %v", c.Events, err)
	}
	if v := lib.Derive(c, time.Now()); v.Likely[0].Cause.ID != "apple-outage" {
		t.Errorf("an outage makes %s likeliest", v.Likely[0].Cause.ID)
	}
}

// A source that is off is asked only by name.
func TestASourceThatIsOffIsAskedOnlyByName(t *testing.T) {
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, settings.FileName), []byte("[status]\noff = true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	sources := []evidence.Source{machine{"apple-status", outage(words.Sentence{}), nil}}
	if o := askMachines(home, sources); strings.Contains(o.out, "iCloud Backup") || o.code != 0 {
		t.Errorf("%+v", o)
	}
	if o := askMachines(home, sources, "-only", "apple-status"); !strings.Contains(o.out, "iCloud Backup") || o.code != 0 {
		t.Errorf("%+v", o)
	}
}

// A case that is open elsewhere can't take facts, and that is said.
func TestFactsOfACaseInUse(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "case.toml")
	open, _, err := casefile.Open(file, nil, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if err := open.Save(); err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	if o := askMachines(home, []evidence.Source{machine{"apple-status", outage(words.Sentence{}), nil}}, file); o.code != 1 || strings.Contains(o.out, "new in the case") {
		t.Errorf("%+v", o)
	}
}

// Facts that hold only under a condition are told with it, and never recorded behind the person's back.
func TestFactsUnderAConditionAreNotRecorded(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "case.toml")
	if err := os.WriteFile(file, []byte("[case]\ndevice = \"iphone\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := askMachines(home, []evidence.Source{machine{"network", outage(words.Say("evidence.network.same")), nil}}, file)
	if o.code != 0 || !strings.Contains(o.out, "Is the device on the same") || !strings.Contains(o.out, "0 facts are new") {
		t.Errorf("%+v", o)
	}
}

func TestFactsAsData(t *testing.T) {
	o := askMachines(t.TempDir(), []evidence.Source{machine{"apple-status", outage(words.Sentence{}), nil}}, "-json")
	var list []struct {
		Source, State, What string
		Facts               []struct{ Check, Answer string }
		Asked               []struct {
			Asked, Answered string
			Seconds         float64
		}
	}
	if err := json.Unmarshal([]byte(o.out), &list); err != nil || o.code != 0 {
		t.Fatalf("%v, %+v", err, o)
	}
	s := list[0]
	if s.Source != "apple-status" || s.State != "found" || s.Facts[0].Answer != "backup-event" || s.Asked[0].Seconds != 1 {
		t.Errorf("%+v", s)
	}
}

// dear is a source whose look costs something.
type dear struct{ machine }

func (dear) Cost() words.Sentence {
	return words.Say("evidence.upload.cost", "Megabytes", 25, "Seconds", 8)
}

// What costs data is told with its price, and asked only by its name.
func TestWhatCostsDataIsAskedOnlyByName(t *testing.T) {
	home := t.TempDir()
	sources := []evidence.Source{
		machine{"network", evidence.Failure(words.Say("evidence.no-answer")), nil},
		dear{machine{"upload", outage(words.Sentence{}), nil}},
	}
	o := askMachines(home, sources)
	decent(t, o.out)
	if o.code != 0 || strings.Contains(o.out, "iCloud Backup") || !strings.Contains(o.out, "25 MB") || !strings.Contains(o.out, "-only upload") {
		t.Errorf("%+v", o)
	}
	if o = askMachines(home, sources, "-only", "upload"); !strings.Contains(o.out, "iCloud Backup") {
		t.Errorf("%+v", o)
	}
	if o = askMachines(home, sources, "-json"); strings.Contains(o.out, "upload") || o.code != 0 {
		t.Errorf("%+v", o)
	}
	if o = askMachines(home, sources, "-only", "telepathy"); !strings.Contains(o.err, "network, upload") {
		t.Errorf("%+v", o)
	}
}

// watched is a machine that reports several times and then ends.
type watched struct {
	machine
	reports []evidence.Report
}

func (w watched) Watch(_ context.Context, _ evidence.About, report func(evidence.Report)) {
	for _, r := range w.reports {
		report(r)
	}
}

func (w watched) Describe(context.Context) []evidence.Exchange {
	return []evidence.Exchange{{Asked: "open ProductVersion", Answered: "string"}}
}

// A watch prints each report as it comes and records its facts.
func TestAWatchPrintsEachChange(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "case.toml")
	if err := os.WriteFile(file, []byte("[case]\ndevice = \"iphone\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := watched{machine{id: "phone"}, []evidence.Report{outage(words.Sentence{}), evidence.Failure(words.Say("evidence.no-answer"))}}
	o := askMachines(home, []evidence.Source{w}, "-only", "phone", "-watch", file)
	decent(t, o.out)
	first, second := strings.Index(o.out, "Apple reports a problem"), strings.Index(o.out, "There was no answer")
	if o.code != 0 || first < 0 || second < first {
		t.Errorf("%+v", o)
	}
	if saved, _ := os.ReadFile(file); strings.Count(string(saved), "observation") != 1 {
		t.Errorf("the case has\n%s", saved)
	}
	o = askMachines(home, []evidence.Source{w}, "-only", "phone", "-watch", "-json")
	if lines := strings.Split(strings.TrimSpace(o.out), "\n"); len(lines) != 2 || !json.Valid([]byte(lines[0])) || !json.Valid([]byte(lines[1])) {
		t.Errorf("%+v", o)
	}
	if o = askMachines(home, []evidence.Source{w}, "-watch"); o.code != 2 {
		t.Errorf("without a source: %+v", o)
	}
	if o = askMachines(home, []evidence.Source{w}, "-keys"); o.code != 0 || strings.TrimSpace(o.out) != "open ProductVersion: string" {
		t.Errorf("%+v", o)
	}
}
