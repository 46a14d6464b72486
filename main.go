// Backup Doctor finds out why an iPhone or iPad does not back up to iCloud and leads its owner to the fix.
package main

import (
	_ "embed"
	"fmt"
	"log"
	"os"
	"runtime"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"
	"github.com/BurntSushi/toml"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/ui"
	"backupdoctor/ui/fallback"
	"backupdoctor/ui/terminal"
)

//go:embed FyneApp.toml
var metadata string

func main() { os.Exit(run(os.Args[1:])) }

// run opens the window, or does in the terminal what a command asks for. It returns the exit code.
func run(args []string) int {
	if terminal.Takes(args) {
		return console().Run(args)
	}
	if why := fallback.NoDisplay(os.Getenv); why != "" {
		return inTerminal(why, args)
	}
	start, err := prepare(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "backupdoctor:", err)
		return 1
	}
	return window(start, args)
}

// prepare loads what the window needs besides the toolkit.
func prepare(args []string) (ui.Start, error) {
	home, err := casefile.Home(os.Getenv)
	if err != nil {
		return ui.Start{}, err
	}
	lib, trouble, err := session.LoadLibrary(assets.Files, locale(), home)
	if err != nil {
		return ui.Start{}, err
	}
	start := ui.Start{Library: lib, Home: home, Now: time.Now, Trouble: trouble}
	if len(args) > 0 {
		start.Case = args[0]
	}
	return start, nil
}

// locale is the person's language and region. On macOS and Windows a program started by a click has none in its
// environment; the toolkit asks the system.
func locale() language.Tag {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		if tag, err := language.Parse(lang.SystemLocale().LanguageString()); err == nil {
			return tag
		}
	}
	return session.LocaleFromEnv(os.Getenv)
}

// window runs the toolkit until the window is closed. Where none can be drawn, the job goes on in the terminal.
func window(start ui.Start, args []string) (code int) {
	var opened atomic.Pointer[ui.Window]
	watch := fallback.NewWatch(os.Stderr, func(why string) {
		opened.Load().Abandon()
		os.Exit(inTerminal(why, args))
	})
	log.SetOutput(watch)
	defer func() {
		if trouble := recover(); trouble != nil {
			if !watch.Drawn() {
				panic(trouble) //nolint:forbidigo // the window was there, so this is a defect and its trace is wanted
			}
			opened.Load().Abandon()
			code = inTerminal(fmt.Sprintf("no window can be opened on this display (%v)", trouble), args)
		}
	}()
	if cache, err := os.UserCacheDir(); err == nil {
		// The toolkit complains at length about a home without it; that it can't be made it will say itself.
		_ = os.MkdirAll(cache, 0o700)
	}
	about := about()
	app.SetMetadata(about)
	start.App = app.NewWithID(about.ID)
	start.Drawn = func() { watch.Drawn() }
	start.Background = func(work func()) { go work() }
	w, err := ui.New(start)
	if err != nil {
		watch.Drawn()
		fmt.Fprintln(os.Stderr, "backupdoctor:", err)
		return 1
	}
	opened.Store(w)
	w.Show()
	start.App.Run()
	return 0
}

// inTerminal says why there is no window and does the same job in the terminal.
func inTerminal(why string, args []string) int {
	fmt.Fprintf(os.Stderr, "backupdoctor: %s. Start it on a desktop with OpenGL for the window; it goes on here as text.\n", why)
	return console().Run(append([]string{"text"}, args...))
}

func console() terminal.Console {
	return terminal.Console{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Edition: about().Version,
	}
}

// about reads FyneApp.toml, the one place for name, id and version.
func about() fyne.AppMetadata {
	var file struct {
		Details struct {
			Name, ID, Version string
			Build             int
		}
	}
	if _, err := toml.Decode(metadata, &file); err != nil {
		log.Println("FyneApp.toml:", err) // it is part of the program; a test reads it
	}
	return fyne.AppMetadata{
		ID: file.Details.ID, Name: file.Details.Name, Version: file.Details.Version, Build: file.Details.Build,
		Migrations: map[string]bool{"fyneDo": true},
	}
}
