// Package plainfile reads and writes regular files, and never waits for another program: a pipe or a device that
// somebody put in a file's place is an error. Reading is bounded. All other rooms read and write files through
// this one. Only what happens at the door of a file belongs here, nothing about its content.
package plainfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

	"backupdoctor/logic/words"
)

// ErrNotRegular means that something else than a file lies at a path, such as a folder, a pipe or a device.
var ErrNotRegular = words.Fail("plain-file.not-regular")

// Read reads the regular file at a path of the operating system: at most one byte more than most, so that a
// caller notices a file that is too large.
func Read(path string, most int) ([]byte, error) {
	if err := Check(path); err != nil {
		return nil, err
	}
	// Between the look and the opening a pipe may have come: opening one would wait for its writer.
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	return read(file, most)
}

// ReadFrom is Read for a file of a file system.
func ReadFrom(fsys fs.FS, path string, most int) ([]byte, error) {
	info, err := fs.Stat(fsys, path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, ErrNotRegular
	}
	file, err := fsys.Open(path)
	if err != nil {
		return nil, err
	}
	return read(file, most)
}

func read(file fs.File, most int) ([]byte, error) {
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	var data bytes.Buffer
	data.Grow(int(min(max(info.Size(), 0), int64(most))) + bytes.MinRead) // room for the end of the file, too
	_, err = data.ReadFrom(io.LimitReader(file, int64(most)+1))
	return data.Bytes(), errors.Join(err, file.Close())
}

// Check returns an error when there is no regular file at the path: one of fs.ErrNotExist when there is nothing.
func Check(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	return err
}

// CheckFree is Check for a path that a file may be made at: nothing there is no error.
func CheckFree(path string) error {
	err := Check(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Write makes a new file for this person alone, and returns when it has reached the disk. What was at the path
// before is removed, a link as well; what it leads to stays as it is.
func Write(path string, content []byte) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return tidy(path, fill(file, content))
}

// tidy removes a file that could not be written to the end: what got through would only keep a full disk full.
func tidy(path string, err error) error {
	if err != nil {
		_ = os.Remove(path)
	}
	return err
}

// sink is an open file, of which a test may tell what became of it.
type sink interface {
	io.WriteCloser
	Sync() error
}

// fill writes the content, waits until the disk has it, and closes the file.
func fill(file sink, content []byte) error {
	_, err := file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// Dress gives a new file the rights of the file that it will replace, and its owner and group where the system allows
// it; without such a file it stays for this person alone. What can't be given is not: the group has no rights when the
// group can't be kept.
func Dress(path, like string) {
	info, err := os.Stat(like)
	if err != nil {
		return
	}
	mode := info.Mode().Perm()
	if !keepOwner(path, info) {
		mode &^= 0o070
	}
	_ = os.Chmod(path, mode) // some disks have no rights
}
