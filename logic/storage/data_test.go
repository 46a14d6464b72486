package storage

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
	"backupdoctor/logic/tomlfile"
)

func shipped(t testing.TB) *Data {
	t.Helper()
	prices, err := prices.Load(assets.Files, assets.Plans)
	if err != nil {
		t.Fatal(err)
	}
	data, err := LoadData(assets.Files, assets.Sizes, assets.CleanUp, prices)
	if err != nil {
		t.Fatalf("the data of the program have problems:\n%v", err)
	}
	return data
}

func marketOf(t testing.TB, d *Data, id string) prices.Market {
	t.Helper()
	m, ok := d.Prices.Market(id)
	if !ok {
		t.Fatalf("no market %q", id)
	}
	return m
}

// What the data name must exist: routes and sources of the knowledge base.
func TestActionsAndRoutesExist(t *testing.T) {
	d := shipped(t)
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range d.Actions {
		for _, version := range []string{"15", "16", "17", "18", "18.4", "26"} {
			v, _ := apple.ParseVersion(version)
			for _, kind := range []string{apple.IPhone, apple.IPad} {
				if _, err := base.Walk(a.Route, apple.Device{Kind: kind, Version: v}); err != nil {
					t.Errorf("%s: route %s can't be walked on %s %s: %v", a.ID, a.Route, kind, version, err)
				}
			}
		}
		for _, s := range a.Sources {
			if base.Source(s) == nil {
				t.Errorf("%s: there is no source %s", a.ID, s)
			}
		}
	}
	if _, err := base.Walk(d.Sizes.Temporary.Route, apple.Device{Kind: apple.IPhone}); err != nil {
		t.Errorf("the route to temporary storage: %v", err)
	}
}

// Sizes that a person can compare with Settings on a phone.
func TestShippedSizes(t *testing.T) {
	s := shipped(t).Sizes
	for id, mb := range map[string]int64{
		"720p30": 40, "1080p30": 60, "1080p60": 90, "4k24": 135, "4k30": 170, "4k60": 400, "slo-mo-120": 170, "slo-mo-240": 480,
	} {
		if got := find(s.Video, id); got.Likely != mb*size.MB || got.Low != got.Likely || got.High <= got.Likely {
			t.Errorf("video %s is %+v, want %d MB, and more for Most Compatible", id, got, mb)
		}
	}
	for id, tenths := range map[string]int64{"12mp": 22, "24mp": 32, "heif-48mp": 50, "jpeg-24mp": 48, "raw-48mp": 750} {
		if got := find(s.Photo, id); got.Likely != tenths*size.MB/10 {
			t.Errorf("photo %s is %+v", id, got)
		}
	}
	if got := find(s.Apps, ""); got != (size.Range{Low: size.GB / 2, Likely: 3 * size.GB, High: 8 * size.GB}) {
		t.Errorf("a typical backup is %+v", got)
	}
	if find(s.Video, "nonsense") != find(s.Video, "any") || find(s.Video, "any").Likely != 100*size.MB {
		t.Error("video of an unknown mode is not the mix")
	}
	if s.WhatsApp != 2.05 || s.Temporary.Days != 21 || s.Temporary.ExtraDays != 21 || s.Temporary.KeptDays != 7 {
		t.Errorf("%+v %v", s.Temporary, s.WhatsApp)
	}
}

