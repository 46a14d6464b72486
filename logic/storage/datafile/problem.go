package datafile

import (
	"fmt"
	"strings"

	"backupdoctor/logic/words"
)

// Problem is one thing wrong with a data file.
type Problem struct {
	File string
	Line int    // 1 is the first line; 0 when it can't be told
	ID   string // market or plan, or the name of the section
	What words.Sentence
}

// String is the problem in English.
func (p Problem) String() string { return words.English(p) }

// Tell names the place and the problem: "plans.toml:12: us: no price for plan 2tb".
func (p Problem) Tell(c *words.Catalog) string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": ")
	if p.ID != "" {
		b.WriteString(p.ID + ": ")
	}
	b.WriteString(p.What.Tell(c))
	return b.String()
}

// Problems are all problems of a data file, by line.
type Problems []Problem

// ShownProblems is how many problems an error text lists; it keeps the error text of a hopeless file readable.
const ShownProblems = 20

// Error lists the problems in English.
func (p Problems) Error() string { return words.English(p) }

// Tell lists the problems, one a line, the first twenty of them.
func (p Problems) Tell(c *words.Catalog) string {
	lines := make([]string, 0, min(len(p), ShownProblems)+1)
	for i, one := range p {
		if i == ShownProblems {
			lines = append(lines, c.Count("case-file.more", len(p)-i))
			break
		}
		lines = append(lines, one.Tell(c))
	}
	return strings.Join(lines, "\n")
}
