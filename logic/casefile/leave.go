package casefile

import (
	"bytes"
	"errors"
	"io/fs"

	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/words"
)

// IsKept reports whether the file on the disk, read anew, holds the whole case.
func (f *File) IsKept() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	kept, ok := f.readBack()
	return ok && bytes.Equal(Format(kept), Format(f.current()))
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
	if err := realDisk.replace(path, content); err != nil {
		return saveError(path, err)
	}
	if back, err := plainfile.Read(path, maxFile); err != nil || !bytes.Equal(back, content) {
		return saveError(path, errors.Join(err, words.Fail("cases.error.not-read-back")))
	}
	return nil
}
