package ui

import (
	"bytes"
	"context"
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/session"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
	"backupdoctor/ui/desk/desktest"
)

var (
	soakActions = flag.Int("soak", 240, "what is done in a day of use; make soak takes 100,000")
	soakSeed    = flag.Uint64("soakseed", 0, "seed of a day of use; 0 takes a new one")
)

const (
	// hours is how often a day of use is looked at.
	hours = 24
	// mostGrowth is how much the live memory may grow after the first hour, in percent.
	mostGrowth = 10
	// leastMeasured is how many actions a day must have for its memory to be judged: with fewer, the first hour does not
	// even see every page.
	leastMeasured = 20_000
)

// settled is how long it takes until the toolkit has dropped what is not on the screen: FYNE_CACHE, as make soak sets it, and
// it cleans up every ten seconds at most.
func settled() time.Duration {
	keeps, err := time.ParseDuration(os.Getenv("FYNE_CACHE"))
	if err != nil {
		keeps = time.Minute
	}
	return max(keeps, 10*time.Second) + time.Second
}

// day is a window that somebody uses for a day, with a clock of its own.
type day struct {
	*Window
	t       *testing.T
	random  *rand.Rand
	passed  atomic.Int64 // nanoseconds since it began; sources look at the clock from goroutines of their own
	work    []func()     // in the background, not begun
	alarms  []alarm      // the hooks After that are not due
	changes []chan struct{}
	changed func()
	told    chan evidence.Status // by sources of facts
	tell    func(evidence.Status)
	board   *evidence.Board
	fixed   string // the path of the case at which memory is measured
	hour    int
	trail   []string
	did     map[string]int
}

type alarm struct {
	due time.Time
	do  func()
}

// now is the time of the day's clock.
func (d *day) now() time.Time { return desktest.Noon().Add(time.Duration(d.passed.Load())) }

// openDay opens a window as main does, but for the goroutine of the toolkit: what other goroutines tell waits in queues.
func openDay(t *testing.T, seed uint64) *day {
	t.Helper()
	home := t.TempDir()
	d := &day{
		t: t, random: rand.New(rand.NewPCG(seed, 0)), told: make(chan evidence.Status, 1000),
		did: map[string]int{},
	}
	w, err := New(Start{
		App: test.NewTempApp(t), Library: desktest.Library(t), Home: home, Now: d.now,
		Outside:    &desktest.Outside{Folder: home},
		Background: func(f func()) { d.work = append(d.work, f) },
		After:      func(wait time.Duration, f func()) { d.alarms = append(d.alarms, alarm{d.now().Add(wait), f}) },
		Notify:     func(string, string) {},
		Reload: func(chosen string) (*session.Library, error) {
			return session.LoadLibrary(assets.Files, words.Locale(language.AmericanEnglish, chosen), home)
		},
		Watch: func(s *session.Session, changed func()) func() {
			news := make(chan struct{}, 1)
			d.changes, d.changed = append(d.changes, news), changed
			return s.Watch(func() {
				select {
				case news <- struct{}{}:
				default: // it is to be looked at already
				}
			})
		},
		Board: func(_ settings.Settings, tell func(evidence.Status), _ func(string)) *evidence.Board {
			d.tell = tell
			d.board = evidence.NewBoard(d.now, func(s evidence.Status) { d.told <- s }, d.sources()...)
			return d.board
		},
	})
	desktest.Must(err)
	d.Window = w
	w.window.Resize(defaultSize)
	w.startBeside()
	desktest.Begin(w.desk)
	d.fixed = w.desk.Session.File().Path()
	d.begin()
	return d
}

// changing is a source that finds something else each time.
type changing struct {
	day    *day
	id     string
	from   casefile.Source
	check  string
	says   []string
	looked chan int
}

func (c *changing) ID() string           { return c.id }
func (c *changing) Limit() time.Duration { return time.Minute }
func (c *changing) Look(_ context.Context, _ evidence.About) evidence.Report {
	n := <-c.looked
	c.looked <- n + 1
	r := outage()
	r.Reading = casefile.Reading{Source: c.from, Time: desktest.Noon().Add(time.Duration(n) * time.Minute), Facts: []casefile.Observed{{
		Check: c.check, Answer: c.says[n%len(c.says)], How: casefile.HowPublished,
	}}}
	return r
}

func (d *day) sources() []evidence.Source {
	status := &changing{d, settings.AppleStatus, casefile.FromStatus, "apple-status", []string{"backup-event", "all-fine"}, make(chan int, 1)}
	status.looked <- 0
	return []evidence.Source{status}
}

// settle hands over what other goroutines told, and does what is due. Of what is to be done in the background, the last
// things are done now and then, as a slow computer would.
func (d *day) settle() {
	for len(d.told) > 0 {
		d.tell(<-d.told)
	}
	if last := d.changes[len(d.changes)-1]; len(last) > 0 {
		<-last
		d.changed()
	}
	d.changes = d.changes[len(d.changes)-1:]
	due := slices.DeleteFunc(slices.Clone(d.alarms), func(a alarm) bool { return a.due.After(d.now()) })
	d.alarms = slices.DeleteFunc(d.alarms, func(a alarm) bool { return !a.due.After(d.now()) })
	for _, a := range due {
		a.do()
	}
	if d.random.IntN(300) == 0 {
		d.finish()
	}
}

// finish does what is to be done in the background.
func (d *day) finish() {
	for len(d.work) > 0 {
		work := d.work
		d.work = nil // a part of it would keep what was done alive
		for _, do := range work {
			do()
		}
	}
}

