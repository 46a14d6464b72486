package knowledge

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadSaysEverythingAtOnceInOrder(t *testing.T) {
	files := soundFiles(t)
	text := string(files["kb/base.toml"].Data)
	text = strings.Replace(text, "prior = 10", "prior = -1", 1)
	text = strings.Replace(text, "minutes = [1, 3]", `minutes = "short"`, 1)
	text = strings.Replace(text, `confirm = "I have this backup"`, "", 1)
	files["kb/base.toml"].Data = []byte(text)
	files["kb/phone.toml"].Data = append(files["kb/phone.toml"].Data, "\n[extra]\n"...)
	_, err := Load(files, "kb")
	var defects *Defects
	if !errors.As(err, &defects) {
		t.Fatalf("error is %v", err)
	}
	var got []string
	for _, d := range *defects {
		got = append(got, d.File+" "+d.ID)
	}
	want := "kb/base.toml no-wifi, kb/base.toml join-wifi, kb/base.toml computer-backup, kb/phone.toml "
	if strings.Join(got, ", ") != want {
		t.Errorf("defects are %s, want %s:\n%v", strings.Join(got, ", "), want, err)
	}
	for i, d := range *defects {
		if i > 0 && d.File == (*defects)[i-1].File && d.Line < (*defects)[i-1].Line {
			t.Errorf("line %d stands after line %d", d.Line, (*defects)[i-1].Line)
		}
	}
}

func TestLintGoesOnWithoutALostFileButDoesNotJudgeMeaning(t *testing.T) {
	files := soundFiles(t)
	files["kb/phone.toml"].Data = []byte("[[screen]]\nid = \"settings\nrow = 1\n")
	base, report, err := Lint(files, "kb")
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Defects) != 1 || report.Defects[0].File != "kb/phone.toml" || report.Defects[0].Line != 2 {
		t.Errorf("defects:\n%v", report.Defects)
	}
	if report.Files != 2 || base.Cause("no-wifi") == nil {
		t.Errorf("read %d files; the causes are there: %v", report.Files, base.Cause("no-wifi") != nil)
	}
}

func TestReadIsBounded(t *testing.T) {
	one := func(text string) fstest.MapFS { return fstest.MapFS{"a.toml": &fstest.MapFile{Data: []byte(text)}} }
	many := fstest.MapFS{}
	for i := range maxFiles + 1 {
		many[fmt.Sprintf("%03d.toml", i)] = &fstest.MapFile{}
	}
	cases := []struct {
		name  string
		files fstest.MapFS
		want  string
		line  int
	}{
		{"a large file", one(strings.Repeat("# comment\n", maxFileBytes/10+1)), "larger than 2 MiB", 1},
		{"deep arrays", one("a = 1\nb = " + strings.Repeat("[", 1<<20)), "nested more than 32 deep", 2},
		{"deep tables", one("a = " + strings.Repeat("{a=", 1<<18)), "nested more than 32 deep", 1},
		{"a long key", one("\n\n" + strings.Repeat("a.", 1<<18) + "a = 1"), "more than 12 parts", 3},
		{"zero bytes", one("a\x00b = 1"), "not TOML", 1},
		{"no UTF-8", one("\n# fine\na = \"\xff\""), "not TOML", 3},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, defects, err := Read(c.files, ".")
			if err != nil {
				t.Fatal(err)
			}
			if len(defects) != 1 || defects[0].Line != c.line || !strings.Contains(defects[0].What, c.want) {
				t.Errorf("want %q on line %d, found\n%v", c.want, c.line, defects)
			}
		})
	}
	if _, _, err := Read(many, "."); err == nil || !strings.Contains(err.Error(), "more than 200 files") {
		t.Errorf("too many files: %v", err)
	}
	if _, _, err := Read(fstest.MapFS{"kb/README.md": &fstest.MapFile{}}, "kb"); err == nil || !strings.Contains(err.Error(), "no .toml file") {
		t.Errorf("no files: %v", err)
	}
	if _, err := Load(fstest.MapFS{}, "kb"); err == nil {
		t.Error("a missing folder is no error")
	}
}

// The locator must find the line in every layout that TOML allows.
func TestLinesAreFoundInEveryLayout(t *testing.T) {
	const toml = `# a comment with [[cause]]
[[cause]] # and one here
id = "a"
title = """
[[cause]] in a text \""" with quotes""""
summary = '''
two
lines'''

[[screen]]
"id" = 's'
row = [ # rows
  { id = "x" }, { id = "y",
    label = [
      { text = "Y" } ] },
]
[[screen]]
id = "t"
[[screen.row]]
id = "u"
[[screen.row]]
id = "v"
[[screen.row.label]]
text = "V"
[meta]
version.date = "x"
`
	at := locate(toml)
	cases := []struct {
		entry, key string
		want       int
	}{
		{"cause[0]", "id", 3},
		{"cause[0]", "title", 4},
		{"cause[0]", "summary", 6},
		{"cause[0]", "", 2},
		{"cause[0]", "prior", 2},
		{"screen[0]", "id", 11},
		{"screen[0]", "row[0].id", 13},
		{"screen[0]", "row[1]", 13},
		{"screen[0]", "row[1].label", 14},
		{"screen[0]", "row[1].label[0].text", 15},
		{"screen[0]", "row[1].block", 13},
		{"screen[0]", "row", 12},
		{"screen[1]", "id", 18},
		{"screen[1]", "row[0].id", 20},
		{"screen[1]", "row[1]", 21},
		{"screen[1]", "row[1].kind", 21},
		{"screen[1]", "row[1].label[0].text", 24},
		{"meta", "version.date", 26},
		{"meta", "", 25},
	}
	for _, c := range cases {
		keys := at.table[c.entry]
		if got := (place{line: keys[""], keys: keys}).find(c.key); got != c.want {
			t.Errorf("%s %s: line %d, want %d", c.entry, c.key, got, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
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
		for _, d := range report.Defects {
			inBase := d.File == "a.toml" && d.Line >= 1 && d.Line <= lines
			missing := d.File == "" && d.Line == 0 // what no file defines has no place
			if !inBase && !missing {
				t.Errorf("defect without a line of the file: %+v", d)
			}
			if d.What == "" {
				t.Errorf("defect without words: %+v", d)
			}
		}
		base.Fill("{device} {row:settings.wifi} {", Device{})
		base.Match(text)
	})
}
