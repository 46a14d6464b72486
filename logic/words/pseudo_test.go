package words_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
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

// TestATranslationIsAFile adds a language the way a translator does.
func TestATranslationIsAFile(t *testing.T) {
	files := fstest.MapFS{
		"t/en.json": {Data: []byte(`{"language.name": "English", "tab.guide": "Guide", "only.english": "Back", "days": {"one": "{{.Count}} day", "other": "{{.Count}} days"}}`)},
		"t/pl.json": {Data: []byte(`{"language.name": "Polski", "tab.guide": "Przewodnik", "content.cause.no-wifi.title": "Brak Wi-Fi",
			"days": {"one": "{{.Count}} dzień", "few": "{{.Count}} dni", "many": "{{.Count}} dni", "other": "{{.Count}} dnia"}}`)},
	}
	c, err := words.Load(files, "t", language.MustParse("pl-PL"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ got, want string }{
		{c.Text("tab.guide"), "Przewodnik"},
		{c.Text("only.english"), "Back"},
		{c.Count("days", 1), "1 dzień"},
		{c.Count("days", 3), "3 dni"},
		{c.Content("cause.no-wifi.title", "No working Wi-Fi"), "Brak Wi-Fi"},
		{c.Content("cause.other.title", "Something else"), "Something else"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
	var names []string
	for _, l := range c.Languages() {
		names = append(names, l.Name)
	}
	if got := strings.Join(names, " "); got != "English Polski" {
		t.Errorf("the languages are %s", got)
	}
}

// TestErrorsAreToldInTheLanguage puts an error with another inside into the pseudo-language and into English.
func TestErrorsAreToldInTheLanguage(t *testing.T) {
	inner := words.Fail("case-file.no-check", "ID", `"x"`)
	err := fmt.Errorf("while testing: %w", words.Wrap(inner, "cases.error.read"))
	if got := load(t, language.English).Sentence(err); got != `The case can’t be read: there is no check "x"` {
		t.Errorf("in English it is %q", got)
	}
	got := load(t, words.Locale(language.English, words.Pseudo)).Sentence(errors.Join(err, fs.ErrExist))
	if !strings.Contains(got, "ĥ") || strings.Contains(got, "there") || !strings.Contains(got, `"x"`) || !strings.HasSuffix(got, "\nfile already exists") {
		t.Errorf("in another language it is %q", got)
	}
	for of, want := range map[error]string{fs.ErrNotExist: "there is no a/b.toml", fs.ErrPermission: "your account on this computer has no access to a/b.toml"} {
		err := words.Wrap(&fs.PathError{Op: "open", Path: "a/b.toml", Err: of}, "cases.error.read")
		if got := load(t, language.English).Sentence(err); got != "The case can’t be read: "+want {
			t.Errorf("what the system says is told as %q", got)
		}
	}
	if !errors.Is(err, inner) || inner.Error() != `there is no check "x"` {
		t.Errorf("the error has lost what lies behind it, or its English: %v", inner)
	}
}
