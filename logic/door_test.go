package logic_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// doors are the functions that open a file of the system.
var doors = []string{"Open", "OpenFile", "ReadFile", "Create", "WriteFile"}

// otherDoors are the files that may open one themselves, with the reason.
var otherDoors = map[string]string{
	"logic/plainfile/plainfile.go": "the door",
	"logic/casefile/save.go":       "opens a folder, to make what was renamed in it last",
	"logic/lab/bench/main.go":      "writes profiles; it is not shipped",
}

// TestFilesAreOpenedThroughOneDoor: elsewhere a pipe in a file's place could make the program wait for ever.
func TestFilesAreOpenedThroughOneDoor(t *testing.T) {
	seen := map[string]bool{}
	for _, root := range []string{"../logic", "../ui", "../main.go"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			name := filepath.ToSlash(strings.TrimPrefix(path, "../"))
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				if pkg, ok := call.X.(*ast.Ident); !ok || pkg.Name != "os" || !slices.Contains(doors, call.Sel.Name) {
					return true
				}
				seen[name] = true
				if otherDoors[name] == "" {
					t.Errorf("%s calls os.%s; plainfile opens files", name, call.Sel.Name)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name := range otherDoors {
		if !seen[name] {
			t.Errorf("%s opens no file any more", name)
		}
	}
}
