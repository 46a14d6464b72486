package casefile

import (
	"slices"
	"strings"

	"backupdoctor/logic/words"
)

// Bounds against files that would only exhaust the TOML library: it calls itself for every level.
const (
	maxDepth    = 8
	maxKeyParts = 8
	maxEvents   = 10_000
)

// place is where a table starts and where its keys stand. Lines count from 1.
type place struct {
	line int
	keys map[string]int
}

// at is the line of a key, or of the table when the key is missing.
func (p *place) at(key string) int {
	if line := p.keys[key]; line > 0 {
		return line
	}
	return max(p.line, 1)
}

func (p *place) note(key string, line int) {
	if p.keys == nil {
		p.keys = map[string]int{}
	}
	if p.keys[key] == 0 {
		p.keys[key] = line
	}
}

// outline tells where the parts of a case's file stand: the TOML library keeps no positions of values. It never fails;
// of text that is not TOML it makes what it can, since the library reports that with its position.
type outline struct {
	top    place // keys of the whole file
	head   place // the case table
	events []place

	broken words.Sentence // which bound was exceeded, empty for none
	line   int            // on this line

	text string
	pos  int
}

func survey(text string) *outline {
	o := &outline{text: text, line: 1}
	var header []string
	for o.broken.IsZero() && o.pos < len(o.text) {
		switch c := o.text[o.pos]; c {
		case '\n':
			o.line++
			o.pos++
		case ' ', '\t', '\r':
			o.pos++
		case '#':
			o.endOfLine()
		case '[':
			o.pos++
			array := o.peek() == '['
			if array {
				o.pos++
			}
			line := o.line
			if header = o.key(); len(header) > 0 {
				o.noteHeader(header, line, array)
			}
			o.endOfLine()
		default:
			line := o.line
			path := append(slices.Clip(header), o.key()...)
			if o.peek() != '=' {
				o.endOfLine()
				continue
			}
			o.pos++
			o.noteKey(path, line)
			o.value(path)
		}
	}
	return o
}

func (o *outline) noteHeader(path []string, line int, array bool) {
	switch {
	case array && len(path) == 1 && path[0] == "event":
		o.events = append(o.events, place{line: line})
		o.tooManyEvents()
	case len(path) == 1 && path[0] == "case":
		o.head.line = line
	}
	o.noteKey(path, line)
}

func (o *outline) noteKey(path []string, line int) {
	if len(path) == 0 {
		return
	}
	o.top.note(path[0], line)
	if len(path) == 1 {
		return
	}
	switch path[0] {
	case "case":
		if o.head.line == 0 {
			o.head.line = line
		}
		o.head.note(path[1], line)
	case "event":
		if n := len(o.events); n > 0 {
			o.events[n-1].note(path[1], line)
		}
	}
}

func (o *outline) tooManyEvents() {
	if len(o.events) > maxEvents {
		o.broken = words.Say("case-file.many-events", "Most", maxEvents)
	}
}

// value passes the value of a key to the end of its last line, and notes the keys of events and of the case that are
// written as inline tables.
func (o *outline) value(path []string) {
	var open []byte // brackets around the position
	atKey := false  // right after the start of an inline table or a comma in it
	for o.broken.IsZero() && o.pos < len(o.text) {
		c := o.text[o.pos]
		inTable := len(open) > 0 && open[len(open)-1] == '{'
		if atKey && !strings.ContainsRune(" \t\r\n#,}", rune(c)) {
			atKey = false
			o.inlineKey(path, string(open))
			continue
		}
		switch c {
		case '"', '\'':
			o.quoted()
			continue
		case '#':
			o.endOfLine()
			continue
		case '\n':
			if len(open) == 0 {
				return
			}
			o.line++
		case '[', '{':
			if open = append(open, c); len(open) > maxDepth {
				o.broken = words.Say("case-file.deep", "Most", maxDepth)
			}
			atKey = c == '{'
			if len(path) == 1 && path[0] == "event" && string(open) == "[{" {
				o.events = append(o.events, place{line: o.line})
				o.tooManyEvents()
			}
		case ']', '}':
			atKey = false
			open = open[:max(len(open)-1, 0)]
		case ',':
			atKey = inTable
		}
		o.pos++
	}
}

func (o *outline) inlineKey(path []string, open string) {
	start, line := o.pos, o.line
	parts := o.key()
	if o.pos == start {
		o.pos++
	}
	if len(path) == 1 && len(parts) > 0 && (path[0] == "case" && open == "{" || path[0] == "event" && open == "[{") {
		o.noteKey([]string{path[0], parts[0]}, line)
	}
}

// key passes a key, dotted or quoted or not, with the space after it, and returns its parts.
func (o *outline) key() []string {
	var parts []string
	for o.pos < len(o.text) {
		o.space()
		start := o.pos
		if c := o.peek(); c == '"' || c == '\'' {
			o.quoted()
			parts = append(parts, strings.Trim(o.text[start:o.pos], string(c)))
		} else {
			for o.pos < len(o.text) && !strings.ContainsRune(" \t\r\n.=#,[]{}\"'", rune(o.text[o.pos])) {
				o.pos++
			}
			parts = append(parts, o.text[start:o.pos])
		}
		if len(parts) > maxKeyParts {
			o.broken = words.Say("case-file.key-parts", "Most", maxKeyParts)
			return nil
		}
		if o.space(); o.peek() != '.' {
			break
		}
		o.pos++
	}
	return parts
}

// quoted passes a string of any of the four kinds. One that is not closed on its line ends there.
func (o *outline) quoted() {
	quote := o.text[o.pos : o.pos+1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(o.text[o.pos:], triple) {
		quote = triple
	}
	o.pos += len(quote)
	for o.pos < len(o.text) {
		switch c := o.text[o.pos]; {
		case c == '\\' && quote[0] == '"' && o.pos+1 < len(o.text) && o.text[o.pos+1] != '\n':
			o.pos += 2
		case strings.HasPrefix(o.text[o.pos:], quote):
			o.pos += len(quote)
			for len(quote) == 3 && o.peek() == quote[0] { // up to two quotes may stand before the closing three
				o.pos++
			}
			return
		case c == '\n' && len(quote) == 1:
			return
		default:
			if c == '\n' {
				o.line++
			}
			o.pos++
		}
	}
}

func (o *outline) peek() byte {
	if o.pos < len(o.text) {
		return o.text[o.pos]
	}
	return 0
}

func (o *outline) space() {
	for o.peek() == ' ' || o.peek() == '\t' {
		o.pos++
	}
}

// endOfLine goes to the next line end.
func (o *outline) endOfLine() {
	if end := strings.IndexByte(o.text[o.pos:], '\n'); end >= 0 {
		o.pos += end
	} else {
		o.pos = len(o.text)
	}
}
