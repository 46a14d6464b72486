package casefile

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/tomlfile"
)

// saved makes a case with the events a and b, whose last good copy has only a.
func saved(t *testing.T) (path string, content []byte) {
	t.Helper()
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	must(t, f.SetHeader(Header{Name: "Anna", Version: "18.4", Country: "us"}))
	must(t, f.Append(said("a")))
	must(t, f.Append(said("b")))
	must(t, f.Close())
	content, err := os.ReadFile(f.Path())
	must(t, err)
	return f.Path(), content
}

// recovers opens a damaged file, wants the last good copy, and returns where the damaged one lies.
func recovers(t *testing.T, path string, damage []byte) string {
	t.Helper()
	f, notice, err := Open(path, nil, noon().now)
	if err != nil {
		t.Fatalf("%v; the file was %q", err, damage)
	}
	defer f.Close()
	if got := texts(f.Case()); got != "a" || f.Case().Name != "Anna" {
		t.Fatalf("%q opened from the file %q", got, damage)
	}
	if !notice.Recovered || notice.Fresh || notice.Problems == nil || len(notice.Moved) != 1 || notice.String() == "" {
		t.Fatalf("the notice is %+v", notice)
	}
	if kept, err := os.ReadFile(notice.Moved[0]); err != nil || string(kept) != string(damage) {
		t.Fatalf("moved aside: %q, %v, want %q", kept, err, damage)
	}
	return notice.Moved[0]
}

func TestAFileCutAnywhereOpensTheLastGoodCopy(t *testing.T) {
	t.Parallel()
	path, content := saved(t)
	good, err := os.ReadFile(path + goodSuffix)
	must(t, err)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for length := range len(content) - 1 { // without the last line end nothing is lost
		garbage := make([]byte, 1+random.IntN(64))
		for i := range garbage {
			garbage[i] = byte(random.Uint32())
		}
		for _, tail := range []string{"", strings.Repeat("\x00", len(content)-length), string(garbage) + "\x00"} {
			damage := append(content[:length:length], tail...)
			must(t, os.WriteFile(path, damage, 0o600))
			must(t, os.WriteFile(path+goodSuffix, good, 0o600))
			must(t, os.Remove(recovers(t, path, damage)))
			if again := open(t, path, nil); texts(again.Case()) != "a" {
				t.Fatalf("the recovered case was not saved: %+v", again.Case())
			} else {
				must(t, again.Close())
			}
		}
	}
}

func TestDamagedFilesAreNamedByTheTime(t *testing.T) {
	path, _ := saved(t)
	for _, want := range []string{"anna.damaged-20261123T120000Z.toml", "anna.damaged-20261123T120000Z-2.toml"} {
		must(t, os.WriteFile(path, []byte("[case"), 0o600))
		if got := filepath.Base(recovers(t, path, []byte("[case"))); got != want {
			t.Errorf("moved to %s, want %s", got, want)
		}
	}
}

func TestAMissingFileOpensTheLastGoodCopy(t *testing.T) {
	path, _ := saved(t)
	must(t, os.Remove(path))
	f, notice, err := Open(path, nil, noon().now)
	must(t, err)
	if texts(f.Case()) != "a" || !notice.Recovered || len(notice.Moved) > 0 || notice.Problems != nil {
		t.Errorf("%+v with the notice %+v", f.Case(), notice)
	}
	must(t, f.Append(said("c")))
	must(t, f.Close())
	if got := texts(open(t, path, nil).Case()); got != "a c" {
		t.Errorf("the file has %q", got)
	}
}

