package casefile

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func shelf(t *testing.T) (*Shelf, *clock) {
	t.Helper()
	c := noon()
	s, err := OpenShelf(filepath.Join(t.TempDir(), "home", "cases"), c.now)
	must(t, err)
	return s, c
}

func create(t *testing.T, s *Shelf, name string) string {
	t.Helper()
	file, err := s.Create(Header{Name: name, Device: "iPad"})
	must(t, err)
	return file
}

// add puts an event into a case and sets when it was changed.
func add(t *testing.T, s *Shelf, file, text string, when time.Time) {
	t.Helper()
	path, err := s.Path(file)
	must(t, err)
	f := open(t, path, nil)
	must(t, f.Append(said(text)))
	must(t, f.Close())
	must(t, os.Chtimes(path, when, when))
}

// listed is an item without the events themselves.
type listed struct {
	File, Name, Device string
	Changed            time.Time
	Events             int
	Damaged            bool
}

func list(t *testing.T, s *Shelf) []listed {
	t.Helper()
	items, err := s.List()
	must(t, err)
	var short []listed
	for _, i := range items {
		short = append(short, listed{i.File, i.Name, i.Device, i.Changed, len(i.Events), i.Damaged})
	}
	return short
}

func TestTheShelfListsTheLatestChangedFirst(t *testing.T) {
	s, _ := shelf(t)
	add(t, s, create(t, s, "Anna"), "a", at(9, 0))
	add(t, s, create(t, s, "Ben"), "a", at(11, 0))
	add(t, s, create(t, s, "Anna"), "a", at(10, 0))
	must(t, os.WriteFile(filepath.Join(s.dir, "notes.txt"), []byte("mine"), 0o600))
	must(t, os.WriteFile(filepath.Join(s.dir, "Carla.toml"), []byte("[case"), 0o600))
	must(t, os.Chtimes(filepath.Join(s.dir, "Carla.toml"), at(8, 0), at(8, 0)))
	want := []listed{
		{File: "Ben.backupcase", Name: "Ben", Device: "ipad", Changed: at(11, 0), Events: 1},
		{File: "Anna 2.backupcase", Name: "Anna", Device: "ipad", Changed: at(10, 0), Events: 1},
		{File: "Anna.backupcase", Name: "Anna", Device: "ipad", Changed: at(9, 0), Events: 1},
		{File: "Carla.toml", Changed: at(8, 0), Damaged: true},
	}
	if got := list(t, s); !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestADamagedCaseIsListedByItsCopyAndItsDamagedFileIsNoCase(t *testing.T) {
	s, _ := shelf(t)
	file := create(t, s, "Anna")
	path, err := s.Path(file)
	must(t, err)
	must(t, os.WriteFile(path, []byte("damage"), 0o600))
	if got := list(t, s); len(got) != 1 || !got[0].Damaged || got[0].Name != "Anna" {
		t.Errorf("before it is opened: %+v", got)
	}
	f, _, err := Open(path, nil, s.now)
	must(t, err)
	must(t, f.Close())
	if got := list(t, s); len(got) != 1 || got[0].Damaged || got[0].Name != "Anna" {
		t.Errorf("after it was opened: %+v", got)
	}
	must(t, os.Remove(path))
	if got := list(t, s); len(got) != 1 || got[0].File != file || !got[0].Damaged || got[0].Name != "Anna" {
		t.Errorf("with the copy alone: %+v", got)
	}
}

func TestDuplicateAndRename(t *testing.T) {
	s, _ := shelf(t)
	file := create(t, s, "Anna")
	add(t, s, file, "a", at(9, 0))
	twin, err := s.Duplicate(file, "Anna’s twin")
	must(t, err)
	add(t, s, twin, "b", at(10, 0))
	must(t, s.Rename(file, "Ben"))
	must(t, os.Chtimes(filepath.Join(s.dir, file), at(9, 30), at(9, 30)))
	want := []listed{
		{File: "Anna’s twin.backupcase", Name: "Anna’s twin", Device: "ipad", Changed: at(10, 0), Events: 2},
		{File: "Anna.backupcase", Name: "Ben", Device: "ipad", Changed: at(9, 30), Events: 1},
	}
	if got := list(t, s); !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestAnOpenCaseIsNotRenamedOrDeleted(t *testing.T) {
	s, _ := shelf(t)
	file := create(t, s, "Anna")
	path, err := s.Path(file)
	must(t, err)
	f := open(t, path, nil)
	must(t, want(errInUse, s.Rename(file, "Ben")))
	_, err = s.Delete(file)
	must(t, want(errInUse, err))
	must(t, f.Append(said("a")))
	must(t, f.Close())
	must(t, s.Rename(file, "Ben"))
	if got := list(t, s); len(got) != 1 || got[0].Name != "Ben" || got[0].Events != 1 {
		t.Errorf("the shelf has %+v", got)
	}
}

func TestADeletedCaseComesBackWithItsCopies(t *testing.T) {
	s, clock := shelf(t)
	file := create(t, s, "Anna")
	add(t, s, file, "a", at(9, 0))
	path, err := s.Path(file)
	must(t, err)
	before, err := os.ReadFile(path + goodSuffix)
	must(t, err)
	id, err := s.Delete(file)
	must(t, err)
	if names, err := s.names(); err != nil || len(names) > 0 || len(list(t, s)) > 0 {
		t.Errorf("the shelf still has %q, %v", names, err)
	}
	trash, err := s.Trash()
	must(t, err)
	if want := []Deleted{{ID: id, Name: "Anna", When: at(12, 0), Events: 1}}; !slices.Equal(trash, want) {
		t.Errorf("the trash has %+v, want %+v", trash, want)
	}
	create(t, s, "Anna")
	clock.time = clock.time.Add(29 * 24 * time.Hour)
	s, err = OpenShelf(s.dir, clock.now)
	must(t, err)
	back, err := s.Undelete(id)
	must(t, err)
	if back != "Anna 2.backupcase" {
		t.Errorf("came back as %s", back)
	}
	path, err = s.Path(back)
	must(t, err)
	if after, err := os.ReadFile(path + goodSuffix); err != nil || string(after) != string(before) {
		t.Errorf("the copy became %q, %v", after, err)
	}
	if got := texts(open(t, path, nil).Case()); got != "a" {
		t.Errorf("came back with %q", got)
	}
	if trash, err := s.Trash(); err != nil || len(trash) > 0 {
		t.Errorf("the trash still has %+v, %v", trash, err)
	}
	if _, err := s.Undelete(id); err == nil {
		t.Error("came back twice")
	}
}

func TestTheTrashIsEmptiedAfterAMonth(t *testing.T) {
	s, clock := shelf(t)
	first, err := s.Delete(create(t, s, "Anna"))
	must(t, err)
	second, err := s.Delete(create(t, s, "Anna"))
	must(t, err)
	if first == second {
		t.Fatalf("both are %s", first)
	}
	clock.time = clock.time.Add(15 * 24 * time.Hour)
	late, err := s.Delete(create(t, s, "Ben"))
	must(t, err)
	must(t, os.Mkdir(filepath.Join(s.trash(), "mine"), 0o700))
	clock.time = clock.time.Add(16 * 24 * time.Hour)
	s, err = OpenShelf(s.dir, clock.now)
	must(t, err)
	trash, err := s.Trash()
	must(t, err)
	if len(trash) != 1 || trash[0].ID != late {
		t.Errorf("the trash has %+v, want only %s", trash, late)
	}
	if !exists(filepath.Join(s.trash(), "mine")) {
		t.Error("a folder that is not the program's is gone")
	}
}

func TestNamesThatLeadOutOfTheShelfAreRefused(t *testing.T) {
	s, _ := shelf(t)
	outside := filepath.Join(filepath.Dir(s.dir), "victim.toml")
	must(t, os.WriteFile(outside, []byte("[case]"), 0o600))
	for _, file := range []string{
		"", ".", "..", "../victim.toml", outside, `..\victim.toml`, "trash", "trash/x.toml", ".toml", "anna", "c:victim.toml",
	} {
		if _, err := s.Path(file); err == nil {
			t.Errorf("Path took %q", file)
		}
		if _, err := s.Delete(file); err == nil {
			t.Errorf("Delete took %q", file)
		}
		if _, err := s.Duplicate(file, "x"); err == nil {
			t.Errorf("Duplicate took %q", file)
		}
		if _, err := s.Undelete(file); err == nil {
			t.Errorf("Undelete took %q", file)
		}
	}
	if _, err := s.Undelete("20261123T120000Z-/../../victim"); err == nil {
		t.Error("Undelete left the trash")
	}
	if !exists(outside) || len(list(t, s)) > 0 {
		t.Error("something outside was touched")
	}
	must(t, want(fs.ErrNotExist, s.Rename("nobody.toml", "x")))
	if _, err := s.Delete("nobody.toml"); !errors.Is(err, fs.ErrNotExist) || len(list(t, s)) > 0 {
		t.Errorf("deleted nobody: %v", err)
	}
}

func TestFileStem(t *testing.T) {
	tests := []struct{ name, want string }{
		{"Anna", "Anna"},
		{"Grandma's iPhone", "Grandma's iPhone"},
		{"Großmutters  iPad (alt)", "Großmutters iPad (alt)"},
		{"u\u0308ber", "über"},
		{"आन्ना का फोन", "आन्ना का फोन"},
		{"アンナ", "アンナ"},
		{"", "case"},
		{"...", "case"},
		{"../../etc/passwd", "etc-passwd"},
		{`C:\Windows\x`, "C-Windows-x"},
		{"a\x00b\nc", "a b c"},
		{".hidden", "hidden"},
		{"NUL", "NUL-case"},
		{"com1", "com1-case"},
		{"x.damaged-20261123T120000Z", "x-damaged-20261123T120000Z"},
		{"📱", "case"},
		{strings.Repeat("ä", 300), strings.Repeat("ä", 60)},
	}
	for _, test := range tests {
		if got := fileStem(test.name); got != test.want {
			t.Errorf("fileStem(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAnyNameMakesAFileInTheShelf(t *testing.T) {
	s, _ := shelf(t)
	seen := map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		stem := fileStem(name)
		if !utf8.ValidString(stem) || len(stem) > maxStem+len("-case") || strings.ContainsAny(stem, `/\:*?"<>|.`+"\x00") {
			t.Fatalf("%q makes %q", name, stem)
		}
		if len(tidy(name)) > maxLabel || len(seen) > 40 {
			return
		}
		file, err := s.Create(Header{Name: name})
		must(t, err)
		if seen[strings.ToLower(file)] {
			t.Fatalf("%q makes %s again", name, file)
		}
		seen[strings.ToLower(file)] = true
		path, err := s.Path(file)
		must(t, err)
		if c := open(t, path, nil).Case(); c.Name != tidy(name) || !c.Created.Equal(at(12, 0)) {
			t.Fatalf("%q became %+v", name, c)
		}
	})
	if got := len(list(t, s)); got != len(seen) {
		t.Errorf("the shelf has %d cases of %d", got, len(seen))
	}
}

func TestHome(t *testing.T) {
	usual, err := os.UserConfigDir()
	if err != nil {
		usual = "" // then only the variable helps
	}
	tests := []struct{ variable, want string }{
		{filepath.Join(t.TempDir(), "data"), ""},
		{"relative", ""},
		{"", filepath.Join(usual, "backup-doctor")},
	}
	for _, test := range tests {
		got, err := Home(func(name string) string {
			if name != "BACKUPDOCTOR_HOME" {
				t.Errorf("asked for %s", name)
			}
			return test.variable
		})
		if test.want == "" {
			test.want, _ = filepath.Abs(test.variable)
		}
		if usual == "" && test.variable == "" {
			if err == nil {
				t.Errorf("no folder, but %s", got)
			}
		} else if err != nil || got != test.want || !filepath.IsAbs(got) {
			t.Errorf("%q: %s, %v, want %s", test.variable, got, err, test.want)
		}
	}
	if got, want := ShelfDir("x"), filepath.Join("x", "cases"); got != want {
		t.Error(got)
	}
}

func TestTheListIsBounded(t *testing.T) {
	t.Parallel()
	s, _ := shelf(t)
	for n := range maxListed + 5 {
		path := filepath.Join(s.dir, fmt.Sprintf("%04d.toml", n))
		must(t, os.WriteFile(path, []byte("[case]\n"), 0o600))
		must(t, os.Chtimes(path, at(0, 0), at(0, 0).Add(time.Duration(n)*time.Second)))
	}
	if got := list(t, s); len(got) != maxListed || got[0].File != "1004.toml" {
		t.Errorf("%d cases, the first is %+v", len(got), got[0])
	}
}

// Cases of earlier versions and those written by hand end in .toml, new ones as only this program's files do. One shelf holds
// both, and a case keeps its ending.
func TestCasesKeepTheEndingOfTheirName(t *testing.T) {
	s, _ := shelf(t)
	create(t, s, "New")
	must(t, os.WriteFile(filepath.Join(s.dir, "Old.toml"), Format(Case{Name: "Old", Device: "iphone"}), 0o600))
	id, err := s.Delete("Old.toml")
	must(t, err)
	if file, err := s.Undelete(id); err != nil || file != "Old.toml" {
		t.Errorf("a deleted Old.toml comes back as %s, %v", file, err)
	}
	got := map[string]bool{}
	for _, item := range list(t, s) {
		got[item.File] = !item.Damaged
	}
	if want := map[string]bool{"New.backupcase": true, "Old.toml": true}; !maps.Equal(got, want) {
		t.Errorf("the shelf lists %v", got)
	}
	if again, err := s.Create(Header{Name: "Old", Device: "iphone"}); err != nil || again != "Old 2.backupcase" {
		t.Errorf("another case of that name lies in %s, %v", again, err)
	}
}

// TestAShelfTellsOnceThatItCannotSave makes and renames cases where nothing can be saved.
func TestAShelfTellsOnceThatItCannotSave(t *testing.T) {
	s, _ := shelf(t)
	file := create(t, s, "Mine")
	path, err := s.Path(file)
	must(t, err)
	for _, at := range []string{path, filepath.Join(filepath.Dir(path), "Other"+filepath.Ext(path))} {
		must(t, os.MkdirAll(filepath.Join(at+newSuffix, "x"), 0o700))
		must(t, os.MkdirAll(filepath.Join(at+goodSuffix+newSuffix, "x"), 0o700))
	}
	_, made := s.Create(Header{Name: "Other", Device: "iPad"})
	for what, err := range map[string]error{"make": made, "rename": s.Rename(file, "Yours")} {
		if err == nil || strings.Count(err.Error(), "could not be saved") != 1 {
			t.Errorf("%s: %v", what, err)
		}
	}
}
