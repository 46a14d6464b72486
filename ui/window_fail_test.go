package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/widgets"
)

func TestABrokenFileIsToldInTheWindow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.toml")
	must(os.WriteFile(path, []byte("Dear Grandma,\n"), 0o600))
	lib := library(t)
	w := Blank(Start{App: test.NewTempApp(t), Library: lib, Home: t.TempDir(), Case: path, Now: noon})
	err := w.Fill(lib)
	if err == nil {
		must(w.desk.Session.File().Close())
		t.Fatal("a letter was taken for a case")
	}
	opened := false
	w.Fail(lib.Words.Sentence(err), lib, func() { opened = true })
	w.window.Resize(defaultSize)
	shown := w.window.Content().(*widgets.Surface).Content().(*widgets.Scroll).Content()
	if got := allText(shown); !strings.Contains(got, "letter.toml:1") {
		t.Errorf("the window says %q", got)
	}
	test.Tap(firstButton(shown))
	if !opened || w.desk.Session == nil {
		t.Fatal("the button opens no case")
	}
	must(w.desk.Session.File().Close())
	if left, err := os.ReadFile(path); err != nil || string(left) != "Dear Grandma,\n" {
		t.Errorf("the letter is now %q, %v", left, err)
	}
}
