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
	if f.IsKept() || len(f.Unkept()) != 0 {
		t.Error("a new case is kept before it was saved")
	}
	must(t, f.Append(said("a")))
	if !f.IsKept() || len(f.Unkept()) != 0 {
		t.Errorf("after a save the file lacks %v", f.Unkept())
	}
	f.disk.write = func(string, []byte) error { return errors.New("broken on purpose") }
	if err := f.Append(said("b"), said("a")); err == nil {
		t.Fatal("a broken disk saves")
	}
	if got := f.Unkept(); f.IsKept() || len(got) != 2 || textOf(got[0]) != "b" || textOf(got[1]) != "a" {
		t.Errorf("the file lacks %v", got)
	}
	must(t, os.Remove(path))
	if got := f.Unkept(); len(got) != 3 {
		t.Errorf("a file that is gone lacks %v", got)
	}
	f.disk.write = realDisk.write
	must(t, f.Save())
	if !f.IsKept() {
		t.Error("after another save it is not kept")
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
