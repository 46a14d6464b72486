package casefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"backupdoctor/logic/casefile/filename"
	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/words"
)

// Errors of an open case. Those of a save that failed are *SaveError instead.
var (
	ErrReadOnly      = words.Fail("trouble.read-only")
	ErrFull          = words.Fail("cases.error.full", "Events", maxEvents, "Size", maxFile>>20)
	ErrNoEvent       = words.Fail("cases.error.no-event")
	ErrNothingToUndo = words.Fail("text.undo.nothing")
	ErrNothingToRedo = words.Fail("text.redo.nothing")
)

// File is an open case on disk. Every change is saved before the call returns. When saving fails, the call
// returns a *SaveError, the change stays in memory, and the next change or Save tries again. It is safe for
// concurrent use.
type File struct {
	mu    sync.Mutex
	path  string
	known Known
	now   func() time.Time
	disk  disk

	lock     *flock.Flock
	lockFile fs.FileInfo // of the lock that is held; nil for a case in memory
	readOnly bool

	head    Case // without events
	entries []Entry
	done    []change
	undone  []change

	saved []byte   // what the file holds, as last read or written; nil when there is none
	aside []string // damaged files to move away before the next save
	dirty bool     // the last save failed
	// agedSince is when facts were first read again since the last save, so that the file has older ages of
	// them.
	agedSince time.Time

	foreign Foreign // what saves took in since the last Absorb
	kept    []byte  // the foreign content that was put aside last
}

// Entry is an event of an open case with its place. Removing an event keeps its entry until the case is
// closed.
type Entry struct {
	Seq     int // from 1, in the order of the file; never used twice while the case is open
	Event   Event
	Removed bool

	kept formatted
}

// Open opens the case at the path, or starts a new one when there is none; the folder must exist. Known is
// used to check the ids of events and may be nil; now gives the time of the change.
//
// If another window or program has the case, it opens for reading only. A damaged file is moved aside, not
// deleted, and the last good copy opens instead; if that is damaged too, both are moved and an empty case
// opens. The Notice tells. A file without a last good copy was never saved by this program: its problems come
// back as tomlfile.Problems, and the file stays as it is.
func Open(path string, known Known, now func() time.Time) (*File, Notice, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // saving replaces the file, not a link to it
	}
	f := &File{path: path, known: known, now: now, disk: realDisk}
	var notice Notice
	held, err := f.hold()
	if errors.Is(err, plainfile.ErrNotRegular) {
		return nil, Notice{}, err
	}
	if err == nil && !held {
		f.readOnly, notice.InUse = true, true
	}
	if err := f.load(&notice); err != nil {
		if f.lock != nil { // what is refused is left as it was found
			err = errors.Join(err, removeLock(f.lock, path))
		}
		return nil, Notice{}, err
	}
	return f, notice, nil
}

// hold takes the lock. False without error means that somebody else has it; an error, that there can be no
// lock here, as in a folder that is read only, where nobody can save either.
func (f *File) hold() (bool, error) {
	if f.lock != nil {
		if now, err := os.Stat(f.path + lockSuffix); f.lockFile == nil || err == nil && os.SameFile(now, f.lockFile) {
			return true, nil
		}
		// Somebody removed the lock, as programs do that tidy up: another window may have a new one.
		if err := f.release(); err != nil {
			return false, err
		}
	}
	lock, err := takeLock(f.path)
	if err != nil || lock == nil {
		return false, err
	}
	f.lock = lock
	f.lockFile, err = lock.Stat()
	return true, err
}

// takeLock locks the case at a path; nil without error means that somebody else has it.
func takeLock(path string) (*flock.Flock, error) {
	if err := plainfile.CheckFree(path + lockSuffix); errors.Is(err, plainfile.ErrNotRegular) {
		return nil, notRegular(path+lockSuffix, err) // opening a pipe would wait
	}
	for tries := 1; ; tries++ {
		lock := flock.New(path+lockSuffix, flock.SetPermissions(0o600))
		held, err := lock.TryLock()
		if err != nil {
			return nil, errors.Join(err, lock.Close())
		}
		if !held {
			return nil, nil
		}
		// Some disks number their files anew each time; there the lock of the last try must do.
		if tries == mostTries || isLockOf(lock, path) {
			return lock, nil
		}
		if err := lock.Close(); err != nil {
			return nil, err
		}
	}
}

