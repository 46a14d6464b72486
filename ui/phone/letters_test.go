package phone

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/ui/theme"
)

// The tests run without the fonts of the computer: the program's own have no Chinese or Japanese letters.
func TestMissingLettersAreFound(t *testing.T) {
	use(t, theme.Options{})
	base := known(t)
	for id, want := range map[string]bool{
		"de": true, "fr": true, "es": true, "pt-BR": true, "en-GB": true, "ja": false, "zh-Hans": false, "zh-Hans-CN": false,
	} {
		alphabet, err := base.Alphabet(id)
		if got := HasLetters(alphabet); got != want || err != nil {
			t.Errorf("the words in %s can be written: %v, want %v", id, got, want)
		}
	}
	// With a font that has all of them but one, that one is missed.
	lacks := func(lacking string) func(string) float32 {
		return func(s string) float32 {
			if s == missing || s == lacking {
				return 38
			}
			return 64
		}
	}
	if !hasLetters("設定とiPhone", lacks("云")) || hasLetters("iCloud云备份", lacks("云")) {
		t.Error("a font is not taken for what it has")
	}
}

// Every letter that is not Chinese or Japanese is in the program's own font, also in bold.
func TestLabelsInOtherLanguagesHaveLetters(t *testing.T) {
	use(t, theme.Options{})
	base := known(t)
	for _, id := range []string{"de", "es", "fr", "pt-BR", "ja", "zh-Hans", "en-GB"} {
		alphabet, err := base.Alphabet(id)
		if err != nil || alphabet == "" {
			t.Errorf("%s has the letters %q, %v", id, alphabet, err)
		}
		for _, r := range alphabet {
			for _, bold := range []bool{false, true} {
				if !wide(r) && r > ' ' && textWidth(string(r), measured, bold) == textWidth(missing, measured, bold) {
					if same := picture(t, string(r), bold) == picture(t, missing, bold); same {
						t.Errorf("%s: %q (U+%04X) is drawn as a missing letter, bold %v", id, r, r, bold)
					}
				}
			}
		}
	}
}

func TestLinesBreakBetweenJapaneseLetters(t *testing.T) {
	got := whole("iPhoneストレージ、App")
	if want := []string{"iPhone", "ス", "ト", "レー", "ジ、", "App"}; !slices.Equal(got, want) {
		t.Errorf("the pieces are %q, want %q", got, want)
	}
	if got := whole("Backup jetzt erstellen"); len(got) != 3 {
		t.Errorf("German breaks into %q", got)
	}
}

// picture draws a text and returns its pixels.
func picture(t *testing.T, text string, bold bool) string {
	t.Helper()
	c := canvas.NewText(text, color.Black)
	c.TextStyle.Bold = bold
	img := capture(t, c, fyne.NewSize(40, 40), 1)
	var b strings.Builder
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, _, _, _ := img.At(x, y).RGBA()
			b.WriteByte(byte(r >> 8))
		}
	}
	return b.String()
}
