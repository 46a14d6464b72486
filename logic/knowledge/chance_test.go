package knowledge

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// withChances loads a base of one check and one fix whose probabilities are as given.
func withChances(answers, cure string) (*Base, error) {
	text := "[[check]]\nid = \"asked\"\ndefault = { yes = 0.5, no = 0.5 }\n[[check.given]]\np = " + answers +
		"\n[[fix]]\nid = \"done\"\ncures = [{ p = " + cure + " }]"
	return Load(fstest.MapFS{"a.toml": &fstest.MapFile{Data: []byte(text)}}, ".")
}

func TestChancesAreNumbersOrWords(t *testing.T) {
	for _, test := range []struct {
		answers string
		want    Chances
	}{
		{"{ yes = 0.8, no = 0.2 }", Chances{"yes": 0.8, "no": 0.2}},
		{"{ yes = 1, no = 0 }", Chances{"yes": 1, "no": 0}},
		{`{ yes = "seldom", no = 0.9 }`, Chances{"yes": 0.1, "no": 0.9}},
		{`{ yes = "nearly always", no = "rest" }`, Chances{"yes": 0.95, "no": 0.05}},
		{`{ a = "rest", b = 0.1, c = 0.2, d = "hardly ever" }`, Chances{"a": 0.68, "b": 0.1, "c": 0.2, "d": 0.02}},
	} {
		base, err := withChances(test.answers, `"very likely"`)
		if err != nil {
			t.Errorf("%s: %v", test.answers, err)
			continue
		}
		got := base.Checks[0].Given[0].P
		for answer, want := range test.want {
			if got[answer] != want || len(got) != len(test.want) {
				t.Errorf("%s is %v, want %v", test.answers, got, test.want)
			}
		}
		if p := base.Fixes[0].Cures[0].P; p != 0.85 {
			t.Errorf("very likely is %g", p)
		}
	}
}

func TestAWrongChanceNamesTheScale(t *testing.T) {
	const words = `; want a probability as a number, or one of "nearly always" (0.95), "very likely" (0.85), "likely" (0.7), ` +
		`"even" (0.5), "unlikely" (0.3), "seldom" (0.1), "hardly ever" (0.02)`
	for _, test := range []struct{ answers, cure, want string }{
		{`{ yes = "often", no = "rest" }`, "1", `a.toml:5: asked: given[0].p.yes is "often"` + words},
		{"{ yes = true, no = nan }", "1", "a.toml:5: asked: given[0].p.no is the number NaN" + words +
			"\na.toml:5: asked: given[0].p.yes is a boolean" + words},
		{`{ no = "rest", yes = "rest" }`, "1", `a.toml:5: asked: given[0].p.yes is a second "rest"; want "rest" for one answer at most`},
		{"0.5", "1", "a.toml:5: asked: given[0].p is the number 0.5; want a table"},
		{"{ yes = 1 }", `"rest"`, `a.toml:8: done: cures[0].p is "rest"` + words},
	} {
		if _, err := withChances(test.answers, test.cure); err == nil || err.Error() != test.want {
			t.Errorf("%s and %s: told\n%v\nwant\n%s", test.answers, test.cure, err, test.want)
		}
	}
}

// The scale goes down, and every word and number of it stands in the guide for those who write the base.
func TestTheScaleIsDocumented(t *testing.T) {
	guide, err := os.ReadFile("../../assets/knowledge/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for i, step := range scale {
		if i > 0 && step.chance >= scale[i-1].chance {
			t.Errorf("%q is not below %q", step.word, scale[i-1].word)
		}
		if row := "| `\"" + step.word + "\"` | " + strconv.FormatFloat(float64(step.chance), 'f', -1, 64) + " |"; !strings.Contains(string(guide), row) {
			t.Errorf("README.md lacks the row %s", row)
		}
	}
}
