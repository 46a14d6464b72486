package tomlfile

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"backupdoctor/logic/words"
)

// Place is the position of a table in its file. Binding sets a field of this type in a struct, so that later
// problems can name their line. The zero Place belongs to a value from code; its problems have no file and no
// line.
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

// Line returns the line of a key in the table. For a missing key that is the line of the table or array
// around the key, for an empty key the first line of the table. A key may be a path such as "given[2].p". The
// first call scans the file, so call Line only for problems.
func (p Place) Line(key string) int {
	if p.file == nil {
		return 0
	}
	return p.file.line(p.below(key))
}

// Problem makes a problem at a key of the table without adding it to those of the file.
func (p Place) Problem(class Class, key string, what, want words.Sentence) Problem {
	return Problem{
		File: p.File(), Line: p.Line(key), Key: p.below(key), Where: p.id, What: what, Want: want, Class: class,
		follows: p.HasProblem(key),
	}
}

// Report adds a problem to those of the file, unless binding has already rejected the value of its key. The
// place must come from a file.
func (p Place) Report(problem Problem) {
	if !p.file.names(problem.Key) {
		p.file.add(problem)
	}
}

// Wrong reports a problem of the class Wrong at a key of the table.
func (p Place) Wrong(key string, what, want words.Sentence) {
	p.Report(p.Problem(Wrong, key, what, want))
}

// Reject reports a value against a rule at a key of the table. Sentence is a key of the translations, with
// its values in pairs.
func (p Place) Reject(key, sentence string, values ...any) {
	p.Wrong(key, words.Say(sentence, values...), words.Sentence{})
}

// HasProblem reports whether binding has rejected the value of a key, for example for its type.
func (p Place) HasProblem(key string) bool { return p.file != nil && p.file.names(p.below(key)) }

func (p Place) below(key string) string {
	if p.path == "" || key == "" {
		return p.path + key
	}
	return p.path + "." + key
}

// blame records the path of a value that binding rejected, inside the entry at base.
func (f *file) blame(path, base string) {
	f.exact[path] = true
	for path = parent(path); len(path) > len(base); path = parent(path) {
		f.around[path] = true
	}
}

// names reports whether binding rejected the value at the path, a value inside, or a value around.
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

// Table is a table that a caller reads key by key, by rules that no struct can express. Each key that the
// caller asks for counts as known; Finish reports the others.
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

// Has reports whether the table has the key. The key does not count as known thereby.
func (t *Table) Has(key string) bool {
	_, has := t.values[key]
	return has
}

// Take binds the value of a key to the target of the pointer into, by the rules of Bind. It returns false for
// a missing key and for a value that is wrong in any part; Take reports the wrong value.
func (t *Table) Take(key string, into any) bool { return t.take(key, into, field{}) }

// Need is Take for a required key: it also reports a missing key and an empty text.
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

// Bind binds the whole table to the struct behind the pointer into. Its fields have tags: `toml:"name"` names
// the key, and `toml:"name,required"` demands it, and of a text that it is not empty. `toml:"name,date"`
// takes a date without a time of day. `range:"1..100"` bounds a number, or each number of an array. Keys
// without a field are reported.
//
// Fields may be texts, booleans, numbers, times (UTC where the file names no zone), slices, arrays of exactly
// that length, maps by text, structs, pointers to these (nil for a missing key), *Table for a table that is
// read by hand (nil also for a value that is none), any, or a Decoder. A field of the type Place is set to where
// its struct stands.
func (t *Table) Bind(into any) {
	for key := range t.values {
		t.known[key] = true
	}
	binder{t.file}.bind(t.values, reflect.ValueOf(into).Elem(), t.step(), field{})
}

// Finish reports the keys that the caller did not ask for. The problem lists the known keys and the allowed
// ones.
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

// oneOf says that one of the names is wanted.
func oneOf(names []string) words.Sentence {
	return words.Say("toml-file.want.one-of", "List", strings.Join(names, ", "))
}
