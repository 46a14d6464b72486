package tomlfile

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"backupdoctor/logic/words"
)

// Place is where a table stands in its file. Binding sets a struct's field of this type, so that problems
// that are found later can tell their line. The zero Place belongs to a value that code built; its problems
// have no file and no line.
type Place struct {
	file *file
	path string // from the top of the file
	id   string // of the nearest table with one
}

// File returns the name of the file, as read.
func (p Place) File() string {
	if p.file == nil {
		return ""
	}
	return p.file.name
}

// Line returns the line of a key in the table, or of what stands around it when it is missing; for an empty
// key, where the table starts. A key may be a path such as "given[2].p". The first call scans the file, so
// ask only about problems.
func (p Place) Line(key string) int {
	if p.file == nil {
		return 0
	}
	return p.file.line(p.below(key))
}

// Problem makes a problem at a key of the table, and reports it to nobody.
func (p Place) Problem(class Class, key string, what, want words.Sentence) Problem {
	return Problem{
		File: p.File(), Line: p.Line(key), Key: p.below(key), Where: p.id, What: what, Want: want, Class: class,
		follows: p.HasProblem(key),
	}
}

// Report adds a problem to those of the file, unless binding found one with the value of its key. The place
// must be one that was read.
func (p Place) Report(problem Problem) {
	if !p.file.names(problem.Key) {
		p.file.problems = append(p.file.problems, problem)
	}
}

// Wrong reports that a key of the table has a value that it must not have.
func (p Place) Wrong(key string, what, want words.Sentence) {
	p.Report(p.Problem(Wrong, key, what, want))
}

// HasProblem tells whether binding found a problem with the value of a key, such as a wrong type. What else
// is wrong with that key is mostly a consequence.
func (p Place) HasProblem(key string) bool { return p.file != nil && p.file.names(p.below(key)) }

func (p Place) below(key string) string {
	if p.path == "" || key == "" {
		return p.path + key
	}
	return p.path + "." + key
}

// blame records a path that binding found a problem at, inside the entry at base.
func (f *file) blame(path, base string) {
	f.exact[path] = true
	for path = parent(path); len(path) > len(base); path = parent(path) {
		f.around[path] = true
	}
}

// names tells whether binding found a problem at the path, inside of it or around it.
func (f *file) names(path string) bool {
	if f.around[path] {
		return true
	}
	for ; path != ""; path = parent(path) {
		if f.exact[path] {
			return true
		}
	}
	return false
}

// Table is a table that is read key by key, by rules that no struct can express. Keys that were asked for
// count as known; Finish reports the others.
type Table struct {
	Place

	values map[string]any
	known  map[string]bool
}

func newTable(at Place, values map[string]any) *Table {
	if id, ok := values["id"].(string); ok && id != "" {
		at.id = id
	}
	return &Table{Place: at, values: values, known: map[string]bool{}}
}

// Has tells whether the table has the key. It does not make the key known.
func (t *Table) Has(key string) bool {
	_, has := t.values[key]
	return has
}

// Take binds the value of a key to what into points at, by the rules of Bind. It returns false when the key
// is missing or its value was wrong in any part; a wrong value is reported.
func (t *Table) Take(key string, into any) bool { return t.take(key, into, field{}) }

// Need is Take for a key that must be there; a missing key and an empty text are reported.
func (t *Table) Need(key string, into any) bool { return t.take(key, into, field{required: true}) }

func (t *Table) take(key string, into any, f field) bool {
	t.known[key] = true
	before := len(t.file.problems)
	at := t.step().child(key)
	b := binder{t.file}
	switch value, has := t.values[key]; {
	case has:
		b.bind(value, reflect.ValueOf(into).Elem(), at, f)
	case f.required:
		b.missing(at, key)
		return false
	default:
		return false
	}
	return len(t.file.problems) == before
}

// Bind binds the whole table to the struct that into points at. Its fields have tags: `toml:"name"` names the
// key, and `toml:"name,required"` demands it, and of a text that it is not empty. `toml:"name,date"` takes a
// date without a time of day. `range:"1..100"` bounds a number, or each number of an array. Keys without a
// field are reported.
//
// Fields may be texts, booleans, numbers, times (UTC where the file names no zone), slices, arrays of exactly
// that length, maps by text, structs, pointers to these (nil for a missing key), *Table for a table that is
// read by hand, any, or a Decoder. A field of the type Place is set to where its struct stands.
func (t *Table) Bind(into any) {
	for key := range t.values {
		t.known[key] = true
	}
	binder{t.file}.bind(t.values, reflect.ValueOf(into).Elem(), t.step(), field{})
}

// Finish reports the keys that nobody asked for. The problem says that one of those asked for, or of the
// others that are allowed, was wanted.
func (t *Table) Finish(allowed ...string) {
	names := slices.Compact(slices.Sorted(maps.Keys(t.known)))
	for _, key := range allowed {
		if !t.known[key] {
			names = append(names, key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(t.values)) {
		if !t.known[key] {
			binder{t.file}.unknown(t.step().child(key), key, t.values[key], names)
		}
	}
}

// Err returns all problems of the file so far as Problems, ordered by line; nil without any.
func (t *Table) Err() error {
	if len(t.file.problems) == 0 {
		return nil
	}
	return t.file.problems.Sorted()
}

func (t *Table) step() *step { return &step{path: t.path, id: t.id, base: true} }

// oneOf is the wish for one of a list.
func oneOf(names []string) words.Sentence {
	return words.Say("toml-file.want.one-of", "List", strings.Join(names, ", "))
}
