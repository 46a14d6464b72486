package phrase_test

import (
	"testing"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
)

// A version says of itself how far its screens are known, and says nothing where all is.
func TestVersionsTellHowFarTheyAreKnown(t *testing.T) {
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	const unseen = "The screens of iPadOS 27 are taken from iPadOS 26. Labels may differ."
	for version, want := range map[string]string{
		"":       "",
		"18.4":   "",
		"26.1":   "",
		"27":     unseen,
		"27.0.1": unseen,
		"28": "iPadOS 28 is newer than Backup Doctor knows. " +
			"These are the steps of iPadOS 27; screens may differ.",
		"14.8": "Backup Doctor knows the screens of version 15 and later. " +
			"With iPadOS 14.8, pictures and labels may differ.",
		"soon": "",
	} {
		if got := lib.Phrase.VersionRemark("ipad", version); got != want {
			t.Errorf("%q: %q, want %q", version, got, want)
		}
	}
}
