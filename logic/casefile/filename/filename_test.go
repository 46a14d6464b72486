package filename_test

import (
	"testing"

	"backupdoctor/logic/casefile/filename"
)

func TestCasesAreKnownByTheEndOfTheirName(t *testing.T) {
	for _, test := range []struct{ name, stem, ending string }{
		{"Anna’s iPhone.backupcase", "Anna’s iPhone", ".backupcase"},
		{"/home/Jürgen/Fall.TOML", "/home/Jürgen/Fall", ".TOML"},
		{"Anna.toml.backupcase", "Anna.toml", ".backupcase"},
		{"folder/.toml", "folder/.toml", ""},
		{".backupcase", ".backupcase", ""},
		{"Anna.toml.bak", "Anna.toml.bak", ""},
		{"report", "report", ""},
		{"", "", ""},
	} {
		if stem, ending := filename.Cut(test.name); stem != test.stem || ending != test.ending {
			t.Errorf("%q is cut into %q and %q", test.name, stem, ending)
		}
		if filename.IsCase(test.name) != (test.ending != "") {
			t.Errorf("%q is taken for a case: %t", test.name, test.ending == "")
		}
	}
}
