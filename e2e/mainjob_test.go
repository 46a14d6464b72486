//go:build e2e && linux

package e2e

import (
	"encoding/json"
	"errors"
	"image"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/settings"
)

const title = "Backup Doctor"

// size is the window's size in these tests.
var size = image.Pt(1180, 760)

// job is the program at work on a case, seen from outside: its window, and the file that it saves.
type job struct {
	t       *testing.T
	screen  *Screen
	binary  string
	home    string
	env     []string
	base    *knowledge.Base
	program *Program
	window  *Window
}

func newJob(t *testing.T) *job { return newJobWith(t, "") }

// newJobWith opens the window with settings; empty leaves those of Start. env are variables, NAME=value.
func newJobWith(t *testing.T, kept string, env ...string) *job {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	j := &job{t: t, screen: NewScreen(t, 1280, 860), binary: Build(t, "."), home: t.TempDir(), base: base, env: env}
	if folder := filepath.Join(j.home, "cases"); kept != "" {
		if err := errors.Join(os.MkdirAll(folder, 0o700),
			os.WriteFile(filepath.Join(folder, settings.FileName), []byte(kept), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	j.start()
	return j
}

// start opens the window, as after a double click.
func (j *job) start() {
	j.t.Helper()
	j.program = j.screen.Start(j.t, Launch{Binary: j.binary, Home: j.home, Env: j.env})
	j.window = j.program.Window(j.t, title)
	j.window.Resize(size.X, size.Y)
	WaitFor(j.t, "the first drawing", slow, func() bool { return !plain(j.window.Picture()) })
}

// begin picks the first complaint on the first page of a new case, which leads to the first question.
func (j *job) begin() {
	j.t.Helper()
	before := j.window.Picture()
	j.window.Key("1")
	j.window.WaitForChange(before)
}

// file is the one case in the data folder.
func (j *job) file() string {
	j.t.Helper()
	files, err := filepath.Glob(filepath.Join(j.home, "cases", "cases", "*.backupcase"))
	if err != nil || len(files) != 1 {
		j.t.Fatalf("the cases are %v, %v; want one", files, err)
	}
	return files[0]
}

// saved reads the case as it lies on the disk.
func (j *job) saved() casefile.Case {
	j.t.Helper()
	data, err := os.ReadFile(j.file())
	if err != nil {
		j.t.Fatal(err)
	}
	c, err := casefile.Parse(j.file(), data, j.base)
	if err != nil {
		j.t.Fatal(err)
	}
	return c
}

// events waits until the file holds a number of events and returns the case.
func (j *job) events(n int, what string) casefile.Case {
	j.t.Helper()
	WaitFor(j.t, what, slow, func() bool { return len(j.saved().Events) >= n })
	return j.saved()
}

// state is what the program derives from the saved case.
type state struct {
	Beliefs []struct {
		ID, Ref     string
		Probability float64
	}
	Next []struct {
		Kind, ID, For string
		Answers       []string
		Minutes       float64 `json:"expected_minutes"`
	}
	Solved bool
}

func (j *job) derived() state {
	j.t.Helper()
	out, err := exec.Command(j.binary, "next", "-json", j.file()).Output()
	if err != nil {
		j.t.Fatal(err)
	}
	var s state
	if err := json.Unmarshal(out, &s); err != nil {
		j.t.Fatal(err)
	}
	return s
}

func (s *state) belief(ref string) float64 {
	for _, b := range s.Beliefs {
		if b.Ref == ref {
			return b.Probability
		}
	}
	return -1
}

// part is what a picture shows in a rectangle.
func part(p *image.RGBA, of image.Rectangle) *image.RGBA { return p.SubImage(of).(*image.RGBA) }

// TestMainJob is what the program is for, from the first start to the case that is still there the next day.
func TestMainJob(t *testing.T) {
	t.Parallel()
	j := newJob(t)
	twin := newTwin(t, j.program, size, nil)
	first := j.window.Screenshot("1-first-start")

	// What does your iPhone say? Pasted with another apostrophe and in other words than Apple's.
	at := twin.find("What does your iPhone say")
	j.window.Click(at.X, at.Y)
	j.window.WaitForChange(first)
	j.window.Type("iphone: LAST backup couldn't be completed")
	j.window.Key("Return")
	said, _ := j.events(1, "the message in the case").Events[0].What.(casefile.Said)
	if said.Message != "last-backup-not-completed" {
		t.Fatalf("the message was kept as %+v", said)
	}
	told := j.window.WaitForChange(first)
	j.window.Screenshot("2-message")

	// The checklist: found by its words, opened in the guide, and answered by one key.
	j.window.Key("ctrl+f")
	j.window.Type("toggle")
	j.window.Key("Tab", "Tab", "Return")    // past the heading of the group
	words := image.Rect(300, 120, 660, 600) // of the guide
	WaitFor(t, "the guide to follow the row", slow, func() bool {
		return !changed(part(told, words), part(j.window.Picture(), words)).Empty()
	})
	j.window.Key("1")
	c := j.events(2, "the answer from the checklist")
	if e := c.Events[1]; e.What != (casefile.Answered{Check: "back-up-switch", Answer: "on"}) {
		t.Fatalf("1 on the row was kept as %+v", e)
	}
	j.window.Key("ctrl+f", "ctrl+a", "Delete", "Escape")
	j.window.Screenshot("3-checklist")

	// A click takes it back, a key brings it again.
	at = twin.find("Undo")
	j.window.Click(at.X, at.Y)
	WaitFor(t, "the undone answer", slow, func() bool { return len(j.saved().Events) == 1 })
	j.window.Key("ctrl+y")
	j.events(2, "the answer done again")
	j.window.Key("ctrl+z")
	WaitFor(t, "the answer undone by key", slow, func() bool { return len(j.saved().Events) == 1 })
	j.window.Key("ctrl+y")
	j.events(2, "the answer done again by key")

	// A list over the window closes with Escape, and the window goes on.
	open := j.window.Picture()
	j.window.Key("F1")
	j.window.WaitForChange(open)
	j.window.Key("Escape")

	// Two storage numbers, read off the phone.
	before := j.derived()
	j.window.Key("ctrl+3")
	j.window.Type("4.9 GB of 5 GB")
	j.window.Key("Tab")
	j.window.Type("3,1 GB")
	j.window.Key("Tab")
	WaitFor(t, "the storage numbers in the case", slow, func() bool {
		events := j.saved().Events
		last := events[len(events)-1]
		counted, ok := last.What.(casefile.Counted)
		return ok && counted.Inputs.Used.Likely == 4_900_000_000 && counted.Inputs.First().Next.Likely == 3_100_000_000
	})
	j.window.Screenshot("4-storage")
	after := j.derived()
	if after.belief("C02") <= before.belief("C02") {
		t.Errorf("the belief in a full iCloud went from %.3f to %.3f", before.belief("C02"), after.belief("C02"))
	}

	// The guide, by number keys, until the trouble is over.
	j.window.Key("ctrl+2")
	j.follow()
	c = j.saved()
	j.window.Screenshot("6-solved")
	if s := j.derived(); !s.Solved {
		t.Fatalf("after %d events the case is not solved", len(c.Events))
	}

	// Closed and opened again: everything is still there.
	j.window.Close()
	if code, err := j.program.Exit(slow); code != 0 || err != nil {
		t.Fatalf("closing the window ended with %d, %v", code, err)
	}
	j.start()
	j.window.Screenshot("7-the-next-day")
	again := j.saved()
	if len(again.Events) != len(c.Events) {
		t.Errorf("%d events are left of %d", len(again.Events), len(c.Events))
	}
}

// follow does what the guide says: the first answer to each check, yes to each gate, "done" after
// the first fix, and then that there is a new backup of today.
func (j *job) follow() {
	j.t.Helper()
	for range 60 {
		s := j.derived()
		if s.Solved {
			return
		}
		n := len(j.saved().Events)
		if s.Next[0].Kind == "support" {
			j.t.Fatal("the guide gave up before it proposed a fix")
		}
		j.window.Key("1")
		switch s.Next[0].Kind {
		case "wait": // the first key only opens the question
			j.window.Key("1", "1")
		case "proof": // the second key records the backup of today
			j.window.Key("1")
		}
		j.events(n+1, "the next event after "+s.Next[0].Kind+" "+s.Next[0].ID)
		if s.Next[0].Kind == "fix" {
			j.screen.save("5-fix", j.window.Picture())
		}
	}
	j.t.Fatal("60 steps did not end the trouble")
}

// TestKilledAtAnyMoment kills the program after a random event; the case is whole when it starts again.
func TestKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	j := newJob(t)
	j.begin()
	rounds := 10
	if testing.Short() {
		rounds = 2
	}
	for round := range rounds {
		n := len(j.saved().Events)
		answers := 1 + r.IntN(4)
		for range answers {
			j.window.Key(strconv.Itoa(2)) // the second answer is rarely the one that ends the trouble
		}
		j.events(n+1, "an event before the kill")
		time.Sleep(time.Duration(r.IntN(30)) * time.Millisecond)
		j.program.Kill()
		if _, err := j.program.Exit(slow); err != nil {
			t.Fatal(err)
		}
		kept := len(j.saved().Events)
		if kept < n+1 || kept > n+answers {
			t.Fatalf("round %d: %d events before, %d keys, %d events after the kill", round, n, answers, kept)
		}
		j.start()
		if c := j.saved(); len(c.Events) != kept {
			t.Fatalf("round %d: %d events became %d by starting again", round, kept, len(c.Events))
		}
		if damaged, _ := filepath.Glob(filepath.Join(j.home, "cases", "cases", "*damaged*")); len(damaged) > 0 {
			t.Fatalf("round %d: %v", round, damaged)
		}
	}
}

// TestASecondStartHandsItsCaseOver starts the program with another case while its window is open: that window shows the case.
func TestASecondStartHandsItsCaseOver(t *testing.T) {
	t.Parallel()
	screen, binary := NewScreen(t, 1280, 860), Build(t, ".")
	launch := Launch{Binary: binary, Home: t.TempDir()} // whose data folder has the socket, since each start has a runtime folder of its own
	launch.Env = []string{"XDG_RUNTIME_DIR="}
	first := screen.Start(t, launch)
	first.Window(t, "My iPhone")
	other := filepath.Join(launch.Home, "Jürgens iPad.backupcase")
	if err := os.WriteFile(other, []byte("[case]\nname = \"Jürgens iPad\"\ndevice = \"ipad\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	launch.Args = []string{other}
	if code, err := screen.Start(t, launch).Exit(slow); code != 0 || err != nil {
		t.Fatalf("the second start ends with %d, %v", code, err)
	}
	first.Window(t, "Jürgens iPad").Screenshot("handed-over")
}

// TestASecondWindowOnlyReads opens the same case twice: the second window says so and changes nothing. Each start has a
// runtime folder of its own, and none finds the other.
func TestASecondWindowOnlyReads(t *testing.T) {
	t.Parallel()
	j := newJob(t)
	j.begin()
	j.window.Key("1")
	c := j.events(2, "an answer in the first window")
	second := j.screen.Start(t, Launch{Binary: j.binary, Home: j.home, Args: []string{j.file()}})
	window := second.Window(t, title)
	window.Resize(size.X, size.Y)
	WaitFor(t, "the second window", slow, func() bool { return !plain(window.Picture()) })
	warned := window.Screenshot("second-window")
	if apart := changed(j.window.Picture(), warned); apart.Empty() {
		t.Error("the second window looks like the first; nothing says that it only reads")
	}
	window.Key("1")
	window.WaitForChange(warned) // the key arrived, and is answered with a sentence
	if now := j.saved(); len(now.Events) != len(c.Events) {
		t.Errorf("the second window changed the case: %d events, then %d", len(c.Events), len(now.Events))
	}
}

// TestTheMainJobByKeyboardAlone does the whole job without a pointer, and sees where the focus is.
func TestTheMainJobByKeyboardAlone(t *testing.T) {
	t.Parallel()
	j := newJob(t)
	first := j.window.Picture()
	j.window.Key("Tab")
	focused := j.window.WaitForChange(first)
	if ring := changed(first, focused); ring.Dx() < 28 || ring.Dy() < 20 {
		t.Errorf("the focus changes only %v; nobody would see it", ring)
	}
	j.window.Key("ctrl+m")
	j.window.WaitForChange(focused)
	j.window.Type("iphone: LAST backup couldn't be completed")
	j.window.Key("Return")
	j.events(1, "the message in the case")
	for tab, what := range map[string]string{"ctrl+1": "checklist", "ctrl+3": "storage", "ctrl+4": "report", "ctrl+5": "causes"} {
		j.window.Key("ctrl+2")
		before := j.window.Picture()
		j.window.Key(tab)
		j.window.WaitForChange(before)
		t.Logf("%s shows the %s", tab, what)
	}
	j.window.Key("ctrl+2")
	j.follow()
	solved := len(j.saved().Events)
	if s := j.derived(); !s.Solved {
		t.Fatalf("after %d events the case is not solved", solved)
	}
	j.window.Key("ctrl+z")
	WaitFor(t, "the last answer taken back", slow, func() bool { return len(j.saved().Events) == solved-1 })
	j.window.Key("ctrl+y")
	j.events(solved, "the last answer again")
	j.window.Screenshot("9-by-keyboard")
}

// TestTheInterfaceGrowsLive changes the scale in the settings: the window keeps its size, and what is in it
// grows.
func TestTheInterfaceGrowsLive(t *testing.T) {
	t.Parallel()
	j := newJob(t)
	plainly := j.window.Picture()
	j.window.Key("ctrl+comma")
	before := j.window.WaitForChange(plainly)
	for range 7 { // past language, appearance, contrast, motion and the size of text to the last button
		j.window.Key("Tab")
	}
	for range 3 {
		j.window.Key("space")
	}
	kept := func() int {
		s, err := settings.Load(filepath.Join(j.home, "cases", settings.FileName))
		if err != nil {
			t.Fatal(err)
		}
		return s.InterfacePercent
	}
	WaitFor(t, "the scale in the settings", slow, func() bool { return kept() == 130 })
	j.window.WaitForChange(before)
	j.window.Key("Escape")
	time.Sleep(300 * time.Millisecond)
	after := j.window.Screenshot("8-larger")
	if after.Bounds() != plainly.Bounds() {
		t.Errorf("the window was %v and is %v", plainly.Bounds(), after.Bounds())
	}
	if moved := changed(plainly, after); moved.Dx() < size.X/2 {
		t.Errorf("only %v changed by a larger scale", moved)
	}
}
