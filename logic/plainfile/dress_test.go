//go:build unix

package plainfile_test

import (
	"bytes"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"backupdoctor/logic/plainfile"
)

// A new file that replaces another one has its rights, and is nobody else's without one.
func TestANewFileGetsTheRightsOfTheOldOne(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "old")
	for _, mode := range []os.FileMode{0o600, 0o640, 0o644, 0o660, 0o400} {
		_ = os.Remove(old)
		if err := os.WriteFile(old, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(old, mode); err != nil {
			t.Fatal(err)
		}
		fresh := filepath.Join(dir, "new")
		for like, want := range map[string]os.FileMode{old: mode, filepath.Join(dir, "none"): 0o600} {
			if err := plainfile.Write(fresh, []byte("x")); err != nil {
				t.Fatal(err)
			}
			plainfile.Dress(fresh, like)
			if info, err := os.Stat(fresh); err != nil || info.Mode().Perm() != want {
				t.Errorf("like %s of %v it is %v, %v", like, mode, info.Mode(), err)
			}
		}
	}
}

func TestANewFileGetsTheOwnerOfTheOldOne(t *testing.T) {
	dir := t.TempDir()
	old, fresh := filepath.Join(dir, "old"), filepath.Join(dir, "new")
	if err := os.WriteFile(old, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(old, 4711, 4712); err != nil {
		t.Skip("only who runs everything gives files away:", err)
	}
	if err := plainfile.Write(fresh, nil); err != nil {
		t.Fatal(err)
	}
	plainfile.Dress(fresh, old)
	info, err := os.Stat(fresh)
	if err != nil {
		t.Fatal(err)
	}
	if theirs := info.Sys().(*syscall.Stat_t); theirs.Uid != 4711 || theirs.Gid != 4712 || info.Mode().Perm() != 0o640 {
		t.Errorf("it belongs to %d and %d with %v", theirs.Uid, theirs.Gid, info.Mode())
	}
}

// What does not get through is not left there: it would only keep a full disk full.
func TestNothingHalfIsLeft(t *testing.T) {
	signal.Ignore(syscall.SIGXFSZ) // the system sends it beside the error
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Skip(err)
	}
	small := before
	small.Cur = 4096
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &small); err != nil {
		t.Skip(err)
	}
	path := filepath.Join(t.TempDir(), "case.toml.bak.new")
	err := plainfile.Write(path, bytes.Repeat([]byte("x"), 1<<20))
	if back := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); back != nil {
		t.Fatal(back)
	}
	if err == nil {
		t.Fatal("a file that may have 4 kB took a megabyte")
	}
	if info, err := os.Lstat(path); err == nil {
		t.Errorf("%d bytes are left", info.Size())
	}
}
