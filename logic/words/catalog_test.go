package words_test

import (
	"os"
	"testing"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/logic/words"
)

func load(t *testing.T, locale language.Tag) *words.Catalog {
	t.Helper()
	c, err := words.Load(os.DirFS("../../assets"), "translations", locale)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSentencesReadLikeSentences(t *testing.T) {
	c := load(t, language.AmericanEnglish)
	for _, test := range []struct{ got, want string }{
		{c.Text("way.tap", "Label", "iCloud"), "Tap **iCloud**."},
		{c.Minutes(0.3), "less than a minute"},
		{c.Edition("2026-11-27"), "Nov 27, 2026"},
		{c.Edition("autumn"), "autumn"},
		{c.Minutes(1), "1 minute"},
		{c.Minutes(8.4), "8 minutes"},
		{c.Minutes(120), "2 hours"},
		{c.MinuteRange(0.5, 1), "About 1 minute"},
		{c.MinuteRange(5, 5), "About 5 minutes"},
		{c.MinuteRange(2, 10), "2 to 10 minutes"},
		{c.MinuteRange(0.2, 3), "Up to 3 minutes"},
		{c.Percent(0.463), "46%"},
		{c.Percent(0.004), "below 1%"},
		{c.Percent(0.997), "over 99%"},
		{c.Number(1234.56, 1), "1,234.6"},
		{c.Time(time.Date(2026, 11, 23, 9, 5, 0, 0, time.UTC)), "Nov 23, 2026, 09:05"},
		{c.Time(time.Time{}), "time not known"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestPlainNumbersAreWrittenAsPeopleTypeThem(t *testing.T) {
	for locale, want := range map[language.Tag]string{language.English: "12345.5", language.German: "12345,5", language.French: "12345,5"} {
		if got := load(t, locale).Plain(12345.5, 3); got != want {
			t.Errorf("%v: %q, want %q", locale, got, want)
		}
	}
}

func TestNumbersFollowTheLocaleWhenTextsFallBack(t *testing.T) {
	c := load(t, language.German)
	if got := c.Number(1234.5, 1); got != "1.234,5" {
		t.Errorf("German number is %q", got)
	}
	if got := c.Text("status.fine"); got != "Fine" {
		t.Errorf("a text without translation is %q, want the English one", got)
	}
}

func TestAMissingKeyIsSeen(t *testing.T) {
	if got := load(t, language.English).Text("no.such.key"); got != "[no.such.key]" {
		t.Errorf("got %q", got)
	}
}
