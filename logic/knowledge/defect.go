package knowledge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Defect is one thing that is wrong with the files of a knowledge base.
type Defect struct {
	File string // as read: the folder and the name
	Line int    // from 1; 0 when the base was built by code
	ID   string // id of the entry, empty when it has none
	What string // what is wrong
	Want string // what would be right

	entry int    // line where the entry starts
	key   string // path of the key inside the entry
}

// String writes the defect on one line, the place first, so that editors can jump to it.
func (d Defect) String() string {
	var s strings.Builder
	if d.File != "" {
		fmt.Fprintf(&s, "%s:%d: ", d.File, d.Line)
	}
	if d.ID != "" {
		fmt.Fprintf(&s, "%s: ", d.ID)
	}
	s.WriteString(d.What)
	if d.Want != "" {
		fmt.Fprintf(&s, "; want %s", d.Want)
	}
	return s.String()
}

// Defects are all defects of a base, ordered by file and line. Load returns them as *Defects.
type Defects []Defect

// Error lists the first twenty defects, one a line, and says how many more there are.
func (d Defects) Error() string {
	const most = 20
	lines := make([]string, 0, most+1)
	for i, defect := range d {
		if i == most {
			lines = append(lines, fmt.Sprintf("and %d more", len(d)-most))
			break
		}
		lines = append(lines, defect.String())
	}
	return strings.Join(lines, "\n")
}

// sort orders by file, line, id and text, and removes what is said twice.
func (d Defects) sort() Defects {
	slices.SortStableFunc(d, func(a, b Defect) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.What, b.What))
	})
	return slices.CompactFunc(d, func(a, b Defect) bool {
		return a.File == b.File && a.Line == b.Line && a.ID == b.ID && a.What == b.What
	})
}
