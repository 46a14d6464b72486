package casefile

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"backupdoctor/logic/words"
)

// fields are the keys of one table, read one by one so that those left over can be named.
type fields struct {
	reader *reader
	values map[string]any
	place  *place
	taken  map[string]bool
	bad    map[string]bool // keys that a problem already names
}

func (r *reader) fields(values map[string]any, where *place) *fields {
	return &fields{reader: r, values: values, place: where, taken: map[string]bool{}, bad: map[string]bool{}}
}

func (f *fields) take(key string) (any, bool) {
	f.taken[key] = true
	value, ok := f.values[key]
	return value, ok
}

func (f *fields) wrong(key string, what, want words.Sentence) {
	f.bad[key] = true
	f.reader.problem(wrong, f.place.at(key), what, want)
}

// report passes on faults of keys that no problem names yet.
func (f *fields) report(faults []fault) {
	for _, fault := range faults {
		if !f.bad[fault.key] {
			f.reader.problem(fault.class, f.place.at(fault.key), fault.what, fault.want)
		}
	}
}

// rest names every key that was not taken.
func (f *fields) rest(allowed ...string) {
	for _, key := range slices.Sorted(maps.Keys(f.values)) {
		if f.taken[key] {
			continue
		}
		f.wrong(key, words.Say("case-file.unknown-key", "Key", clip(key)), oneOfThese(allowed))
	}
}

func (f *fields) text(key string) string {
	switch value, ok := f.take(key); text := value.(type) {
	case string:
		return text
	default:
		if ok {
			f.wrong(key, words.Say("case-file.no-text", "Key", key), words.Say("case-file.want.quotes", "Key", key))
		}
		return ""
	}
}

// version takes 18 for "18". A number such as 18.10 is refused: it means 18.1.
func (f *fields) version() string {
	if number, ok := f.values["version"].(int64); ok {
		f.taken["version"] = true
		return strconv.FormatInt(number, 10)
	}
	return f.text("version")
}

func (f *fields) integer(key string) int64 {
	value, ok := f.take(key)
	number, fits := value.(int64)
	if ok && !fits {
		f.wrong(key, words.Say("case-file.no-whole", "Key", key), words.Sentence{})
	}
	return number
}

// kind is the kind that the table names, or else the only one that its keys fit.
func (f *fields) kind() Kind {
	if kind := Kind(strings.ToLower(tidy(f.text("kind")))); kind != "" || f.bad["kind"] {
		return kind
	}
	var fits []Kind
	for _, kind := range kinds {
		if slices.ContainsFunc(keysOf[kind], func(key string) bool { _, ok := f.values[key]; return ok }) {
			fits = append(fits, kind)
		}
	}
	if len(fits) == 1 {
		return fits[0]
	}
	return ""
}

// size takes whole bytes or a text such as "4.8 GB"; a missing one is -1.
func (f *fields) size(key string) int64 {
	want := words.Say("case-file.want.size")
	value, ok := f.take(key)
	if !ok {
		return -1
	}
	switch size := value.(type) {
	case int64:
		if size < 0 {
			f.wrong(key, words.Say("case-file.negative", "Key", key), want)
		}
		return max(size, 0)
	case string:
		bytes, err := parseSize(size)
		if err != nil {
			f.wrong(key, err.Sentence, want)
		}
		return bytes
	}
	f.wrong(key, words.Say("case-file.no-size", "Size", key), want)
	return 0
}

// lines takes a list of texts of one line each and joins them.
func (f *fields) lines(key string) string {
	want := words.Say("case-file.want.lines")
	value, ok := f.take(key)
	if !ok {
		return ""
	}
	list, ok := value.([]any)
	if !ok {
		f.wrong(key, words.Say("case-file.no-list", "Key", key), want)
		return ""
	}
	lines := make([]string, 0, len(list))
	for _, item := range list {
		line, ok := item.(string)
		if !ok || strings.Contains(line, "\n") {
			f.wrong(key, words.Say("case-file.no-line", "Number", len(lines)+1, "Key", key), want)
			return ""
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// timeLayouts are the ways to write a time as a text; those without a zone are UTC.
var timeLayouts = []string{
	time.RFC3339Nano, "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly,
}

// time takes a date and time, as TOML's own or as a text; a missing one is the time given.
func (f *fields) time(key string, missing time.Time) time.Time {
	value, ok := f.take(key)
	if !ok {
		return missing
	}
	t, ok := readTime(value)
	if !ok || !inRange(t) {
		f.wrong(key, words.Say("case-file.no-time", "Key", key), words.Say("case-file.want.time"))
		return missing
	}
	return moment(t)
}

func readTime(value any) (time.Time, bool) {
	switch t := value.(type) {
	case time.Time:
		switch t.Location().String() { // how the library marks times without a zone
		case "time-local":
			return time.Time{}, false
		case "datetime-local", "date-local":
			return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC), true
		}
		return t, true
	case string:
		for _, layout := range timeLayouts {
			if parsed, err := time.Parse(layout, strings.TrimSpace(t)); err == nil {
				return parsed, true
			}
		}
	}
	return time.Time{}, false
}
