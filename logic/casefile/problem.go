package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"backupdoctor/logic/words"
)

// Problem is one thing that is wrong with a case's file.
type Problem struct {
	Line int            // from 1
	What words.Sentence // what is wrong
	Want words.Sentence // what would be right; may be the zero sentence

	class class
}

// class tells what may be done with a file that has a problem.
type class int

const (
	wrong   class = iota // readable, but it says something that it must not
	unknown              // names an id or answer that the knowledge base lacks, perhaps because the base changed
	damaged              // cannot be read as a case at all, or stops before its end
	newer                // written by a later edition of the program
)

// FileError says everything that is wrong with a case's file.
type FileError struct {
	File     string    // the name that the file was read by
	Problems []Problem // ordered by line, at least one
}

// Error tells the problems in English.
func (e *FileError) Error() string { return words.English(e) }

// Tell lists the first twenty problems, one a line with file and line in front, and says how many more there are.
func (e *FileError) Tell(c *words.Catalog) string {
	const most = 20
	var lines []string
	for i, p := range e.Problems {
		if i == most {
			lines = append(lines, c.Count("case-file.more", len(e.Problems)-most))
			break
		}
		what := p.What
		if !p.Want.IsZero() {
			what = words.Say("case-file.fault", "What", p.What, "Want", p.Want)
		}
		lines = append(lines, fmt.Sprintf("%s:%d: %s", e.File, p.Line, what.Tell(c)))
	}
	return strings.Join(lines, "\n")
}

// has reports whether a problem of the class is among them.
func (e *FileError) has(c class) bool {
	return e != nil && slices.ContainsFunc(e.Problems, func(p Problem) bool { return p.class == c })
}

// usable reports whether all events could be read, even if the knowledge base does not know all that they name.
func (e *FileError) usable() bool {
	return e == nil || !slices.ContainsFunc(e.Problems, func(p Problem) bool { return p.class != unknown })
}

// fileError collects problems, ordered by line; nil without any.
func fileError(file string, problems []Problem) *FileError {
	if len(problems) == 0 {
		return nil
	}
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return &FileError{File: file, Problems: problems}
}
