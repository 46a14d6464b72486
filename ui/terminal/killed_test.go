package terminal_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/phone"
	"backupdoctor/logic/evidence/phone/fakephone"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/terminal"
)

// childVariable makes this test binary the program, for the test that kills it.
const childVariable = "TERMINAL_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		os.Exit(terminal.Console{
			In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Now: time.Now, Getenv: os.Getenv,
			Sources: func(string, settings.Settings) []evidence.Source {
				return []evidence.Source{&phone.Source{Address: phone.AddressOf(os.Getenv, runtime.GOOS), System: runtime.GOOS}}
			},
		}.Run(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// seen is a fact as the watch prints it and as the case keeps it.
type seen struct{ Check, Fact, Answer, Value string }

// watching is the program that watches the phone for a case.
type watching struct {
	command *exec.Cmd
	reports chan []seen
}

func startWatch(t *testing.T, hub *fakephone.Hub, home, file string) *watching {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	w := &watching{exec.Command(program, "facts", "-only", "phone", "-watch", "-json", file), make(chan []seen, 10)}
	w.command.Env = append(os.Environ(), childVariable+"=1", "LANG=en_US.UTF-8", casefile.HomeVariable+"="+home,
		"USBMUXD_SOCKET_ADDRESS="+hub.Address())
	w.command.Stderr = os.Stderr
	pipe, err := w.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.command.Process.Kill() })
	go func() {
		defer close(w.reports)
		for all := bufio.NewScanner(pipe); all.Scan(); {
			var report struct{ Facts []seen }
			if json.Unmarshal(all.Bytes(), &report) == nil { // the last line may be cut
				w.reports <- report.Facts
			}
		}
	}()
	return w
}

// next returns the facts of the next report.
func (w *watching) next(t *testing.T) []seen {
	t.Helper()
	select {
	case facts, more := <-w.reports:
		if !more {
			t.Fatal("the watch ended")
		}
		return facts
	case <-time.After(time.Minute):
		t.Fatal("nothing was reported")
	}
	return nil
}

// kill ends the watch at once, and returns what it had printed meanwhile.
func (w *watching) kill(t *testing.T) (facts []seen) {
	t.Helper()
	if err := w.command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for more := range w.reports {
		facts = append(facts, more...)
	}
	_ = w.command.Wait() // it was killed
	return facts
}

// observed are the facts of a case in their order. It fails when one was recorded twice without a change.
func observed(t *testing.T, file string) []seen {
	t.Helper()
	last := map[seen]seen{}
	var all []seen
	for _, e := range read(t, file).Events {
		o, ok := e.What.(casefile.Observed)
		if !ok {
			continue
		}
		now, of := seen{o.Check, o.Fact, o.Answer, o.Value}, seen{Check: o.Check, Fact: o.Fact}
		if last[of] == now {
			t.Errorf("%+v is there twice", now)
		}
		last[of], all = now, append(all, now)
	}
	return all
}

// A watch that is killed at any moment loses nothing that it told of, and the next one goes on: nothing is doubled.
func TestAWatchThatIsKilledLosesNothing(t *testing.T) {
	hub, err := fakephone.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer hub.Close()
	home := t.TempDir()
	file := filepath.Join(home, "case.toml")
	if err := os.WriteFile(file, []byte("[case]\ndevice = \"iphone\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	var before []seen
	pace := 100 * time.Millisecond // from a line in the log to the report
	for round := range rounds {
		p := fakephone.NewPhone("00008101-000A1C2E3F4A001E") // with an empty log
		p.BackedUp(time.Now().AddDate(0, 0, round-rounds))
		hub.Attach(p, false)
		w := startWatch(t, hub, home, file)
		var told []seen
		atOnce := round%3 == 1 // before the first report
		if atOnce {
			time.Sleep(time.Duration(random.Int64N(int64(500 * time.Millisecond))))
		} else {
			told = w.next(t)
			begun := time.Now()
			p.Log(fmt.Sprintf("Nov 27 10:41:12 iPhone backupd[77] <Notice>: Finished with error (MBErrorDomain/%d)", 300+round))
			if round%3 == 0 {
				told = append(told, w.next(t)...)
				pace = time.Since(begun)
			} else {
				time.Sleep(time.Duration(random.Int64N(int64(2 * pace))))
			}
		}
		told = append(told, w.kill(t)...)
		hub.Detach(p)
		after := observed(t, file)
		checkKept(t, round, before, told, after)
		before = after
	}
	failures := 0
	for _, o := range before {
		if o.Fact == casefile.FactFailure {
			failures++
		}
	}
	if failures < rounds/3 {
		t.Errorf("%d failures were seen in %d rounds", failures, rounds)
	}
}

// checkKept compares a case before a round and after it with what the watch told meanwhile.
func checkKept(t *testing.T, round int, before, told, after []seen) {
	t.Helper()
	if len(after) < len(before) {
		t.Fatalf("round %d: %d facts became %d", round, len(before), len(after))
	}
	for i, o := range before {
		if after[i] != o {
			t.Fatalf("round %d: %+v became %+v", round, o, after[i])
		}
	}
	kept := map[seen]bool{}
	for _, o := range after {
		kept[o] = true
	}
	for _, o := range told {
		if !kept[o] {
			t.Errorf("round %d: %+v was told and is lost", round, o)
		}
		if n, err := strconv.Atoi(o.Value); o.Fact == casefile.FactFailure && (err != nil || n < 300) {
			t.Errorf("round %d: nothing failed with %s", round, o.Value)
		}
	}
}
