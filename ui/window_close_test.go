package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

// loseFolder takes the folder of the open case away, as a stick that is pulled out. Mend brings it back.
func loseFolder(w *Window) (mend func()) {
	dir := filepath.Dir(w.desk.Session.File().Path())
	desktest.Must(os.Rename(dir, dir+"-away"))
	return func() { desktest.Must(os.Rename(dir+"-away", dir)) }
}

// unsavedAnswers makes a case with answers of which the last are only in memory.
func unsavedAnswers(w *Window) (mend func()) {
	begun(w)
	mend = loseFolder(w)
	w.desk.Answer("low-data-mode", "on")
	w.desk.Answer("vpn-filter", "on-device")
	return mend
}

// readCase reads a case as another program would.
func readCase(t *testing.T, w *Window, path string) casefile.Case {
	t.Helper()
	data, err := os.ReadFile(path)
	desktest.Must(err)
	c, err := casefile.Parse(path, data, w.start.Library.Known())
	desktest.Must(err)
	return c
}

// Work that can't be saved is never left in silence: the window asks, and each way out keeps the work or is told.
func TestAWindowWithUnsavedWorkAsksBeforeItCloses(t *testing.T) {
	for _, test := range []struct {
		name string
		do   func(t *testing.T, w *Window, press func(key string), mend func())
		ends bool // the window closes
	}{
		{"it is asked once", func(_ *testing.T, w *Window, _ func(string), _ func()) {
			w.close()
			if n := len(w.window.Canvas().Overlays().List()); n != 1 {
				t.Errorf("%d sheets are open", n)
			}
		}, false},
		{"the person goes back", func(_ *testing.T, w *Window, press func(string), _ func()) {
			press("leave.elsewhere")
			press("picker.cancel")
			desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
			if w.window.Canvas().Overlays().Top() != nil {
				t.Error("the sheet stays")
			}
			w.close()
			if w.window.Canvas().Overlays().Top() == nil {
				t.Error("the window asks only once")
			}
		}, false},
		{"saving fails again", func(_ *testing.T, _ *Window, press func(string), _ func()) { press("trouble.again") }, false},
		{"the disk has room again", func(t *testing.T, w *Window, press func(string), mend func()) {
			mend()
			press("trouble.again")
			if got := readCase(t, w, w.desk.Session.File().Path()); len(got.Events) != len(w.desk.View().Case.Events) {
				t.Errorf("the file has %d events", len(got.Events))
			}
		}, true},
		{"another folder", func(t *testing.T, w *Window, press func(string), _ func()) {
			press("leave.elsewhere")
			press("file.save")
			path := filepath.Join(w.start.Outside.(*desktest.Outside).Folder, filepath.Base(w.desk.Session.File().Path()))
			if got := readCase(t, w, path); len(got.Events) != len(w.desk.View().Case.Events) {
				t.Errorf("the other file has %d events", len(got.Events))
			}
		}, true},
		{"a file that is there", func(t *testing.T, w *Window, press func(string), _ func()) {
			path := filepath.Join(w.start.Outside.(*desktest.Outside).Folder, "letter.backupcase")
			desktest.Must(os.WriteFile(path, []byte("dear"), 0o600))
			press("leave.elsewhere")
			w.window.Canvas().Focused().(*form.Entry).SetText("letter")
			press("file.save")
			press("file.save")
			if got, err := os.ReadFile(path); err != nil || string(got) != "dear" {
				t.Errorf("another file became %q, %v", got, err)
			}
		}, false},
		{"copied", func(t *testing.T, w *Window, press func(string), _ func()) {
			press("leave.copy")
			copied := fyne.CurrentApp().Clipboard().Content()
			c, err := casefile.Parse("copied.toml", []byte(copied), w.start.Library.Known())
			if err != nil || len(c.Events) != len(w.desk.View().Case.Events) {
				t.Errorf("%d events are copied, %v", len(c.Events), err)
			}
			if says := desktest.Text(w.window.Canvas().Overlays().Top()); !strings.Contains(says, w.desk.Text("leave.copied")) {
				t.Errorf("the sheet says %q", says)
			}
		}, false},
		{"given up", func(_ *testing.T, _ *Window, press func(string), _ func()) { press("leave.anyway") }, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := openWindow(t)
			w.watch()
			closed := false
			w.window.SetOnClosed(func() { closed = true })
			mend := unsavedAnswers(w)
			w.close()
			top := w.window.Canvas().Overlays().Top()
			if closed || top == nil {
				t.Fatal("the window closes without a word")
			}
			file := filepath.Base(w.desk.Session.File().Path())
			for _, want := range []string{file, w.desk.Text("leave.not-kept"), "Low Data Mode", "VPN"} {
				if says := desktest.Text(top); !strings.Contains(says, want) {
					t.Errorf("the sheet lacks %q: %q", want, says)
				}
			}
			test.do(t, w, func(key string) {
				if !desktest.Press(w.window.Canvas().Overlays().Top(), w.desk.Text(key)) {
					t.Fatalf("there is no button %q", w.desk.Text(key))
				}
			}, mend)
			if closed != test.ends {
				t.Errorf("the window is closed: %v", closed)
			}
		})
	}
}

