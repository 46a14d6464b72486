package datafile

import (
	"fmt"
	"strings"
)

// Problem is one thing wrong with a data file.
type Problem struct {
	File string
	Line int    // 1 is the first line; 0 when it can't be told
	ID   string // market or plan, or the name of the section
	Text string
}

// String names the place and the problem: "plans.toml:12: us: no price for plan 2tb".
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": ")
	if p.ID != "" {
		b.WriteString(p.ID + ": ")
	}
	b.WriteString(p.Text)
	return b.String()
}

// Problems are all problems of a data file, by line.
type Problems []Problem

// ShownProblems is how many problems an error text lists; it keeps the error text of a hopeless file readable.
const ShownProblems = 20

// Error lists the problems, one a line, the first twenty of them.
func (p Problems) Error() string {
	lines := make([]string, 0, min(len(p), ShownProblems)+1)
	for i, one := range p {
		if i == ShownProblems {
			lines = append(lines, fmt.Sprintf("and %d more", len(p)-i))
			break
		}
		lines = append(lines, one.String())
	}
	return strings.Join(lines, "\n")
}
