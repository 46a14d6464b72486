package outside

import (
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

func TestANotificationIsCutBetweenCharacters(t *testing.T) {
	for _, c := range []struct {
		text  string
		units int
		want  string
	}{
		{"", 4, ""},
		{"Full", 4, "Full"},
		{"Fuller", 4, "Ful…"},
		{"ab😀", 4, "ab😀"},
		{"ab😀c", 4, "ab…"},
		{"a😀bc", 4, "a😀…"},
	} {
		if got := string(utf16.Decode(fit(c.text, c.units))); got != c.want {
			t.Errorf("%q in %d units is %q, want %q", c.text, c.units, got, c.want)
		}
	}
}

func TestANotificationOfAnyTextFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("a\u00e9\u3042\U0001F600"))).Draw(t, "text")
		units := rapid.IntRange(2, 40).Draw(t, "units")
		wide := fit(text, units)
		got := string(utf16.Decode(wide))
		kept, cut := strings.CutSuffix(got, "…")
		switch all := len(utf16.Encode([]rune(text))); {
		case len(wide) > units:
			t.Fatalf("%d units are used", len(wide))
		case !strings.HasPrefix(text, kept): // half a character is none of the text
			t.Fatalf("%q is not how the text begins", got)
		case cut != (all > units), cut && len(wide) < units-1, !cut && got != text:
			t.Fatalf("of %d units in %d there is %q", all, units, got)
		}
	})
}
