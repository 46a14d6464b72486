package casefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"backupdoctor/logic/plainfile"
)

// TestEveryStepOfSavingMayFail breaks saving after each number of steps, as a crash or a bad disk would, and looks at what
// the next program would find.
func TestEveryStepOfSavingMayFail(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken on purpose")
	for _, before := range []string{"", "a", "a b"} {
		for steps := 0; ; steps++ {
			path := filepath.Join(t.TempDir(), "anna.toml")
			f := open(t, path, nil)
			for text := range strings.FieldsSeq(before) {
				must(t, f.Append(said(text)))
			}
			left := steps
			spend := func(do func() error) error {
				if left == 0 {
					return broken
				}
				left--
				return do()
			}
			f.disk = disk{
				read: readBounded,
				write: func(path string, content []byte) error {
					err := spend(func() error { return plainfile.Write(path, content) })
					if err != nil { // half of it got through
						_ = os.WriteFile(path, content[:len(content)/2], 0o600)
					}
					return err
				},
				rename: func(from, to string) error { return spend(func() error { return os.Rename(from, to) }) },
				settle: func(dir string) error { return spend(func() error { return settle(dir) }) },
			}
			err := f.Append(said("new"))
			must(t, f.release()) // what a crash leaves
			if err == nil {
				if steps != 6 { // write, rename and settle, for the copy and for the file
					t.Fatalf("saving took %d steps", steps)
				}
				break
			}
			must(t, want(broken, err))
			after := strings.TrimSpace(before + " new")
			if got := texts(f.Case()); got != after || !f.Unsaved() {
				t.Fatalf("in memory is %q, want %q", got, after)
			}
			next, notice, err := Open(path, nil, noon().now)
			must(t, err)
			if got := texts(next.Case()); got != before && got != after || notice.Fresh || len(notice.Moved) > 0 {
				t.Fatalf("after %d steps the next program has %q, want %q or %q; %s", steps, got, before, after, notice.String())
			}
			must(t, next.release())

			f.disk = realDisk // the trouble is over
			must(t, f.Save())
			must(t, f.Close())
			if got := texts(open(t, path, nil).Case()); got != after {
				t.Fatalf("saved again after %d steps: %q, want %q", steps, got, after)
			}
		}
	}
}

func TestAFolderThatComesAndGoes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	must(t, os.Mkdir(dir, 0o700))
	f := open(t, filepath.Join(dir, "anna.toml"), nil)
	must(t, f.Append(said("a")))
	must(t, os.Rename(dir, dir+"-away"))
	failed, ok := errors.AsType[*SaveError](f.Append(said("b")))
	if !ok || failed.Reason != folderGone {
		t.Fatalf("the error is %v", failed)
	}
	if got := texts(f.Case()); got != "a b" {
		t.Errorf("in memory is %q", got)
	}
	must(t, os.Rename(dir+"-away", dir))
	must(t, f.Append(said("c")))
	must(t, f.Close())
	if got := texts(open(t, f.Path(), nil).Case()); got != "a b c" {
		t.Errorf("the file has %q", got)
	}
}

// syncing is a folder of a disk that says this when it is to be written through.
type syncing struct {
	says  error
	asked int
}

func (s *syncing) Sync() error {
	s.asked++
	return s.says
}

func TestAFolderIsWrittenThrough(t *testing.T) {
	for _, test := range []struct{ says, want error }{
		{nil, nil},
		{syscall.EIO, syscall.EIO},
		{syscall.EINVAL, nil},
		{syscall.ENOTSUP, nil},
		{&os.PathError{Op: "sync", Path: "x", Err: syscall.EINVAL}, nil},
	} {
		folder := &syncing{says: test.says}
		if err := flush(folder); !errors.Is(err, test.want) || (err == nil) != (test.want == nil) || folder.asked != 1 {
			t.Errorf("of a disk that says %v comes %v, asked %d times", test.says, err, folder.asked)
		}
	}
	if err := settle(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of a folder that is gone comes %v", err)
	}
	must(t, settle(t.TempDir()))
}

func TestAFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has a device that is always full")
	}
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	must(t, f.Append(said("a")))
	f.disk.write = func(_ string, content []byte) error { return os.WriteFile("/dev/full", content, 0o600) }
	failed, ok := errors.AsType[*SaveError](f.Append(said("b")))
	if !ok || failed.Reason != diskFull || !f.Unsaved() {
		t.Fatalf("the error is %v", failed)
	}
	if onDisk, err := readCase(f.Path()); err != nil || texts(onDisk) != "a" {
		t.Errorf("the full disk has %q, %v", texts(onDisk), err)
	}
	f.disk.write = plainfile.Write
	must(t, f.Save())
	if onDisk, err := readCase(f.Path()); err != nil || texts(onDisk) != "a b" || f.Unsaved() {
		t.Errorf("the file has %q, %v", texts(onDisk), err)
	}
}

func TestAFolderThatCantBeWrittenTo(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("permissions of folders do not bind here")
	}
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o500))
	f := open(t, filepath.Join(dir, "anna.toml"), nil)
	failed, ok := errors.AsType[*SaveError](f.Append(said("a")))
	if !ok || failed.Reason != notAllowed {
		t.Fatalf("the error is %v", failed)
	}
	must(t, os.Chmod(dir, 0o700))
	must(t, f.Save())
	if got := texts(f.Case()); got != "a" || f.Unsaved() {
		t.Errorf("the case has %q", got)
	}
}

func TestSavingThroughALinkKeepsTheLink(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "cloud.toml")
	must(t, os.WriteFile(target, []byte("[case]\nname = 'Anna'\n"), 0o600))
	link := filepath.Join(dir, "anna.toml")
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	f := open(t, link, nil)
	must(t, f.Append(said("a")))
	if onDisk, err := readCase(target); err != nil || texts(onDisk) != "a" || onDisk.Name != "Anna" {
		t.Errorf("the target has %+v, %v", onDisk, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
}

func TestTheCopyIsTheStateBefore(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	for i, want := range []string{"x", "x", "x x"} {
		must(t, f.Append(said("x")))
		good, err := readCase(f.Path() + goodSuffix)
		if err != nil || texts(good) != want {
			t.Errorf("after %d events the copy has %q, want %q (%v)", i+1, texts(good), want, err)
		}
	}
	names := filesIn(t, filepath.Dir(f.Path()))
	if want := []string{"anna.toml", "anna.toml.bak", "anna.toml.lock"}; !slices.Equal(names, want) {
		t.Errorf("the folder has %q, want %q", names, want)
	}
}

func TestEachTroubleOfTheDiskHasItsReason(t *testing.T) {
	for _, test := range []struct {
		err  error
		want Reason
		says string
	}{
		{syscall.ENOSPC, diskFull, "the disk is full"},
		{syscall.EDQUOT, diskFull, "the disk is full"},
		{syscall.EACCES, notAllowed, "can’t be written to"},
		{syscall.EROFS, notAllowed, "can’t be written to"},
		{syscall.ENOENT, folderGone, "its folder is gone"},
		{syscall.ESTALE, folderGone, "its folder is gone"},
		{syscall.EIO, diskFault, "the disk reports a fault"},
		{syscall.EMFILE, tooManyOpen, "too many files are open"},
		{syscall.ENFILE, tooManyOpen, "too many files are open"},
		{syscall.EFBIG, otherTrouble, "Nothing is lost"},
	} {
		f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
		must(t, f.Append(said("a")))
		f.disk.write = func(path string, _ []byte) error { return &os.PathError{Op: "write", Path: path, Err: test.err} }
		failed, ok := errors.AsType[*SaveError](f.Append(said("b")))
		if !ok || failed.Reason != test.want || !strings.Contains(failed.Error(), test.says) {
			t.Errorf("%v: %v", test.err, failed)
		}
	}
}

// Who shares a case with others, by the rights of its file, goes on sharing it.
func TestSavingKeepsTheRights(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("it has no such rights")
	}
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("a")))
	for _, mode := range []os.FileMode{0o600, 0o644, 0o640} {
		must(t, os.Chmod(path, mode))
		must(t, f.Append(said("b")))
		for _, name := range []string{path, path + goodSuffix} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != mode {
				t.Errorf("%s has %v, want %v", name, info.Mode().Perm(), mode)
			}
		}
	}
}

func TestNothingIsLeftWhenAFileCantBeReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("a")))
	f.disk.rename = func(string, string) error { return syscall.ENOSPC }
	if err := f.Append(said("b")); err == nil {
		t.Fatal("it was saved")
	}
	f.disk = realDisk
	left, err := filepath.Glob(path + "*" + newSuffix)
	if err != nil || len(left) > 0 {
		t.Errorf("%v are left, %v", left, err)
	}
}
