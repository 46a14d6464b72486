// Package filename knows by what ends the name of a case's file. It knows no case.
package filename

import (
	"path/filepath"
	"strings"
)

// New ends the names of new files. Only this program uses that ending, so that a system knows what opens the
// file.
const New = ".backupcase"

// Old ends the names that earlier versions gave, and of cases that were written by hand.
const Old = ".toml"

// Endings are all endings of cases, that of new files first.
func Endings() []string { return []string{New, Old} }

// Cut returns a name or path without its ending, and the ending, which is empty if the name is none of a
// case. Endings that were typed in capitals are endings, too.
func Cut(name string) (stem, ending string) {
	for _, e := range Endings() {
		if at := len(name) - len(e); at > 0 && strings.EqualFold(name[at:], e) && name[at-1] != filepath.Separator &&
			name[at-1] != '/' {
			return name[:at], name[at:]
		}
	}
	return name, ""
}

// IsCase reports whether the name or path of a file is one of a case.
func IsCase(name string) bool {
	_, ending := Cut(name)
	return ending != ""
}
