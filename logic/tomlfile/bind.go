package tomlfile

import (
	"errors"
	"math"
	"reflect"
	"strconv"
	"time"

	"backupdoctor/logic/words"
)

// Decoder is a type that reads itself from a value of the file: a string, bool, int64, float64, time.Time,
// []any, map[string]any or []map[string]any. An error that is a Problem tells what is wrong and what is
// wanted, Problems tell several things, and any other error only tells what is wrong. In the sentences
// {{.Key}} stands for the key. The place is filled in: a Key of the problem names a key inside the value.
type Decoder interface {
	DecodeTOML(value any) error
}

// step is one step on the way to a value: a key, an index, or the table where binding starts.
type step struct {
	up    *step
	key   string
	index int // of an element; negative for a key

	path string // of the table where binding starts, from the top of the file
	id   string // of a table that has one
	base bool   // a table whose place is kept: keys are told from there on
}

func (s *step) child(key string) *step { return &step{up: s, key: key, index: -1} }

// String returns the path from the top of the file.
func (s *step) String() string { return s.from(nil) }

// name returns the path from the nearest table whose place is kept.
func (s *step) name() string { return s.from(s.entry()) }

func (s *step) from(top *step) string {
	switch {
	case s == top:
		return ""
	case s.up == nil:
		return s.path
	case s.index < 0:
		return join(s.up.from(top), s.key)
	default:
		return element(s.up.from(top), s.index)
	}
}

func (s *step) entry() *step {
	for ; s.up != nil && !s.base; s = s.up {
	}
	return s
}

func (s *step) nearestID() string {
	for ; s.up != nil && s.id == ""; s = s.up {
	}
	return s.id
}

// binder moves decoded values into Go values. It goes on after a mistake, so that a person sees all mistakes
// at once.
type binder struct{ file *file }

func (b binder) report(at *step, what, want words.Sentence) {
	path := at.String()
	b.file.add(Problem{
		File: b.file.name, Line: b.file.line(path), Key: path, Where: at.nearestID(), What: what, Want: want,
	})
	b.file.blame(path, at.entry().String())
}

func (b binder) unknown(at *step, key string, value any, names []string) {
	what := words.Say("toml-file.unknown-key", "Key", key)
	switch value.(type) {
	case map[string]any, []map[string]any:
		if at.up.up == nil && at.up.path == "" {
			what = words.Say("toml-file.unknown-section", "Name", key)
		}
	}
	b.report(at, what, oneOf(names))
	b.file.problems[len(b.file.problems)-1].Class = Strange
}

func (b binder) missing(at *step, key string) {
	b.report(at, words.Say("toml-file.missing", "Key", key), words.Sentence{})
}

func (b binder) mismatch(at *step, value any, want words.Sentence) {
	var name any = at.name()
	if name == "" {
		name = words.Say("toml-file.entry")
	}
	b.report(at, words.Say("toml-file.kind", "Key", name, "Kind", KindOf(value)), want)
}

var (
	placeType = reflect.TypeFor[Place]()
	tableType = reflect.TypeFor[Table]()
	timeType  = reflect.TypeFor[time.Time]()
)

// bind sets target from a decoded value.
func (b binder) bind(value any, target reflect.Value, at *step, f field) {
	if target.CanAddr() && target.Addr().CanInterface() {
		if decoder, ok := reflect.TypeAssert[Decoder](target.Addr()); ok {
			b.decode(value, decoder, at)
			return
		}
	}
	switch target.Type() {
	case timeType:
		b.time(value, target, at, f)
		return
	case tableType:
		if values, ok := value.(map[string]any); ok {
			target.Set(reflect.ValueOf(newTable(b.place(at), values)).Elem())
			return
		}
		b.mismatch(at, value, words.Say("toml-file.want.table"))
		return
	}
	switch target.Kind() {
	case reflect.Pointer:
		into := reflect.New(target.Type().Elem())
		b.bind(value, into.Elem(), at, f)
		if t, ok := reflect.TypeAssert[*Table](into); !ok || t.file != nil { // a value that is no table leaves nil
			target.Set(into)
		}
	case reflect.Struct:
		b.table(value, target, at)
	case reflect.Map:
		b.mapping(value, target, at, f)
	case reflect.Slice, reflect.Array:
		b.list(value, target, at, f)
	case reflect.Interface:
		target.Set(reflect.ValueOf(value))
	default:
		b.scalar(value, target, at, f)
	}
}

