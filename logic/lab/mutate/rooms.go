package main

import (
	"path"
	"path/filepath"
	"strings"

	"backupdoctor/logic/plainfile"
)

// Room is code that is mutated together, and whose score is told.
type Room struct {
	Name string
	Part []Part
}

// Part is files of one package.
type Part struct {
	Package string   // folder from the root of the module
	Files   []string // patterns of names; none stands for all
	Holders []string // other packages whose tests hold it, asked when its own do not notice
}

var rooms = []Room{
	{"diagnosis", []Part{{Package: "logic/diagnosis", Holders: []string{"logic/session"}}}},
	{"casefile", []Part{
		{Package: "logic/casefile"},
		{Package: "logic/plainfile", Holders: []string{"logic/casefile"}},
	}},
	{"storage", []Part{{Package: "logic/storage", Holders: []string{"logic/session"}}}},
	{"redaction", []Part{{Package: "logic/redaction", Holders: []string{"logic/report"}}}},
	{"evidence", []Part{
		{Package: "logic/evidence"},
		{Package: "logic/evidence/applestatus"},
		{Package: "logic/evidence/network"},
		{Package: "logic/casefile", Files: []string{"judge*.go", "weigh*.go", "observe*.go"}},
	}},
}

// largestSource is the size of the largest source file that is read, in bytes.
const largestSource = 1 << 20

// Mutants finds all mutants of a part, below the root of the module.
func (p Part) Mutants(root string) ([]Mutant, error) {
	names, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(p.Package), "*.go"))
	if err != nil {
		return nil, err
	}
	var all []Mutant
	for _, name := range names {
		base := filepath.Base(name)
		if strings.HasSuffix(base, "_test.go") || !p.has(base) {
			continue
		}
		source, err := plainfile.Read(name, largestSource)
		if err != nil {
			return nil, err
		}
		found, err := Find(path.Join(p.Package, base), source)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func (p Part) has(name string) bool {
	if len(p.Files) == 0 {
		return true
	}
	for _, pattern := range p.Files {
		if ok, err := path.Match(pattern, name); err == nil && ok {
			return true
		}
	}
	return false
}
