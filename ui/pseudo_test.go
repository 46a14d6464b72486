package ui

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
)

// plain reports whether a text has words, and none of them in the pseudo-language: all its letters are those
// of English.
func plain(text string) bool {
	letters := 0
	for _, r := range text {
		if r > unicode.MaxASCII && unicode.IsLetter(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 2
}

// TestFitsEveryLanguage shows the gallery in the pseudo-language and looks for words that stay English. What
// the phone says, names, units and the labels of the phone stay as they are.
func TestFitsEveryLanguage(t *testing.T) {
	lib := languages(t)["pseudo"]
	var same []string // the phone's own words, and a person's
	for i := range lib.Base.Messages {
		same = append(same, lib.Base.Fill(lib.Base.Messages[i].Text, apple.Device{}))
	}
	for i := range lib.Base.Screens {
		for _, row := range lib.Base.Screens[i].Rows {
			for _, label := range row.Labels {
				same = append(same, lib.Base.Fill(label.Text, apple.Device{Kind: apple.IPhone}))
			}
		}
	}
	same = append(same,
		"Grandma’s iPhone", "The kitchen iPad", "Kitchen iPad", "Old iPad", "Ben", "iPhone 13", "iOS 17.5", "iPadOS", // of the case
		"Settings", "Einstellungen", "WLAN", "Datensparmodus", "Backup jetzt erstellen", // of the phone
		"Apple One Individual", "Apple One Premier", "getsupport.apple.com", "api.github.com", "Mbit", "/home/ada/Documents", // of others
	)
	for _, l := range assets.Licenses() {
		same = append(same, l.Work, l.Work+" "+l.Version)
	}
	told := map[string]bool{}
	for _, p := range slices.Concat(gallery, storageGallery, sheets) {
		w := openWindowWith(t, lib, t.TempDir())
		p.prepare(w)
		w.redraw()
		s := &survey{}
		for _, top := range append([]fyne.CanvasObject{w.window.Canvas().Content()}, w.window.Canvas().Overlays().List()...) {
			s.walk(top, top.Position(), room{})
		}
		for _, text := range s.texts {
			words := strings.Trim(text.text, " .,:?“”…")
			known := slices.ContainsFunc(same, func(one string) bool { return strings.Contains(one, words) || strings.Contains(words, one) })
			if plain(words) && !known && !told[words] {
				told[words] = true
				t.Errorf("%s: %q stays English", p.name, text.text)
			}
		}
	}
}
