package tomlfile

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// lines maps each path of a text to its first line: "case.name", "event[2].device[0].last",
// `market."a.b"`.
type lines map[string]int

// find returns the line of the path or of the nearest path around it, 1 when there is none.
func (l lines) find(path string) int {
	for path != "" {
		if line := l[path]; line > 0 {
			return line
		}
		path = parent(path)
	}
	return 1
}

// parent cuts the last key or index off a path. A cut inside a quoted key leaves a path that no value has.
func parent(path string) string { return path[:max(strings.LastIndexAny(path, ".["), 0)] }

// join appends a key to a path; a key that is not bare is quoted.
func join(path, key string) string {
	odd := func(r rune) bool { return r >= utf8.RuneSelf || !isBare(byte(r)) }
	if key == "" || strings.ContainsFunc(key, odd) {
		key = strconv.Quote(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// element appends an index to a path.
func element(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func isBare(c byte) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// locator scans TOML for the lines of headers, keys and elements, since the TOML library only keeps the
// positions of mistakes. In a text that the library rejects, the locator stops at the first mistake.
type locator struct {
	text     string
	pos      int
	counted  int // position up to which line counts
	line     int
	found    lines
	implicit map[string]bool // paths in found without a header of their own so far
	arrays   map[string]int  // number of [[headers]] so far, by path
}

// mostNested bounds the depth in texts without Limits, such as those of a fuzz test.
const mostNested = 1000

func locate(text string) lines {
	l := &locator{text: text, line: 1, found: lines{}, implicit: map[string]bool{}, arrays: map[string]int{}}
	header := ""
	for l.blank(); l.pos < len(l.text); l.blank() {
		var ok bool
		if l.peek() == '[' {
			header, ok = l.header()
		} else {
			ok = l.pair(header, 0)
		}
		if !ok {
			break
		}
	}
	return l.found
}

// header reads [a.b] or [[a.b]] and returns the path, with the index of the last entry for every array on the
// way.
func (l *locator) header() (string, bool) {
	line := l.here()
	array := strings.HasPrefix(l.text[l.pos:], "[[")
	l.pos++
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
		l.note(path, line, !last)
		if array && last {
			l.arrays[path]++
		}
		if n := l.arrays[path]; n > 0 {
			path = element(path, n-1)
			l.note(path, line, !last)
		}
	}
	return path, true
}

// pair reads key = value.
func (l *locator) pair(path string, depth int) bool {
	line := l.here()
	parts, ok := l.key()
	if !ok || l.peek() != '=' {
		return false
	}
	l.pos++
	for _, part := range parts {
		path = join(path, part)
		l.note(path, line, false)
	}
	return l.value(path, depth)
}

// key reads a key, dotted or not, each part bare or quoted, and the blanks after it.
func (l *locator) key() ([]string, bool) {
	var parts []string
	for {
		l.space()
		start := l.pos
		if c := l.peek(); c == '"' || c == '\'' {
			l.pos = stringEnd(l.text, start)
			if l.pos < start+2 || l.text[l.pos-1] != c {
				return nil, false
			}
			part := l.text[start+1 : l.pos-1]
			if c == '"' {
				part = unescape(part)
			}
			parts = append(parts, part)
		} else {
			for l.pos < len(l.text) && isBare(l.text[l.pos]) {
				l.pos++
			}
			if l.pos == start {
				return nil, false
			}
			parts = append(parts, l.text[start:l.pos])
		}
		if l.space(); l.peek() != '.' {
			return parts, true
		}
		l.pos++
	}
}

// value passes a value and notes the keys and elements in it.
func (l *locator) value(path string, depth int) bool {
	if depth > mostNested {
		return false
	}
	l.space()
	switch l.peek() {
	case '"', '\'':
		l.pos = stringEnd(l.text, l.pos)
		return true
	case '[':
		l.pos++
		for i := 0; ; i++ {
			if l.blank(); l.peek() == ']' {
				l.pos++
				return true
			}
			at := element(path, i)
			l.note(at, l.here(), false)
			if !l.value(at, depth+1) || !l.comma(']') {
				return false
			}
		}
	case '{':
		l.pos++
		for {
			if l.blank(); l.peek() == '}' {
				l.pos++
				return true
			}
			if !l.pair(path, depth+1) || !l.comma('}') {
				return false
			}
		}
	}
	end := strings.IndexAny(l.text[l.pos:], ",]}#\n")
	if end < 0 {
		end = len(l.text) - l.pos
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
		case ' ', '\t', '\r', '\n':
			l.pos++
		case '#':
			if end := strings.IndexByte(l.text[l.pos:], '\n'); end >= 0 {
				l.pos += end
			} else {
				l.pos = len(l.text)
			}
		default:
			return
		}
	}
}

// here returns the line of the position.
func (l *locator) here() int {
	l.line += strings.Count(l.text[l.counted:l.pos], "\n")
	l.counted = l.pos
	return l.line
}

// note keeps the first line of a path; a header of its own goes before one of a table below it.
func (l *locator) note(path string, line int, implicit bool) {
	if _, known := l.found[path]; known && (implicit || !l.implicit[path]) {
		return
	}
	l.found[path] = line
	if implicit {
		l.implicit[path] = true
	} else {
		delete(l.implicit, path)
	}
}

// unescape replaces the escapes of a basic string.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			out.WriteByte(s[i])
			continue
		}
		i++
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[i]]
		code := s[min(i+1, len(s)):min(i+1+digits, len(s))]
		if n, err := strconv.ParseUint(code, 16, 32); digits > 0 && err == nil {
			out.WriteRune(rune(n))
			i += digits
			continue
		}
		if at := strings.IndexByte(`btnfre"\`, s[i]); at >= 0 {
			out.WriteByte("\b\t\n\f\r\x1b\"\\"[at])
			continue
		}
		out.WriteString(s[i-1 : i+1])
	}
	return out.String()
}
