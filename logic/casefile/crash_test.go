package casefile

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// childVariable makes this test binary open childFile where it is started, for the tests that need another program.
const (
	childVariable = "CASEFILE_TEST_CHILD"
	childFile     = "anna.toml"
)

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		appendForever(childFile)
	}
	os.Exit(m.Run())
}

// appendForever appends numbered events; it says each number with a + before it begins, and alone once it is saved.
func appendForever(path string) {
	f, notice, err := Open(path, nil, time.Now)
	if err != nil || !notice.IsZero() && !notice.Recovered || len(notice.Moved) > 0 {
		fmt.Println("open:", err, notice.String())
		os.Exit(1)
	}
	fmt.Println("opened", len(f.Case().Events))
	for n := len(f.Case().Events) + 1; ; n++ {
		fmt.Printf("+%d\n", n)
		if err := f.Append(said(strconv.Itoa(n))); err != nil {
			fmt.Println("append:", err)
			os.Exit(1)
		}
		fmt.Println(n)
	}
}

// child is another program that has a case open.
type child struct {
	command *exec.Cmd
	out     *bufio.Scanner
	first   string // the first line it said
	saving  bool   // the last line it said was of an event that it began to save
}

func startChild(t *testing.T, dir string) *child {
	t.Helper()
	program, err := os.Executable()
	must(t, err)
	command := exec.Command(program)
	command.Env = append(os.Environ(), childVariable+"=1")
	command.Dir = dir
	pipe, err := command.StdoutPipe()
	must(t, err)
	must(t, command.Start())
	t.Cleanup(func() { _ = command.Process.Kill() })
	out := bufio.NewScanner(pipe)
	if !out.Scan() {
		t.Fatalf("the child said nothing: %v", out.Err())
	}
	return &child{command: command, out: out, first: out.Text()}
}

// kill ends the child at once and returns all that it said since the first line.
func (c *child) kill(t *testing.T) []string {
	t.Helper()
	must(t, c.command.Process.Kill())
	var lines []string
	for c.out.Scan() {
		lines = append(lines, c.out.Text())
	}
	_ = c.command.Wait() // it was killed
	return lines
}

var kills = flag.Int("kills", 50, "how often TestKilledWhileSavingNothingIsLost kills a program; make prove takes 2,000")

// killsOfACase is how often a program with one case is killed, before it is the turn of a new case.
const killsOfACase = 50

func TestKilledWhileSavingNothingIsLost(t *testing.T) {
	t.Parallel()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	rounds := *kills
	if testing.Short() {
		rounds = 5
	}
	inFlight, kept := 0, 0
	for left := rounds; left > 0; left -= killsOfACase {
		flight, events := killOften(t, random, min(left, killsOfACase))
		inFlight, kept = inFlight+flight, kept+events
	}
	t.Logf("killed %d times, %d of them with an event in flight; %d events in the end", rounds, inFlight, kept)
	if inFlight*2 < rounds {
		t.Errorf("an event was in flight in %d of %d rounds only: the test looks at little", inFlight, rounds)
	}
}

// killOften kills programs that work on one case, and returns how many were saving, and how many events came back in the end.
func killOften(t *testing.T, random *rand.Rand, rounds int) (inFlight, kept int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), childFile)
	const weight = 10 // events that make the file large, so that writing it takes a while
	first := open(t, path, nil)
	// How long saving takes differs a hundredfold between machines; the kill must fall into some rounds' savings.
	pace := time.Duration(0)
	for n := range weight {
		start := time.Now()
		must(t, first.Append(said(strconv.Itoa(n+1)+strings.Repeat(" ", maxText-10))))
		pace = time.Since(start)
	}
	must(t, first.Close())
	kept = weight
	for round := range rounds {
		child := startChild(t, filepath.Dir(path))
		if want := fmt.Sprintf("opened %d", kept); child.first != want {
			t.Fatalf("round %d: the child %s, want %s", round, child.first, want)
		}
		time.Sleep(time.Duration(random.Int64N(int64(100*time.Millisecond + 6*pace))))
		told := kept
		for _, line := range child.kill(t) {
			number, saving := strings.CutPrefix(line, "+")
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatalf("round %d: the child said %s", round, line)
			}
			if !saving {
				told = n
			}
			child.saving = saving
		}
		if child.saving {
			inFlight++
		}
		kept = readKilled(t, path, told)
	}
	return inFlight, kept
}

// readKilled opens the case of a program that was killed after it told of a number of events, and returns how many there are.
func readKilled(t *testing.T, path string, told int) int {
	t.Helper()
	f, notice, err := Open(path, nil, time.Now)
	must(t, err)
	if notice.InUse || notice.Fresh || len(notice.Moved) > 0 || notice.Problems != nil {
		t.Fatal(notice.String())
	}
	events := f.Case().Events
	if len(events) != told && len(events) != told+1 {
		t.Fatalf("%d events were saved, %d came back", told, len(events))
	}
	for i, e := range events {
		if strings.TrimSpace(textOf(e)) != strconv.Itoa(i+1) {
			t.Fatalf("event %d is %q", i+1, textOf(e))
		}
	}
	must(t, f.Close())
	return len(events)
}

func TestTheSecondToOpenOnlyReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	first := open(t, path, nil)
	must(t, first.Append(said("a")))
	second, notice, err := Open(path, nil, noon().now)
	must(t, err)
	if !notice.InUse || !second.ReadOnly() || first.ReadOnly() || !strings.Contains(notice.String(), "open elsewhere") {
		t.Fatalf("the notice is %+v", notice)
	}
	if got := texts(second.Case()); got != "a" {
		t.Errorf("the second reads %q", got)
	}
	for _, err := range []error{
		second.Append(said("b")), second.Remove(1), second.Restore(1), second.SetHeader(Header{}), second.Save(), undo(second), redo(second),
	} {
		must(t, want(ErrReadOnly, err))
	}
	if second.CanUndo() || texts(second.Case()) != "a" {
		t.Errorf("the second changed something: %+v", second.Case())
	}
	must(t, second.Close())
	must(t, first.Append(said("c")))
	must(t, first.Close())
	third := open(t, path, nil)
	if got := texts(third.Case()); got != "a c" || third.ReadOnly() {
		t.Errorf("the third reads %q", got)
	}
	must(t, first.Close()) // a second time, harmless
	must(t, want(ErrReadOnly, first.Append(said("d"))))
	must(t, third.Append(said("e")))
}

func TestAnotherProgramHasTheCase(t *testing.T) {
	path := filepath.Join(t.TempDir(), childFile)
	child := startChild(t, filepath.Dir(path))
	f, notice, err := Open(path, nil, noon().now)
	must(t, err)
	if !notice.InUse || !f.ReadOnly() {
		t.Errorf("the notice is %+v", notice)
	}
	child.kill(t)
	must(t, f.Close())
	f, notice, err = Open(path, nil, noon().now)
	must(t, err)
	if notice.InUse || f.ReadOnly() {
		t.Errorf("the dead child still has the case: %+v", notice)
	}
	must(t, f.Append(said("mine")))
}

func TestTheReaderOfADamagedFileTouchesNothing(t *testing.T) {
	path, _ := saved(t)
	first := open(t, path, nil)
	must(t, os.WriteFile(path, []byte("damage"), 0o600))
	second, notice, err := Open(path, nil, noon().now)
	must(t, err)
	if !notice.InUse || !notice.Recovered || len(notice.Moved) > 0 || texts(second.Case()) != "a" || second.Unsaved() {
		t.Errorf("%+v with the notice %+v", second.Case(), notice)
	}
	must(t, second.Close())
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "damage" {
		t.Errorf("the file became %q, %v", kept, err)
	}
	must(t, first.Append(said("c")))
	must(t, first.Close())
	if got := texts(open(t, path, nil).Case()); got != "a b c" {
		t.Errorf("the first saved %q", got)
	}
}

// Where no case was made, no lock stays; one that others have does.
func TestALockStaysOnlyBesideACase(t *testing.T) {
	for _, test := range []struct {
		name, holds string
		refused     bool
		do          func(f *File) error
		want        []string
	}{
		{name: "never made", do: func(*File) error { return nil }},
		{name: "not a case", holds: "a letter", refused: true, want: []string{"anna.toml"}},
		{
			name: "made", do: func(f *File) error { return f.Append(said("a")) },
			want: []string{"anna.toml", "anna.toml.bak", "anna.toml.lock"},
		},
		{name: "went while it was open", do: func(f *File) error {
			return errors.Join(f.Append(said("a")), os.Remove(f.path), os.Remove(f.path+goodSuffix))
		}},
		{name: "the disk refused it", do: func(f *File) error {
			f.disk.write = func(string, []byte) error { return syscall.ENOSPC }
			return want(syscall.ENOSPC, f.Append(said("a")))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "anna.toml")
			if test.holds != "" {
				must(t, os.WriteFile(path, []byte(test.holds), 0o600))
			}
			f, _, err := Open(path, nil, noon().now)
			if (err != nil) != test.refused {
				t.Fatal(err)
			}
			if err == nil {
				second, notice, err := Open(path, nil, noon().now)
				must(t, err)
				if must(t, second.Close()); !notice.InUse {
					t.Error("two have it")
				}
				if _, err := os.Stat(path + lockSuffix); err != nil {
					t.Error("the second took the lock away:", err)
				}
				must(t, test.do(f))
				_ = f.Close() // a disk that refuses does so here, too
			}
			if names := filesIn(t, filepath.Dir(path)); !slices.Equal(names, test.want) {
				t.Errorf("the folder has %q, want %q", names, test.want)
			}
		})
	}
}

func filesIn(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// Locks that come and go are never held by two.
func TestOneHasALockThatIsRemovedAgainAndAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	var holders atomic.Int32
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for taken := 0; taken < 50; {
				lock, err := takeLock(path)
				if err != nil {
					t.Error(err)
					return
				}
				if lock == nil {
					runtime.Gosched()
					continue
				}
				taken++
				others := holders.Add(1) - 1
				time.Sleep(time.Microsecond)
				if others > 0 || !isLockOf(lock, path) {
					t.Error("another has the lock, too, or can take it")
				}
				holders.Add(-1)
				if err := removeLock(lock, path); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}
