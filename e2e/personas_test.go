//go:build e2e && linux

package e2e

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
)

// persona is somebody with one trouble, who does everything by keyboard and answers what is true.
type persona struct {
	name  string
	owner casefile.Case // the device
	// card is the number of the complaint on the first page.
	card    string
	message string            // what the device says, typed where the complaint asks for it
	numbers []string          // of storage, in the order of the fields; typed first
	truth   map[string]string // answers by check; anything else must not be asked
	fix     string            // what ends the trouble; empty where nothing is wrong
	most    int               // steps until then, with it
	waits   session.Awaited   // after the change; empty where a backup by hand shows at once whether it helped
	nights  bool              // only a night shows the result
}

var personas = []persona{
	{
		name:  "grandmother",
		owner: casefile.Case{Device: "iphone", Model: "iPhone 11", Version: "18.5"}, card: "1",
		truth: map[string]string{
			"low-data-mode": "off", "auto-lock-set": "locks", "charging-symbol": "unplugged", "back-up-now-state": "can-tap",
		},
		fix: "plug-in-overnight", most: 4, waits: session.ForTomorrow, nights: true,
	},
	{
		name: "company", owner: casefile.Case{Device: "iphone", Version: "26.1"}, card: "6",
		truth: map[string]string{"back-up-switch": "grey", "back-up-now-state": "grey"},
		fix:   "ask-device-admin", most: 3, waits: session.ForOrganization,
	},
	{
		name: "full", owner: casefile.Case{Device: "iphone", Country: "de"}, card: "3",
		numbers: []string{"4.8 GB of 5 GB", "3,1 GB"},
		truth:   map[string]string{"new-device": "no", "plan-paid": "free"},
		fix:     "delete-old-device-backups", most: 6,
	},
	{
		name: "ipad", owner: casefile.Case{Device: "ipad", Version: "18.5"}, card: "2",
		message: "ipad: LAST backup couldn't be completed", fix: "restart", most: 5,
	},
	{
		name:  "spanish",
		owner: casefile.Case{Device: "iphone", Version: "18.5", Language: "es", Country: "es"}, card: "2",
		message: "no se pudo completar la ultima copia de seguridad", fix: "restart", most: 5,
	},
	{
		name: "slow", owner: casefile.Case{Device: "iphone"}, card: "4",
		truth: map[string]string{"slow-backup": "moves"}, most: 4,
	},
}

// TestPersonas plays six kinds of users from the first page on: each reaches the right fix in few steps, and
// the window says to nobody that the trouble is solved before a finished backup was seen.
func TestPersonas(t *testing.T) {
	t.Parallel()
	chosen := personas
	if testing.Short() {
		chosen = chosen[:2]
	}
	for _, p := range chosen {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			l := &life{job: newJobOf(t, p.owner), persona: p}
			l.complain()
			l.reach()
			if p.fix == "" {
				l.is(session.StageNothingWrong, "")
				l.window.Screenshot("persona-" + p.name)
				return
			}
			l.change()
			l.prove()
		})
	}
}

// newJobOf opens the window on a case in which nothing has happened yet.
func newJobOf(t *testing.T, c casefile.Case) *job {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	j := &job{t: t, screen: NewScreen(t, 1280, 860), binary: Build(t, "."), home: t.TempDir(), base: base}
	c.Name, c.Created = "Mine", time.Now().UTC().Truncate(time.Second)
	folder := filepath.Join(j.home, "cases", "cases")
	if err := errors.Join(os.MkdirAll(folder, 0o700),
		os.WriteFile(filepath.Join(folder, "mine.backupcase"), casefile.Format(c), 0o600)); err != nil {
		t.Fatal(err)
	}
	j.start()
	return j
}

// life is a persona at the program.
type life struct {
	*job
	persona
	library *session.Library
	guide   *guide.Guide
}

// view derives the saved case.
func (l *life) view() *session.View {
	l.t.Helper()
	if l.library == nil {
		library, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, filepath.Join(l.home, "cases"))
		if err != nil {
			l.t.Fatal(err)
		}
		l.library, l.guide = library, guide.New(library)
	}
	return l.library.Derive(l.saved(), time.Now())
}

// complain types the numbers that the persona has read, and says what is wrong.
func (l *life) complain() {
	l.t.Helper()
	first, n := l.window.Picture(), 1
	l.window.Key(l.card)
	if l.message != "" {
		l.window.WaitForChange(first)
		l.window.Type(l.message)
		l.window.Key("Return")
		n++
	}
	c := l.events(n, "what is wrong")
	said, _ := c.Events[n-1].What.(casefile.Said)
	if l.message != "" && said.Message != "last-backup-not-completed" {
		l.t.Fatalf("%q was kept as %+v", l.message, said)
	}
	if len(l.numbers) == 0 {
		return
	}
	l.window.Key("ctrl+3")
	for _, number := range l.numbers {
		l.window.Type(number)
		l.window.Key("Tab")
	}
	WaitFor(l.t, "the storage numbers in the case", slow, func() bool {
		return l.view().Plan.Verdict.IsKnown()
	})
	l.window.Key("ctrl+2")
}

