package outside

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"backupdoctor/logic/words"
)

// started records what would be started; the programs in missing are not there.
type started struct {
	lines   []string
	missing []string
}

func (s *started) start(name string, args ...string) error {
	s.lines = append(s.lines, name+" "+strings.Join(args, " "))
	if slices.Contains(s.missing, name) {
		return exec.ErrNotFound
	}
	return nil
}

func TestEachSystemOpensInItsOwnWay(t *testing.T) {
	page, file := "https://support.apple.com", filepath.Join(t.TempDir(), "a report, 2026.pdf")
	folder := filepath.Dir(file)
	for system, want := range map[string][]string{
		"linux": {
			"xdg-open " + page, "xdg-open " + file,
			"dbus-send --session --print-reply --dest=org.freedesktop.FileManager1 /org/freedesktop/FileManager1 " +
				"org.freedesktop.FileManager1.ShowItems array:string:file://" + folder + "/a%20report%2C%202026.pdf string:",
		},
		"darwin": {"open " + page, "open " + file, "open -R " + file},
		"windows": {
			"rundll32 url.dll,FileProtocolHandler " + page, "rundll32 url.dll,FileProtocolHandler " + file,
			"rundll32 url.dll,FileProtocolHandler " + folder,
		},
	} {
		var s started
		c := Computer{system: system, start: s.start}
		for _, err := range []error{c.Open(page), c.Open(file), c.ShowInFolder(file)} {
			if err != nil {
				t.Errorf("%s: %v", system, err)
			}
		}
		if !slices.Equal(s.lines, want) {
			t.Errorf("%s starts\n%q, want\n%q", system, s.lines, want)
		}
	}
}

func TestAFolderIsOpenedWhereNoProgramPointsAtTheFile(t *testing.T) {
	s := started{missing: []string{"dbus-send"}}
	if err := (Computer{system: "linux", start: s.start}).ShowInFolder("/home/ada/r.pdf"); err != nil {
		t.Fatal(err)
	}
	if last := s.lines[len(s.lines)-1]; last != "xdg-open /home/ada" {
		t.Errorf("in the end it starts %q", last)
	}
}

func TestWhatCanNotBeOpenedIsToldWithWhereItIs(t *testing.T) {
	s := started{missing: []string{"xdg-open", "dbus-send"}}
	c := Computer{system: "linux", start: s.start}
	for _, tt := range []struct {
		err   error
		wants []string
	}{
		{c.Open("https://www.apple.com/support/systemstatus"), []string{"www.apple.com/support/systemstatus"}},
		{c.Open("/home/ada/r.pdf"), []string{"r.pdf", "/home/ada"}},
		{c.ShowInFolder("/home/ada/r.pdf"), []string{"/home/ada"}},
	} {
		var told *words.Trouble
		if !errors.As(tt.err, &told) || !errors.Is(tt.err, exec.ErrNotFound) {
			t.Fatalf("the error is %v", tt.err)
		}
		for _, want := range append(tt.wants, "no program for it was found") {
			if !strings.Contains(told.Error(), want) {
				t.Errorf("%q lacks %q", told, want)
			}
		}
	}
}

// Nothing but a page and a file of a known place is handed to another program.
func TestNothingElseIsOpened(t *testing.T) {
	var s started
	for _, target := range []string{"", "r.pdf", "-h", "mailto:ada@example.com", "http://example.com", "file:///etc/passwd"} {
		if err := (Computer{system: "linux", start: s.start}).Open(target); err == nil || len(s.lines) > 0 {
			t.Errorf("%q is opened: %v, %q", target, err, s.lines)
		}
	}
}

func TestAProgramThatFailsAtOnceIsAnError(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	if err := run("sh", "-c", "exit 3"); err == nil {
		t.Error("a viewer that ends with 3 is taken for one that shows something")
	}
	if err := run("sh", "-c", "exit 0"); err != nil {
		t.Error(err)
	}
	if err := run("no-such-viewer"); err == nil {
		t.Error("a viewer that is not there is taken for one that shows something")
	}
}

func TestTheFoldersOfADesktopComeFirst(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("home is elsewhere")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	for _, name := range []string{"Dokumente", "Downloads", "data/Desktop", ".config"} {
		if err := os.MkdirAll(filepath.Join(home, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	dirs := "# a remark\nXDG_DESKTOP_DIR=\"$HOME/data/Desktop\"\nXDG_DOWNLOAD_DIR=\"$HOME/\"\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n"
	if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(dirs), 0o600); err != nil {
		t.Fatal(err)
	}
	for system, want := range map[string][]string{
		"linux":  {"Dokumente", "data/Desktop", "Downloads", "."},
		"darwin": {"Downloads", "."},
	} {
		var got []string
		for _, folder := range (Computer{system: system}).Folders() {
			name, err := filepath.Rel(home, folder)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("on %s the folders are %q, want %q", system, got, want)
		}
	}
	t.Setenv("HOME", "")
	if got := (Computer{}).Folders(); len(got) > 0 {
		t.Errorf("without a home the folders are %q", got)
	}
}
