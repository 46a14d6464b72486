//go:build !windows

package casefile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"backupdoctor/logic/plainfile"
)

// soon fails the test when something waits for the other end of a pipe.
func soon(t *testing.T, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); do() }()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for a pipe")
	}
}

// Nothing waits for a pipe that lies where one of a case's files should: opening says what is wrong, or goes on
// without it, and nothing is lost.
func TestAPipeBlocksNothing(t *testing.T) {
	for _, test := range []struct {
		suffix string
		opens  bool
	}{{"", false}, {goodSuffix, true}, {lockSuffix, false}, {newSuffix, true}, {goodSuffix + newSuffix, true}} {
		t.Run("case.toml"+test.suffix, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "case.toml")
			f := open(t, path, nil)
			must(t, f.Append(said("one")))
			must(t, f.Close())
			_ = os.Remove(path + test.suffix)
			if err := syscall.Mkfifo(path+test.suffix, 0o600); err != nil {
				t.Fatal(err)
			}
			soon(t, func() {
				f, _, err := Open(path, nil, time.Now)
				if !test.opens {
					if !errors.Is(err, plainfile.ErrNotRegular) || !strings.Contains(err.Error(), "case.toml"+test.suffix) {
						t.Errorf("the error is %v", err)
					}
					return
				}
				if err != nil {
					t.Error(err)
					return
				}
				if err := errors.Join(f.Append(said("two")), f.Close()); err != nil {
					t.Errorf("saving: %v", err)
				}
				if c, err := readCase(path); err != nil || len(c.Events) != 2 {
					t.Errorf("the file has %d events, %v", len(c.Events), err)
				}
			})
		})
	}
}

func TestAPipeOnTheShelfBlocksNoList(t *testing.T) {
	dir := t.TempDir()
	shelf, err := OpenShelf(dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	name, err := shelf.Create(Header{Name: "Anna", Device: "iphone"})
	if err != nil {
		t.Fatal(err)
	}
	for _, pipe := range []string{"pipe.toml", "other.toml.bak", "other.toml", name + ".lock"} {
		_ = os.Remove(filepath.Join(dir, pipe))
		if err := syscall.Mkfifo(filepath.Join(dir, pipe), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	soon(t, func() {
		items, err := shelf.List()
		if err != nil || len(items) != 3 {
			t.Errorf("%d cases, %v", len(items), err)
		}
		for _, i := range items {
			if i.Damaged != (i.File != name) {
				t.Errorf("%s: damaged %v", i.File, i.Damaged)
			}
		}
		if _, err := shelf.Delete(name); !errors.Is(err, plainfile.ErrNotRegular) {
			t.Errorf("a lock that is a pipe: %v", err)
		}
		if err := shelf.Rename("pipe.toml", "x"); !errors.Is(err, plainfile.ErrNotRegular) {
			t.Errorf("a case that is a pipe: %v", err)
		}
	})
}
