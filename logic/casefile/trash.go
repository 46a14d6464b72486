package casefile

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/casefile/filename"
	"backupdoctor/logic/words"
)

// keepDeleted is how long a deleted case can be brought back.
const keepDeleted = 30 * 24 * time.Hour

// Deleted is a case in the trash of a shelf.
type Deleted struct {
	ID     string    // for Undelete: name of its folder in the trash
	Name   string    // of the case; its file's name when it can't be read
	When   time.Time // UTC
	Events int
}

func (s *Shelf) trash() string { return filepath.Join(s.dir, "trash") }

// Delete moves a case that is not open into the trash, with its copies, and returns the id to bring it back
// by.
func (s *Shelf) Delete(file string) (string, error) {
	path, err := s.Path(file)
	if err != nil {
		return "", err
	}
	lock, err := takeLock(path)
	if err != nil {
		return "", words.Wrap(err, "cases.error.delete")
	}
	if lock == nil {
		return "", errInUse
	}
	id, err := s.discard(file)
	return id, errors.Join(err, removeLock(lock, path))
}

// discard moves the files of a case into a folder of the trash.
func (s *Shelf) discard(file string) (string, error) {
	parts, err := s.parts(s.dir, file)
	if err != nil {
		return "", err
	}
	if len(parts) == 0 {
		return "", words.Wrap(os.ErrNotExist, "cases.error.gone", "File", file)
	}
	var id string
	for n := 1; ; n++ {
		id = s.now().UTC().Format(stampLayout) + "-" + numbered(stem(file), n)
		err := os.Mkdir(filepath.Join(s.trash(), id), 0o700)
		if err == nil {
			break
		}
		if !errors.Is(err, os.ErrExist) {
			return "", words.Wrap(err, "cases.error.delete")
		}
	}
	for _, part := range parts {
		if err := os.Rename(filepath.Join(s.dir, part), filepath.Join(s.trash(), id, part)); err != nil {
			return id, words.Wrap(err, "cases.error.delete")
		}
	}
	return id, errors.Join(settle(filepath.Join(s.trash(), id)), settle(s.dir))
}

// parts are the files of a case in a folder, its copies first: a case half moved still has its file.
func (s *Shelf) parts(dir, file string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, words.Wrap(err, "cases.error.find")
	}
	var parts []string
	for _, entry := range entries {
		name := entry.Name()
		passing := strings.HasSuffix(name, lockSuffix) || strings.HasSuffix(name, newSuffix)
		if !entry.IsDir() && belongs(name) == file && !passing {
			parts = append(parts, name)
		}
	}
	slices.SortFunc(parts, func(a, b string) int {
		return cmp.Or(cmp.Compare(order(a, file), order(b, file)), cmp.Compare(a, b))
	})
	return parts, nil
}

func order(name, file string) int {
	if name == file {
		return 1
	}
	return 0
}

// Trash returns the deleted cases, the latest first.
func (s *Shelf) Trash() ([]Deleted, error) {
	entries, err := os.ReadDir(s.trash())
	if err != nil {
		return nil, words.Wrap(err, "cases.error.list-deleted")
	}
	var list []Deleted
	for _, entry := range entries {
		when, ok := stamped(entry.Name())
		if !ok || !entry.IsDir() || len(list) == maxListed {
			continue
		}
		deleted := Deleted{ID: entry.Name(), When: when}
		if file := s.deletedFile(entry.Name()); file != "" {
			item := Item{File: file}
			item.look(filepath.Join(s.trash(), entry.Name()))
			deleted.Name, deleted.Events = cmp.Or(item.Name, stem(file)), len(item.Events)
		}
		list = append(list, deleted)
	}
	slices.SortFunc(list, func(a, b Deleted) int {
		return cmp.Or(b.When.Compare(a.When), cmp.Compare(a.ID, b.ID))
	})
	return list, nil
}

// deletedFile is the name that a deleted case's file had, or would have if only copies are left; empty for an
// empty folder.
func (s *Shelf) deletedFile(id string) string {
	entries, err := os.ReadDir(filepath.Join(s.trash(), id))
	if err != nil {
		return ""
	}
	for _, entry := range entries {
		if file := belongs(entry.Name()); file != "" {
			return file
		}
	}
	return ""
}

// Undelete brings a deleted case back and returns its file. The file has another name than before if that is
// taken now.
func (s *Shelf) Undelete(id string) (string, error) {
	if _, ok := stamped(id); !ok || filepath.Base(id) != id {
		return "", words.Fail("cases.error.not-deleted", "ID", clip(id))
	}
	dir := filepath.Join(s.trash(), id)
	file := s.deletedFile(id)
	old, ending := filename.Cut(file)
	if file == "" {
		return "", words.Wrap(os.ErrNotExist, "cases.error.gone", "File", id)
	}
	parts, err := s.parts(dir, file)
	if err != nil {
		return "", err
	}
	taken, err := s.taken()
	if err != nil {
		return "", err
	}
	n := 1
	for taken[strings.ToLower(numbered(old, n))] {
		n++
	}
	name := numbered(old, n)
	for _, part := range parts {
		to := filepath.Join(s.dir, name+strings.TrimPrefix(part, old))
		if err := os.Rename(filepath.Join(dir, part), to); err != nil {
			return "", words.Wrap(err, "cases.error.undelete")
		}
	}
	return name + ending, errors.Join(os.Remove(dir), settle(s.dir))
}

// purge deletes for good what has been in the trash for too long.
func (s *Shelf) purge() error {
	entries, err := os.ReadDir(s.trash())
	if err != nil {
		return words.Wrap(err, "cases.error.trash")
	}
	for _, entry := range entries {
		if when, ok := stamped(entry.Name()); ok && s.now().Sub(when) > keepDeleted {
			err = errors.Join(err, os.RemoveAll(filepath.Join(s.trash(), entry.Name())))
		}
	}
	return err
}

// stamped reads from the name of a folder in the trash when it was put there.
func stamped(id string) (time.Time, bool) {
	if len(id) < len(stampLayout)+2 || id[len(stampLayout)] != '-' {
		return time.Time{}, false
	}
	when, err := time.Parse(stampLayout, id[:len(stampLayout)])
	return when, err == nil
}
