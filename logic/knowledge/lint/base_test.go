package lint

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"backupdoctor/assets"
	"backupdoctor/logic/knowledge"
)

// shipped is the knowledge base that the program ships with, proven once for all tests.
var shipped = sync.OnceValues(func() (*knowledge.Base, error) { return Load(assets.Files, assets.Knowledge) })

func realBase(t testing.TB) *knowledge.Base {
	t.Helper()
	base, err := shipped()
	if err != nil {
		t.Fatalf("the shipped knowledge base has defects:\n%v", err)
	}
	return base
}

// sound loads the small base.
func sound(t testing.TB) *knowledge.Base {
	t.Helper()
	base, err := Load(soundFiles(t), "kb")
	if err != nil {
		t.Fatalf("the small base has defects:\n%v", err)
	}
	return base
}

// soundFiles are the files of the small base without defects.
func soundFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"base.toml", "phone.toml"} {
		data, err := os.ReadFile(filepath.Join("..", "testdata", "sound", name))
		if err != nil {
			t.Fatal(err)
		}
		files["kb/"+name] = &fstest.MapFile{Data: data}
	}
	return files
}

// spoken is the small base with two languages; broken replaces text in the file of the first.
func spoken(t testing.TB, replace ...string) fstest.MapFS {
	t.Helper()
	files := soundFiles(t)
	files["kb/languages.toml"] = &fstest.MapFile{Data: []byte(`[[language]]
id = "de"
name = "German"
[[language]]
id = "de-XX"
name = "German elsewhere"
like = "de"
`)}
	files["kb/languages/de.toml"] = &fstest.MapFile{Data: []byte(strings.NewReplacer(replace...).Replace(`[words]
decimal = ","
gigabyte = "GB"
used = "{used} v. {total}"
date = "{day}.{month}.{year}"
word = [
  { of = "Settings", text = "Einstellungen", grade = "B" },
  { of = "Wi-Fi", text = "WLAN", grade = "B" },
  { of = "Wi-Fi", text = "Netze", grade = "M", at = ["wifi"] },
  { of = "Wi-Fi Networks", text = "WLAN-Netze", grade = "M" },
  { of = "The network of this {device}", text = "Das Netz dieses {device}", grade = "A'", until = "25" },
]
`))}
	files["kb/languages/de-XX.toml"] = &fstest.MapFile{Data: []byte(`[words]
word = [ { of = "Wi-Fi", text = "Funk", grade = "C", since = "18" } ]
`)}
	return files
}
