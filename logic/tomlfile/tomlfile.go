// Package tomlfile reads TOML files that people write. It is strict and reports every problem with its line.
// A caller parses a text, binds the tables to structs or takes key by key, adds the problems of its own
// rules, and asks Err for all problems at once. The program reads every file through this package. A new kind
// of field belongs into bind.go; the rules of one kind of file belong to the package that reads the file.
package tomlfile

import (
	"cmp"
	"errors"
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/words"
)

// Limits bound a file before the TOML library sees it. A zero field stands for its default.
type Limits struct {
	Bytes  int // size; 1 MiB by default
	Depth  int // levels of arrays and inline tables; 32 by default
	Values int // parts of keys and elements of arrays together, which take up to 600 bytes each; 50,000 by default
}

func (l Limits) orDefault() Limits {
	return Limits{cmp.Or(l.Bytes, 1<<20), cmp.Or(l.Depth, 32), cmp.Or(l.Values, 50_000)}
}

// file is the state of one file, shared by its tables and places.
type file struct {
	name     string
	text     string
	once     sync.Once
	lines    lines
	problems Problems
	exact    map[string]bool // paths of the values that binding rejected
	around   map[string]bool // paths between a rejected value and its entry
}

// Read reads and parses a regular file. For a text that is no TOML the error is Problems; any other error
// tells why the file can't be read.
func Read(fsys fs.FS, path string, limits Limits) (*Table, error) {
	data, err := plainfile.ReadFrom(fsys, path, limits.orDefault().Bytes)
	if err != nil {
		return nil, words.Wrap(err, "toml-file.unreadable", "File", path)
	}
	return Parse(path, data, limits)
}

// ReadFile is Read for the file at a path of the operating system; problems name the whole path.
func ReadFile(name string, limits Limits) (*Table, error) {
	data, err := plainfile.Read(name, limits.orDefault().Bytes)
	if err != nil {
		return nil, words.Wrap(err, "toml-file.unreadable", "File", name)
	}
	return Parse(name, data, limits)
}

// Parse parses a text and returns its top table. The name is the file's, for problems. The error is Problems
// of the class Damaged: too large, not UTF-8, nested too deep, or not TOML.
func Parse(name string, data []byte, limits Limits) (*Table, error) {
	limits = limits.orDefault()
	damaged := func(line int, what, want words.Sentence) (*Table, error) {
		return nil, Problems{{File: name, Line: line, What: what, Want: want, Class: Damaged}}
	}
	if len(data) > limits.Bytes {
		most := words.Say("toml-file.bytes", "Count", limits.Bytes)
		if limits.Bytes%(1<<20) == 0 {
			most = words.Say("toml-file.mebibytes", "Count", limits.Bytes>>20)
		}
		return damaged(1, words.Say("toml-file.too-large", "Most", most), words.Say("toml-file.want.smaller"))
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if bad := invalid(text); bad >= 0 {
		return damaged(1+strings.Count(text[:bad], "\n"), words.Say("toml-file.no-utf8"), words.Sentence{})
	}
	if _, line, what := limits.scan(text); line > 0 {
		return damaged(line, what, words.Say("toml-file.want.flatter"))
	}
	values, err := decode(text)
	if err != nil {
		line, what := 1, err
		if syntax, ok := errors.AsType[toml.ParseError](err); ok {
			line, what = max(syntax.Position.Line, 1), errors.New(cmp.Or(syntax.Message, syntax.Error()))
		}
		return damaged(line, words.Say("toml-file.syntax", "What", what), words.Sentence{})
	}
	f := &file{name: name, text: text, exact: map[string]bool{}, around: map[string]bool{}}
	return newTable(Place{file: f}, values), nil
}

// invalid returns the index of the first byte that is not UTF-8, or -1.
func invalid(text string) int {
	for i, c := range text {
		if c != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
			return i
		}
	}
	return -1
}

// decode parses TOML into a tree. The library panics when it suspects a bug of its own; no file may end the
// program.
func decode(text string) (tree map[string]any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = words.Fail("toml-file.unparsable", "Trouble", p)
		}
	}()
	_, err = toml.Decode(text, &tree)
	return tree, err
}

// add takes a problem up. After the most of them it only says that there are more.
func (f *file) add(problem Problem) {
	switch n := len(f.problems); {
	case n < mostReported:
		f.problems = append(f.problems, problem)
	case n == mostReported:
		more := words.Say("toml-file.many-problems", "Most", mostReported)
		f.problems = append(f.problems, Problem{File: f.name, What: more})
	}
}

// line returns the line of a path, or of the nearest table or array around it.
func (f *file) line(path string) int {
	f.once.Do(func() { f.lines = locate(f.text) })
	return f.lines.find(path)
}
