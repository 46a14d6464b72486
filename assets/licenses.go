package assets

import (
	_ "embed"
	"strings"
)

//go:embed licenses.txt
var licenses string

// License is what somebody's work that is part of the program may be used under.
type License struct {
	Work    string // path of the module; "Go" for what the compiler adds
	Version string // empty for Go
	Text    string // all texts of the module
}

// licenseMark begins the line that names the work before its texts.
const licenseMark = "=== "

// Licenses returns the licenses of all that the program is built from, ordered by work.
func Licenses() []License {
	var list []License
	for part := range strings.SplitSeq("\n"+licenses, "\n"+licenseMark) {
		name, text, found := strings.Cut(part, "\n")
		if !found {
			continue
		}
		work, version, _ := strings.Cut(name, " ")
		list = append(list, License{Work: work, Version: version, Text: strings.TrimSpace(text)})
	}
	return list
}
