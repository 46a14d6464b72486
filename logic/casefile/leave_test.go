package casefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestWhatTheFileLacksIsKnown(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	if len(f.Unkept()) != 0 {
		t.Error("a new case has something that its file lacks")
	}
	must(t, f.Append(said("a")))
	if len(f.Unkept()) != 0 {
		t.Errorf("after a save the file lacks %v", f.Unkept())
	}
	f.disk.write = func(string, []byte) error { return errors.New("broken on purpose") }
	if err := f.Append(said("b"), said("a")); err == nil {
		t.Fatal("a broken disk saves")
	}
	if got := f.Unkept(); len(got) != 2 || textOf(got[0]) != "b" || textOf(got[1]) != "a" {
		t.Errorf("the file lacks %v", got)
	}
	must(t, os.Remove(path))
	if got := f.Unkept(); len(got) != 3 {
		t.Errorf("a file that is gone lacks %v", got)
	}
}

// Whatever became of the file while the case was open: after Keep without an error another program reads the whole case.
func TestWhatIsSaidToBeKeptIsThere(t *testing.T) {
	broken := errors.New("broken on purpose")
	for name, happens := range map[string]func(f *File){
		"nothing":      func(*File) {},
		"a lost file":  func(f *File) { must(t, os.Remove(f.path)) },
		"a wrong file": func(f *File) { must(t, os.WriteFile(f.path, []byte("dear"), 0o600)) },
		"an old file": func(f *File) {
			old := f.current()
			old.Events = old.Events[:1]
			must(t, os.WriteFile(f.path, Format(old), 0o600))
		},
		"a save that failed": func(f *File) {
			f.disk.rename = func(string, string) error { return broken }
			if f.Append(said("c")) == nil {
				t.Fatal("a broken disk saves")
			}
			must(t, want(broken, f.Keep()))
			f.disk = realDisk
		},
	} {
		f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
		must(t, f.Keep())
		if exists(f.path) {
			t.Errorf("%s: an empty case has a file", name)
		}
		must(t, f.Append(said("a")))
		must(t, f.Append(said("b")))
		happens(f)
		must(t, f.Keep())
		onDisk, err := readCase(f.path)
		if err != nil || texts(onDisk) != texts(f.Case()) {
			t.Errorf("%s: the file has %q, the case %q, %v", name, texts(onDisk), texts(f.Case()), err)
		}
		must(t, f.Close())
		must(t, f.Keep())
	}
}

// A disk that loses what it took is found out.
func TestWhatCanNotBeReadBackIsNotKept(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	must(t, f.Append(said("a")))
	f.disk.write = func(path string, content []byte) error { return os.WriteFile(path, content[:len(content)/2], 0o600) }
	must(t, f.Append(said("b")))
	if _, ok := errors.AsType[*SaveError](f.Keep()); !ok {
		t.Error("a case is said to be kept of which half is on the disk")
	}
}

func TestACopyIsWrittenWhereNothingIs(t *testing.T) {
	dir := t.TempDir()
	f := open(t, filepath.Join(dir, "anna.toml"), nil)
	must(t, f.Append(said("a"), said("b")))
	to := filepath.Join(dir, "copy.toml")
	must(t, WriteCopy(to, f.Case()))
	if c, err := readCase(to); err != nil || texts(c) != "a b" {
		t.Errorf("the copy has %q, %v", texts(c), err)
	}
	if err := WriteCopy(to, Case{}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over another file: %v", err)
	}
	if c, err := readCase(to); err != nil || texts(c) != "a b" {
		t.Errorf("what was there became %q, %v", texts(c), err)
	}
	failed, ok := errors.AsType[*SaveError](WriteCopy(filepath.Join(dir, "none", "x.toml"), f.Case()))
	if !ok || failed.Reason != folderGone {
		t.Errorf("into a folder that is not there: %v", failed)
	}
}
