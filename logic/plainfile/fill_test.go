package plainfile

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// told is a file that notes what is done with it, and fails where it is told to.
type told struct {
	done  []string
	fails map[string]error
}

func (f *told) do(what string) error {
	f.done = append(f.done, what)
	return f.fails[what]
}

func (f *told) Write(content []byte) (int, error) {
	return len(content), f.do("write " + string(content))
}
func (f *told) Sync() error  { return f.do("sync") }
func (f *told) Close() error { return f.do("close") }

// A file is closed whatever happens, and written through to the disk before that; each trouble is told.
func TestAFileIsWrittenThrough(t *testing.T) {
	broken := errors.New("broken on purpose")
	for _, test := range []struct {
		fails string
		done  []string
	}{
		{"", []string{"write new", "sync", "close"}},
		{"write new", []string{"write new", "close"}},
		{"sync", []string{"write new", "sync", "close"}},
		{"close", []string{"write new", "sync", "close"}},
	} {
		file := &told{fails: map[string]error{test.fails: broken}}
		err := fill(file, []byte("new"))
		if !slices.Equal(file.done, test.done) || errors.Is(err, broken) != (test.fails != "") {
			t.Errorf("when %q fails: %q, %v", test.fails, file.done, err)
		}
	}
}

// Half of a file is no use and keeps a full disk full.
func TestHalfAFileIsRemoved(t *testing.T) {
	broken := errors.New("broken on purpose")
	for _, err := range []error{nil, broken} {
		path := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := tidy(path, err); !errors.Is(got, err) {
			t.Errorf("of %v comes %v", err, got)
		}
		if _, gone := os.Stat(path); (gone != nil) != (err != nil) {
			t.Errorf("after %v the file: %v", err, gone)
		}
	}
}
