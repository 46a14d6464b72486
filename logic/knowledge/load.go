package knowledge

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"
)

// Bounds of a knowledge base on disk.
const (
	maxFiles     = 200
	maxFileBytes = 2 << 20
)

// Load reads and proves the knowledge base in the folder dir of fsys. When anything is wrong the error is a *Defects with
// every defect found; a folder that can't be read gives an ordinary error.
func Load(fsys fs.FS, dir string) (*Base, error) {
	base, report, err := lint(fsys, dir, false)
	if err != nil {
		return nil, err
	}
	if len(report.Defects) > 0 {
		return nil, &report.Defects
	}
	return base, nil
}

// Report is the outcome of linting a knowledge base.
type Report struct {
	Files   int     // files read
	Walks   int     // walks proven: one for each step with a route, version and device
	Defects Defects // empty when the base is sound

	Languages []LanguageReport // the other languages of phones; Load leaves them for later
}

// Lint reads the knowledge base and says everything that is wrong with it. The base returned is what could be read. When
// a file is no TOML at all, the meaning of the rest is not judged, since whatever that file defines would be missed.
func Lint(fsys fs.FS, dir string) (*Base, Report, error) { return lint(fsys, dir, true) }

// lint is Lint with or without the words of the languages. Walks are proven with them only when the base alone is sound:
// what hinders a walk in English hinders it in every language.
func lint(fsys fs.FS, dir string, languages bool) (*Base, Report, error) {
	r, err := read(fsys, dir)
	if err != nil {
		return nil, Report{}, err
	}
	report := Report{Files: r.files, Defects: r.defects}
	if !r.lost {
		walks, meaning := r.base.Lint()
		report.Walks = walks
		for _, defect := range meaning {
			if !r.said[said{defect.File, defect.entry, root(defect.key)}] {
				report.Defects = append(report.Defects, defect)
			}
		}
		if languages {
			spoken, wrong := r.base.proveLanguages(len(report.Defects) == 0)
			report.Languages, report.Defects = spoken, append(report.Defects, wrong...)
			report.Files += len(spoken)
		}
	}
	report.Defects = report.Defects.sort()
	return r.base, report, nil
}

// Read reads all .toml files of the folder in the order of their names and joins them. The defects are those of syntax
// and type only: what the entries mean is not judged.
func Read(fsys fs.FS, dir string) (*Base, Defects, error) {
	r, err := read(fsys, dir)
	if err != nil {
		return nil, nil, err
	}
	return r.base, r.defects.sort(), nil
}

// said marks a key that a defect of syntax or type already names.
type said struct {
	file  string
	entry int
	key   string
}

// root is the first key of a path: "given" of "given[2].p".
func root(key string) string {
	if cut := strings.IndexAny(key, ".["); cut >= 0 {
		return key[:cut]
	}
	return key
}

// reader joins files into a base.
type reader struct {
	base    *Base
	defects Defects
	files   int
	lost    bool // a file could not be read at all
	meta    bool // the [meta] table was seen
	said    map[said]bool
	fields  map[reflect.Type]map[string][]int

	file  string // the file being read
	lines lineTable

	language bool  // the file holds the words of a language
	words    Words // of it
}

func read(fsys fs.FS, dir string) (*reader, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("read the knowledge base: %w", err)
	}
	r := &reader{base: &Base{source: fsys, dir: dir}, said: map[said]bool{}, fields: map[reflect.Type]map[string][]int{}}
	for _, entry := range entries {
		if entry.IsDir() || path.Ext(entry.Name()) != ".toml" {
			continue
		}
		if r.files++; r.files > maxFiles {
			return nil, fmt.Errorf("read the knowledge base: more than %d files in %s", maxFiles, dir)
		}
		if err := r.readFile(fsys, path.Join(dir, entry.Name())); err != nil {
			return nil, err
		}
	}
	if r.files == 0 {
		return nil, fmt.Errorf("read the knowledge base: no .toml file in %s", dir)
	}
	return r, nil
}

func (r *reader) readFile(fsys fs.FS, name string) error {
	file, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("read the knowledge base: %w", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxFileBytes+1))
	if err != nil {
		return fmt.Errorf("read the knowledge base: %s: %w", name, err)
	}
	r.file = name
	if len(data) > maxFileBytes {
		r.lose(1, "the file is larger than 2 MiB", "several smaller files")
		return nil
	}
	r.parse(string(data))
	return nil
}

func (r *reader) parse(text string) {
	where := locate(text)
	if where.broken > 0 {
		r.lose(where.broken, where.bound, "a flatter layout")
		return
	}
	r.lines = where.table
	tree, err := decode(text)
	if err != nil {
		line, what := 1, err.Error()
		if parse, ok := errors.AsType[toml.ParseError](err); ok {
			line, what = max(parse.Position.Line, 1), parse.Message
		}
		r.lose(line, "not TOML: "+what, "")
		return
	}
	for _, key := range sortedKeys(tree) {
		if r.language {
			r.languageSection(key, tree[key])
		} else {
			r.section(key, tree[key])
		}
	}
}

