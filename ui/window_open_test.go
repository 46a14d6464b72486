package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/settings"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/place"
)

func TestABrokenFileIsToldInTheWindow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.toml")
	desktest.Must(os.WriteFile(path, []byte("Dear Grandma,\n"), 0o600))
	lib := desktest.Library(t)
	w := Blank(Start{App: test.NewTempApp(t), Library: lib, Home: t.TempDir(), Case: path, Now: desktest.Noon})
	err := w.Fill(lib)
	if err == nil {
		desktest.Must(w.desk.Session.File().Close())
		t.Fatal("a letter was taken for a case")
	}
	opened := false
	w.Fail(lib.Words.Sentence(err), lib, func() { opened = true })
	w.window.Resize(defaultSize)
	shown := w.window.Content().(*place.Surface).Content().(*place.Scroll).Content()
	if got := desktest.Text(shown); !strings.Contains(got, "letter.toml:1") || !strings.Contains(got, lib.Words.Text("trouble.unchanged")) {
		t.Errorf("the window says %q", got)
	}
	test.Tap(desktest.Buttons(shown)[0])
	if !opened || w.desk.Session == nil {
		t.Fatal("the button opens no case")
	}
	desktest.Must(w.desk.Session.File().Close())
	if left, err := os.ReadFile(path); err != nil || string(left) != "Dear Grandma,\n" {
		t.Errorf("the letter is now %q, %v", left, err)
	}
}

func TestNoWindowOpensLargerThanAScreen(t *testing.T) {
	home := t.TempDir()
	s := settings.Default()
	s.Window = settings.Window{Width: 20_000, Height: 900}
	desktest.Must(s.Save(filepath.Join(home, settings.FileName)))
	w := Blank(Start{App: test.NewTempApp(t), Home: home, Now: desktest.Noon})
	if got := w.window.Canvas().Size(); got.Width > largestSize.Width || got.Height != 900 {
		t.Errorf("it opens with %v", got)
	}
}
