package casefile

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/casefile/filename"
	"backupdoctor/logic/words"
)

// Bounds of a shelf.
const (
	maxNames  = 20_000 // files looked at
	maxListed = 1_000  // cases read for the list, the latest changed
)

// errInUse means that a case is open, here or elsewhere, and can't be renamed or deleted now.
var errInUse = words.Fail("cases.in-use")

// Shelf is a folder of cases. Cases are named by their file in it, such as "Anna's iPhone.backupcase"; the name
// follows from the case's first name and stays when the case is renamed.
type Shelf struct {
	dir string
	now func() time.Time
}

// Item is a case in the list of a shelf.
type Item struct {
	Case              // without events and with an empty header when it can't be read
	File    string    // name in the shelf
	Changed time.Time // when the file was last saved, UTC
	Damaged bool      // the file can't be read; opening it tells more, and opens the last good copy if there is one
}

// OpenShelf opens the folder, creates it if needed, and empties the trash of what was deleted more than 30
// days ago.
func OpenShelf(dir string, now func() time.Time) (*Shelf, error) {
	s := &Shelf{dir: dir, now: now}
	if err := os.MkdirAll(s.trash(), 0o700); err != nil {
		return nil, words.Wrap(err, "cases.error.folder")
	}
	_ = s.purge() // what could not be deleted today can be next time
	return s, nil
}

// Path is where a case lies. Names that lead out of the shelf are refused.
func (s *Shelf) Path(file string) (string, error) {
	if !filepath.IsLocal(file) || strings.ContainsAny(file, `/\:`) || !filename.IsCase(file) {
		return "", words.Fail("cases.error.name", "File", clip(file), "Folder", s.dir)
	}
	return filepath.Join(s.dir, file), nil
}

// List returns the cases, the latest changed first, at most a thousand.
func (s *Shelf) List() ([]Item, error) {
	names, err := s.names()
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	var items []Item
	for _, name := range names {
		file := belongs(name)
		if file == "" || found[file] || name != file && name != file+goodSuffix {
			continue
		}
		found[file] = true
		items = append(items, Item{File: file, Changed: changed(filepath.Join(s.dir, file))})
	}
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(b.Changed.Compare(a.Changed), cmp.Compare(a.File, b.File))
	})
	items = items[:min(len(items), maxListed)]
	for i := range items {
		items[i].look(s.dir)
	}
	return items, nil
}

// look fills in what the file says, or its last good copy.
func (i *Item) look(dir string) {
	path := filepath.Join(dir, i.File)
	c, err := readCase(path)
	if err != nil {
		i.Damaged = true
		if c, err = readCase(path + goodSuffix); err != nil {
			return
		}
	}
	i.Case = c
}

func readCase(path string) (Case, error) {
	content, err := readBounded(path)
	if err != nil {
		return Case{}, err
	}
	return Parse(path, content, nil)
}

// names are the names of all files in the shelf, sorted.
func (s *Shelf) names() ([]string, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return nil, words.Wrap(err, "cases.error.list")
	}
	if len(entries) > maxNames {
		return nil, words.Fail("cases.error.many", "Most", maxNames, "Folder", s.dir)
	}
	var names []string
	for _, entry := range entries {
		if !entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	return names, nil
}

// Create makes a case and returns its file. Its name need not be new.
func (s *Shelf) Create(h Header) (string, error) {
	if err := faultError(h.judge(nil)); err != nil {
		return "", words.Wrap(err, "cases.error.create")
	}
	c := Case{Created: moment(s.now())}
	c.setHeader(h)
	return s.place(c)
}

// Duplicate copies a case under another name and returns the file of the copy.
func (s *Shelf) Duplicate(file, name string) (string, error) {
	path, err := s.Path(file)
	if err != nil {
		return "", err
	}
	c, err := readCase(path)
	if err != nil {
		return "", words.Wrap(err, "cases.error.copy")
	}
	h := c.Header()
	h.Name = name
	if err := faultError(h.judge(nil)); err != nil {
		return "", words.Wrap(err, "cases.error.copy")
	}
	c.setHeader(h)
	return s.place(c)
}

// Rename changes the name of a case that is not open; an open one is renamed by File.SetHeader.
func (s *Shelf) Rename(file, name string) error {
	f, err := s.open(file)
	if err != nil {
		return err
	}
	c := f.Case()
	h := c.Header()
	h.Name = name
	return f.closeAfter(f.SetHeader(h))
}

// closeAfter closes a case after a change with this error. Closing tries to save again, and would tell the same twice.
func (f *File) closeAfter(err error) error {
	if trouble := f.Close(); err == nil {
		return trouble
	}
	return err
}

// open opens a case that is there and that nobody else has.
func (s *Shelf) open(file string) (*File, error) {
	path, err := s.Path(file)
	if err != nil {
		return nil, err
	}
	if !exists(path) && !exists(path+goodSuffix) {
		return nil, words.Wrap(fs.ErrNotExist, "cases.error.gone", "File", path)
	}
	f, notice, err := Open(path, nil, s.now)
	if err != nil {
		return nil, err
	}
	if notice.InUse {
		return nil, errors.Join(errInUse, f.Close())
	}
	return f, nil
}

// place writes a case to a file of its own.
func (s *Shelf) place(c Case) (string, error) {
	want := fileStem(c.Name)
	taken, err := s.taken()
	if err != nil {
		return "", err
	}
	for n := 1; ; n++ {
		stem := numbered(want, n)
		if taken[strings.ToLower(stem)] {
			continue
		}
		f, notice, err := Open(filepath.Join(s.dir, stem+filename.New), nil, s.now)
		if err != nil {
			return "", words.Wrap(err, "cases.error.create")
		}
		if notice.InUse || f.saved != nil { // another program was faster
			if err := f.Close(); err != nil {
				return "", err
			}
			continue
		}
		f.adopt(c)
		return stem + filename.New, f.closeAfter(f.Save())
	}
}

// taken are the stems in use, in lower case since some file systems do not tell cases apart.
func (s *Shelf) taken() (map[string]bool, error) {
	names, err := s.names()
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	for _, name := range names {
		if file := belongs(name); file != "" {
			taken[strings.ToLower(stem(file))] = true
		}
	}
	return taken, nil
}