// decode parses TOML into a tree. The library panics on what it takes for its own bugs; no file may end the program.
func decode(text string) (tree map[string]any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the file can't be parsed: %v", p)
		}
	}()
	_, err = toml.Decode(text, &tree)
	return tree, err
}

// lose records that a whole file could not be read.
func (r *reader) lose(line int, what, want string) {
	r.lost = true
	r.defects = append(r.defects, Defect{File: r.file, Line: line, What: what, Want: want})
}

func (r *reader) section(name string, value any) {
	b := r.base
	switch name {
	case "meta":
		r.metaTable(value)
	case "group":
		entries(r, name, value, &b.Groups, func(e *Group) *place { return &e.at })
	case "source":
		entries(r, name, value, &b.Sources, func(e *Source) *place { return &e.at })
	case "cause":
		entries(r, name, value, &b.Causes, func(e *Cause) *place { return &e.at })
	case "message":
		entries(r, name, value, &b.Messages, func(e *Message) *place { return &e.at })
	case "check":
		entries(r, name, value, &b.Checks, func(e *Check) *place { return &e.at })
	case "fix":
		entries(r, name, value, &b.Fixes, func(e *Fix) *place { return &e.at })
	case "gate":
		entries(r, name, value, &b.Gates, func(e *Gate) *place { return &e.at })
	case "screen":
		entries(r, name, value, &b.Screens, func(e *Screen) *place { return &e.at })
	case "route":
		entries(r, name, value, &b.Routes, func(e *Route) *place { return &e.at })
	case "together":
		entries(r, name, value, &b.Together, func(e *Together) *place { return &e.at })
	case "case":
		entries(r, name, value, &b.Patients, func(e *Patient) *place { return &e.at })
	case "language":
		entries(r, name, value, &b.Languages, func(e *Language) *place { return &e.at })
	case "measured":
		b.Measured.at = r.place(name)
		r.bind(value, reflect.ValueOf(&b.Measured).Elem(), b.Measured.at, "")
	default:
		r.unknown(name, "meta, group, source, cause, message, check, fix, gate, screen, route, together, case, language or measured")
	}
}

// languageSection reads what the file of a language may hold.
func (r *reader) languageSection(name string, value any) {
	if name != "words" {
		r.unknown(name, "[words]")
		return
	}
	r.words.at = r.place(name)
	r.bind(value, reflect.ValueOf(&r.words).Elem(), r.words.at, "")
}

func (r *reader) unknown(section, want string) {
	at := r.place(section)
	if at.line == 0 {
		at = r.place(element(section, 0))
	}
	r.defects = append(r.defects, Defect{File: r.file, Line: max(at.line, 1), What: fmt.Sprintf("unknown section %q", section), Want: want})
}

func (r *reader) metaTable(value any) {
	at := r.place("meta")
	if r.meta {
		r.defects = append(r.defects, Defect{File: r.file, Line: at.line, What: "a second [meta]", Want: "one [meta] in all files"})
		return
	}
	r.meta = true
	r.base.Meta.at = at
	r.bind(value, reflect.ValueOf(&r.base.Meta).Elem(), at, "")
}

// entries adds every element of a [[section]] to list.
func entries[T any](r *reader, name string, value any, list *[]T, at func(*T) *place) {
	elements, ok := items(value)
	if !ok {
		r.defects = append(r.defects, Defect{
			File: r.file, Line: max(r.place(name).line, 1),
			What: fmt.Sprintf("%s is %s", name, kindOf(value)), Want: fmt.Sprintf("entries that start with [[%s]]", name),
		})
		return
	}
	for i, v := range elements {
		where := r.place(element(name, i))
		if where.line == 0 { // elements of an inline array that share its line
			where.line = r.place(name).line
		}
		id := ""
		if table, ok := v.(map[string]any); ok {
			id, _ = table["id"].(string)
		}
		*list = append(*list, *new(T))
		entry := &(*list)[len(*list)-1]
		*at(entry) = where
		r.bind(v, reflect.ValueOf(entry).Elem(), where, id)
	}
}

func (r *reader) place(entry string) place {
	keys := r.lines[entry]
	return place{file: r.file, line: keys[""], keys: keys}
}

func (r *reader) bind(value any, target reflect.Value, at place, id string) {
	b := &binder{fields: r.fields, report: func(key, what, want string) {
		r.said[said{at.file, at.line, root(key)}] = true
		r.defects = append(r.defects, Defect{File: at.file, Line: at.find(key), ID: id, What: what, Want: want, entry: at.line, key: key})
	}}
	b.bind(value, target, "")
}