func (b binder) place(at *step) Place { return Place{b.file, at.String(), at.nearestID()} }

func (b binder) decode(value any, decoder Decoder, at *step) {
	err := decoder.DecodeTOML(value)
	if err == nil {
		return
	}
	problems, ok := errors.AsType[Problems](err)
	if one, single := errors.AsType[Problem](err); single && !ok {
		problems = Problems{one}
	}
	for _, problem := range problems {
		where := at
		if problem.Key != "" {
			where = at.child(problem.Key)
		}
		b.report(where, withKey(problem.What, where), withKey(problem.Want, where))
		b.file.problems[len(b.file.problems)-1].Class = problem.Class
	}
	if len(problems) == 0 {
		b.report(at, words.Say("toml-file.value", "Key", at.name(), "What", err), words.Sentence{})
	}
}

// withKey lets a sentence name the key, unless it has a Key of its own: of two values the later one counts.
func withKey(s words.Sentence, at *step) words.Sentence {
	if !s.IsZero() {
		s.Values = append([]any{"Key", at.name()}, s.Values...)
	}
	return s
}

func (b binder) table(value any, target reflect.Value, at *step) {
	values, ok := value.(map[string]any)
	if !ok {
		b.mismatch(at, value, words.Say("toml-file.want.table"))
		return
	}
	if id, ok := values["id"].(string); ok && at.id == "" {
		at.id = id
	}
	layout := layoutOf(target.Type())
	if layout.place != nil {
		at.base = true
		target.FieldByIndex(layout.place).Set(reflect.ValueOf(b.place(at)))
	}
	for key, v := range values {
		f, known := layout.fields[key]
		if !known {
			b.unknown(at.child(key), key, v, layout.names)
			continue
		}
		b.bind(v, target.FieldByIndex(f.index), at.child(key), f)
	}
	for _, name := range layout.required {
		if _, has := values[name]; !has {
			b.missing(at.child(name), name)
		}
	}
}

func (b binder) mapping(value any, target reflect.Value, at *step, f field) {
	values, ok := value.(map[string]any)
	if !ok {
		b.mismatch(at, value, words.Say("toml-file.want.table"))
		return
	}
	target.Set(reflect.MakeMapWithSize(target.Type(), len(values)))
	for key, v := range values {
		slot := reflect.New(target.Type().Elem()).Elem()
		b.bind(v, slot, at.child(key), f)
		target.SetMapIndex(reflect.ValueOf(key).Convert(target.Type().Key()), slot)
	}
}

func (b binder) list(value any, target reflect.Value, at *step, f field) {
	elements, ok := items(value)
	switch {
	case target.Kind() == reflect.Array && (!ok || len(elements) != target.Len()):
		b.mismatch(at, value, words.Say("toml-file.want.numbers", "Count", target.Len()))
		return
	case !ok && kindOfElements(target.Type().Elem()) == reflect.Struct:
		b.mismatch(at, value, words.Say("toml-file.want.entries", "Name", at.name()))
		return
	case !ok:
		b.mismatch(at, value, words.Say("toml-file.want.array"))
		return
	case target.Kind() == reflect.Slice:
		target.Set(reflect.MakeSlice(target.Type(), len(elements), len(elements)))
	}
	for i, v := range elements {
		b.bind(v, target.Index(i), &step{up: at, index: i}, f)
	}
}

