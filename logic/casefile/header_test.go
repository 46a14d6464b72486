package casefile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheHeaderIsSavedAndUndoneInItsTurn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Anna’s iPad.toml")
	f := open(t, path, nil)
	if got := f.Case().Name; got != "Anna’s iPad" {
		t.Errorf("a new case is called %q", got)
	}
	must(t, f.SetHeader(Header{Name: "Anna", Version: "16"}))
	if f.CanUndo() {
		t.Error("the beginning of a case can be undone")
	}
	must(t, f.Append(said("a")))
	must(t, f.SetHeader(Header{Name: " Ben\n", Device: "iPad", Version: "17.5"}))
	turned, err := f.Undo()
	if c := f.Case(); err != nil || len(turned) != 0 || c.Name != "Anna" || c.Version != "16" || len(c.Events) != 1 {
		t.Errorf("undoing the header turned %v (%v) and left %+v", turned, err, c)
	}
	if onDisk, err := readCase(path); err != nil || onDisk.Version != "16" {
		t.Errorf("the file has %+v, %v", onDisk, err)
	}
	must(t, undo(f))
	must(t, redo(f))
	must(t, redo(f))
	must(t, undo(f))
	must(t, f.SetHeader(Header{Name: "Ben", Device: "ipad", Version: "17.5"}))
	if f.CanRedo() {
		t.Error("something can be redone after a new change")
	}
	must(t, f.SetHeader(header(f)))
	must(t, undo(f)) // what changed nothing is no change
	must(t, redo(f))
	must(t, f.Remove(1))
	if err := f.SetHeader(Header{Device: "phone"}); err == nil {
		t.Error("took a device that is none")
	}
	must(t, f.Close())
	c := open(t, path, nil).Case()
	if c.Name != "Ben" || c.Device != "ipad" || c.Version != "17.5" || !c.Created.Equal(at(12, 0)) || len(c.Events) != 0 {
		t.Errorf("the file has %+v", c)
	}
}

// A language that the knowledge base does not have is no fault, in a file or chosen.
func TestAnUnknownLanguageStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	must(t, os.WriteFile(path, []byte("[case]\nname = 'Anna'\nlanguage = 'tlh'\n"), 0o600))
	f, notice, err := Open(path, shipped(t), noon().now)
	if err != nil || !notice.IsZero() {
		t.Fatalf("opened with %+v, %v", notice, err)
	}
	h := header(f)
	h.Version = "18"
	must(t, f.SetHeader(h))
	if got := header(f); got.Language != "tlh" || got.Version != "18" {
		t.Errorf("the header is %+v", got)
	}
	h.Language = "vulcan"
	must(t, f.SetHeader(h))
	if got := header(f); got.Language != "vulcan" {
		t.Errorf("the header is %+v", got)
	}
}

// onlyUS knows the shipped knowledge base and one country.
type onlyUS struct{ Known }

func (onlyUS) KnowsCountry(country string) bool { return country == "us" }

// A country that is none stays as it is in a file, but nobody can choose another such.
func TestACountryThatIsNoneIsNotChosen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	must(t, os.WriteFile(path, []byte("[case]\nname = 'Anna'\ncountry = 'narnia'\n"), 0o600))
	f, notice, err := Open(path, onlyUS{shipped(t)}, noon().now)
	if err != nil || notice.Unknown == nil {
		t.Fatalf("opened with %+v, %v", notice, err)
	}
	h := header(f)
	h.Version = "18"
	must(t, f.SetHeader(h))
	h.Country = "us"
	must(t, f.SetHeader(h))
	h.Country = "oz"
	if err := f.SetHeader(h); err == nil || !strings.Contains(err.Error(), `country "oz" is not known`) {
		t.Errorf("chose a country that is not there: %v", err)
	}
	if got := header(f); got.Country != "us" || got.Version != "18" {
		t.Errorf("the header is %+v", got)
	}
}

func header(f *File) Header { c := f.Case(); return c.Header() }

// Whatever is typed into the fields of a case, what is taken comes back from the file, and what is not is refused in words.
func FuzzHeader(f *testing.F) {
	f.Add("Anna's iPhone", "ipad", "iPhone 13", "18.4.1", "us", "de-AT")
	f.Add("'''\n\"\"\"\\u0000\x00\xff[[event]]\n", "IPHONE", "\u202e", "iPadOS 26", "", "EN")
	f.Add(strings.Repeat("é", maxLabel), "watch", "", "9999999999999999999", "?", "x")
	f.Fuzz(func(t *testing.T, name, device, model, version, country, language string) {
		h := Header{Name: name, Device: device, Model: model, Version: version, Country: country, Language: language}
		if err := faultError(h.judge(nil)); err != nil {
			if err.Error() == "" {
				t.Fatal("an error without words")
			}
			return
		}
		var c Case
		c.setHeader(h)
		text := Format(c)
		again, err := Parse("f.toml", text, nil)
		if err != nil || again.Header() != h {
			t.Fatalf("%+v comes back as %+v, %v from\n%s", h, again.Header(), err, text)
		}
	})
}
