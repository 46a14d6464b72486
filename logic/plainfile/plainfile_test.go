//go:build !windows

package plainfile_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"backupdoctor/logic/plainfile"
)

// within fails the test when something waits.
func within(t *testing.T, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); do() }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatal("it waits")
	}
}

func TestOnlyRegularFilesAreRead(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(pipe, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, link, dir, "/dev/zero", "/dev/tty"} {
		if _, err := os.Stat(path); err != nil {
			continue
		}
		within(t, func() {
			if _, err := plainfile.Read(path, 10); !errors.Is(err, plainfile.ErrNotRegular) {
				t.Errorf("%s: %v", path, err)
			}
			if err := plainfile.CheckFree(path); !errors.Is(err, plainfile.ErrNotRegular) {
				t.Errorf("%s can be made: %v", path, err)
			}
		})
	}
	within(t, func() {
		if _, err := plainfile.ReadFrom(os.DirFS(dir), "pipe", 10); !errors.Is(err, plainfile.ErrNotRegular) {
			t.Errorf("in a file system: %v", err)
		}
	})
	if _, err := plainfile.Read(filepath.Join(dir, "none"), 10); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there: %v", err)
	}
	if err := plainfile.CheckFree(filepath.Join(dir, "none")); err != nil {
		t.Errorf("what is not there can't be made: %v", err)
	}
}

// swapped has a folder where a file was when somebody looked.
type swapped struct{ fstest.MapFS }

func (s swapped) Stat(string) (fs.FileInfo, error) { return s.MapFS.Stat("dir/file") }

func TestWhatComesBetweenTheLookAndTheOpeningIsSeen(t *testing.T) {
	fsys := swapped{fstest.MapFS{"dir/file": {Data: []byte("text")}}}
	if _, err := plainfile.ReadFrom(fsys, "dir", 10); !errors.Is(err, plainfile.ErrNotRegular) {
		t.Errorf("a folder in the place of a file: %v", err)
	}
	if text, err := plainfile.ReadFrom(fsys, "dir/file", 10); err != nil || string(text) != "text" {
		t.Errorf("the file reads %q, %v", text, err)
	}
}

func TestReadingIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, bytes.Repeat([]byte("x"), 100), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ most, want int }{{10, 11}, {99, 100}, {100, 100}, {1000, 100}} {
		if got, err := plainfile.Read(path, test.most); err != nil || len(got) != test.want {
			t.Errorf("of 100 bytes with a bound of %d come %d, %v", test.most, len(got), err)
		}
	}
}

// Nothing that lies in the way of a new file is written into: no pipe, and not what a link leads to.
func TestWritingStartsAfresh(t *testing.T) {
	dir := t.TempDir()
	pipe, link, victim := filepath.Join(dir, "pipe"), filepath.Join(dir, "link"), filepath.Join(dir, "victim")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(victim, []byte("dear"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(victim, link); err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(dir, "open")
	if err := os.WriteFile(open, []byte("old and long"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, link, open, filepath.Join(dir, "new")} {
		within(t, func() {
			if err := plainfile.Write(path, []byte("new")); err != nil {
				t.Errorf("%s: %v", path, err)
				return
			}
			info, err := os.Lstat(path)
			text, _ := os.ReadFile(path)
			if err != nil || !info.Mode().IsRegular() || info.Mode().Perm() != 0o600 || string(text) != "new" {
				t.Errorf("%s is %v with %q, %v", path, info.Mode(), text, err)
			}
		})
	}
	if text, err := os.ReadFile(victim); err != nil || string(text) != "dear" {
		t.Errorf("what the link led to is %q, %v", text, err)
	}
}
