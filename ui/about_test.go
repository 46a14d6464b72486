package ui

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/release"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
	"backupdoctor/ui/desk/desktest"
)

// About is reached from the help, and a license from there; Escape leads back.
func TestAboutTellsVersionAndLicenses(t *testing.T) {
	w := openWindow(t)
	top := func() string { return desktest.Text(w.window.Canvas().Overlays().Top()) }
	w.showHelp()
	if !desktest.Press(w.window.Canvas().Overlays().Top(), w.desk.Text("bar.about")) {
		t.Fatal("the help has no way to About")
	}
	for _, want := range []string{"iOS and iPadOS 15 to 27", "fyne.io/fyne/v2 v", "trademarks"} {
		if !strings.Contains(top(), want) {
			t.Errorf("About says %q, which lacks %q", top(), want)
		}
	}
	if !desktest.Press(w.window.Canvas().Overlays().Top(), "Go") || !strings.Contains(top(), "The Go Authors") {
		t.Errorf("the license of Go is %q", top())
	}
	for range 3 {
		desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
	}
	if w.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves a sheet open")
	}
}

// withReleases lets a window of version 0.1.0 ask a server for the newest one. settle hands over what was told.
func withReleases(t *testing.T, w *Window, address string) (settle func()) {
	t.Helper()
	told := make(chan evidence.Status, 100)
	var board *evidence.Board
	var take func(evidence.Status)
	w.start.Releases = func(_ settings.Settings, tell func(evidence.Status)) *evidence.Board {
		take = tell
		board = evidence.NewBoard(desktest.Noon, func(s evidence.Status) { told <- s }, &release.Source{Address: address, Version: "0.1.0"})
		return board
	}
	return func() {
		board.Wait()
		for len(told) > 0 {
			take(<-told)
		}
	}
}

// newerKnown is About after the click that found a newer version.
func newerKnown(w *Window) {
	const asked = "https://api.github.com/repos/somebody/backupdoctor/releases/latest"
	var take func(evidence.Status)
	w.start.Releases = func(_ settings.Settings, tell func(evidence.Status)) *evidence.Board {
		take = tell
		return evidence.NewBoard(desktest.Noon, func(evidence.Status) {}, &release.Source{Address: asked})
	}
	w.showAbout()
	take(evidence.Status{ID: release.ID, State: evidence.Found, Report: evidence.Report{
		What: words.Say("release.newer", "Newest", "0.2.0", "Version", "0.1.0"), Page: "https://github.com/somebody/backupdoctor/releases/tag/v0.2.0",
		Asked: []evidence.Exchange{{Asked: "GET " + asked, Answered: "200, 14210 bytes"}},
	}})
}

// A newer version is looked for by a click in About and never before, and only a click opens its page.
func TestANewerVersionIsLookedForByAClick(t *testing.T) {
	for _, c := range []struct {
		tag, told string
		page      bool
	}{
		{"v0.2.0", "There is a newer version, 0.2.0. You have 0.1.0.", true},
		{"v0.1.0", "This is the newest version.", false},
		{"nightly", "isn’t known. (What came doesn’t tell of a version", false},
	} {
		const page = "https://127.0.0.1/releases/tag/newest"
		var requests atomic.Int32
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			requests.Add(1)
			_, _ = fmt.Fprintf(w, `{"tag_name":%q,"html_url":%q}`, c.tag, page)
		}))
		w := openWindow(t)
		settle := withReleases(t, w, server.URL)
		w.showAbout()
		settle()
		sheet := w.window.Canvas().Overlays().Top()
		look, open := w.desk.Text("release.look"), w.desk.Text("release.page")
		if text := desktest.Text(sheet); requests.Load() != 0 || !strings.Contains(text, "from 127.0.0.1:") || desktest.Press(sheet, open) {
			t.Errorf("before the click: %d requests, %q", requests.Load(), text)
		}
		if !desktest.Press(sheet, look) {
			t.Fatal("nothing asks for a newer version")
		}
		settle()
		outside := w.start.Outside.(*desktest.Outside)
		if text := desktest.Text(sheet); requests.Load() != 1 || !strings.Contains(text, c.told) || len(outside.Opened) != 0 {
			t.Errorf("%s: %d requests, opened %v, told %q", c.tag, requests.Load(), outside.Opened, text)
		}
		if pressed := desktest.Press(sheet, open); pressed != c.page || pressed != slices.Contains(outside.Opened, page) {
			t.Errorf("%s: the page is offered %v and opens %v", c.tag, pressed, outside.Opened)
		}
		desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
		server.Close()
	}
}

// A program that knows nobody to ask offers nothing.
func TestWithoutAnAddressNothingIsLookedFor(t *testing.T) {
	w := openWindow(t)
	for name, releases := range map[string]func(settings.Settings, func(evidence.Status)) *evidence.Board{
		"no window to ask": nil,
		"nobody to ask":    func(settings.Settings, func(evidence.Status)) *evidence.Board { return nil },
	} {
		w.start.Releases = releases
		w.showAbout()
		if text := desktest.Text(w.window.Canvas().Overlays().Top()); strings.Contains(text, w.desk.Text("release.look")) {
			t.Errorf("%s: About offers to look, in %q", name, text)
		}
		desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
	}
}
