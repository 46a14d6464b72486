package terminal_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
	"backupdoctor/ui/terminal"
)

// plugged is a phone that tells its reports one after the other, the last one again and again.
type plugged struct {
	reports []evidence.Report
	asked   *int
	silent  bool // it does not answer as long as it is waited for
}

func (plugged) ID() string           { return settings.ThePhone }
func (plugged) Limit() time.Duration { return time.Minute }

func (p plugged) Look(ctx context.Context, _ evidence.About) evidence.Report {
	*p.asked++
	if p.silent {
		<-ctx.Done()
	}
	return p.reports[min(*p.asked, len(p.reports))-1]
}

// tells is what a phone says of itself, with a fact.
func tells(what string, asks words.Sentence) evidence.Report {
	state := evidence.Found
	if !asks.IsZero() {
		state = evidence.Needs
	}
	return evidence.Report{
		State: state, Asks: asks, What: words.Say("evidence.phone." + what),
		Brief: words.Say("evidence.phone.brief.off", "Device", "iPhone 15"),
		Reading: casefile.Reading{
			Source: casefile.FromPhone, Identity: "one", Time: clock()(),
			Facts: []casefile.Observed{
				{Check: "backup-switch", Answer: "off"}, {Fact: casefile.FactVersion, Value: "18.4"},
			},
		},
	}
}

// besides plays text mode on a new case beside a phone.
func besides(t *testing.T, path string, phone plugged, lines ...string) string {
	t.Helper()
	var out, errOut bytes.Buffer
	env := map[string]string{casefile.HomeVariable: filepath.Dir(path), "LANG": "en_US.UTF-8"}
	code := terminal.Console{
		In: strings.NewReader(strings.Join(lines, "\n") + "\n"), Out: &out, Err: &errOut, Now: clock(),
		Getenv:  func(name string) string { return env[name] },
		Sources: func(string, settings.Settings) []evidence.Source { return []evidence.Source{phone} },
	}.Run([]string{"text", "-knowledge", small, path})
	if code != 0 {
		t.Fatalf("code %d: %s", code, errOut.String())
	}
	decent(t, out.String())
	return strings.Join(strings.Fields(out.String()), " ")
}

// Text mode reads the phone on the cable by itself, as the window does: what it tells is not asked.
func TestTheGuideReadsThePhoneByItself(t *testing.T) {
	path, asked := filepath.Join(t.TempDir(), "case.toml"), 0
	out := besides(t, path, plugged{[]evidence.Report{tells("on", words.Sentence{})}, &asked, false}, "", "q")
	for _, want := range []string{"iPhone 15: iCloud Backup is off ", "iCloud Backup is on.", "2 things were found"} {
		if !strings.Contains(out, want) {
			t.Errorf("it lacks %q:\n%s", want, out)
		}
	}
	if strings.Contains(out, "Which version") || strings.Contains(out, "Check: Is “Back Up This iPhone” on?") {
		t.Errorf("it asks what the phone told:\n%s", out)
	}
	if data, err := os.ReadFile(path); err != nil || strings.Count(string(data), `source = "phone"`) != 2 {
		t.Errorf("%v, recorded is\n%s", err, data)
	}
}

// Off means off, also in text mode.
func TestAPhoneThatIsOffIsNotReadInTextMode(t *testing.T) {
	home, asked := t.TempDir(), 0
	if err := os.WriteFile(filepath.Join(home, settings.FileName), []byte("[phone]\noff = true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	phone := plugged{[]evidence.Report{tells("on", words.Sentence{})}, &asked, false}
	out := besides(t, filepath.Join(home, "case.toml"), phone, "1", "18.4", "", "", "i", "q")
	if asked != 0 || !strings.Contains(out, "iPhone or iPad: off") {
		t.Errorf("asked %d times:\n%s", asked, out)
	}
}

// A phone that does not answer holds nobody up.
func TestASilentPhoneDoesNotHoldUpTheStart(t *testing.T) {
	asked, begun := 0, time.Now()
	phone := plugged{[]evidence.Report{tells("on", words.Sentence{})}, &asked, true}
	out := besides(t, filepath.Join(t.TempDir(), "case.toml"), phone, "1", "18.4", "", "q")
	if took := time.Since(begun); took > 10*time.Second || asked != 1 {
		t.Errorf("asked %d times, it took %v:\n%s", asked, took, out)
	}
}

// What a phone tells that does not trust this computer counts only when the person says that it is the one.
func TestAPhoneIsReadAgainOnDemand(t *testing.T) {
	whose := words.Say("evidence.phone.whose", "Device", "iPhone 15")
	for answer, want := range map[string]int{"1": 2, "2": 0, "": 0} {
		path, asked := write(t, "case.toml", head), 0
		phone := plugged{[]evidence.Report{tells("on", whose)}, &asked, false}
		out := besides(t, path, phone, "", "i", answer, "q")
		data, err := os.ReadFile(path)
		if err != nil || asked != 2 || strings.Count(string(data), `source = "phone"`) != want {
			t.Errorf("after %q, asked %d times, %v:\n%s\n%s", answer, asked, err, data, out)
		}
		if !strings.Contains(out, "Is this iPhone 15 the one that doesn’t back up?") {
			t.Errorf("it does not ask whose it is:\n%s", out)
		}
	}
}
