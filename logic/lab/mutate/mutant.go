package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// Mutant is a source file with one small defect.
type Mutant struct {
	File       string // from the root of the module, with slashes
	Func       string // the function or the variables around the defect
	Old, New   string // what stands there, and what the mutant has instead
	Number     int    // among the mutants of one name, from 1
	Line       int    // from 1
	start, end int    // bytes of the source that become text
	text       string
}

// Name is the same as long as the code around it is: lines may be added elsewhere.
func (m *Mutant) Name() string {
	name := fmt.Sprintf("%s %s: %s => %s", m.File, m.Func, m.Old, m.New)
	if m.Number > 1 {
		name += fmt.Sprintf(" (%d)", m.Number)
	}
	return name
}

// Apply returns the source with the defect.
func (m *Mutant) Apply(source []byte) []byte {
	return []byte(string(source[:m.start]) + m.text + string(source[m.end:]))
}

// finder collects the mutants of one file.
type finder struct {
	set    *token.FileSet
	file   string
	source []byte
	around string
	found  []Mutant
	names  map[string]int
}

// Find returns all mutants of a source file. Some of them do not compile: only the compiler knows types.
func Find(file string, source []byte) ([]Mutant, error) {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	f := &finder{set: set, file: file, source: source, names: map[string]int{}}
	for _, d := range tree.Decls {
		f.around = nameOf(d)
		if gen, ok := d.(*ast.GenDecl); ok && gen.Tok != token.VAR && gen.Tok != token.CONST {
			continue
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if n == nil {
				return false
			}
			f.visit(n)
			return true
		})
	}
	return f.found, nil
}

// nameOf names a declaration.
func nameOf(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return d.Name.Name
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if v, ok := s.(*ast.ValueSpec); ok {
				return v.Names[0].Name
			}
		}
	}
	return "file"
}

func (f *finder) offset(p token.Pos) int { return f.set.Position(p).Offset }

func (f *finder) textOf(n ast.Node) string {
	return string(f.source[f.offset(n.Pos()):f.offset(n.End())])
}

// longestName is how much of a piece of code stands in the name of a mutant, in bytes.
const longestName = 90

// brief is a piece of code in one line.
func brief(code string) string {
	code = strings.Join(strings.Fields(code), " ")
	if len(code) > longestName {
		code = code[:longestName-15] + " … " + code[len(code)-12:]
	}
	return code
}

// add notes the mutant in which text stands in the place of the bytes from start to end. Shown is the node in
// which they are.
func (f *finder) add(shown ast.Node, start, end int, text string) {
	from, to := f.offset(shown.Pos()), f.offset(shown.End())
	mutated := string(f.source[from:start]) + text + string(f.source[end:to])
	m := Mutant{
		File: f.file, Func: f.around, Line: f.set.Position(shown.Pos()).Line, start: start, end: end, text: text,
		Old: brief(string(f.source[from:to])), New: brief(mutated),
	}
	if m.New == "" {
		m.New = "nothing"
	}
	f.names[m.Name()]++
	m.Number = f.names[m.Name()]
	f.found = append(f.found, m)
}

// replace notes the mutant in which text stands in the place of a node.
func (f *finder) replace(n ast.Node, text string) {
	f.add(n, f.offset(n.Pos()), f.offset(n.End()), text)
}
