// Package desktest opens a case for the tests of one pane: a desk with a real case file, and a headless
// window with the pane in it. It also finds things on the screen as a person does, by the words on them. Only
// tests import it.
package desktest

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// Must panics when there is an error.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}

// Library loads the real knowledge base with the real prices and the English words.
func Library(t testing.TB) *session.Library {
	t.Helper()
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	lib.Readable = phone.HasLetters
	return lib
}

// Noon is the time at which all tests happen.
func Noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

// Size is the size of the window: that of the centre of the program's window.
var Size = fyne.NewSize(640, 700)

// Stage is a window with the panes of a test, and the desk that they share.
type Stage struct {
	Desk    *desk.Desk
	Library *session.Library
	Window  fyne.Window
	Clock   time.Time // the time of the case; a test may move it on
	Problem string    // the sentence of the error that is shown; empty when none is
	Later   []func()  // what the desk is to do after some time; a test calls it
	Outside *Outside

	t     testing.TB
	panes []desk.Pane
}

// Open opens an empty case without a pane.
func Open(t testing.TB) *Stage {
	t.Helper()
	return OpenWith(t, Library(t))
}

// OpenWith opens an empty case with a library of the test's own.
func OpenWith(t testing.TB, lib *session.Library) *Stage {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Options{Mode: theme.ModeLight}))
	// The toolkit's caches know the time only from the last painting; what is made long after it counts as
	// old at once.
	software.NewCanvas().Capture()
	s := &Stage{Library: lib, Clock: Noon(), Outside: &Outside{Folder: t.TempDir()}, t: t}
	s.Window = test.NewTempWindow(t, nil)
	s.Window.SetPadded(false)
	s.Window.Resize(Size)
	s.Desk = desk.New(desk.Hooks{
		Redraw:      s.redraw,
		ShowFacts:   s.showFacts,
		ReportError: func(err error) { s.Problem = s.Library.Words.Sentence(err) },
		Dismiss:     func() { s.Problem = "" },
		After:       func(_ time.Duration, f func()) { s.Later = append(s.Later, f) },
		Outside:     s.Outside,
	})
	s.Desk.Use(s.Library)
	s.NewCase(casefile.Header{Name: "My iPhone", Device: apple.IPhone, Country: "us"})
	return s
}

// Now returns the time of the case.
func (s *Stage) Now() time.Time { return s.Clock }

// Put shows panes in the window, the first one on the screen, and brings them up to date from now on.
func (s *Stage) Put(panes ...desk.Pane) {
	s.panes = panes
	s.Window.SetContent(panes[0].Object())
	s.redraw()
}

// redraw does what the window does after a change.
func (s *Stage) redraw() {
	for _, p := range s.panes {
		p.Show(s.Desk.View())
	}
	if len(s.panes) > 0 {
		place.Arrange(s.panes[0].Object())
	}
}

// showFacts does what the window does after machines read something.
func (s *Stage) showFacts() {
	for _, p := range s.panes {
		if _, keeps := p.(desk.PageKeeper); !keeps {
			p.Show(s.Desk.View())
		}
	}
}

// NewCase opens another case with a header.
func (s *Stage) NewCase(h casefile.Header) {
	s.t.Helper()
	shelf, err := casefile.OpenShelf(casefile.ShelfDir(s.t.TempDir()), s.Now)
	Must(err)
	name, err := shelf.Create(h)
	Must(err)
	path, err := shelf.Path(name)
	Must(err)
	s.OpenCase(path)
}

// OpenCase opens a case's file in place of the one before.
func (s *Stage) OpenCase(path string) {
	s.t.Helper()
	file, _, err := casefile.Open(filepath.Clean(path), s.Library.Known(), s.Now)
	Must(err)
	s.t.Cleanup(func() { _ = file.Close() })
	if s.Desk.Session != nil {
		Must(s.Desk.Session.File().Close())
	}
	s.Desk.OpenCase(session.Open(s.Library, file, s.Now))
	for _, p := range s.panes {
		if p, ok := p.(desk.TabPane); ok {
			p.Reset()
		}
	}
	s.redraw()
}

// Focus returns what has the keyboard.
func (s *Stage) Focus() fyne.Focusable { return s.Window.Canvas().Focused() }

// PressKey gives a key to what has the keyboard, else to the canvas.
func PressKey(c fyne.Canvas, name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if f := c.Focused(); f != nil {
		f.TypedKey(e)
		return
	}
	c.OnTypedKey()(e)
}

// Outside is a computer that opens nothing and tells what it was asked for.
type Outside struct {
	Folder string   // the one in which people keep files
	Opened []string // pages and files
	Shown  []string // in their folder
	Fails  error    // of each; nil when all goes well
}

// Open implements desk.Outside.
func (o *Outside) Open(target string) error {
	o.Opened = append(o.Opened, target)
	return o.Fails
}

// ShowInFolder implements desk.Outside.
func (o *Outside) ShowInFolder(path string) error {
	o.Shown = append(o.Shown, path)
	return o.Fails
}

// Folders implements desk.Outside.
func (o *Outside) Folders() []string { return []string{o.Folder} }