// begin goes on with a new case: what is done changes the fixed one never.
func (d *day) begin() {
	path, err := d.newCase()
	desktest.Must(err)
	d.open(path)
}

// measure brings the window to a state that is always the same, and returns the live memory in bytes.
func (d *day) measure() uint64 {
	for canvas := d.window.Canvas(); canvas.Overlays().Top() != nil; {
		if sheet := d.desk.SheetOver(canvas); sheet != nil {
			sheet.Close()
		} else {
			canvas.Overlays().Remove(canvas.Overlays().Top())
		}
	}
	if d.settings.Language != "" {
		d.changeLanguage("")
	}
	d.settings.Appearance, d.settings.TextPercent, d.settings.HighContrast = settings.AlwaysLight, 100, false
	d.applySettings()
	d.window.Resize(defaultSize)
	d.open(d.fixed)
	d.setHelper(false)
	for _, tab := range slices.Backward(centerTabs) { // each keeps what it showed last
		d.desk.ShowTab(tab)
		d.window.Canvas().Capture()
	}
	d.window.Canvas().Unfocus()
	d.board.Wait()
	d.settle()
	d.finish()
	d.window.Canvas().Capture()
	time.Sleep(settled())
	d.window.Canvas().Capture()
	d.level()
	runtime.GC()
	debug.FreeOSMemory()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	d.begin()
	return now.HeapAlloc
}

// level brings what the library keeps of devices and texts to what it always is at a measure: a library that was just
// loaded for another language keeps nothing, and one in use by chance more or less of what it may.
func (d *day) level() {
	d.start.Library.Find("backup")
	base := d.start.Library.Base
	for i := range base.Languages { // those of phones that were not yet chosen are read when they are
		_, err := base.Alphabet(base.Languages[i].ID)
		desktest.Must(err)
	}
	for n := range 12 { // more than it keeps, of versions that nobody has
		d.start.Library.Core(apple.Device{Kind: apple.IPhone, Version: apple.Version{Major: 18, Minor: 50 + n}})
	}
}

// checkFile holds the file to what the window shows.
func (d *day) checkFile() {
	d.t.Helper()
	file := d.desk.Session.File()
	data, err := os.ReadFile(file.Path())
	desktest.Must(err)
	c, err := casefile.Parse(file.Path(), data, d.start.Library.Known())
	if err != nil || len(c.Events) != len(file.Case().Events) {
		d.t.Fatalf("%s has %d events, the window %d, %v", filepath.Base(file.Path()), len(c.Events), len(file.Case().Events), err)
	}
}

// TestADayOfUse does at random what a person can do in the window, for a simulated day: nothing panics, nothing is logged,
// no case loses an event, and neither memory nor goroutines pile up.
func TestADayOfUse(t *testing.T) {
	seed := *soakSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	actions := *soakActions
	if testing.Short() {
		actions = min(actions, 4*hours)
	}
	t.Logf("seed %d: go test -tags ci ./ui -run TestADayOfUse -soak %d -soakseed %d", seed, actions, seed)
	var logged bytes.Buffer
	log.SetOutput(&logged)
	defer log.SetOutput(os.Stderr)
	desktest.Library(t) // the goroutines that stay for ever are there
	before := runtime.NumGoroutine()
	begun := time.Now()
	d := openDay(t, seed)
	defer func() {
		if trouble := recover(); trouble != nil {
			t.Errorf("after %v: %v\n%s", d.trail, trouble, debug.Stack())
		}
	}()
	var live []uint64
	for hour := range hours {
		d.hour = hour
		for range actions / hours {
			d.act()
		}
		d.passed.Store(int64(hour+1) * int64(time.Hour))
		d.checkFile()
		if actions >= leastMeasured {
			live = append(live, d.measure())
			switch {
			case hour == 0:
				keepHeap(t, "hour-1")
			case slices.Max(live[1:]) == live[hour]:
				keepHeap(t, "most")
			}
			t.Logf("hour %2d: %5.1f MB live, %d goroutines, %v", hour+1, float64(live[hour])/1e6, runtime.NumGoroutine(),
				time.Since(begun).Round(time.Second))
		}
	}
	t.Logf("%d actions in %v: %v", actions, time.Since(begun).Round(time.Second), d.did)
	if len(live) > 0 && slices.Max(live[1:])*100 > live[0]*(100+mostGrowth) {
		t.Errorf("the live memory grew from %d to %d bytes", live[0], slices.Max(live[1:]))
	}
	d.closeAnyway()
	d.finish()
	for range 50 {
		if runtime.NumGoroutine() <= before {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if now := runtime.NumGoroutine(); now > before {
		var stacks strings.Builder
		desktest.Must(pprof.Lookup("goroutine").WriteTo(&stacks, 1))
		t.Errorf("%d goroutines are left of %d:\n%s", now, before, stacks.String())
	}
	if logged.Len() > 0 {
		t.Errorf("it was logged:\n%s", logged.String())
	}
}

// keepHeap writes what is alive into a file, for go tool pprof -base.
func keepHeap(t *testing.T, when string) {
	path := filepath.Join(os.TempDir(), "soak-heap-"+when+".pprof")
	file, err := os.Create(path)
	desktest.Must(err)
	desktest.Must(pprof.WriteHeapProfile(file))
	desktest.Must(file.Close())
	t.Logf("what is alive is in %s", path)
}
