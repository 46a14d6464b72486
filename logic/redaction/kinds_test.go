package redaction

import (
	"strings"
	"testing"
)

// TestEachFormIsLeftOut has one text for each form that is known without a word beside it, and one that only looks like it.
func TestEachFormIsLeftOut(t *testing.T) {
	for _, test := range []struct{ text, secret string }{
		{"It stands near SW1A 1AA since then", "SW1A 1AA"},
		{"bei 〒100-0001 東京都千代田区 steht es", "東京都千代田区"},
		{"paid from DE89 3704 0044 0532 0130 00 before", "3704 0044"},
		{"card •••• 4242 was refused", "4242"},
		{"card ***4242 was refused", "4242"},
		{"from fe80::1ff:fe23:4567:890a%en0 on", "fe23"},
		{"from 2001:db8::1 on", "db8"},
		{"code QWRTPSDFGH was shown", "QWRTPSDFGH"},
		{"Das steht Am Hof 3, 1010 Wien so", "Am Hof"},
	} {
		if got := known(Keep{}).Text(test.text); strings.Contains(got, test.secret) {
			t.Errorf("%q becomes %q", test.text, got)
		}
	}
	for _, text := range []string{
		"Sicherung vom Mai 3, 2026 Uhr 12:00", "Sicherung vom Mai 3, 1999 Uhr 12:00", "It says QWRTPSDF there", "NOTIFICATIONSANDMORE are off",
		"see https://support.apple.com/HT204136 first", "it took 12:30 and then 1:05", "iPhone 15 is on iOS 18.4.1",
	} {
		if got := known(Keep{}).Text(text); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// A name of any length is left out, also where only its first letters are compared.
func TestALongNameIsLeftOut(t *testing.T) {
	for _, times := range []int{1, 4, 8, 40} {
		name := strings.Repeat("Brunhild", times)
		r := New([]string{name}, Keep{}, bare)
		if got := r.Text("It is " + name + " who asks"); strings.Contains(got, "Brunhild") {
			t.Errorf("a name of %d letters is told: %q", len(name), got)
		}
		if len(name) <= longestName {
			continue
		}
		if got := r.Text("It is " + name[:longestName] + "sche who asks"); strings.Contains(got, "Brunhild") {
			t.Errorf("the beginning of a name of %d letters is told: %q", len(name), got)
		}
	}
}
