package casefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Notice tells what was unusual about opening a case. The zero Notice means nothing was.
type Notice struct {
	InUse     bool     // the case is open elsewhere; here it can only be read
	Recovered bool     // the file was damaged or missing; the last good copy was opened
	Fresh     bool     // neither the file nor its last good copy could be read; the case is empty
	Moved     []string // where damaged files lie now

	Problems tomlfile.Problems // of the file, nil if it was only missing
	Unknown  tomlfile.Problems // ids that the knowledge base does not know; these events are kept
}

// IsZero reports whether there is nothing to tell.
func (n *Notice) IsZero() bool {
	return !n.InUse && !n.Recovered && !n.Fresh && len(n.Moved) == 0 && n.Problems == nil && n.Unknown == nil
}

// String tells it in English, for logs.
func (n *Notice) String() string { return words.English(n) }

// Tell puts it into words, for terminals; empty when there is nothing to tell.
func (n *Notice) Tell(c *words.Catalog) string {
	var lines []string
	if n.InUse {
		lines = append(lines, c.Text("notice.in-use"))
	}
	moved := ""
	if len(n.Moved) > 0 {
		moved = n.Moved[0]
	}
	if n.Recovered {
		lines = append(lines, c.Text("notice.recovered", "File", moved))
	}
	if n.Fresh {
		lines = append(lines, c.Text("notice.fresh", "File", moved))
	}
	if n.Problems != nil {
		lines = append(lines, n.Problems.Tell(c))
	}
	if n.Unknown != nil {
		lines = append(lines, c.Text("notice.unknown"), n.Unknown.Tell(c))
	}
	return strings.Join(lines, "\n")
}

// start begins an empty case where there is none. Without its folder it could never be saved.
func (f *File) start() error {
	folder := filepath.Dir(f.path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return words.Fail("cases.error.no-folder", "Folder", folder)
	}
	f.fresh()
	return nil
}

// load reads the case, or the last good copy if it must.
func (f *File) load(notice *Notice) error {
	content, err := readBounded(f.path)
	missing := errors.Is(err, fs.ErrNotExist)
	if errors.Is(err, plainfile.ErrNotRegular) {
		return err // it names the file
	}
	if err != nil && !missing {
		return words.Wrap(err, "cases.error.read")
	}
	var problems tomlfile.Problems
	if !missing {
		var c Case
		if c, problems = read(f.path, content, f.known); isUsable(problems) {
			f.adopt(c)
			f.saved, notice.Unknown = content, problems
			return nil
		}
		if problems.Has(tomlfile.Newer) {
			return problems
		}
	}
	good, err := readBounded(f.path + goodSuffix)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if missing {
			return f.start()
		}
		return problems
	case err != nil:
		return errors.Join(problemsOrNil(problems), words.Wrap(err, "cases.error.read-copy"))
	}
	return f.openCopy(good, problems, notice)
}

// openCopy opens the last good copy in place of a file that is missing or has problems.
func (f *File) openCopy(good []byte, problems tomlfile.Problems, notice *Notice) error {
	if problems != nil {
		f.aside = append(f.aside, f.path)
	}
	c, goodProblems := read(f.path+goodSuffix, good, f.known)
	switch {
	case isUsable(goodProblems):
		f.adopt(c)
		f.saved, notice.Recovered, notice.Unknown = good, true, goodProblems
	case goodProblems.Has(tomlfile.Newer):
		return goodProblems
	default:
		f.aside = append(f.aside, f.path+goodSuffix)
		f.fresh()
		notice.Fresh = true
		if problems == nil {
			problems = goodProblems
		}
	}
	notice.Problems = problems
	if f.readOnly {
		return nil
	}
	f.dirty = true
	// When the disk refuses, the case is open all the same: Unsaved tells, and the next save tries again.
	if err := f.moveAside(&notice.Moved); err == nil {
		_ = f.save()
	}
	return nil
}

// fresh starts an empty case, named like its file.
func (f *File) fresh() {
	name := tidy(stem(f.path))
	h := Header{Name: strings.ToValidUTF8(name[:min(len(name), maxLabel)], "")}
	h.judge(nil)
	f.head = Case{Created: moment(f.now())}
	f.head.setHeader(h)
}

// moveAside renames the damaged files so that saving does not replace them, and notes their new names.
func (f *File) moveAside(moved *[]string) error {
	for len(f.aside) > 0 {
		to := f.besides()
		err := f.disk.rename(f.aside[0], to)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if moved != nil && err == nil {
			*moved = append(*moved, to)
		}
		f.aside = f.aside[1:]
	}
	return nil
}

// Damaged files are named like the case, then damagedMark and the time in UTC.
const (
	damagedMark = ".damaged-"
	stampLayout = "20060102T150405Z"
)

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// problemsOrNil keeps problems of which there are none from becoming an error.
func problemsOrNil(problems tomlfile.Problems) error {
	if problems == nil {
		return nil
	}
	return problems
}

// readBounded reads a file, at most one byte more than a case may have.
func readBounded(path string) ([]byte, error) {
	content, err := plainfile.Read(path, maxFile)
	if errors.Is(err, plainfile.ErrNotRegular) {
		err = notRegular(path, err)
	}
	return content, err
}

// notRegular names the file that is none.
func notRegular(path string, err error) error {
	return words.Wrap(err, "toml-file.unreadable", "File", filepath.Base(path))
}

// changed is when a file was last written, in UTC; the zero time if there is none.
func changed(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return moment(info.ModTime())
}
