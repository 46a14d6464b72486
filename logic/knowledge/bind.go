package knowledge

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"
)

// binder moves parsed TOML into the types of this package. Unlike the TOML library's own decoding it goes on after a
// mistake, so that a person hears of all wrong keys at once, and it knows in which element of an array they stand.
type binder struct {
	fields map[reflect.Type]map[string][]int // index of each field by its toml name
	report func(path, what, want string)
}

// bind sets target, a settable value, from a value as the TOML library parses it.
func (b *binder) bind(value any, target reflect.Value, path string) {
	switch target.Kind() {
	case reflect.Struct:
		b.table(value, target, path)
	case reflect.Map:
		table, ok := value.(map[string]any)
		if !ok {
			b.mismatch(path, value, "a table")
			return
		}
		target.Set(reflect.MakeMapWithSize(target.Type(), len(table)))
		for key, v := range table {
			slot := reflect.New(target.Type().Elem()).Elem()
			b.bind(v, slot, join(path, key))
			target.SetMapIndex(reflect.ValueOf(key), slot)
		}
	case reflect.Slice:
		list, ok := items(value)
		if !ok {
			b.mismatch(path, value, "an array")
			return
		}
		target.Set(reflect.MakeSlice(target.Type(), len(list), len(list)))
		for i, v := range list {
			b.bind(v, target.Index(i), element(path, i))
		}
	case reflect.Array:
		list, ok := items(value)
		if !ok || len(list) != target.Len() {
			b.mismatch(path, value, fmt.Sprintf("an array of %d numbers", target.Len()))
			return
		}
		for i, v := range list {
			b.bind(v, target.Index(i), element(path, i))
		}
	default:
		b.scalar(value, target, path)
	}
}

func (b *binder) scalar(value any, target reflect.Value, path string) {
	switch target.Kind() {
	case reflect.String:
		if s, ok := value.(string); ok {
			target.SetString(s)
			return
		}
		b.mismatch(path, value, "a string in quotes")
	case reflect.Bool:
		if is, ok := value.(bool); ok {
			target.SetBool(is)
			return
		}
		b.mismatch(path, value, "true or false")
	case reflect.Int:
		if n, ok := value.(int64); ok && n >= math.MinInt32 && n <= math.MaxInt32 {
			target.SetInt(n)
			return
		}
		b.mismatch(path, value, "a whole number")
	case reflect.Float64:
		switch n := value.(type) {
		case float64:
			if !math.IsNaN(n) && !math.IsInf(n, 0) {
				target.SetFloat(n)
				return
			}
		case int64:
			target.SetFloat(float64(n))
			return
		}
		b.mismatch(path, value, "a finite number")
	}
}

func (b *binder) table(value any, target reflect.Value, path string) {
	table, ok := value.(map[string]any)
	if !ok {
		b.mismatch(path, value, "a table")
		return
	}
	fields := b.names(target.Type())
	for key, v := range table {
		field, known := fields[key]
		if !known {
			b.report(join(path, key), fmt.Sprintf("unknown key %q", key), "one of "+strings.Join(sortedKeys(fields), ", "))
			continue
		}
		b.bind(v, target.FieldByIndex(field), join(path, key))
	}
}

// names maps the toml names of a struct, embedded structs included, to its fields.
func (b *binder) names(t reflect.Type) map[string][]int {
	if names, ok := b.fields[t]; ok {
		return names
	}
	names := map[string][]int{}
	for _, field := range reflect.VisibleFields(t) {
		if name := field.Tag.Get("toml"); name != "" {
			names[name] = field.Index
		}
	}
	b.fields[t] = names
	return names
}

func (b *binder) mismatch(path string, value any, want string) {
	name := path
	if name == "" {
		name = "the entry"
	}
	b.report(path, name+" is "+kindOf(value), want)
}

// items takes both forms in which the library keeps arrays.
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

// kindOf names the TOML kind of a value for an error.
func kindOf(value any) string {
	switch v := value.(type) {
	case string:
		return "a string"
	case bool:
		return "a boolean"
	case int64:
		return fmt.Sprintf("the integer %d", v)
	case float64:
		return fmt.Sprintf("the number %g", v)
	case time.Time:
		return "a date"
	case map[string]any:
		return "a table"
	case []any:
		return fmt.Sprintf("an array of %d", len(v))
	case []map[string]any:
		return fmt.Sprintf("an array of %d tables", len(v))
	}
	return fmt.Sprintf("a %T", value)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