func TestNothingIsLostWhenBothAreDamaged(t *testing.T) {
	path, _ := saved(t)
	must(t, os.WriteFile(path, []byte("first"), 0o600))
	must(t, os.WriteFile(path+goodSuffix, []byte("second"), 0o600))
	f, notice, err := Open(path, nil, noon().now)
	must(t, err)
	if c := f.Case(); c.Name != "anna" || len(c.Events) != 0 || !notice.Fresh || notice.Recovered || len(notice.Moved) != 2 {
		t.Fatalf("%+v with the notice %+v", c, notice)
	}
	must(t, f.Append(said("new")))
	must(t, f.Close())
	if got := texts(open(t, path, nil).Case()); got != "new" {
		t.Errorf("the file has %q", got)
	}
	for i, want := range []string{"first", "second"} {
		if kept, err := os.ReadFile(notice.Moved[i]); err != nil || string(kept) != want {
			t.Errorf("%s has %q, %v", notice.Moved[i], kept, err)
		}
	}
}

func TestAFileWrittenByHandIsLeftAloneWhenItHasProblems(t *testing.T) {
	for _, text := range []string{"[case]\nnaem = 'A'\n", "[case\n", ""} {
		path := filepath.Join(t.TempDir(), "anna.toml")
		must(t, os.WriteFile(path, []byte(text), 0o600))
		_, _, err := Open(path, nil, noon().now)
		if _, ok := errors.AsType[tomlfile.Problems](err); !ok {
			t.Errorf("%q: %v", text, err)
		}
		if kept, err := os.ReadFile(path); err != nil || string(kept) != text {
			t.Errorf("%q became %q, %v", text, kept, err)
		}
		must(t, os.WriteFile(path, []byte("[case]\nname = 'A'\n"), 0o600))
		if got := open(t, path, nil).Case().Name; got != "A" { // the lock is free
			t.Errorf("corrected, it is called %q", got)
		}
	}
}

func TestACaseOfANewerEditionIsLeftAlone(t *testing.T) {
	path, _ := saved(t)
	text := "format = 2\n[story]\n"
	must(t, os.WriteFile(path, []byte(text), 0o600))
	_, _, err := Open(path, nil, noon().now)
	if err == nil || !strings.Contains(err.Error(), "newer edition") {
		t.Errorf("the error is %v", err)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != text {
		t.Errorf("the file became %q, %v", kept, err)
	}
}

func TestEventsThatTheKnowledgeBaseForgotAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(Event{What: Tried{Fix: "pray", Outcome: Failed}}, said("a")))
	must(t, f.Close())
	f, notice, err := Open(path, shipped(t), noon().now)
	must(t, err)
	if notice.Unknown == nil || notice.Recovered || len(notice.Moved) > 0 || !strings.Contains(notice.String(), `no fix "pray"`) {
		t.Errorf("the notice is %+v", notice)
	}
	must(t, f.Append(said("b")))
	must(t, f.Close())
	if events := open(t, path, nil).Case().Events; len(events) != 3 || (events[0].What != Tried{Fix: "pray", Outcome: Failed}) {
		t.Errorf("the file has %+v", events)
	}
}

func TestADamagedFileThatCantBeMovedIsNotOverwritten(t *testing.T) {
	path, _ := saved(t)
	must(t, os.WriteFile(path, []byte("damage"), 0o600))
	stuck := errors.New("stuck")
	f := &File{path: path, now: noon().now, disk: realDisk}
	f.disk.rename = func(from, to string) error {
		if strings.Contains(to, damagedMark) {
			return stuck
		}
		return os.Rename(from, to)
	}
	var notice Notice
	must(t, f.load(&notice))
	if texts(f.Case()) != "a" || !notice.Recovered || !f.Unsaved() {
		t.Fatalf("%+v with the notice %+v", f.Case(), notice)
	}
	must(t, want(stuck, f.Append(said("c"))))
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "damage" {
		t.Errorf("the damaged file became %q, %v", kept, err)
	}
	f.disk = realDisk
	must(t, f.Close())
	if got := texts(open(t, path, nil).Case()); got != "a c" {
		t.Errorf("the file has %q", got)
	}
}

func TestAFolderIsNotACase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	must(t, os.Mkdir(path, 0o700))
	if _, _, err := Open(path, nil, noon().now); err == nil {
		t.Error("a folder opened")
	}
}
