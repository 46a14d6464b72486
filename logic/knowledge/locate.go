package knowledge

import (
	"fmt"
	"strconv"
	"strings"
)

// Bounds against files that would only exhaust the TOML library: it calls itself for every level.
const (
	maxDepth    = 32
	maxKeyParts = 12
)

// lineTable tells on which line a key stands. The TOML library keeps no positions of values. The first index is the
// entry ("cause[3]" or "meta"), the second the path inside it ("given[0].p"); an entry's own line has the empty path.
// Keys on the line of their parent are left out.
type lineTable map[string]map[string]int

// locator scans TOML for headers, keys, arrays and inline tables. It reads only well-formed text with care: anything odd
// ends the scan, since the TOML library reports it with its position.
type locator struct {
	text   string
	pos    int
	line   int
	table  lineTable
	arrays map[string]int // [[headers]] seen so far, by path
	bound  string         // which bound was broken
	broken int            // and on which line, 0 for none
}

func locate(text string) *locator {
	l := &locator{text: strings.TrimPrefix(text, "\ufeff"), line: 1, table: lineTable{}, arrays: map[string]int{}}
	l.scan()
	return l
}

func (l *locator) scan() {
	header, headerLine := "", 0
	for l.blank(); l.pos < len(l.text); l.blank() {
		if l.peek() == '[' {
			var ok bool
			headerLine = l.line
			if header, ok = l.header(); !ok {
				return
			}
			l.note(header, headerLine, 0)
		} else if !l.pair(header, headerLine, 1) {
			return
		}
	}
}

// header reads [a.b] or [[a.b]] and returns the path, with the index of the last entry for every array on the way.
func (l *locator) header() (string, bool) {
	l.pos++
	array := l.peek() == '['
	if array {
		l.pos++
	}
	parts, ok := l.key()
	if !ok || l.peek() != ']' {
		return "", false
	}
	l.pos++
	if array {
		if l.peek() != ']' {
			return "", false
		}
		l.pos++
	}
	path := ""
	for i, part := range parts {
		path = join(path, part)
		last := i == len(parts)-1
		if array && last {
			l.arrays[path]++
		}
		if n := l.arrays[path]; n > 0 && (array || !last) {
			path = element(path, n-1)
		}
	}
	return path, true
}

// pair reads key = value.
func (l *locator) pair(parent string, parentLine, depth int) bool {
	line := l.line
	parts, ok := l.key()
	if !ok || l.peek() != '=' {
		return false
	}
	l.pos++
	path := parent
	for _, part := range parts {
		path = join(path, part)
		l.note(path, line, parentLine)
	}
	return l.value(path, line, depth)
}

// key reads a possibly dotted, possibly quoted key and the space after it.
func (l *locator) key() ([]string, bool) {
	var parts []string
	for {
		l.space()
		start := l.pos
		switch c := l.peek(); c {
		case '"', '\'':
			end := strings.IndexByte(l.text[l.pos+1:], c)
			if end < 0 {
				return nil, false
			}
			parts = append(parts, l.text[l.pos+1:l.pos+1+end])
			l.pos += end + 2
		default:
			for l.pos < len(l.text) && bareKey(l.text[l.pos]) {
				l.pos++
			}
			if l.pos == start {
				return nil, false
			}
			parts = append(parts, l.text[start:l.pos])
		}
		if len(parts) > maxKeyParts {
			return nil, l.tooMuch(fmt.Sprintf("a key has more than %d parts", maxKeyParts))
		}
		l.space()
		if l.peek() != '.' {
			return parts, true
		}
		l.pos++
	}
}

func (l *locator) value(path string, line, depth int) bool {
	if depth > maxDepth {
		return l.tooMuch(fmt.Sprintf("arrays and tables are nested more than %d deep", maxDepth))
	}
	l.space()
	switch l.peek() {
	case '"', '\'':
		return l.quoted()
	case '[':
		l.pos++
		for i := 0; ; i++ {
			l.blank()
			if l.peek() == ']' {
				l.pos++
				return true
			}
			here, at := element(path, i), l.line
			l.note(here, at, line)
			if !l.value(here, at, depth+1) || !l.comma(']') {
				return false
			}
		}
	case '{':
		l.pos++
		for {
			l.blank()
			if l.peek() == '}' {
				l.pos++
				return true
			}
			if !l.pair(path, line, depth+1) || !l.comma('}') {
				return false
			}
		}
	}
	rest := l.text[l.pos:]
	end := strings.IndexAny(rest, ",]}#\n")
	if end < 0 {
		end = len(rest)
	}
	l.pos += end
	return end > 0
}

// comma passes a comma, or stays before the closing bracket.
func (l *locator) comma(closing byte) bool {
	l.blank()
	switch l.peek() {
	case ',':
		l.pos++
		return true
	case closing:
		return true
	}
	return false
}

// quoted passes a string of any of the four kinds.
func (l *locator) quoted() bool {
	quote := l.text[l.pos : l.pos+1]
	if strings.HasPrefix(l.text[l.pos:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	l.pos += len(quote)
	for l.pos < len(l.text) {
		switch {
		case l.text[l.pos] == '\\' && quote[0] == '"' && l.pos+1 < len(l.text) && l.text[l.pos+1] != '\n':
			l.pos += 2
		case strings.HasPrefix(l.text[l.pos:], quote):
			l.pos += len(quote)
			for len(quote) == 3 && l.peek() == quote[0] { // up to two quotes may stand before the closing three
				l.pos++
			}
			return true
		default:
			if l.text[l.pos] == '\n' {
				l.line++
			}
			l.pos++
		}
	}
	return false
}

func (l *locator) peek() byte {
	if l.pos < len(l.text) {
		return l.text[l.pos]
	}
	return 0
}

// space passes blanks on the line.
func (l *locator) space() {
	for l.peek() == ' ' || l.peek() == '\t' {
		l.pos++
	}
}

// blank passes blanks, line ends and comments.
func (l *locator) blank() {
	for l.pos < len(l.text) {
		switch l.text[l.pos] {
		case ' ', '\t', '\r':
		case '\n':
			l.line++
		case '#':
			end := strings.IndexByte(l.text[l.pos:], '\n')
			if end < 0 {
				end = len(l.text) - l.pos
			}
			l.pos += end
			continue
		default:
			return
		}
		l.pos++
	}
}

// note keeps the line of a path unless it is the parent's.
func (l *locator) note(path string, line, parentLine int) {
	if line == parentLine {
		return
	}
	entry, rest, _ := strings.Cut(path, ".")
	lines := l.table[entry]
	if lines == nil {
		lines = map[string]int{}
		l.table[entry] = lines
	}
	if _, known := lines[rest]; !known {
		lines[rest] = line
	}
}

func (l *locator) tooMuch(bound string) bool {
	l.bound, l.broken = bound, l.line
	return false
}

func join(parent, name string) string {
	if parent == "" {
		return name
	}
	return parent + "." + name
}

func element(parent string, i int) string { return parent + "[" + strconv.Itoa(i) + "]" }

func bareKey(c byte) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// find is the line of a path inside the entry, or of the nearest key around it.
func (p place) find(key string) int {
	for {
		if line, ok := p.keys[key]; ok {
			return line
		}
		cut := strings.LastIndexAny(key, ".[")
		if cut < 0 {
			return p.line
		}
		key = key[:cut]
	}
}
