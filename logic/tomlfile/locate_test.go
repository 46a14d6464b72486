package tomlfile

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// writer writes a random document and keeps where each value stands.
type writer struct {
	t     *rapid.T
	out   strings.Builder
	lines map[string]int
}

func (w *writer) line() int { return 1 + strings.Count(w.out.String(), "\n") }

func (w *writer) put(s string) { w.out.WriteString(s) }

func (w *writer) draw(choices ...string) string {
	return rapid.SampledFrom(choices).Draw(w.t, "choice")
}

func (w *writer) number(least, most int) int { return rapid.IntRange(least, most).Draw(w.t, "number") }

// gap is what may stand between two elements.
func (w *writer) gap() {
	w.put(w.draw("", " ", "\n", " # a [comment] = \"\n", "\r\n", "\t\n\n"))
}

// names draws different keys. The empty key is left out: in an inline table inside an array the TOML library
// misreads it.
func (w *writer) names(least, most int) []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom([]string{
		"a", "b-c", "D_1", "9", "x.y", "sp ace", "quo\"te", "br[0]", "é", "back\\slash", "tab\t", "new\nline",
	}), least, most, rapid.ID).Draw(w.t, "names")
}

// key writes a key in one of its forms.
func (w *writer) key(name string) {
	quoted := strconv.Quote(name)
	bare := name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == ""
	literal := !strings.ContainsAny(name, "'\n")
	switch n := w.number(0, 2); {
	case n == 0 && bare:
		w.put(name)
	case n == 1 && literal:
		w.put("'" + name + "'")
	case n == 2 && name == "é":
		w.put(`"\u00e9"`)
	default:
		w.put(quoted)
	}
}

// value writes a value at the path.
func (w *writer) value(path string, depth int) {
	kind := w.number(0, 9)
	if depth > 3 {
		kind = min(kind, 6)
	}
	switch kind {
	case 0:
		w.put(w.draw("1", "-2.5e3", "true", "inf", "0x1F", "1_000"))
	case 1:
		w.put(w.draw("2026-11-23", "2026-11-23T10:15:00Z", "2026-11-23 10:15:00", "10:15:00"))
	case 2:
		w.put(w.draw(`""`, `"a\"b"`, `"#[]{}=,'"`, `"\\"`))
	case 3:
		w.put(w.draw(`''`, `'a"b'`, `'\'`))
	case 4:
		w.put(w.draw(`""""""`, "\"\"\"\na\n\"\"b\\\"\"\" \"\"\"", "\"\"\"a\\\n  b\"\"\"\"\"", "\"\"\"a\"\"\"\""))
	case 5:
		w.put(w.draw(`''''''`, "'''\n''a\\\n'''", "'''a''''", "'''[x]\nk = 1\n'''"))
	case 6:
		w.put("[]")
	case 7, 8:
		w.put("[")
		n := w.number(0, 3)
		for i := range n {
			w.gap()
			at := element(path, i)
			w.lines[at] = w.line()
			w.value(at, depth+1)
			if w.gap(); i < n-1 || w.number(0, 1) == 0 {
				w.put(",")
			}
		}
		w.gap()
		w.put("]")
	default:
		w.put("{")
		for i, name := range w.names(0, 3) {
			if i > 0 {
				w.put(",")
			}
			w.put(w.draw("", " "))
			w.lines[join(path, name)] = w.line()
			w.key(name)
			w.put(w.draw("=", " = "))
			w.value(join(path, name), depth+1)
		}
		w.put("}")
	}
}

// table writes a header and the keys of the table at the path.
func (w *writer) table(path string, header []string, array bool, depth int) {
	left, right := "[", "]"
	if array {
		left, right = "[[", "]]"
	}
	w.put(w.draw("", "\n", "# [x]\n"))
	w.lines[path] = w.line()
	w.put(left)
	for i, name := range header {
		if i > 0 {
			w.put(w.draw(".", " . "))
		}
		w.key(name)
	}
	w.put(right + w.draw("\n", " # comment\n", "\r\n"))
	w.body(path, header, depth)
}

