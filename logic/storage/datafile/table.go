package datafile

import (
	"maps"
	"math"
	"net/url"
	"regexp"
	"slices"
	"time"

	"backupdoctor/logic/words"
)

// Table is one table of the file while it is read. Each key that is asked for counts as known; Finish reports the others.
type Table struct {
	r      *Reader
	id     string
	fields map[string]any
	at     block
	known  map[string]bool
}

// Wrong reports a problem at the line of a key, or of the table when the key is missing. Sentence is a key of the translation
// files, with its values.
func (t *Table) Wrong(key, sentence string, values ...any) {
	line := t.at.line
	if n := t.at.keys[key]; n > 0 {
		line = n
	}
	t.r.Problem(line, t.id, sentence, values...)
}

// Take reads one key as type T. The bool is false when the key is missing or of another type; only a wrong type, and a
// missing key that is required, are problems. Kind is what the value must be, for the problem, as a key of
// the translation files.
func Take[T any](t *Table, key string, required bool, kind string) (T, bool) {
	var zero T
	t.known[key] = true
	value, ok := t.fields[key]
	if !ok {
		if required {
			t.Wrong(key, "data-file.missing", "Key", key)
		}
		return zero, false
	}
	typed, ok := value.(T)
	if !ok {
		t.Wrong(key, "data-file.kind", "Key", key, "Kind", words.Say(kind))
		return zero, false
	}
	return typed, true
}

// List reads an array whose elements are all of type T; nil after a problem.
func List[T any](t *Table, key string, required bool, kind string) []T {
	values, ok := Take[[]any](t, key, required, kind)
	if !ok {
		return nil
	}
	typed := make([]T, 0, len(values))
	for _, value := range values {
		one, ok := value.(T)
		if !ok {
			t.Wrong(key, "data-file.kind", "Key", key, "Kind", words.Say(kind))
			return nil
		}
		typed = append(typed, one)
	}
	return typed
}

// Has reports whether the table has the key.
func (t *Table) Has(key string) bool {
	_, ok := t.fields[key]
	return ok
}

// Text reads a text that must be there and not be empty.
func (t *Table) Text(key string) string {
	s, ok := Take[string](t, key, true, "data-file.kind.text")
	if ok && s == "" {
		t.Wrong(key, "data-file.empty", "Key", key)
	}
	return s
}

// Remark reads a text that may be missing.
func (t *Table) Remark(key string) string {
	s, _ := Take[string](t, key, false, "data-file.kind.text")
	return s
}

// Whole reads a whole number from least to most; 0 after a problem.
func (t *Table) Whole(key string, least, most int64) int64 {
	n, ok := Take[int64](t, key, true, "data-file.kind.whole")
	if !ok {
		return 0
	}
	if n < least || n > most {
		t.Wrong(key, "data-file.range", "Key", key, "Value", n, "Least", least, "Most", most)
		return 0
	}
	return n
}

// Numbers reads an array of n numbers from least to most that do not fall; nil after a problem. Whole numbers count as
// numbers too.
func (t *Table) Numbers(key string, n int, least, most float64) []float64 {
	values, ok := Take[[]any](t, key, true, "data-file.kind.numbers")
	if !ok {
		return nil
	}
	numbers := make([]float64, 0, len(values))
	for _, value := range values {
		switch x := value.(type) {
		case int64:
			numbers = append(numbers, float64(x))
		case float64:
			numbers = append(numbers, x)
		default:
			t.Wrong(key, "data-file.kind", "Key", key, "Kind", words.Say("data-file.kind.numbers"))
			return nil
		}
	}
	if len(numbers) != n {
		t.Wrong(key, "data-file.count", "Key", key, "Value", len(numbers), "Want", n)
		return nil
	}
	for i, x := range numbers {
		if math.IsNaN(x) || x < least || x > most {
			t.Wrong(key, "data-file.outside", "Key", key, "Value", x, "Least", least, "Most", most)
			return nil
		}
		if i > 0 && x < numbers[i-1] {
			t.Wrong(key, "data-file.falls", "Key", key, "Before", numbers[i-1], "Value", x)
			return nil
		}
	}
	return numbers
}

// Date reads a date without a time.
func (t *Table) Date(key string) time.Time {
	d, ok := Take[time.Time](t, key, true, "data-file.kind.date")
	if !ok {
		return time.Time{}
	}
	// The TOML library marks a date without a time by the name of its zone.
	if d.Location().String() != "date-local" {
		t.Wrong(key, "data-file.no-date", "Key", key)
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// Address reads an https address.
func (t *Table) Address(key string) string {
	text := t.Text(key)
	if address, err := url.Parse(text); text != "" && (err != nil || address.Scheme != "https" || address.Host == "") {
		t.Wrong(key, "data-file.no-address", "Key", key, "Value", text)
	}
	return text
}

var word = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ID reads the id of an entry: lower-case letters and digits, joined by -. Seen holds the lines of the ids before it.
func (t *Table) ID(seen map[string]int) string {
	id := t.Text("id")
	if id == "" {
		return ""
	}
	if !word.MatchString(id) {
		t.Wrong("id", "data-file.bad-id", "ID", id)
	}
	if line, twice := seen[id]; twice {
		t.Wrong("id", "data-file.twice", "Line", line)
		return id
	}
	seen[id] = t.at.line
	return id
}

// Finish reports the keys that nobody asked for.
func (t *Table) Finish() {
	for _, key := range slices.Sorted(maps.Keys(t.fields)) {
		if !t.known[key] {
			t.Wrong(key, "data-file.unknown-key", "Key", key)
		}
	}
}
