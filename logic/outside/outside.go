// Package outside hands pages, files and folders to the computer's own programs, asks the desktop for its proxy, and notifies on Windows. It
// is the one room that starts other programs.
package outside

import (
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"backupdoctor/logic/words"
)

// Computer is the computer that the program runs on. The zero Computer is ready to use.
type Computer struct {
	system string                                  // as runtime.GOOS; empty for that
	start  func(name string, args ...string) error // nil for run
}

// patience is how long a program that was started may take to fail. A viewer may run as long as it is open.
const patience = 3 * time.Second

// Open opens a page, by an address that begins with https://, or a file by its path, with the program that
// the person has for it. The error tells what to do by hand. It may take some seconds.
func (c Computer) Open(target string) error {
	isPage := strings.HasPrefix(target, "https://")
	name, args := "xdg-open", []string{target}
	switch c.os() {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", target}
	}
	err := errors.ErrUnsupported
	if isPage || filepath.IsAbs(target) {
		err = c.run(name, args...)
	}
	switch {
	case err == nil:
		return nil
	case isPage:
		return words.Wrap(err, "outside.page", "Address", strings.TrimPrefix(target, "https://"))
	}
	return words.Wrap(err, "outside.file", "File", filepath.Base(target), "Folder", filepath.Dir(target))
}

// ShowInFolder shows a file in the folder that it lies in. Where no program can point at the file, the folder
// alone is opened.
func (c Computer) ShowInFolder(path string) error {
	folder := filepath.Dir(path)
	var err error
	switch c.os() {
	case "darwin":
		err = c.run("open", "-R", path)
	case "windows":
		err = c.run("rundll32", "url.dll,FileProtocolHandler", folder)
	default:
		at := url.URL{Scheme: "file", Path: path}
		// A comma would end the first of several files.
		list := "array:string:" + strings.ReplaceAll(at.String(), ",", "%2C")
		err = c.run("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.FileManager1",
			"/org/freedesktop/FileManager1", "org.freedesktop.FileManager1.ShowItems", list, "string:")
		if err != nil {
			err = c.run("xdg-open", folder)
		}
	}
	if err != nil {
		return words.Wrap(err, "outside.folder", "Folder", folder)
	}
	return nil
}

func (c Computer) os() string {
	if c.system == "" {
		return runtime.GOOS
	}
	return c.system
}

func (c Computer) run(name string, args ...string) error {
	start := c.start
	if start == nil {
		start = run
	}
	err := start(name, args...)
	if errors.Is(err, exec.ErrNotFound) {
		return words.Wrap(err, "outside.none")
	}
	return err
}

// run starts a program. The error is that of a program that can't be started, or that fails at once.
func run(name string, args ...string) error {
	program := exec.Command(name, args...) //nolint:gosec,noctx // the names stand here, the arguments are files and addresses of ours, and it may stay after us
	program.Dir = os.TempDir()             // a program that stays must not hold a folder of the person
	if err := program.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- program.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(patience):
		return nil
	}
}
