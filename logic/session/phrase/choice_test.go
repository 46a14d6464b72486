package phrase_test

import (
	"testing"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
)

func TestOnlyOurOwnNamesAreReplaced(t *testing.T) {
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"My iPhone": true, "My iPhone 2": true, "My iPhone of Grandma": false, "My iPhone 1": false, "My iPhone2": false,
		"Grandma": false, "": false, "My iPad": false,
	} {
		if got := lib.Phrase.IsFirstName(name, "iphone"); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}
