package storage

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// reader collects the problems of one file.
type reader struct {
	file     string
	lines    lineIndex
	problems Problems
}

func (r *reader) problem(line int, id, format string, args ...any) {
	r.problems = append(r.problems, Problem{File: r.file, Line: line, ID: id, Text: fmt.Sprintf(format, args...)})
}

// entry is one table of the file while it is read. Each key that is asked for counts as known; finish reports the others.
type entry struct {
	r      *reader
	id     string
	fields map[string]any
	at     block
	known  map[string]bool
}

func (r *reader) entry(section string, n int, fields map[string]any) *entry {
	e := &entry{r: r, id: section, fields: fields, at: r.lines.block(section, n), known: map[string]bool{}}
	if id, ok := fields["id"].(string); ok && id != "" {
		e.id = id
	}
	return e
}

// wrong reports a problem at the line of a key, or of the entry when the key is missing.
func (e *entry) wrong(key, format string, args ...any) {
	line := e.at.line
	if n := e.at.keys[key]; n > 0 {
		line = n
	}
	e.r.problem(line, e.id, format, args...)
}

// take reads one key as type T. The bool is false when the key is missing or of another type; only a wrong type, and a
// missing key that is required, are problems.
func take[T any](e *entry, key string, required bool, kind string) (T, bool) {
	var zero T
	e.known[key] = true
	value, ok := e.fields[key]
	if !ok {
		if required {
			e.wrong(key, "%s is missing", key)
		}
		return zero, false
	}
	typed, ok := value.(T)
	if !ok {
		e.wrong(key, "%s must be %s", key, kind)
		return zero, false
	}
	return typed, true
}

// text reads a text that must be there and not be empty.
func (e *entry) text(key string) string {
	s, ok := take[string](e, key, true, "a text in quotes")
	if ok && s == "" {
		e.wrong(key, "%s is empty", key)
	}
	return s
}

// remark reads a text that may be missing.
func (e *entry) remark(key string) string {
	s, _ := take[string](e, key, false, "a text in quotes")
	return s
}

// whole reads a whole number from least to most; 0 after a problem.
func (e *entry) whole(key string, least, most int64) int64 {
	n, ok := take[int64](e, key, true, "a whole number")
	if !ok {
		return 0
	}
	if n < least || n > most {
		e.wrong(key, "%s is %d, but must be from %d to %d", key, n, least, most)
		return 0
	}
	return n
}

// date reads a date without a time.
func (e *entry) date(key string) time.Time {
	t, ok := take[time.Time](e, key, true, "a date such as 2026-09-16, without quotes")
	if !ok {
		return time.Time{}
	}
	// The TOML library marks a date without a time by the name of its zone.
	if t.Location().String() != "date-local" {
		e.wrong(key, "%s must be a date without a time", key)
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// finish reports the keys that nobody asked for.
func (e *entry) finish() {
	for _, key := range slices.Sorted(maps.Keys(e.fields)) {
		if !e.known[key] {
			e.wrong(key, "unknown key %q", key)
		}
	}
}

// list reads an array whose elements are all of type T.
func list[T any](e *entry, key string, required bool, kind string) []T {
	values, ok := take[[]any](e, key, required, kind)
	if !ok {
		return nil
	}
	typed := make([]T, 0, len(values))
	for _, value := range values {
		one, ok := value.(T)
		if !ok {
			e.wrong(key, "%s must be %s", key, kind)
			return nil
		}
		typed = append(typed, one)
	}
	return typed
}

// tables reads all [[name]] entries of the file.
func (r *reader) tables(doc map[string]any, name string) []map[string]any {
	value, ok := doc[name]
	if !ok {
		return nil
	}
	tables, ok := value.([]map[string]any)
	if !ok {
		r.problem(r.lines.find(name), name, "must be written as [[%s]] entries", name)
	}
	return tables
}