// kindOfElements is the kind of a type behind its pointers.
func kindOfElements(t reflect.Type) reflect.Kind {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind()
}

func (b binder) scalar(value any, target reflect.Value, at *step, f field) {
	switch kind := target.Kind(); {
	case kind == reflect.String:
		s, ok := value.(string)
		if !ok {
			b.mismatch(at, value, words.Say("toml-file.want.text"))
			return
		}
		target.SetString(s)
		if f.required && s == "" {
			b.report(at, words.Say("toml-file.empty", "Key", at.name()), words.Sentence{})
		}
	case kind == reflect.Bool:
		is, ok := value.(bool)
		if !ok {
			b.mismatch(at, value, words.Say("toml-file.want.truth"))
			return
		}
		target.SetBool(is)
	case target.CanInt():
		n, ok := value.(int64)
		if !ok || target.OverflowInt(n) {
			b.mismatch(at, value, words.Say("toml-file.want.whole"))
			return
		}
		target.SetInt(n)
		b.within(at, float64(n), value, f)
	default: // a field of any other kind is a mistake in the program, which reflect does not let pass
		x, ok := value.(float64)
		if n, whole := value.(int64); whole {
			x, ok = float64(n), true
		}
		if !ok || math.IsNaN(x) || math.IsInf(x, 0) || target.OverflowFloat(x) {
			b.mismatch(at, value, words.Say("toml-file.want.number"))
			return
		}
		target.SetFloat(x)
		b.within(at, x, value, f)
	}
}

// within checks the range of a field.
func (b binder) within(at *step, x float64, value any, f field) {
	if f.ranged && !(x >= f.least && x <= f.most) {
		least, most := plain(f.least), plain(f.most)
		b.report(at, words.Say("toml-file.range", "Key", at.name(), "Value", value, "Least", least, "Most", most),
			words.Sentence{})
	}
}

// plain writes a number without an exponent.
func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func (b binder) time(value any, target reflect.Value, at *step, f field) {
	t, ok := value.(time.Time)
	if !ok {
		want := "toml-file.want.time"
		if f.date {
			want = "toml-file.want.date"
		}
		b.mismatch(at, value, words.Say(want))
		return
	}
	moment, ok := Moment(t)
	switch {
	case !ok:
		b.mismatch(at, value, words.Say("toml-file.want.time"))
		return
	case f.date && t.Location().String() != "date-local":
		b.report(at, words.Say("toml-file.no-date", "Key", at.name()), words.Sentence{})
		return
	}
	target.Set(reflect.ValueOf(moment))
}

// Moment is a time of a file in UTC; one that was written without a zone is in UTC. It is false for a time of
// day alone.
func Moment(t time.Time) (time.Time, bool) {
	switch t.Location().String() { // the library marks by the name of the zone how a time was written
	case "time-local":
		return time.Time{}, false
	case "datetime-local", "date-local":
		return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC), true
	}
	return t.UTC(), true
}

// items returns the elements of an array in either of the two forms of the library.
func items(value any) ([]any, bool) {
	switch list := value.(type) {
	case []any:
		return list, true
	case []map[string]any:
		out := make([]any, len(list))
		for i, v := range list {
			out[i] = v
		}
		return out, true
	}
	return nil, false
}

// KindOf names the TOML kind of a value: "a string", "the integer 5".
func KindOf(value any) words.Sentence {
	switch v := value.(type) {
	case string:
		return words.Say("toml-file.is.text")
	case bool:
		return words.Say("toml-file.is.truth")
	case int64:
		return words.Say("toml-file.is.whole", "Value", v)
	case float64:
		return words.Say("toml-file.is.number", "Value", v)
	case time.Time:
		return words.Say("toml-file.is.date")
	case []any:
		return words.Say("toml-file.is.array", "Count", len(v))
	case []map[string]any:
		return words.Say("toml-file.is.entries", "Count", len(v))
	}
	return words.Say("toml-file.is.table")
}