func TestAnotherCaseOpensOnlyWhenTheUnsavedOneIsGivenUp(t *testing.T) {
	w := openWindow(t)
	first := w.desk.Session.File().Path()
	other := filepath.Join(t.TempDir(), "other.backupcase") // the folder of the first is lost
	unsavedAnswers(w)
	w.open(other)
	if w.desk.Session.File().Path() != first {
		t.Fatal("unsaved work is left in silence")
	}
	desktest.Press(w.window.Canvas().Overlays().Top(), w.desk.Text("leave.anyway"))
	if w.desk.Session.File().Path() != other {
		t.Error("the other case does not open")
	}
}

func TestASavedCaseIsLeftAtOnce(t *testing.T) {
	for name, prepare := range map[string]func(w *Window){
		"begun":  begun,
		"lost":   func(w *Window) { begun(w); desktest.Must(os.Remove(w.desk.Session.File().Path())) },
		"opened": func(w *Window) { w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "vpn-filter"}) },
	} {
		w := openWindow(t)
		w.watch()
		closed := false
		w.window.SetOnClosed(func() { closed = true })
		prepare(w)
		w.close()
		if !closed {
			t.Errorf("%s: the window asks %q", name, desktest.Text(w.window.Canvas().Overlays().Top()))
		}
		if got := readCase(t, w, w.desk.Session.File().Path()); len(got.Events) != len(w.desk.View().Case.Events) {
			t.Errorf("%s: the file has %d events", name, len(got.Events))
		}
	}
}

// The system ends the program: what can be saved is in the case's file, and what can't is printed, to the last answer.
func TestNothingIsLostWhenTheSystemEndsTheProgram(t *testing.T) {
	answers := func(c casefile.Case) (n int) {
		for i := range c.Events {
			if _, ok := c.Events[i].What.(casefile.Answered); ok {
				n++
			}
		}
		return n
	}
	t.Run("saved", func(t *testing.T) {
		w := openWindow(t)
		mend := unsavedAnswers(w)
		mend()
		var out strings.Builder
		if err := w.End(&out); err != nil || out.Len() > 0 {
			t.Errorf("it says %v and prints %s", err, out.String())
		}
		if got, want := answers(readCase(t, w, w.desk.Session.File().Path())), answers(w.desk.View().Case); got != want {
			t.Errorf("the file has %d answers of %d", got, want)
		}
	})
	t.Run("refused", func(t *testing.T) {
		w := openWindow(t)
		defer unsavedAnswers(w)()
		var out strings.Builder
		if err := w.End(&out); err == nil {
			t.Error("it does not say that nothing was saved")
		}
		text := out.String()
		at := strings.Index(text, "format = ")
		c, err := casefile.Parse("x.toml", []byte(text[max(at, 0):]), nil)
		if want := answers(w.desk.View().Case); at < 0 || err != nil || answers(c) != want {
			t.Errorf("of %d answers, %d are printed, %v:\n%s", want, answers(c), err, text)
		}
	})
	t.Run("closed before", func(t *testing.T) {
		w := openWindow(t)
		defer unsavedAnswers(w)()
		w.closeAnyway()
		var out strings.Builder
		if err := w.End(&out); err != nil || out.Len() > 0 {
			t.Errorf("after the person gave it up it says %v and prints %s", err, out.String())
		}
	})
}
