package casefile

import (
	"bytes"
	"errors"
	"io/fs"

	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/words"
)

// Keep sees to it that nothing is lost when the case is left: it saves what the file on the disk lacks and reads the
// file back. No error means that the file holds the whole case, or that there is nothing to keep: nothing was recorded
// in a new case, or the case is open for reading only.
func (f *File) Keep() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.readOnly || f.saved == nil && !f.dirty {
		return nil
	}
	if !f.isKept() {
		if err := f.save(); err != nil {
			return err
		}
	}
	if !f.isKept() {
		return saveError(f.path, words.Fail("cases.error.not-read-back"))
	}
	return nil
}

// isKept reports whether the file on the disk, read anew, holds the whole case; f.mu is held.
func (f *File) isKept() bool {
	kept, ok := f.readBack()
	return ok && !f.dirty && f.agedSince.IsZero() && bytes.Equal(Format(kept), Format(f.current()))
}

// readBack is the case that the file on the disk holds now; f.mu is held.
func (f *File) readBack() (kept Case, ok bool) {
	content, err := f.disk.read(f.path)
	if err != nil {
		return Case{}, false
	}
	kept, problems := read(f.path, content, f.known)
	return kept, isUsable(problems)
}

// Unkept returns the events that the file on the disk, read anew, does not hold. It is all of them when the file
// can't be read.
func (f *File) Unkept() []Event {
	f.mu.Lock()
	defer f.mu.Unlock()
	all := f.current().Events
	kept, ok := f.readBack()
	if !ok {
		return all
	}
	have := map[string]int{}
	for _, e := range kept.Events {
		have[contentOf(e)]++
	}
	var missing []Event
	for _, e := range all {
		if content := contentOf(e); have[content] > 0 {
			have[content]--
		} else {
			missing = append(missing, e)
		}
	}
	return missing
}

// WriteCopy writes a case to a new file, and reads it back. What is there already stays, and is an error; one that
// the disk gives is a *SaveError.
func WriteCopy(path string, c Case) error {
	if exists(path) {
		return words.Wrap(fs.ErrExist, "cases.error.taken", "File", path)
	}
	content := Format(c)
	if err := realDisk.replace(path, content, path); err != nil {
		return saveError(path, err)
	}
	if back, err := plainfile.Read(path, maxFile); err != nil || !bytes.Equal(back, content) {
		return saveError(path, errors.Join(err, words.Fail("cases.error.not-read-back")))
	}
	return nil
}
