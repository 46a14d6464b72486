//go:build e2e && linux

package e2e

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
	"backupdoctor/ui"
)

// twin is the same window without a screen, on a copy of the data folder. It knows where things are, so that
// tests point at what they name and not at numbers.
type twin struct {
	t      testing.TB
	canvas fyne.Canvas
}

// newTwin opens the twin of a program's window of the given size; prepare brings it where the program is.
func newTwin(t testing.TB, p *Program, size image.Point, prepare func(*ui.Window)) *twin {
	t.Helper()
	home := filepath.Join(t.TempDir(), "twin")
	if err := os.CopyFS(home, os.DirFS(filepath.Join(p.Home, "cases"))); err != nil {
		t.Fatal(err)
	}
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, home)
	if err != nil {
		t.Fatal(err)
	}
	app := test.NewApp()
	t.Cleanup(app.Quit)
	start := ui.Start{App: app, Library: lib, Home: home, Now: time.Now}
	if files, err := filepath.Glob(filepath.Join(home, "cases", "*.backupcase")); err == nil && len(files) > 0 {
		start.Case = files[0]
	}
	w, err := ui.New(start)
	if err != nil {
		t.Fatal(err)
	}
	if prepare != nil {
		prepare(w)
	}
	w.Toolkit().Resize(fyne.NewSize(float32(size.X), float32(size.Y)))
	return &twin{t, w.Toolkit().Canvas()}
}

// find returns the middle of the first thing whose words are the label or, without one, begin with it.
func (w *twin) find(label string) image.Point {
	w.t.Helper()
	found := w.first(func(words string) bool { return words == label })
	if found == nil {
		found = w.first(func(words string) bool { return strings.HasPrefix(words, label) })
	}
	if found == nil {
		w.t.Fatalf("nothing in the window begins with %q", label)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
	return image.Pt(int(at.X+found.Size().Width/2), int(at.Y+found.Size().Height/2))
}

// first returns the first thing whose words are wanted, or nil.
func (w *twin) first(wanted func(words string) bool) (found fyne.CanvasObject) {
	var look func(o fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if found != nil || !o.Visible() {
			return
		}
		if words(o) != "" && wanted(words(o)) {
			found = o
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, part := range o.Objects {
				look(part)
			}
		case fyne.Widget:
			for _, part := range test.WidgetRenderer(o).Objects() {
				look(part)
			}
		}
	}
	look(w.canvas.Content())
	return found
}

// words are what a person reads on a control.
func words(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widget.Entry:
		return o.PlaceHolder
	case fyne.Focusable:
		if a, ok := o.(fyne.Accessible); ok {
			return a.AccessibilityLabel()
		}
	}
	return ""
}
