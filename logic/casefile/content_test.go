package casefile

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

const contentCase = `[case]
name = "Grandma"
device = "ipad"

[[event]]
time = 2026-11-23T10:15:00Z
source = "storage"
kind = "storage"
plan = "50 GB"
content = [
  "device 1 photo-count 2000",
  "cloud   photos 12.4GB phone",
  "used 1GB..2GB..4GB described",
]
`

// Content written by hand is read, put into its own order, and written so that it reads again.
func TestContentOfAStorageEvent(t *testing.T) {
	c, err := Parse("c.toml", []byte(contentCase), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := Storage{
		Plan: 50_000_000_000, Used: -1, Next: -1,
		Content: "used 1_000_000_000..2_000_000_000..4_000_000_000 described\ncloud photos 12_400_000_000 phone\ndevice 1 photo-count 2000",
	}
	if got := c.Events[0].Storage; got != want {
		t.Errorf("read %+v, want %+v", got, want)
	}
	written := Format(c)
	again, err := Parse("again.toml", written, nil)
	if err != nil || !reflect.DeepEqual(again, c) {
		t.Errorf("%v: wrote\n%s\nread %+v", err, written, again)
	}
	if string(Format(again)) != string(written) {
		t.Error("equal cases give different bytes")
	}
}

func TestContentIsCheckedAndLocated(t *testing.T) {
	for _, c := range []struct{ name, old, new, words string }{
		{"class", "cloud   photos", "cloud pictures", `no class "pictures"`},
		{"size", "12.4GB phone", "many phone", `"many" is not a size`},
		{"negative", "12.4GB phone", "-1GB phone", "is not a size"},
		{"larger than any plan", "12.4GB phone", "200TB phone", "is not a size"},
		{"origin", "12.4GB phone", "12.4GB rumor", `"rumor" is no origin`},
		{"falling range", "1GB..2GB..4GB", "3GB..2GB..4GB", "must not fall"},
		{"device number", "device 1", "device 41", "from 1 to 40"},
		{"count", "photo-count 2000", "photo-count -1", "whole number"},
		{"key of a device", "photo-count 2000", "colour red", `no "colour"`},
		{"unknown line", "cloud   photos 12.4GB phone", "please help", "not known"},
		{"two lines in one", "photo-count 2000", `photo-count 2000\ncloud mail 1GB typed`, "not a text of one line"},
		{"no text", `"device 1 photo-count 2000"`, "1", "not a text of one line"},
		{"no list", "content = [", `content = "x"` + "\nmore = [", "not a list"},
		{"content of another kind", `kind = "storage"`, `kind = "message"`, `key "content" is not known here`},
		{"nothing at all", "plan = \"50 GB\"\ncontent = [", "content = []\nmore = [", "sizes are missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(contentCase, c.old, c.new, 1)
			if text == contentCase {
				t.Fatal("the case changes nothing")
			}
			_, err := Parse("c.toml", []byte(text), nil)
			var file *FileError
			if !errors.As(err, &file) || !strings.Contains(err.Error(), c.words) {
				t.Fatalf("want %q in %v", c.words, err)
			}
			for _, p := range file.Problems {
				if p.Line < 5 {
					t.Errorf("line %d is not in the event: %s", p.Line, p.What)
				}
			}
		})
	}
}

// A file may not grow by content without end.
func TestContentIsBounded(t *testing.T) {
	many := strings.Repeat("  \"device 1 name x\",\n", 601)
	text := strings.Replace(contentCase, "content = [\n", "content = [\n"+many, 1)
	if _, err := Parse("c.toml", []byte(text), nil); err == nil || !strings.Contains(err.Error(), "more than 600 lines") {
		t.Errorf("601 lines: %v", err)
	}
	long := strings.Replace(contentCase, "photo-count 2000", "name "+strings.Repeat("x", 50_000), 1)
	if _, err := Parse("c.toml", []byte(long), nil); err == nil || !strings.Contains(err.Error(), "bytes") {
		t.Errorf("a long line: %v", err)
	}
}
