package redaction

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever somebody types: what is left out is counted, known names are gone, and the rest stays in its order.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"Anna's iPhone, +1 (415) 555-2671, fe80::1%en0", "「田中のiPhone」 ａ＠ｂ．ｃ", "\x00\x01\xff /Users/a/b `C:\\x\\y`",
		"Apple ID: Brünhild, Br\u00fcn\u00adhild ::: 1.2.3.4.5.6", "12 Maple Street, 10115 Berlin 〒100-0001 東京都千代田区1",
	} {
		f.Add(seed)
	}
	lines := strings.NewReplacer("[", "(", "]", ")")
	f.Fuzz(func(t *testing.T, text string) {
		text = lines.Replace(text) // so that no bracket but ours is in the result
		r := known(Keep{})
		got := r.Text(text)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is no UTF-8", got)
		}
		for k, n := range r.Left() {
			if c := strings.Count(got, bare(k)); c != n {
				t.Errorf("%d times %s is counted, and %d times in %q", n, k, c, got)
			}
		}
		if strings.Contains(fold(got), "brunhild") {
			t.Errorf("%q tells a name that is known", got)
		}
		if kept := New(nil, Keep{true, true}, bare).Text(text); kept != visible(text) {
			t.Errorf("%q becomes %q although all of it is to be kept", text, kept)
		}
	})
}
