package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// keyish reports whether a string literal can be a key: words joined by dots, such as "guide.back" or the "status." that a
// status is added to.
func keyish(s string) bool {
	if !strings.Contains(s, ".") || strings.ContainsAny(s, " /%{}:,\n") {
		return false
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '.' && r != '-' {
			return false
		}
	}
	return true
}

// literals returns the string literals of the program that can be keys, with where they stand.
func literals(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, root := range []string{"../../logic", "../../ui", "../../main.go"} {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil && keyish(s) {
						found[s] = path
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// TestEveryTextIsUsed finds texts that no code asks for any more.
func TestEveryTextIsUsed(t *testing.T) {
	used := literals(t)
	catalog := load(t, language.English)
	for _, key := range catalog.Keys() {
		if _, whole := used[key]; whole {
			continue
		}
		composed := false
		for lit := range used {
			composed = composed || (strings.HasSuffix(lit, ".") && strings.HasPrefix(key, lit))
		}
		if !composed && key != "minutes" && key != "hours" && key != "percent" {
			t.Errorf("no code uses the text %q", key)
		}
	}
}

// TestEveryKeyHasAText finds keys in the code that have no text: those that share their first word with a text.
func TestEveryKeyHasAText(t *testing.T) {
	catalog := load(t, language.English)
	rooms := map[string]bool{}
	for _, key := range catalog.Keys() {
		room, _, _ := strings.Cut(key, ".")
		rooms[room] = true
	}
	for lit, path := range literals(t) {
		room, _, _ := strings.Cut(lit, ".")
		if !rooms[room] || strings.HasSuffix(lit, ".") || filepath.Ext(lit) == ".toml" {
			continue
		}
		// A report composes its keys from the end.
		composed := slices.ContainsFunc(catalog.Keys(), func(key string) bool { return strings.HasSuffix(key, "."+lit) })
		if !catalog.Has(lit) && !composed {
			t.Errorf("%s: the key %q has no text", path, lit)
		}
	}
}
