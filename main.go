// Backup Doctor finds out why an iPhone or iPad does not back up to iCloud and leads its owner to the fix.
package main

import (
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/applestatus"
	"backupdoctor/logic/evidence/network"
	"backupdoctor/logic/evidence/phone"
	"backupdoctor/logic/evidence/release"
	"backupdoctor/logic/evidence/upload"
	"backupdoctor/logic/instance"
	"backupdoctor/logic/outside"
	"backupdoctor/logic/session"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
	"backupdoctor/ui"
	"backupdoctor/ui/fallback"
	"backupdoctor/ui/terminal"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/voice"
)

//go:embed FyneApp.toml
var metadata []byte

func main() {
	fallback.Connect()
	os.Exit(run(os.Args[1:]))
}

// run opens the window, or runs a command in the terminal, and returns the exit code.
func run(args []string) int {
	if terminal.Takes(args) {
		return console().Run(args)
	}
	if why := fallback.NoDisplay(os.Getenv); !why.IsZero() {
		return inTerminal(why, args)
	}
	home, err := casefile.Home(os.Getenv)
	if err != nil {
		fmt.Fprintln(os.Stderr, "backupdoctor:", err)
		return 1
	}
	if len(args) > 0 && instance.Hand(context.Background(), home, os.Getenv, args[0]) {
		return 0
	}
	debug.SetGCPercent(gcStarting)
	return window(home, load(home), args)
}

// loaded is the library of the window, or the error that leaves nothing to show.
type loaded struct {
	library *session.Library
	err     error
}

// load begins to read the knowledge base, prices and words at once, while the toolkit opens the window.
func load(home string) <-chan loaded {
	done := make(chan loaded, 1)
	go func() {
		// Ignore the error: the window reports it.
		kept, _ := settings.Load(filepath.Join(home, settings.FileName))
		lib, err := inLanguage(home)(kept.Language)
		done <- loaded{lib, err}
	}()
	return done
}

// inLanguage returns a function that loads the library in the language that the person chose, or in the
// system's.
func inLanguage(home string) func(chosen string) (*session.Library, error) {
	return func(chosen string) (*session.Library, error) {
		return session.LoadLibrary(assets.Files, words.Locale(locale(), chosen), home)
	}
}

// sentence tells the error of l, in the program's language if that could be loaded.
func sentence(l loaded) string {
	if l.library == nil {
		return l.err.Error()
	}
	return l.library.Words.Sentence(l.err)
}

// locale returns the person's language and region. On macOS and Windows the environment of a program that was
// started by a click has no locale, so the toolkit asks the system.
func locale() language.Tag {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		if tag, err := language.Parse(lang.SystemLocale().LanguageString()); err == nil {
			return tag
		}
	}
	return session.LocaleFromEnv(os.Getenv)
}

// Limits of garbage, in percent of live memory. The start leaves no time for collecting garbage. Afterwards
// half of the live memory are fonts, which stay for ever; the usual 100 percent would keep the same amount
// again as garbage.
const (
	gcStarting = 400
	gcRunning  = 30
)

