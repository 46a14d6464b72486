package terminal_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
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

// lasting is a machine that reports once and then stays until somebody has read it.
type lasting struct {
	machine
	read chan struct{}
}

func (l lasting) Watch(_ context.Context, _ evidence.About, report func(evidence.Report)) {
	report(l.report)
	<-l.read
}

// What a watch reports is there to read while the watch goes on.
func TestAWatchTellsAtOnce(t *testing.T) {
	for _, format := range [][]string{{}, {"-json"}} {
		out, printed := io.Pipe()
		read := make(chan struct{})
		sources := []evidence.Source{lasting{machine{"phone", outage(words.Sentence{}), nil}, read}}
		env := map[string]string{casefile.HomeVariable: t.TempDir(), "LANG": "en_US.UTF-8"}
		code := make(chan int, 1)
		go func() {
			code <- terminal.Console{
				In: strings.NewReader(""), Out: printed, Err: io.Discard, Now: time.Now,
				Getenv:  func(name string) string { return env[name] },
				Sources: func(string, settings.Settings) []evidence.Source { return sources },
			}.Run(append([]string{"facts", "-only", "phone", "-watch"}, format...))
			_ = printed.Close()
		}()
		told := make(chan string, 1)
		go func() {
			all := bufio.NewScanner(out)
			for all.Scan() {
				if strings.Contains(all.Text(), "Apple reports a problem") {
					told <- all.Text()
				}
			}
			close(told)
		}()
		select {
		case line := <-told:
			if line == "" {
				t.Errorf("%v: it ends without the report", format)
			}
		case <-time.After(10 * time.Second):
			t.Errorf("%v: nothing was printed while the watch went on", format)
		}
		close(read)
		if got := <-code; got != 0 {
			t.Errorf("%v: it ends with %d", format, got)
		}
	}
}

// That another device was read is no part of the data that programs read.
func TestAnotherDeviceIsToldBesideTheData(t *testing.T) {
	file := filepath.Join(t.TempDir(), "case.toml")
	if err := os.WriteFile(file, []byte("[case]\ndevice = \"iphone\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var reports []evidence.Report
	for _, identity := range []string{"one", "another"} {
		r := outage(words.Sentence{})
		r.Reading.Identity = identity
		reports = append(reports, r)
	}
	reports[1].What = words.Say("evidence.no-answer")
	w := watched{machine{id: "phone"}, reports}
	o := askMachines(t.TempDir(), []evidence.Source{w}, "-only", "phone", "-watch", "-json", file)
	lines := bytes.Split(bytes.TrimSpace([]byte(o.out)), []byte("\n"))
	for _, line := range lines {
		if !json.Valid(line) {
			t.Errorf("%q is no data", line)
		}
	}
	if o.code != 0 || len(lines) != 2 || !strings.Contains(o.err, "device") {
		t.Errorf("%+v", o)
	}
}
