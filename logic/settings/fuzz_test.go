package settings

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"backupdoctor/logic/tomlfile"
)

func parse(text []byte) (Settings, error) {
	top, err := tomlfile.Parse("settings.toml", text, limits)
	if err != nil {
		return Default(), err
	}
	return take(top)
}

// Whatever is in the file, it gives settings that can be used, or the default and the lines that are wrong; and
// what is used comes back after saving.
func FuzzParse(f *testing.F) {
	f.Add("appearance = 'dark'\ntext_percent = 150\nhelper = true\ncase = '/a b/c.toml'\n[window]\nwidth = 900.5\nheight = 600\n")
	f.Add("[network]\nhosts = ['localhost:1', \"\\u00e9\"]\noff = true\n[place]\ntab = 'storage'\nid = 'x'\n[status]\naddress = 'http://a'")
	f.Add("language = 'de-AT'\ninterface_percent = 79\nwindow = {width = nan, height = 20001}\nx = {a={a=1}}")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := parse([]byte(text))
		if err != nil {
			problems, ok := errors.AsType[tomlfile.Problems](err)
			if !ok || len(problems) == 0 || !reflect.DeepEqual(s, Default()) {
				t.Fatalf("%+v with the error %#v", s, err)
			}
			for _, p := range problems {
				if last := 1 + strings.Count(text, "\n"); p.Line > last || p.Line < 1 && !p.What.IsZero() && p.Key != "" {
					t.Errorf("line %d of %d: %v", p.Line, last, p)
				}
			}
			return
		}
		if w := s.Window; !(w.Width >= 0 && w.Width <= 20_000 && w.Height >= 0 && w.Height <= 20_000) {
			t.Fatalf("a window of %+v", w)
		}
		saved, err := s.text()
		if err != nil {
			t.Fatal(err)
		}
		if len(saved) > limits.Bytes {
			return
		}
		if again, err := parse(saved); err != nil || !reflect.DeepEqual(again, s) {
			t.Fatalf("%+v comes back as %+v, %v", s, again, err)
		}
	})
}
