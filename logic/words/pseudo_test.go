package words_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"backupdoctor/logic/words"
)

func TestThePseudoLanguageIsLongerAndKeepsPlaceholders(t *testing.T) {
	english, pseudo := load(t, language.AmericanEnglish), load(t, words.Locale(language.AmericanEnglish, words.Pseudo))
	letters, longer := 0, 0
	for _, key := range english.Keys() {
		plain, got := english.Count(key, 2, "Name", "<name>"), pseudo.Count(key, 2, "Name", "<name>")
		own := func(text string) int { return utf8.RuneCountInString(strings.ReplaceAll(text, "<no value>", "")) }
		letters, longer = letters+own(plain), longer+own(got)
		if strings.Count(plain, "<no value>") != strings.Count(got, "<no value>") || strings.Count(plain, "**") != strings.Count(got, "**") {
			t.Errorf("%s: %q became %q", key, plain, got)
		}
		if strings.HasPrefix(got, "[") && !strings.HasPrefix(plain, "[") {
			t.Errorf("%s: lost in the pseudo-language", key)
		}
	}
	if ratio := float64(longer) / float64(letters); ratio < 1.2 || ratio > 1.45 {
		t.Errorf("the pseudo-language is %.2f times as long, want about 1.4 for letters", ratio)
	}
}

func TestThePseudoLanguageHasPluralsAndTheNumbersOfTheLocale(t *testing.T) {
	c := load(t, words.Locale(language.German, words.Pseudo))
	one, many := c.Count("minutes", 1), c.Count("minutes", 1200)
	if one == "1 minute" || !strings.HasPrefix(one, "1 ") || len(many) <= len(one) {
		t.Errorf("plurals are %q and %q", one, many)
	}
	us := load(t, words.Locale(language.AmericanEnglish, words.Pseudo))
	if got := us.Number(1234.5, 1); got != "1,234.5" {
		t.Errorf("a number is %q", got)
	}
	if got := us.Content("cause.x.title", "Low {device} on"); got == "Low {device} on" || !strings.Contains(got, "{device}") {
		t.Errorf("a text of the knowledge base is %q", got)
	}
	if plain := load(t, language.AmericanEnglish); plain.Translates() || plain.Content("x", "Low") != "Low" {
		t.Error("English texts of the knowledge base are not as they are")
	}
}

func TestTheChosenLanguageKeepsTheRegion(t *testing.T) {
	for _, test := range []struct{ system, chosen, want string }{
		{"de-CH", "", "de-CH"}, {"de-CH", "en", "en-CH"}, {"de", "en", "en"}, {"de-CH", "pseudo", "en-CH-x-pseudo"}, {"de-CH", "no such", "de-CH"},
	} {
		if got := words.Locale(language.MustParse(test.system), test.chosen).String(); got != test.want {
			t.Errorf("%s with %q gives %s, want %s", test.system, test.chosen, got, test.want)
		}
	}
}
