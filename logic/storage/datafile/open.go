// Package datafile reads the data files of the storage planner strictly: prices, sizes and clean-up actions, as TOML. It
// names every problem of a file with its line, all at once.
package datafile

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"backupdoctor/logic/words"
)

// MaxFile bounds a data file, in bytes; the largest that is shipped has about 30 kB.
const MaxFile = 1 << 20

// Reader is an open file; it collects the file's problems.
type Reader struct {
	file     string
	doc      map[string]any
	lines    lineIndex
	problems Problems
}

// Open reads and decodes a file. A syntax error, a text that is not UTF-8 and a file that is too large are returned as
// Problems; any other error means that the file can't be read.
func Open(fsys fs.FS, path string) (*Reader, error) {
	file, err := fsys.Open(path)
	if err != nil {
		return nil, words.Wrap(err, "data-file.unreadable", "File", path)
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxFile+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, words.Wrap(err, "data-file.unreadable", "File", path)
	}
	if len(data) > MaxFile {
		return nil, Problems{{File: path, What: words.Say("data-file.too-large", "Most", MaxFile)}}
	}
	if !utf8.Valid(data) {
		return nil, Problems{{File: path, What: words.Say("data-file.no-utf8")}}
	}
	text := string(data)
	var doc map[string]any
	if _, err := toml.Decode(text, &doc); err != nil {
		problem, what := Problem{File: path}, err.Error() // the library's own words
		if syntax, ok := errors.AsType[toml.ParseError](err); ok {
			problem.Line = syntax.Position.Line
			what = cmp.Or(syntax.Message, syntax.Error())
		}
		problem.What = words.Say("data-file.syntax", "What", what)
		return nil, Problems{problem}
	}
	return &Reader{file: path, doc: doc, lines: indexLines(text)}, nil
}

// Problem adds a problem. ID is that of an entry, or the name of a section; sentence is a key of the translation files.
func (r *Reader) Problem(line int, id, sentence string, values ...any) {
	r.problems = append(r.problems, Problem{File: r.file, Line: line, ID: id, What: words.Say(sentence, values...)})
}

// Missing adds a problem about a whole section.
func (r *Reader) Missing(section, sentence string, values ...any) {
	r.Problem(r.lines.find(section), section, sentence, values...)
}

// Result is nil, or all problems by line as Problems.
func (r *Reader) Result() error {
	if len(r.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(r.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return r.problems
}

// Sections reports everything on the top level that is not one of names.
func (r *Reader) Sections(names ...string) {
	for _, key := range slices.Sorted(maps.Keys(r.doc)) {
		if !slices.Contains(names, key) {
			r.Problem(r.lines.find(key), key, "data-file.unknown-section", "Known", strings.Join(names, ", "))
		}
	}
}

// Section returns the table [name]; an empty one, and a problem, when it is missing.
func (r *Reader) Section(name string) *Table {
	fields, ok := r.doc[name].(map[string]any)
	if !ok {
		fields = map[string]any{}
		r.Missing(name, "data-file.no-table", "Name", name)
	}
	return r.table(name, 0, fields)
}

// Entries returns all [[name]] entries of the file.
func (r *Reader) Entries(name string) []*Table {
	value, ok := r.doc[name]
	if !ok {
		return nil
	}
	entries, ok := value.([]map[string]any)
	if !ok {
		r.Missing(name, "data-file.entries", "Name", name)
	}
	tables := make([]*Table, len(entries))
	for i, fields := range entries {
		tables[i] = r.table(name, i, fields)
	}
	return tables
}

func (r *Reader) table(section string, n int, fields map[string]any) *Table {
	t := &Table{r: r, id: section, fields: fields, at: r.lines.block(section, n), known: map[string]bool{}}
	if id, ok := fields["id"].(string); ok && id != "" {
		t.id = id
	}
	return t
}
