package datafile

import (
	"regexp"
	"strings"
)

// lineIndex tells in which line of a TOML text an entry and its keys stand. The TOML library reports lines for syntax
// errors only, so the text is looked through a second time, for the shapes that a data file has.
type lineIndex map[string][]block

// block is one [table] or one [[entry]].
type block struct {
	line int
	keys map[string]int
}

var (
	headerLine = regexp.MustCompile(`^\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]`)
	keyLine    = regexp.MustCompile(`^\s*"?([A-Za-z0-9_-]+)"?\s*=`)
)

// indexLines reads the headers and keys. Keys before the first header belong to the block "".
func indexLines(text string) lineIndex {
	index := lineIndex{"": {{line: 1, keys: map[string]int{}}}}
	name, nested, quote := "", false, ""
	for i, line := range strings.Split(text, "\n") {
		number := i + 1
		if quote != "" { // inside a string of several lines
			if strings.Contains(line, quote) {
				quote = ""
			}
			continue
		}
		if m := headerLine.FindStringSubmatch(line); m != nil {
			outer, inner, dotted := strings.Cut(m[1], ".")
			nested = dotted && len(index[outer]) > 0
			if nested { // [market.price] belongs to the market above it
				index.last(outer).keys[inner] = number
				continue
			}
			name = m[1]
			index[name] = append(index[name], block{line: number, keys: map[string]int{}})
			continue
		}
		if m := keyLine.FindStringSubmatch(line); m != nil && !nested {
			if last := index.last(name); last.keys[m[1]] == 0 {
				last.keys[m[1]] = number
			}
		}
		for _, q := range []string{`"""`, `'''`} {
			if strings.Count(line, q) == 1 {
				quote = q
			}
		}
	}
	return index
}

func (x lineIndex) last(name string) block {
	blocks := x[name]
	return blocks[len(blocks)-1]
}

// block finds the n-th entry of that name, counting from 0. Entries written in another shape than [[name]] have no line.
func (x lineIndex) block(name string, n int) block {
	if n < len(x[name]) {
		return x[name][n]
	}
	return block{line: x[""][0].keys[name]}
}

// find is the line where a section or a key outside all sections first stands, or 0.
func (x lineIndex) find(name string) int {
	if blocks := x[name]; len(blocks) > 0 {
		return blocks[0].line
	}
	return x[""][0].keys[name]
}
