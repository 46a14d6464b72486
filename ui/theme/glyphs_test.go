package theme

import (
	"io/fs"
	"path"
	"strings"
	"testing"
	"unicode"

	fynetheme "fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"

	"backupdoctor/assets"
)

// wide reports characters of Chinese, Japanese and Korean, their punctuation included.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || 0x3000 <= r && r < 0x3100 || 0xFF00 <= r && r < 0xFFF0
}

// TestTheBundledFontHasEveryCharacter looks up each character of the translations, the knowledge base, the
// prices and the clean-ups in the fonts that are shipped, upright and bold. Messages of phones in Chinese,
// Japanese and Korean are kept to be recognised, and are drawn with the fonts of the computer.
func TestTheBundledFontHasEveryCharacter(t *testing.T) {
	var fonts []*sfnt.Font
	for _, resource := range [][]byte{fynetheme.DefaultTextFont().Content(), fynetheme.DefaultTextBoldFont().Content()} {
		font, err := sfnt.Parse(resource)
		if err != nil {
			t.Fatal(err)
		}
		fonts = append(fonts, font)
	}
	var buffer sfnt.Buffer
	files, told := 0, map[rune]bool{}
	err := fs.WalkDir(assets.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || (path.Ext(name) != ".json" && path.Ext(name) != ".toml") {
			return err
		}
		files++
		data, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			return err
		}
		for n, line := range strings.Split(string(data), "\n") {
			for _, r := range line {
				if wide(r) || r == '\t' {
					continue
				}
				for _, font := range fonts {
					if glyph, err := font.GlyphIndex(&buffer, r); (err != nil || glyph == 0) && !told[r] {
						told[r] = true
						t.Errorf("%s:%d: the font has no %q (U+%04X)", name, n+1, r, r)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Errorf("only %d files were looked at", files)
	}
	for _, font := range fonts {
		if glyph, err := font.GlyphIndex(&buffer, '→'); err != nil || glyph != 0 {
			t.Errorf("the look-up is wrong: the font has no arrow, but glyph %d, %v", glyph, err)
		}
	}
}