// body writes keys, and below them tables and arrays of tables.
func (w *writer) body(path string, header []string, depth int) {
	names := w.names(0, 5)
	tables := w.number(0, len(names))
	for _, name := range names[tables:] {
		w.put(w.draw("", "\n", "  ", "# k = [\n"))
		at := join(path, name)
		w.lines[at] = w.line()
		w.key(name)
		if w.number(0, 3) == 0 {
			w.put(" . ")
			at = join(at, "sub")
			w.lines[at] = w.line()
			w.key("sub")
		}
		w.put(w.draw("=", " = "))
		w.value(at, depth)
		w.put(w.draw("\n", " # comment\n", "\r\n"))
	}
	if depth > 2 {
		return
	}
	for _, name := range names[:tables] {
		below := append(slices.Clone(header), name)
		if w.number(0, 1) == 0 {
			w.table(join(path, name), below, false, depth+1)
			continue
		}
		for i := range w.number(1, 3) {
			at := element(join(path, name), i)
			if i == 0 {
				w.lines[join(path, name)] = w.line()
			}
			before := w.line()
			w.table(at, below, true, depth+1)
			if i == 0 && w.lines[at] != before { // a comment went before the header
				w.lines[join(path, name)] = w.lines[at]
			}
		}
	}
}

// paths lists all paths of a decoded tree.
func paths(value any, path string, found map[string]bool) {
	if path != "" {
		found[path] = true
	}
	if list, ok := items(value); ok {
		for i, v := range list {
			paths(v, element(path, i), found)
		}
	}
	if values, ok := value.(map[string]any); ok {
		for key, v := range values {
			paths(v, join(path, key), found)
		}
	}
}

func TestEveryValueIsFoundAtItsLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &writer{t: t, lines: map[string]int{}}
		w.body("", nil, 0)
		text := w.out.String()
		if _, line, what := (Limits{}.orDefault().scan(text)); line > 0 {
			t.Fatalf("a small document is out of bounds: %v\n%s", what, text)
		}
		tree, err := decode(text)
		if err != nil {
			t.Fatalf("the document is no TOML: %v\n%s", err, text)
		}
		got := locate(text)
		if !maps.Equal(got, lines(w.lines)) {
			t.Fatalf("found\n%v\nwant\n%v\nin\n%s", got, w.lines, numbered(text))
		}
		all := map[string]bool{}
		paths(tree, "", all)
		for path := range all {
			if got[path] == 0 {
				t.Fatalf("%s is not found in\n%s", path, numbered(text))
			}
		}
	})
}

func numbered(text string) string {
	var out strings.Builder
	for i, line := range strings.Split(text, "\n") {
		fmt.Fprintf(&out, "%3d %q\n", i+1, line)
	}
	return out.String()
}

func TestHeadersOfTablesBelowGiveWay(t *testing.T) {
	got := locate("[a.b]\nx = 1\n\n[a]\ny = 2\n[[c.d]]\n[c.d.e]\n[[c.d]]\nz.w = 1\n[c.d.e]\n")
	want := lines{
		"a": 4, "a.b": 1, "a.b.x": 2, "a.y": 5, "c": 6, "c.d": 6, "c.d[0]": 6, "c.d[0].e": 7, "c.d[1]": 8, "c.d[1].z": 9, "c.d[1].z.w": 9,
		"c.d[1].e": 10,
	}
	if !maps.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("[meta]\ndate = 2026-11-23\n[[market]]\nid = \"us\"\nprice = { a = '''\n''', \"b.c\" = [1, # x\n2] }\n[market.size]")
	f.Add("\ufeffa.'b'.\"c\\u00e9\" = {x = [[{y = \"\"\"\\\n\"\"\"}]]}\r\n[[a]]\n[a.b")
	f.Add("x = {a={a={a=\n'\"\\")
	f.Add("[[market]]\nid=1\nshare=[0,inf]\nsince=10:00:00\n[[market]]\n[market.note]\n")
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		locate(text)
		top, err := Parse("f.toml", []byte(text), Limits{Bytes: 1 << 16})
		if err == nil {
			top.Bind(&list{})
			top.Finish()
			err = top.Err()
		}
		problems, ok := errors.AsType[Problems](err)
		if err != nil && (!ok || len(problems) == 0) {
			t.Fatalf("the error is %#v", err)
		}
		last := 1 + strings.Count(text, "\n")
		for _, problem := range problems {
			if problem.Line < 1 || problem.Line > last {
				t.Errorf("line %d of %d: %v", problem.Line, last, problem)
			}
		}
		if spent := time.Since(start); spent > 10*time.Second {
			t.Errorf("it took %v", spent)
		}
	})
}
