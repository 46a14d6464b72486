package knowledge

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"backupdoctor/assets"
	"backupdoctor/logic/tomlfile"
)

// soundFiles are the files of the small base without defects.
func soundFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"base.toml", "phone.toml"} {
		data, err := os.ReadFile(filepath.Join("testdata", "sound", name))
		if err != nil {
			t.Fatal(err)
		}
		files["kb/"+name] = &fstest.MapFile{Data: data}
	}
	return files
}

// sound loads the small base.
func sound(t testing.TB) *Base {
	t.Helper()
	base, err := Load(soundFiles(t), "kb")
	if err != nil {
		t.Fatalf("the small base has defects:\n%v", err)
	}
	return base
}

func TestLoadJoinsTheFiles(t *testing.T) {
	base := sound(t)
	if base.Meta.Version != "2026-11-23" || len(base.Causes) != 4 || len(base.Screens) != 3 {
		t.Errorf("loaded version %q, %d causes, %d screens", base.Meta.Version, len(base.Causes),
			len(base.Screens))
	}
	check := base.Check("wifi-connected")
	if check.Kind != Look || check.Minutes != [2]float64{0.5, 1} || check.Given[0].P["works"] != 0.05 {
		t.Errorf("check loaded as %+v", check)
	}
	if line := check.Lines[1]; line.Kind != NoteLine || line.Since != "18.4" {
		t.Errorf("line loaded as %+v", line)
	}
}

func TestLoadIsBounded(t *testing.T) {
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
		{"a large file", one(strings.Repeat("# comment\n", fileLimits.Bytes/10+1)), "larger than 2 MiB", 1},
		{"deep arrays", one("a = 1\nb = " + strings.Repeat("[", 1<<20)), "nested more than 32 deep", 2},
		{"deep tables", one("a = " + strings.Repeat("{a=", 1<<18)), "nested more than 32 deep", 1},
		{"a long key", one("\n\n" + strings.Repeat("a.", 1<<18) + "a = 1"), "more than 12 parts", 3},
		{"zero bytes", one("a\x00b = 1"), "not TOML", 1},
		{"no UTF-8", one("\n# fine\na = \"\xff\""), "not UTF-8", 3},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(c.files, ".")
			problems, _ := errors.AsType[tomlfile.Problems](err)
			if len(problems) != 1 || problems[0].Line != c.line || !strings.Contains(problems[0].What.String(), c.want) {
				t.Errorf("want %q on line %d, found\n%v", c.want, c.line, err)
			}
		})
	}
	if _, err := Load(many, "."); err == nil || !strings.Contains(err.Error(), "more than 200 files") {
		t.Errorf("too many files: %v", err)
	}
	if _, err := Load(fstest.MapFS{"kb/README.md": &fstest.MapFile{}},
		"kb"); err == nil || !strings.Contains(err.Error(), "no .toml file") {
		t.Errorf("no files: %v", err)
	}
	if _, err := Load(fstest.MapFS{}, "kb"); err == nil {
		t.Error("a missing folder is no error")
	}
}

func TestLoadGivesWhatCouldBeRead(t *testing.T) {
	files := soundFiles(t)
	files["kb/phone.toml"].Data = []byte("[meta]\nversion = \"2\"\n[[route]]\nid = 3\n")
	base, err := Load(files, "kb")
	const want = "kb/phone.toml:1: a second [meta]; want one [meta] in all files\n" +
		"kb/phone.toml:4: id is the integer 3; want a string in quotes"
	if err == nil || err.Error() != want {
		t.Errorf("told\n%v\nwant\n%s", err, want)
	}
	if base == nil || base.Files != 2 || base.Meta.Version != "2026-11-23" || base.Cause("no-wifi") == nil {
		t.Errorf("the base is %+v", base)
	}
}

// BenchmarkLoad is what the first window waits for.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(assets.Files, assets.Knowledge); err != nil {
			b.Fatal(err)
		}
	}
}