// window opens the window, fills the window as soon as the library is loaded, and runs the toolkit until the
// window is closed. If no window can be drawn, the job goes on in the terminal; no case is opened before a
// window was drawn.
func window(home string, library <-chan loaded, args []string) (code int) {
	watch := fallback.NewWatch(os.Stderr, func(why words.Sentence) { os.Exit(inTerminal(why, args)) })
	log.SetOutput(watch)
	defer func() {
		if trouble := recover(); trouble != nil {
			if !watch.Drawn() {
				panic(trouble) //nolint:forbidigo // the window was there, so this is a defect and its trace is wanted
			}
			code = inTerminal(words.Say("fallback.no-window", "Trouble", trouble), args)
		}
	}()
	if cache, err := os.UserCacheDir(); err == nil {
		// The toolkit complains at length when this folder is missing. Ignore the error: the toolkit reports
		// it.
		_ = os.MkdirAll(cache, 0o700)
	}
	if err := theme.OpenLight(runtime.GOOS); err != nil {
		log.Println(err)
	}
	about := about()
	app.SetMetadata(about)
	start := ui.Start{
		App: app.NewWithID(about.ID), Home: home, Now: time.Now,
		Background: func(work func()) { go work() }, Reload: inLanguage(home),
		Outside: outside.Computer{},
		After:   func(wait time.Duration, f func()) { time.AfterFunc(wait, func() { fyne.Do(f) }) },
	}
	start.Watch = func(s *session.Session, changed func()) (stop func()) {
		return s.Watch(func() { fyne.Do(changed) })
	}
	start.Board = func(s settings.Settings, tell func(evidence.Status), notice func(string)) *evidence.Board {
		board := evidence.NewBoard(time.Now, func(status evidence.Status) { fyne.Do(func() { tell(status) }) }, sources(home, s)...)
		board.OnNotice = func(id string) { fyne.Do(func() { notice(id) }) }
		return board
	}
	start.Releases = func(s settings.Settings, tell func(evidence.Status)) *evidence.Board {
		source := releases(about, s)
		if source == nil {
			return nil
		}
		return evidence.NewBoard(time.Now, func(status evidence.Status) { fyne.Do(func() { tell(status) }) }, source)
	}
	start.Voice = voice.Of
	own, endNotices := outside.Notifier()
	defer endNotices()
	start.Notify = notifier(own, start.App.SendNotification)
	if len(args) > 0 {
		start.Case = args[0]
	}
	drawn := make(chan struct{})
	start.Drawn = func() {
		if watch.Drawn() {
			close(drawn)
		}
	}
	w := ui.Blank(start)
	w.Show()
	opened := func(path string) { fyne.Do(func() { w.OpenFile(path) }) }
	if stop, err := instance.Listen(context.Background(), home, os.Getenv, opened); err == nil {
		defer stop()
	} // otherwise each start opens a window of its own, as when one is open already
	go func() {
		<-drawn
		l := <-library
		fyne.Do(func() {
			if l.err == nil {
				l.err = w.Fill(l.library)
			}
			if l.err != nil {
				fmt.Fprintln(os.Stderr, "backupdoctor:", sentence(l))
				code = 1
				w.Fail(sentence(l), l.library, func() { code = 0 })
			}
			debug.SetGCPercent(gcRunning)
		})
	}()
	start.App.Run()
	if err := w.End(os.Stderr); err != nil { // the system ended the program, and the case is printed above
		return 1
	}
	return code
}

// notifier returns what notifies: our own where there is one, which is on Windows. There the toolkit writes the text
// into a script that PowerShell runs, where a part of it could become an order.
func notifier(own func(title, text string), send func(*fyne.Notification)) func(title, text string) {
	if own != nil {
		return own
	}
	return func(title, text string) { go send(fyne.NewNotification(title, text)) } // a bus that is missing is waited for
}

// inTerminal tells why there is no window and does the job of the window in the terminal, if the person agrees.
func inTerminal(why words.Sentence, args []string) int {
	texts, err := words.Load(assets.Files, assets.Translations, locale())
	if err == nil && !fallback.Agrees(about().Name, texts.Text("fallback.box", "Why", why.Tell(texts))) {
		return 1
	}
	return console().Instead(why, args)
}

func console() terminal.Console {
	return terminal.Console{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Edition: about().Version,
		Sources: sources,
	}
}

// sources makes the sources of facts as the settings say.
func sources(home string, s settings.Settings) []evidence.Source {
	return []evidence.Source{
		&applestatus.Source{Address: s.Status.Address, Kept: filepath.Join(home, "apple-status"), Now: time.Now},
		&network.Source{Hosts: s.Network.Hosts},
		&phone.Source{Address: phone.AddressOf(os.Getenv, runtime.GOOS), System: runtime.GOOS},
		&upload.Source{Address: s.Upload.Address},
	}
}

// releases makes the source that knows the newest version, or nil where there is nobody to ask or the person does not want it.
func releases(about fyne.AppMetadata, s settings.Settings) evidence.Source {
	address := cmp.Or(s.Release.Address, about.Custom[newest])
	if address == "" || s.Release.Off {
		return nil
	}
	return &release.Source{Address: address, Version: about.Version}
}

// newest is the key in FyneApp.toml of the address that tells of the newest version.
const newest = "Newest"

// about reads name, id, version and who knows the newest one from FyneApp.toml, the one place that has them.
func about() fyne.AppMetadata { return aboutIn(metadata) }

func aboutIn(metadata []byte) fyne.AppMetadata {
	m := fyne.AppMetadata{
		Icon:       fyne.NewStaticResource("backupdoctor.png", assets.Icon),
		Migrations: map[string]bool{"fyneDo": true},
	}
	file, err := tomlfile.Parse("FyneApp.toml", metadata, tomlfile.Limits{})
	if err == nil {
		var details, newer *tomlfile.Table
		if file.Need("Details", &details) && file.Need("Release", &newer) {
			details.Need("Name", &m.Name)
			details.Need("ID", &m.ID)
			details.Need("Version", &m.Version)
			details.Need("Build", &m.Build)
			var address string
			newer.Take(newest, &address)
			m.Custom = map[string]string{newest: address}
		}
		err = file.Err()
	}
	if err != nil {
		log.Println(err) // never happens, since a test reads the embedded file
	}
	return m
}
