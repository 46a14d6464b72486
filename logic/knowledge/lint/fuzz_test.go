package lint

import (
	"strings"
	"testing"
	"testing/fstest"

	"backupdoctor/logic/apple"
)

func FuzzLint(f *testing.F) {
	for _, file := range soundFiles(f) {
		f.Add(string(file.Data))
	}
	f.Add("[[cause]]\nid = 3\n")
	f.Add("[meta]\nversions = [\"18\", 3]\n[[screen.row]]\n")
	f.Add("cause = [1, {id = \"x\"}, [ ]]\ngroup = {a = 1}")
	f.Add("[a.b]\n[[a.b.c]]\n\"\" = '''\n'''\n[[message]]\nlocalised = [{text=\"\u3042\", lang=\"ja\"}]")
	f.Fuzz(func(t *testing.T, text string) {
		files := fstest.MapFS{"a.toml": &fstest.MapFile{Data: []byte(text)}}
		base, report, err := Lint(files, ".")
		if err != nil {
			t.Fatalf("an error beside the defects: %v", err)
		}
		lines := strings.Count(text, "\n") + 1
		for _, d := range report.Problems {
			inBase := d.File == "a.toml" && d.Line >= 1 && d.Line <= lines
			missing := d.File == "" && d.Line == 0 // what no file defines has no place
			if !inBase && !missing {
				t.Errorf("defect without a line of the file: %+v", d)
			}
			if d.What.IsZero() {
				t.Errorf("defect without words: %+v", d)
			}
		}
		base.Fill("{device} {row:settings.wifi} {", apple.Device{})
	})
}
