package report

import (
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"backupdoctor/logic/words"
)

// family is the name of the fonts inside of a file.
const family = "report"

// typesetter breaks words into lines by the widths of two fonts.
type typesetter struct {
	faces  [2]*sfnt.Font // regular and bold
	buffer sfnt.Buffer
	widths [2]map[rune]float64 // of a character of size 1, in points; negative when the font lacks the character
	// substituteRune stands for characters that the fonts lack; hasLacked is set when a text had such a
	// character.
	substituteRune rune
	hasLacked      bool
}

func newTypesetter(fonts Fonts) (*typesetter, error) {
	t := &typesetter{widths: [2]map[rune]float64{{}, {}}}
	for i, data := range [][]byte{fonts.Regular, fonts.Bold} {
		face, err := sfnt.Parse(data)
		if err != nil {
			return nil, words.Wrap(err, "report.error.font")
		}
		t.faces[i] = face
	}
	for _, r := range "\ufffd□?" {
		if t.substituteRune = r; t.width(r, false) >= 0 && t.width(r, true) >= 0 {
			return t, nil
		}
	}
	return nil, words.Fail("report.error.glyphs")
}

// width returns the width of a character of size 1, in points. The width is negative when the font lacks the
// character or the file format can't hold the character.
func (t *typesetter) width(r rune, bold bool) float64 {
	i := 0
	if bold {
		i = 1
	}
	if w, ok := t.widths[i][r]; ok {
		return w
	}
	w := -1.0
	if glyph, err := t.faces[i].GlyphIndex(&t.buffer, r); err == nil && glyph != 0 && r <= 0xFFFF {
		units := t.faces[i].UnitsPerEm()
		if advance, err := t.faces[i].GlyphAdvance(&t.buffer, glyph, fixed.I(int(units)), font.HintingNone); err == nil {
			w = float64(advance) / 64 / float64(units)
		}
	}
	t.widths[i][r] = w
	return w
}

// substitute replaces the characters that the fonts lack.
func (t *typesetter) substitute(words string, bold bool) string {
	return strings.Map(func(r rune) rune {
		if t.width(r, bold) < 0 {
			t.hasLacked = true
			return t.substituteRune
		}
		return r
	}, words)
}

// measure returns the width of words in mm.
func (t *typesetter) measure(words string, size float64, bold bool) float64 {
	sum := 0.0
	for _, r := range words {
		sum += max(t.width(r, bold), 0)
	}
	return sum * size * mmPerPoint
}

// run is a part of a line in one weight.
type run struct {
	words    string
	bold     bool
	x, width float64 // in mm; x is the distance from the left end of the line
}

// wrap breaks a text into lines of at most a width in mm. A word that is longer than a line is broken.
func (t *typesetter) wrap(text Text, size, width float64, bold bool) [][]run {
	var list [][]run
	var line []run
	used := 0.0
	end := func() { list, line, used = append(list, line), nil, 0 }
	put := func(words string, bold bool) {
		w := t.measure(words, size, bold)
		if n := len(line) - 1; n >= 0 && line[n].bold == bold {
			line[n].words += words
			line[n].width += w
		} else {
			line = append(line, run{words, bold, used, w})
		}
		used += w
	}
	for _, word := range atoms(text, bold) {
		for i := range word.parts {
			word.parts[i].Words = t.substitute(word.parts[i].Words, word.parts[i].Bold)
		}
		space, need := 0.0, 0.0
		for _, s := range word.parts {
			need += t.measure(s.Words, size, s.Bold)
		}
		if word.space && used > 0 {
			space = t.measure(" ", size, word.spaceBold)
		}
		if used > 0 && used+space+need > width {
			end()
			space = 0
		}
		if space > 0 {
			put(" ", word.spaceBold)
		}
		for _, s := range word.parts {
			for _, r := range s.Words {
				if used > 0 && need > width && used+t.measure(string(r), size, s.Bold) > width {
					end()
				}
				put(string(r), s.Bold)
			}
		}
	}
	if len(line) > 0 || len(list) == 0 {
		end()
	}
	return list
}

// atom is a word of a text. A line break never comes between its parts.
type atom struct {
	parts            []Span
	space, spaceBold bool // a space comes before the word, and the weight of that space
}

func atoms(text Text, bold bool) []atom {
	var list []atom
	open := false
	for _, s := range text {
		s.Bold = s.Bold || bold
		for i, words := range strings.Split(s.Words, " ") {
			if i > 0 {
				open = false
			}
			if words == "" {
				continue
			}
			part := Span{words, s.Bold}
			if open {
				last := &list[len(list)-1]
				last.parts = append(last.parts, part)
				continue
			}
			list = append(list, atom{[]Span{part}, len(list) > 0, s.Bold})
			open = true
		}
	}
	return list
}