// reach follows the guide with true answers up to the right fix, or until the guide is done.
func (l *life) reach() {
	l.t.Helper()
	var taken []string
	for {
		s := l.derived()
		if len(s.Next) == 0 {
			break
		}
		next := s.Next[0]
		taken = append(taken, next.Kind+" "+next.ID)
		if s.Solved || len(taken) > l.most {
			l.t.Fatalf("solved: %v after %q", s.Solved, taken)
		}
		n := len(l.saved().Events)
		switch next.Kind {
		case "check":
			answer := slices.Index(next.Answers, l.truth[next.ID])
			if answer < 0 {
				l.t.Fatalf("after %q it is not said which of %q is true", taken, next.Answers)
			}
			l.window.Key(strconv.Itoa(answer + 1))
		case "gate":
			l.window.Key("1")
		case "fix":
			l.isFreeAdvice(next.ID)
			if next.ID == l.fix {
				l.t.Logf("%q", taken)
				return
			}
			l.window.Key("2") // it did not help
		default:
			l.t.Fatalf("after %q nothing is left to answer", taken)
		}
		l.events(n+1, taken[len(taken)-1])
	}
	if l.fix != "" {
		l.t.Fatalf("%q ended without %s", taken, l.fix)
	}
	l.t.Logf("%q", taken)
}

// isFreeAdvice checks that advice costs nothing, and that its page says so where it makes too little room.
func (l *life) isFreeAdvice(fix string) {
	l.t.Helper()
	v := l.view()
	if l.base.Fix(fix).Risk == knowledge.RiskMoney {
		l.t.Errorf("%s costs money", fix)
	}
	room := v.Plan.CleanUp(v.ComputerBackup())
	gain, frees := room.ByFix(fix)
	if !frees || gain.Enough { // what a fix frees may not be known
		return
	}
	missing := l.library.Phrase.Size(room.Missing)
	page := l.guide.Page(v, guide.Step{Kind: diagnosis.StepFix, ID: fix})
	says := func(line guide.Line) bool { return strings.Contains(line.Text, missing) }
	if !slices.ContainsFunc(page.Lines, says) {
		l.t.Errorf("%s frees %v, and its page does not say that %s must go", fix, gain, missing)
	}
}

// change does the fix and says so, which proves nothing.
func (l *life) change() {
	l.t.Helper()
	n := len(l.saved().Events)
	l.window.Key("1")
	e := l.events(n+1, "the change").Events[n]
	if e.What != (casefile.Tried{Fix: l.fix, Outcome: casefile.Done}) {
		l.t.Fatalf("1 on the fix was kept as %+v", e)
	}
	if l.waits == "" {
		l.is(session.StageProving, "")
	} else {
		l.is(session.StageWaiting, l.waits)
	}
	l.window.Screenshot("persona-" + l.name + "-changed")
}

// prove says that a backup finished, at once and if need be after the night, and expects the trouble to be
// over only then.
func (l *life) prove() {
	l.t.Helper()
	if l.waits != "" {
		l.window.Key("1") // look before its time
	}
	l.finish()
	if l.nights {
		l.is(session.StageWaiting, l.waits)
		l.window.Screenshot("persona-" + l.name + "-by-hand")
		l.sleep()
		if next := l.derived().Next[0]; next.Kind != "proof" {
			l.t.Fatalf("the next day begins with %s %s", next.Kind, next.ID)
		}
		l.window.Screenshot("persona-" + l.name + "-next-day")
		l.finish()
	}
	l.is(session.StageSolved, "")
	l.window.Screenshot("persona-" + l.name + "-solved")
}

// finish says on the proof page that a backup finished today.
func (l *life) finish() {
	l.t.Helper()
	n := len(l.saved().Events)
	l.window.Key("1", "1") // the first key asks for the day
	e := l.events(n+1, "the finished backup").Events[n]
	if e.What != (casefile.Proved{Seen: casefile.SeenFinished}) {
		l.t.Fatalf("it was kept as %+v", e)
	}
}

// sleep closes the program and opens it when all in the case is two days old.
func (l *life) sleep() {
	l.t.Helper()
	l.window.Close()
	if code, err := l.program.Exit(slow); code != 0 || err != nil {
		l.t.Fatalf("closing the window ended with %d, %v", code, err)
	}
	c := l.saved()
	c.Created = c.Created.AddDate(0, 0, -2)
	for i := range c.Events {
		c.Events[i].Time = c.Events[i].Time.AddDate(0, 0, -2)
	}
	if err := os.WriteFile(l.file(), casefile.Format(c), 0o600); err != nil {
		l.t.Fatal(err)
	}
	l.start()
}

// is checks how far the case is: in the file, for other programs, and in the title of the window.
func (l *life) is(stage session.Stage, waits session.Awaited) {
	l.t.Helper()
	v := l.view()
	if v.State.Stage != stage || v.State.For != waits {
		l.t.Fatalf("the case is %s %s, want %s %s", v.State.Stage, v.State.For, stage, waits)
	}
	s := l.derived()
	if s.Solved != (stage == session.StageSolved) {
		l.t.Errorf("solved: %v while the case is %s", s.Solved, stage)
	}
	want := map[session.Stage]string{session.StageProving: "proof", session.StageWaiting: "wait"}[stage]
	if want != "" && s.Next[0].Kind != want || want == "" && len(s.Next) > 0 {
		l.t.Errorf("next is %+v while the case is %s", s.Next, stage)
	}
	words := l.guide.StateText(v.State)
	WaitFor(l.t, "the title "+words, slow, func() bool {
		name, err := l.screen.xdotool("getwindowname", l.window.id)
		return err == nil && strings.Contains(name, words)
	})
}
