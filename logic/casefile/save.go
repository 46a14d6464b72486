package casefile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/words"
)

// The names of what lies beside a case's file.
const (
	goodSuffix = ".bak"  // the last good copy
	lockSuffix = ".lock" // held while the case is open
	newSuffix  = ".new"  // being written
)

// Reason says why a case could not be saved, so that the window can say what to do.
type Reason string

// The reasons of a SaveError.
const (
	diskFull     Reason = "disk-full"
	notAllowed   Reason = "not-allowed"   // the folder or the disk is read only
	folderGone   Reason = "folder-gone"   // moved, deleted, or on a disk that was taken out
	diskFault    Reason = "disk-fault"    // the disk itself failed
	tooManyOpen  Reason = "too-many-open" // of this program or of the computer
	InUse        Reason = "in-use"        // somebody else opened the case meanwhile
	otherTrouble Reason = "other-trouble" // see Err
)

// SaveError means that the case could not be saved. The change is kept in memory and Save tries again.
type SaveError struct {
	Path   string
	Reason Reason
	Err    error
}

// Error says in English what to do, and what the operating system said.
func (e *SaveError) Error() string { return fmt.Sprintf("%s (%v)", words.English(e), e.Err) }

// Tell says what to do.
func (e *SaveError) Tell(c *words.Catalog) string {
	return c.Text("trouble.save."+string(e.Reason), "File", filepath.Base(e.Path), "Error", c.Sentence(e.Err))
}

// Unwrap is the error of the operating system.
func (e *SaveError) Unwrap() error { return e.Err }

// windowsDiskFull are the two numbers by which Windows says that a disk is full.
var windowsDiskFull = []error{syscall.Errno(39), syscall.Errno(112)}

func saveError(path string, err error) error {
	reason := otherTrouble
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT),
		runtime.GOOS == "windows" && (errors.Is(err, windowsDiskFull[0]) || errors.Is(err, windowsDiskFull[1])):
		reason = diskFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		reason = notAllowed
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ESTALE): // the latter on a disk in the network
		reason = folderGone
	case errors.Is(err, syscall.EIO):
		reason = diskFault
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		reason = tooManyOpen
	case errors.Is(err, errHeldElsewhere):
		reason = InUse
	}
	return &SaveError{Path: path, Reason: reason, Err: err}
}

var errHeldElsewhere = words.Fail("cases.error.held")

// disk is how files are replaced; tests break it at every step.
type disk struct {
	read   func(path string) ([]byte, error)
	write  func(path string, content []byte) error // to the end, and through to the disk
	rename func(from, to string) error             // replaces what is there, at once
	settle func(dir string) error                  // makes renames in the folder last
}

var realDisk = disk{read: readBounded, write: plainfile.Write, rename: os.Rename, settle: settle}

func settle(dir string) error {
	if runtime.GOOS == "windows" { // can't sync a folder, and does so by itself
		return nil
	}
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(flush(folder), folder.Close())
}

// flush waits until the disk has what is in a folder.
func flush(folder interface{ Sync() error }) error {
	err := folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) { // some network disks can't either
		return nil
	}
	return err
}

// replace puts the content in the file's place: at any instant either the old or the new content is there as
// a whole. The file gets the rights of the file like, as far as there is one.
func (d disk) replace(path string, content []byte, like string) error {
	if err := d.write(path+newSuffix, content); err != nil {
		return err
	}
	plainfile.Dress(path+newSuffix, like)
	if err := d.rename(path+newSuffix, path); err != nil {
		_ = os.Remove(path + newSuffix) // it would keep a full disk full
		return err
	}
	return d.settle(filepath.Dir(path))
}

// save writes the case. First the content before becomes the last good copy, then the file gets the new
// content, each replaced as a whole, so that after a crash at least one of them is good.
func (f *File) save() error {
	f.dirty = true
	if err := f.write(); err != nil {
		return saveError(f.path, err)
	}
	f.dirty, f.agedSince = false, time.Time{}
	return nil
}

func (f *File) write() error {
	if held, err := f.hold(); err == nil && !held {
		return errHeldElsewhere
	}
	if err := f.moveAside(nil); err != nil {
		return err
	}
	strange, err := f.absorb()
	if err != nil {
		return err
	}
	content, good, first := f.content(), f.path+goodSuffix, f.saved == nil
	if !first && (strange != nil || !bytes.Equal(f.saved, content)) {
		if err := f.disk.replace(good, f.saved, f.path); err != nil {
			return err
		}
	}
	if strange != nil { // after the last good copy: it opens when the machine stops here
		if err := f.putAside(strange); err != nil {
			return err
		}
	}
	if err := f.disk.replace(f.path, content, f.path); err != nil {
		return err
	}
	f.saved = content
	if first {
		return f.disk.replace(good, content, f.path)
	}
	return nil
}
