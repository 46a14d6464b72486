package paint

import (
	"strings"

	"fyne.io/fyne/v2"
)

// span is text in one weight.
type span struct {
	text string
	bold bool
}

// literalStar stands for an asterisk of a literal text; it is a character of the private use area.
const literalStar = "\uE000"

// Literal prepares a person's text for a Paragraph: its asterisks are shown and do not mark bold words.
func Literal(text string) string { return strings.ReplaceAll(text, "*", literalStar) }

// parseSpans splits text at pairs of ** into normal and bold spans. A mark without a partner is shown.
func parseSpans(text string, bold bool) []span {
	parts := strings.Split(text, "**")
	if len(parts)%2 == 0 { // an odd number of marks: the last one has no partner
		last := len(parts) - 1
		parts = append(parts[:last-1], parts[last-1]+"**"+parts[last])
	}
	var out []span
	for i, p := range parts {
		if p != "" {
			out = append(out, span{text: strings.ReplaceAll(p, literalStar, "*"), bold: bold || i%2 == 1})
		}
	}
	return out
}

// PlainText returns text without the marks, for people who hear it.
func PlainText(text string) string {
	var b strings.Builder
	for _, s := range parseSpans(text, false) {
		b.WriteString(s.text)
	}
	return b.String()
}

// word is a part of a text that may not be broken: pieces of one or both weights without a space between.
type word struct {
	pieces    []span
	width     float32
	newline   bool // a forced break comes before the word
	spaceBold bool // weight of the space before the word
}

// run is a piece of a line in one weight, with its distance from the left edge of the text.
type run struct {
	text string
	bold bool
	x    float32
	w    float32
}

// line is one line of broken text.
type line struct {
	runs  []run
	width float32
}

func measure(text string, size float32, bold bool) float32 {
	return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
}

// words splits spans at spaces and line ends. A no-break space stays inside its word.
func words(spans []span, size float32) []word {
	var out []word
	var cur word
	open := false
	flush := func() {
		if open {
			out = append(out, cur)
		}
		cur, open = word{}, false
	}
	for _, s := range spans {
		start := 0
		for i := 0; i <= len(s.text); i++ {
			if i < len(s.text) && s.text[i] != ' ' && s.text[i] != '\n' {
				continue
			}
			if i > start {
				piece := span{text: s.text[start:i], bold: s.bold}
				cur.pieces = append(cur.pieces, piece)
				cur.width += measure(piece.text, size, piece.bold)
				open = true
			}
			if i < len(s.text) {
				flush()
				cur.spaceBold = s.bold
				if s.text[i] == '\n' {
					cur.newline = true
					open = true // an empty line is a line
				}
			}
			start = i + 1
		}
	}
	flush()
	return out
}

// breakLines breaks spans into lines at most width wide; a width of 0 or less breaks nothing. Words that are
// wider than a line break inside.
func breakLines(spans []span, size, width float32) []line {
	var lines []line
	var cur line
	for i, w := range words(spans, size) {
		space := float32(0)
		if len(cur.runs) > 0 {
			space = measure(" ", size, w.spaceBold)
		}
		tooWide := width > 0 && len(cur.runs) > 0 && cur.width+space+w.width > width+0.5
		if i > 0 && (w.newline || tooWide) {
			lines = append(lines, cur)
			cur, space = line{}, 0
		}
		if space > 0 {
			cur.append(span{text: " ", bold: w.spaceBold}, space)
		}
		for _, p := range w.pieces {
			for width > 0 && cur.width+measure(p.text, size, p.bold) > width+0.5 {
				n := fitting(p.text, size, p.bold, width-cur.width)
				if n == 0 && len(cur.runs) == 0 {
					n = len(string([]rune(p.text)[:1])) // at least one letter, however narrow the line
				}
				cur.append(span{text: p.text[:n], bold: p.bold}, measure(p.text[:n], size, p.bold))
				p.text = p.text[n:]
				if p.text == "" {
					break
				}
				lines = append(lines, cur)
				cur = line{}
			}
			cur.append(p, measure(p.text, size, p.bold))
		}
	}
	return append(lines, cur)
}

// append adds a piece of a width; a piece in the weight of the last run joins that run.
func (l *line) append(s span, width float32) {
	if s.text == "" {
		return
	}
	if n := len(l.runs) - 1; n >= 0 && l.runs[n].bold == s.bold {
		l.runs[n].text += s.text
		l.runs[n].w += width
	} else {
		l.runs = append(l.runs, run{text: s.text, bold: s.bold, x: l.width, w: width})
	}
	l.width += width
}

// fitting returns how many bytes of text fit into width, in whole characters.
func fitting(text string, size float32, bold bool, width float32) int {
	n := 0
	for i := range text {
		if i > 0 && measure(text[:i], size, bold) > width {
			break
		}
		n = i
	}
	return n
}

// elide shortens lines to at most limit lines; the last line ends with … when text was left out.
func elide(lines []line, limit int, size, width float32) []line {
	if limit <= 0 || len(lines) <= limit {
		return lines
	}
	lines = lines[:limit]
	last := &lines[limit-1]
	for len(last.runs) > 0 {
		r := &last.runs[len(last.runs)-1]
		r.text = strings.TrimRight(r.text, " ")
		r.w = measure(r.text+"…", size, r.bold)
		if r.x+r.w <= width+0.5 || (r.text == "" && len(last.runs) == 1) {
			r.text += "…"
			last.width = r.x + r.w
			break
		}
		if r.text == "" {
			last.runs = last.runs[:len(last.runs)-1]
			continue
		}
		chars := []rune(r.text)
		r.text = string(chars[:len(chars)-1])
	}
	return lines
}