func TestSizesAreReadStrictly(t *testing.T) {
	good := readAsset(t, assets.Sizes)
	for _, c := range []struct{ name, old, new, id, words string }{
		{"falling range", "mb = [1.3, 2.7, 6.0]", "mb = [2.7, 1.3, 6.0]", "mix", "falls from 2.7 to 1.3"},
		{"two numbers", "mb = [1.3, 2.7, 6.0]", "mb = [2.7, 6.0]", "mix", "mb is an array of 2"},
		{"words", "mb = [1.3, 2.7, 6.0]", `mb = ["1"]`, "mix", "mb is an array of 1"},
		{"negative", "mb = [1.3, 2.7, 6.0]", "mb = [-1, 2.7, 6.0]", "mix", "is -1, but must be from 0"},
		{"nan", "mb = [1.3, 2.7, 6.0]", "mb = [nan, 2.7, 6.0]", "mix", "want a finite number"},
		{"grade", `grade = "E"`, `grade = "F"`, "mix", `grade is "F"`},
		{"id twice", `id = "12mp"`, `id = "mix"`, "mix", "id used twice"},
		{"unknown key", `grade = "E"`, "grade = \"E\"\nsize = 1", "mix", `unknown key "size"`},
		{"class", `class = "mail"`, `class = "post"`, "growth", `"post" is not a class`},
		{"class twice", `class = "mail"`, `class = "drive"`, "growth", "stands twice"},
		{"class missing", `class = "mail"`, `class = "drive"`, "growth", "no [[growth]] for class mail"},
		{"months", "months = [36, 72, 240]", "months = [0, 72, 240]", "growth", "is 0, but must be from 1"},
		{"efficiency", "efficiency = [0.50, 0.65, 0.80]", "efficiency = [0.50, 0.65, 1.80]", "transfer", "is 1.8, but must be from"},
		{"window", "window_hours = 8.0", "window_hours = 25.0", "transfer", "window_hours is 25"},
		{"since", `since = "15"`, `since = "soon"`, "temporary", "is not a version"},
		{"section", "[whatsapp]", "[telegram]", "telegram", "unknown section"},
	} {
		t.Run(c.name, func(t *testing.T) {
			broken := strings.Replace(good, c.old, c.new, 1)
			if broken == good {
				t.Fatal("the case changes nothing")
			}
			_, err := loadSizes(fstest.MapFS{"s.toml": {Data: []byte(broken)}}, "s.toml")
			located(t, err, c.id, c.words)
		})
	}
}

func TestActionsAreReadStrictly(t *testing.T) {
	good := readAsset(t, assets.CleanUp)
	for _, c := range []struct{ name, old, new, id, words string }{
		{"no title", `title = "Empty Recently Deleted in Photos"`, "", "empty-recently-deleted", "title is missing"},
		{"class", `class = "photos"`, `class = "people"`, "empty-recently-deleted", "not a class that can be cleared"},
		{"loss", `loss = "data"`, `loss = "some"`, "empty-recently-deleted", `loss is "some"`},
		{"data without a copy", "copy = \"look\"\nsources = [\"A11\", \"A12\", \"W12\"]", `sources = ["A11"]`, "old-backups", "needs a copy elsewhere"},
		{"copy", `copy = "own"`, `copy = "cloud"`, "drive-files", `copy is "cloud"`},
		{"no fix", `fix = "empty-bins"`, "", "empty-recently-deleted", "fix is missing"},
		{"each", `each = "old-device"`, `each = "device"`, "old-backups", "each must be"},
		{"share", "share = [0.01, 0.03, 0.10]", "share = [0.01, 0.03, 1.10]", "empty-recently-deleted", "is 1.1, but must be from 0 to 1"},
		{"share falls", "share = [0.01, 0.03, 0.10]", "share = [0.03, 0.01, 0.10]", "empty-recently-deleted", "falls"},
		{"since", `since = "16"`, `since = "soon"`, "merge-duplicates", "is not a version"},
		{"minutes", "minutes = [1, 3]", "minutes = [3, 1]", "empty-recently-deleted", "falls"},
		{"regret", "regret = 1", "regret = 1.5", "empty-recently-deleted", "want a whole number"},
	} {
		t.Run(c.name, func(t *testing.T) {
			broken := strings.Replace(good, c.old, c.new, 1)
			if broken == good {
				t.Fatal("the case changes nothing")
			}
			_, err := loadActions(fstest.MapFS{"c.toml": {Data: []byte(broken)}}, "c.toml")
			located(t, err, c.id, c.words)
		})
	}
}

func readAsset(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../assets/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// located wants a problem with a line, about id, with the words.
func located(t *testing.T, err error, id, words string) {
	t.Helper()
	var problems tomlfile.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("error is %v", err)
	}
	for _, p := range problems {
		if (p.Where == id || strings.HasPrefix(p.Key, id)) && strings.Contains(p.Error(), words) && (p.Line > 0 || strings.Contains(words, "no [[")) {
			return
		}
	}
	t.Errorf("no problem about %s with %q:\n%v", id, words, err)
}
