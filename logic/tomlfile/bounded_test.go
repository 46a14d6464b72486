package tomlfile

import (
	"strings"
	"testing"

	"backupdoctor/logic/words"
)

// A hopeless file does not bury the problems of the others.
func TestTheProblemsOfEachFileAreBounded(t *testing.T) {
	var all Problems
	for i := range 38_000 {
		all = append(all, Problem{File: "a.toml", Line: i + 1, What: words.Quote("wrong")})
	}
	all = append(all, Problem{File: "b.toml", Line: 7, What: words.Quote("wrong")})
	got := all.Bounded()
	if len(got) != mostReported+2 {
		t.Fatalf("%d problems are told", len(got))
	}
	if last := got[mostReported]; last.File != "a.toml" || !strings.Contains(last.Error(), "more than 500 problems") {
		t.Errorf("the last of the first file is %v", last)
	}
	if got[mostReported+1].File != "b.toml" {
		t.Errorf("the other file has %v", got[mostReported+1])
	}
}
