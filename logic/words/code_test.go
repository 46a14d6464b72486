package words_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sentence is what reads like words for people: two words with a blank between them.
var sentence = regexp.MustCompile(`\pL{2,}[,.:;…]? \pL`)

// developers are the folders and files whose words are for who works on the program or its knowledge base, or for no people
// at all, with the reason.
var developers = map[string]string{
	"logic/apple/device.go":          "bodies of devices, named in problems of the linter",
	"logic/apple/product.go":         "names of models, which are the same in every language",
	"logic/knowledge/chance.go":      "words of the files of the knowledge base, English like their keys",
	"logic/diagnosis":                "a base that passed the linter can be decided on",
	"logic/lab":                      "the laboratory prints tables about the method",
	"logic/simulation/patient.go":    "the linter's own policy chooses steps of its model",
	"logic/redaction":                "patterns of what people write, in all the languages that are looked for",
	"logic/drawing":                  "the markup of drawings",
	"logic/report/figure.go":         "drawings come from the program itself; a test of the report sees a wrong one",
	"ui/phone/drawing.go":            "drawings come from the program itself; a test sees a wrong one",
	"ui/report/pictures.go":          "the report asks for pictures that the way has",
	"logic/evidence/phone/fakephone": "a phone for tests",
	"ui/drawn":                       "it tells tests what the window shows",
	"ui/desk/desktest":               "it opens cases for tests",
	"e2e":                            "the harness of the tests in a real window",
	"logic/words/catalog.go":         "what is wrong with the translation files can't be said in their words",
}

// allowed are literals that look like sentences and are none for people.
var allowed = map[string]string{
	"window creation error":     "the toolkit's own words, looked for in its log",
	"PlatformError: WGL: ":      "the toolkit's own words, looked for in its log",
	"failed to initialise GLFW": "the toolkit's own words, looked for in its log",
	"Fyne error:":               "the toolkit's own words, looked for in its log",
	"Preferences load error":    "the toolkit's own words, looked for in its log",
	"Apple Inc.":                "the organization in the certificates of Apple, to be compared",
	"out of":                    "what the phone's storage bar says, to be read",
	"in use":                    "what the phone's storage bar says, to be read",
	"US CA MX PH CL CO CR DO GT NI PA PR SV VE": "codes of countries",
}

// excused reports whether a file is for developers.
func excused(file string) bool {
	for place := range developers {
		if file == place || strings.HasPrefix(file, place+"/") {
			return true
		}
	}
	return strings.Contains(file, "testdata")
}

// shown finds the sentences in a file: string literals with words in them, except in tags of fields, in the log of the
// toolkit, and in the layouts of times.
func shown(file *ast.File) []*ast.BasicLit {
	var found []*ast.BasicLit
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec, *ast.Field:
			return false
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "LogError" {
				return false
			}
		case *ast.BasicLit:
			if n.Kind != token.STRING {
				break
			}
			if s, err := strconv.Unquote(n.Value); err == nil && sentence.MatchString(s) {
				found = append(found, n)
			}
		}
		return true
	})
	return found
}

// TestNoSentenceStandsInCode finds words for people that no translation reaches.
func TestNoSentenceStandsInCode(t *testing.T) {
	used := map[string]bool{}
	for _, root := range []string{"../../logic", "../../ui", "../../main.go"} {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			if excused(strings.TrimPrefix(filepath.ToSlash(path), "../../")) {
				return nil
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			for _, lit := range shown(file) {
				text, _ := strconv.Unquote(lit.Value)
				if allowed[text] != "" {
					used[text] = true
					continue
				}
				t.Errorf("%s: %q stands in code; it belongs into assets/translations", files.Position(lit.Pos()), text)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for text := range allowed {
		if !used[text] {
			t.Errorf("%q is allowed in code, but stands nowhere", text)
		}
	}
	for folder := range developers {
		if _, err := os.Stat(filepath.Join("../..", folder)); err != nil {
			t.Error(err)
		}
	}
}

func TestSentencesInCodeAreFound(t *testing.T) {
	const code = "package x\n" +
		"import \"a b\"\n" +
		"type t struct { f int `toml:\"one two\"` }\n" +
		"func f() { g(\"guide.back\", \"Is it on?\"); g(`Back up`); fyne.LogError(\"no such icon\", nil); g(\"02 Jan 2006\") }\n"
	file, err := parser.ParseFile(token.NewFileSet(), "x.go", code, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, lit := range shown(file) {
		got = append(got, lit.Value)
	}
	if want := []string{"\"Is it on?\"", "`Back up`"}; !slices.Equal(got, want) {
		t.Errorf("found %s, want %s", fmt.Sprint(got), fmt.Sprint(want))
	}
}
