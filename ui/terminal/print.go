package terminal

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths of a line, in characters.
const (
	leastWidth   = 40
	defaultWidth = 78
	mostWidth    = 100 // longer lines are hard to read
)

// width returns the greatest length of lines, in characters: the value of COLUMNS, within bounds.
func width(getenv func(string) string) int {
	columns, err := strconv.Atoi(getenv("COLUMNS"))
	if err != nil {
		return defaultWidth
	}
	return max(leastWidth, min(columns-1, mostWidth))
}

// printer writes plain lines of bounded length. After the first error of the writer, the printer writes
// nothing more.
type printer struct {
	w     *bufio.Writer
	width int
	err   error
	empty bool // the last line was blank, or there is none yet
}

func newPrinter(w io.Writer, width int) *printer {
	return &printer{w: bufio.NewWriter(w), width: width, empty: true}
}

// line writes a paragraph.
func (p *printer) line(text string) { p.item("", text) }

// item writes a paragraph after a prefix. Further lines are indented by the width of the prefix.
func (p *printer) item(prefix, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(prefix))
	for i, line := range wrap(quoted(clean(text)), max(p.width-len(indent), leastWidth/2)) {
		if i > 0 {
			prefix = indent
		}
		p.raw(strings.TrimRight(prefix+line, " ") + "\n")
	}
}

// block writes a text of several lines, such as the report, and breaks lines that are too long.
func (p *printer) block(text string) {
	for line := range strings.Lines(text) {
		body := strings.TrimLeft(line, " ")
		p.item(line[:len(line)-len(body)], body)
	}
}

// blank writes an empty line, unless the last line was empty.
func (p *printer) blank() {
	if !p.empty {
		p.raw("\n")
	}
}

func (p *printer) raw(text string) {
	if p.err != nil {
		return
	}
	_, p.err = p.w.WriteString(text)
	p.empty = text == "\n"
}

func (p *printer) flush() error {
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}

// clean removes characters that could control a terminal: control characters except line ends, and marks that
// turn the direction of writing.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// quoted puts **bold** labels of the knowledge base into quotation marks, so that people can read them aloud.
// Labels that stand in quotation marks already stay as they are.
func quoted(text string) string {
	parts := strings.Split(text, "**")
	if len(parts)%2 == 0 {
		return text
	}
	var b strings.Builder
	for i, part := range parts {
		if i%2 == 1 && !strings.HasPrefix(part, "“") {
			part = "“" + part + "”"
		}
		b.WriteString(part)
	}
	return b.String()
}

// wrap breaks a text into lines of at most width characters, between words where possible, and returns at
// least one line.
func wrap(text string, width int) []string {
	var lines []string
	line, used := "", 0
	end := func() {
		lines = append(lines, line)
		line, used = "", 0
	}
	for word := range strings.FieldsSeq(text) {
		length := utf8.RuneCountInString(word)
		if used > 0 && used+1+length > width {
			end()
		}
		for length > width {
			r := []rune(word)
			line, word = string(r[:width]), string(r[width:])
			end()
			length -= width
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+length
	}
	if line != "" || len(lines) == 0 {
		end()
	}
	return lines
}
