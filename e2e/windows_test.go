//go:build e2e && linux

package e2e

import (
	"flag"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
)

var onWindows = flag.String("windows", "", "the installed backupdoctor.exe in the folder WINEPREFIX, in which no program of Windows runs")

// TestMainJobOnWindows does the main job with the mouse alone, in the program for Windows under Wine: from the complaint
// through the questions to the fix that is done. A screen reader hears each page. .ci/packages_test runs it after the setup.
func TestMainJobOnWindows(t *testing.T) {
	if *onWindows == "" {
		t.Skip("-windows names no program")
	}
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	l := &life{job: &job{t: t, screen: NewScreen(t, 1280, 900), home: t.TempDir(), base: base}}
	cases := filepath.Join(l.home, "cases")
	l.program = l.screen.Start(t, Launch{Binary: "wine", Args: []string{*onWindows}, Home: l.home, Env: []string{
		"WINEPREFIX=" + os.Getenv("WINEPREFIX"), "WINEDEBUG=-all", "WINEDLLOVERRIDES=" + os.Getenv("WINEDLLOVERRIDES"),
		"LC_ALL=C.UTF-8", "XDG_RUNTIME_DIR=", "BACKUPDOCTOR_HOME=Z:" + strings.ReplaceAll(cases, "/", `\`),
	}})
	l.window = l.program.Window(t, title)
	WaitFor(t, "the first drawing", slow, func() bool { return !plain(l.window.Picture()) })
	l.window.Screenshot("windows-1-first-start")
	inside := l.window.Size()
	twin := newTwin(t, l.program, inside, nil)
	click := func(label string) {
		at := twin.find(label)
		if !at.In(image.Rectangle{Max: inside}) {
			t.Fatalf("%q is not in sight, at %v", label, at)
		}
		before := l.window.Picture()
		l.window.Click(at.X, at.Y)
		test.TapCanvas(twin.canvas, fyne.NewPos(float32(at.X), float32(at.Y)))
		l.window.WaitForChange(before)
	}
	v := l.view()
	l.hears(l.library.Words.Text("first.title"))
	click(l.library.Complaints(v.Device)[0].Title)
	l.events(1, "the complaint")
	l.window.Screenshot("windows-2-question")
	for n, done := 1, false; !done; n++ {
		v = l.view()
		next, ok := v.Next()
		if !ok || n > 12 {
			t.Fatalf("after %d clicks the guide has no fix", n)
		}
		page := l.guide.Page(v, guide.Step{Kind: next.Kind, ID: next.ID})
		l.hears(page.Title)
		want := any(casefile.Confirmed{Gate: next.ID})
		switch next.Kind {
		case diagnosis.StepGate:
			click(page.Confirm)
		case diagnosis.StepFix:
			l.window.Screenshot("windows-3-fix")
			click(l.library.Words.Text("guide.outcome." + string(casefile.Done)))
			want, done = casefile.Tried{Fix: next.ID, Outcome: casefile.Done}, true
		default:
			click(page.Answers[0].Label)
			want = casefile.Answered{Check: next.ID, Answer: page.Answers[0].ID}
		}
		if got := l.events(n+1, "what was clicked on the page "+page.Title).Events[n].What; got != want {
			t.Fatalf("the click was kept as %+v, want %+v", got, want)
		}
	}
	if stage := l.view().State.Stage; stage != session.StageWaiting && stage != session.StageProving {
		t.Errorf("after the fix the case is %s", stage)
	}
	l.window.Screenshot("windows-4-after-the-fix")
	l.window.Key("Tab")
	l.hears(l.library.Words.Text("bar.change") + ", link\n")
	l.window.Close()
	if code, err := l.program.Exit(slow); code != 0 || err != nil {
		t.Fatalf("the window closes with %d, %v", code, err)
	}
}

// hears waits until the stand-in for a screen reader was told some words.
func (l *life) hears(words string) {
	l.t.Helper()
	WaitFor(l.t, "to hear "+words, slow, func() bool {
		told, err := os.ReadFile(filepath.Join(os.Getenv("WINEPREFIX"), "drive_c", "heard.txt"))
		return err == nil && strings.Contains(string(told), words)
	})
}