// mostTries bounds how often a lock is taken whose file was removed meanwhile.
const mostTries = 10

// isLockOf reports whether a lock that is held is still the file at its path: who had it may have removed it.
func isLockOf(lock *flock.Flock, path string) bool {
	held, err := lock.Stat()
	now, missing := os.Stat(path + lockSuffix)
	return err == nil && missing == nil && os.SameFile(now, held)
}

// removeLock gives a lock free and removes its file. It removes before it gives free: whoever gets the lock
// afterwards sees that it is not at its path, and takes another one. Windows removes no open file: there
// it is the other way round, and the file stays if somebody else has opened it meanwhile.
func removeLock(lock *flock.Flock, path string) error {
	isMine := isLockOf(lock, path)
	if isMine && runtime.GOOS != "windows" {
		_ = os.Remove(path + lockSuffix) // it is in nobody's way
	}
	err := lock.Close()
	if isMine && runtime.GOOS == "windows" {
		_ = os.Remove(path + lockSuffix)
	}
	return err
}

// release gives the lock free. Its file goes, too, when there is no case.
func (f *File) release() error {
	if f.lock == nil {
		return nil
	}
	lock := f.lock
	f.lock = nil
	if !exists(f.path) && !exists(f.path+goodSuffix) {
		return removeLock(lock, f.path)
	}
	return lock.Close()
}

// Close saves what is not saved yet and gives the case free for others. It gives it free even when saving
// fails.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	var err error
	switch {
	case f.readOnly:
	case f.dirty:
		err = f.save()
	case !f.agedSince.IsZero():
		_ = f.save() // only the age of facts is lost when that fails
	}
	f.readOnly = true
	return errors.Join(err, f.release())
}

// Save writes the case if a save failed before, or if it is new and was never written.
func (f *File) Save() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.readOnly {
		return ErrReadOnly
	}
	if !f.dirty && f.saved != nil {
		return nil
	}
	return f.save()
}

// Path is where the case lies.
func (f *File) Path() string { return f.path }

// ReadOnly reports whether the case can't be changed here: it is in use elsewhere, or closed.
func (f *File) ReadOnly() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.readOnly
}

// Unsaved reports whether the last save failed, so that changes are only in memory.
func (f *File) Unsaved() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.dirty
}

// Case returns a copy of the case without the removed events.
func (f *File) Case() Case {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.current()
}

// Entries returns a copy of all events with their numbers, the removed ones included.
func (f *File) Entries() []Entry {
	f.mu.Lock()
	defer f.mu.Unlock()
	list := make([]Entry, len(f.entries))
	for i := range f.entries {
		list[i] = f.entries[i].plain()
	}
	return list
}

func (f *File) current() Case {
	c := f.head
	n := 0
	for i := range f.entries {
		if !f.entries[i].Removed {
			n++
		}
	}
	if n == 0 {
		return c
	}
	c.Events = make([]Event, 0, n)
	for i := range f.entries {
		if !f.entries[i].Removed {
			c.Events = append(c.Events, f.entries[i].Event)
		}
	}
	return c
}

// adopt takes over a case as it was read. Observations are no change that a person could take back.
func (f *File) adopt(c Case) {
	f.head, f.entries, f.done, f.undone = c, nil, nil, nil
	f.head.Events = nil
	for i, e := range c.Events {
		f.entries = append(f.entries, Entry{Seq: i + 1, Event: e})
		if !e.IsFact() {
			f.done = append(f.done, change{seqs: []int{i + 1}})
		}
	}
}

// stem is the name of the file without folder and ending.
func stem(path string) string {
	name, _ := filename.Cut(filepath.Base(path))
	return name
}
