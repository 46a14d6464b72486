package tomlfile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/words"
)

// Class is the meaning of a problem for the use of the file.
type Class int

// The classes.
const (
	Wrong   Class = iota // readable, but against a rule
	Strange              // a key or section that nothing reads: a slip, or one of another edition of the program
	Unknown              // names an entry that is not known here, perhaps because the data has changed
	Damaged              // can't be read at all, or stops before its end
	Newer                // written by a later edition of the program
	Note                 // a remark; the file may be used as it is
)

// Problem is one mistake in a file. A Decoder may return a Problem as its error.
type Problem struct {
	File  string         // as read
	Line  int            // from 1; 0 when there is no line to tell
	Key   string         // path from the top of the file, as in "event[2].device[0].last"; may be empty
	Where string         // id of the entry; may be empty
	What  words.Sentence // the mistake
	Want  words.Sentence // the right form; may be the zero sentence
	Class Class

	follows bool
}

// IsConsequence reports whether binding has already rejected the value of the key. A further problem with
// that value mostly follows from the first.
func (p Problem) IsConsequence() bool { return p.follows }

// Error is the problem in English.
func (p Problem) Error() string { return words.English(p) }

// Tell puts the problem on one line, the place first, so that editors can jump to it:
// "plans.toml:12: us: price is a string; want a table".
func (p Problem) Tell(c *words.Catalog) string {
	var s strings.Builder
	if p.File != "" {
		s.WriteString(p.File)
		if p.Line > 0 {
			s.WriteString(":" + strconv.Itoa(p.Line))
		}
		s.WriteString(": ")
	}
	if p.Where != "" {
		s.WriteString(p.Where + ": ")
	}
	what := p.What
	if !p.Want.IsZero() {
		what = words.Say("toml-file.fault", "What", p.What, "Want", p.Want)
	}
	s.WriteString(what.Tell(c))
	return s.String()
}

// Problems are the problems of one or more files. A function returns them as an error only when there are
// any.
type Problems []Problem

// mostReported bounds the problems of one file; nobody mends more of them at once.
const mostReported = 500

// mostTold is the number of problems in an error text. It keeps the text about a hopeless file readable.
const mostTold = 20

// Error lists the problems in English.
func (p Problems) Error() string { return words.English(p) }

// Tell lists the first twenty problems, one a line, and counts the rest.
func (p Problems) Tell(c *words.Catalog) string {
	lines := make([]string, 0, min(len(p), mostTold)+1)
	for i, one := range p {
		if i == mostTold {
			lines = append(lines, c.Count("toml-file.more", len(p)-i))
			break
		}
		lines = append(lines, one.Tell(c))
	}
	return strings.Join(lines, "\n")
}

// Has reports whether a problem of the class is among them.
func (p Problems) Has(class Class) bool {
	return slices.ContainsFunc(p, func(one Problem) bool { return one.Class == class })
}

// Sorted returns the problems ordered by file, line, id and text, each once.
func (p Problems) Sorted() Problems {
	sorted := slices.Clone(p)
	slices.SortStableFunc(sorted, compare)
	return slices.CompactFunc(sorted, func(a, b Problem) bool { return compare(a, b) == 0 })
}

// Bounded returns the first 500 problems of each file, and says of which file there are more. The problems must be
// in their order.
func (p Problems) Bounded() Problems {
	var kept Problems
	count := map[string]int{}
	for _, one := range p {
		count[one.File]++
		switch n := count[one.File]; {
		case n <= mostReported:
			kept = append(kept, one)
		case n == mostReported+1:
			more := words.Say("toml-file.many-problems", "Most", mostReported)
			kept = append(kept, Problem{File: one.File, Line: one.Line, What: more})
		}
	}
	return kept
}

func compare(a, b Problem) int {
	order := cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Where, b.Where))
	if order != 0 {
		return order
	}
	return cmp.Compare(a.What.String(), b.What.String())
}
