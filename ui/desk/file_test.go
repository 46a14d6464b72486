package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

// asking opens the sheet and returns its entry, what was chosen, and what it says.
func asking(s *desktest.Stage) (entry *form.Entry, chosen *string, says func() string) {
	chosen = new(string)
	s.Desk.AskForFile(s.Window, desk.File{Title: "Save", Name: "r.pdf", Ends: []string{".pdf", ".html"}},
		func(path string) { *chosen = path })
	says = func() string {
		if top := s.Window.Canvas().Overlays().Top(); top != nil {
			return desktest.Text(top)
		}
		return ""
	}
	return s.Window.Canvas().Focused().(*form.Entry), chosen, says
}

func TestAFileIsAskedFor(t *testing.T) {
	for typed, want := range map[string]string{
		"r.pdf": "r.pdf", " my report ": "my report.pdf", "r.HTML": "r.HTML", "r.txt": "r.txt.pdf", "2026.11.23": "2026.11.23.pdf",
	} {
		s := desktest.Open(t)
		entry, chosen, says := asking(s)
		entry.SetText(typed)
		entry.OnSubmitted("")
		if *chosen != filepath.Join(s.Outside.Folder, want) || says() != "" {
			t.Errorf("%q becomes %q, the sheet says %q", typed, *chosen, says())
		}
	}
}

func TestAWrongNameIsToldAndCanBeMended(t *testing.T) {
	for typed, key := range map[string]string{"": "file.name.missing", "..": "file.name.missing", "a/b": "file.name.wrong", `c:\x`: "file.name.wrong"} {
		s := desktest.Open(t)
		entry, chosen, says := asking(s)
		entry.SetText(typed)
		entry.OnSubmitted("")
		problem := s.Desk.Text(key, "Characters", `/ \ : * ? " < > |`)
		if *chosen != "" || !strings.Contains(says(), problem) {
			t.Errorf("%q becomes %q, the sheet says %q", typed, *chosen, says())
		}
		if entry.SetText("good"); strings.Contains(says(), problem) {
			t.Errorf("of a mended name the sheet says %q", says())
		}
	}
}

func TestAFileIsReplacedOnlyOnASecondPress(t *testing.T) {
	s := desktest.Open(t)
	desktest.Must(os.WriteFile(filepath.Join(s.Outside.Folder, "r.pdf"), []byte("before"), 0o600))
	entry, chosen, says := asking(s)
	entry.OnSubmitted("")
	if *chosen != "" || !strings.Contains(says(), s.Desk.Text("file.exists", "File", "r.pdf")) {
		t.Fatalf("a file that is there: %q, the sheet says %q", *chosen, says())
	}
	entry.SetText("r")
	if entry.OnSubmitted(""); *chosen != "" {
		t.Fatal("the warning about another text of the same name is forgotten")
	}
	if !desktest.Press(s.Window.Canvas().Overlays().Top(), s.Desk.Text("file.replace")) || filepath.Base(*chosen) != "r.pdf" {
		t.Errorf("a second press gives %q", *chosen)
	}
	desktest.Must(os.Mkdir(filepath.Join(s.Outside.Folder, "x.pdf"), 0o700))
	entry, chosen, says = asking(s)
	entry.SetText("x")
	entry.OnSubmitted("")
	if entry.OnSubmitted(""); *chosen != "" || !strings.Contains(says(), s.Desk.Text("file.is-folder", "File", "x.pdf")) {
		t.Errorf("a folder is replaced: %q, %q", *chosen, says())
	}
}

func TestOneEscapeClosesTheSheetOfAFile(t *testing.T) {
	s := desktest.Open(t)
	_, chosen, says := asking(s)
	desktest.PressKey(s.Window.Canvas(), fyne.KeyEscape)
	if says() != "" || *chosen != "" {
		t.Errorf("after Escape the sheet says %q", says())
	}
	asking(s)
	s.Window.Canvas().Focus(desktest.Find[*form.Select](s.Window.Canvas().Overlays().Top()))
	desktest.PressKey(s.Window.Canvas(), fyne.KeyEscape)
	if says() != "" {
		t.Errorf("after Escape on the folders the sheet says %q", says())
	}
}

func TestTheFolderIsRemembered(t *testing.T) {
	s := desktest.Open(t)
	first := s.Outside.Folder
	entry, _, _ := asking(s)
	entry.OnSubmitted("")
	s.Outside.Folder = t.TempDir()
	_, chosen, _ := asking(s)
	desktest.Press(s.Window.Canvas().Overlays().Top(), s.Desk.Text("file.save"))
	if filepath.Dir(*chosen) != first {
		t.Errorf("the next file goes to %q, want %q", *chosen, first)
	}
}

func TestWhatCanNotBeOpenedIsTold(t *testing.T) {
	s := desktest.Open(t)
	s.Outside.Fails = errors.New("no viewer")
	s.Desk.OpenOutside("https://support.apple.com")
	if len(s.Outside.Opened) != 1 || !strings.Contains(s.Problem, "no viewer") {
		t.Errorf("%q is told as %q", s.Outside.Opened, s.Problem)
	}
}
