package logic_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// table finds the packages that the first column of a table in docs/architecture.md names.
var table = regexp.MustCompile("(?m)^\\| (`[^|]*`) \\|")

// TestTheMapNamesEveryRoom holds the table of rooms in docs/architecture.md to the packages that there are.
func TestTheMapNamesEveryRoom(t *testing.T) {
	text, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	onMap := map[string]bool{}
	for _, row := range table.FindAllStringSubmatch(string(text), -1) {
		for name := range strings.SplitSeq(row[1], ", ") {
			onMap[strings.Trim(name, "`")] = true
		}
	}
	delete(onMap, "main.go")
	for _, r := range list(t) {
		name := strings.TrimPrefix(strings.TrimPrefix(r.ImportPath, house), "/")
		if name == "" || name == "logic" { // main.go, and the package of this test
			continue
		}
		if !onMap[name] {
			t.Errorf("docs/architecture.md has no row for the package %s", name)
		}
		delete(onMap, name)
	}
	for name := range onMap {
		t.Errorf("docs/architecture.md has a row for %s, which is no package", name)
	}
}
